"""The slides of a lesson, from the ground rules to a calm close; the notes hold the clock and what to say."""

from collections.abc import Iterator

from game.story.guide import LessonPart
from lessons.clock import part_notes
from lessons.document import Deck, Items, Paragraph, Run, Slide, Text
from lessons.pages.help_blocks import bare, emergency_text, help_rows
from lessons.pages.sheet import foot_line
from lessons.plan import LessonPlan
from lessons.practice_slides import practice_slides, starter_slides
from lessons.story_slides import story_slides
from lessons.told import own, woven


def lesson_slides(plan: LessonPlan) -> Deck:
    """All slides, in the order of the lesson."""
    slides = (
        _title(plan),
        _ground_rules(plan),
        _help(plan, "ground_rules"),
        *starter_slides(plan),
        *story_slides(plan),
        *practice_slides(plan),
        *_plenary(plan),
        _help(plan, "close"),
        _close(plan),
    )
    return Deck(
        id="slides",
        title=plan.scenario.title,
        slides=slides,
        language=plan.language,
        rtl=plan.rtl,
        foot=foot_line(plan),
    )


def _title(plan: LessonPlan) -> Slide:
    _ = plan.translator.gettext
    return Slide(
        kind="title",
        title=own(plan, plan.scenario.title),
        blocks=(
            Paragraph(text=_("Look twice at messages"), kind="lead"),
            Paragraph(text=own(plan, plan.scenario.content_note), id="content-note"),
            *(Paragraph(text=each) for each in _company(plan)),
        ),
        notes=(
            _("Leave this slide up while the class comes in."),
            woven(
                lambda note: _("Say: “{note} The people in it are made up.”", note=note),
                own(plan, plan.scenario.content_note),
            ),
        ),
    )


def _company(plan: LessonPlan) -> tuple[str, ...]:
    """What the youngest are told first (content rule E7)."""
    if plan.scenario.band != "8-10":
        return ()
    return (plan.translator.gettext("Someone you feel safe with can sit beside you."),)


def _ground_rules(plan: LessonPlan) -> Slide:
    _ = plan.translator.gettext
    friend = plan.scenario.friend.short_name
    return Slide(
        title=_("How we talk today"),
        blocks=(
            Items(
                items=(
                    _("You may pass. Nobody asks why."),
                    _("We talk about {friend}, not about ourselves.", friend=friend),
                    _("No names of people we know."),
                    _("We listen. Every question is welcome."),
                    _("Question box: no name needed."),
                ),
                id="ground-rules",
            ),
        ),
        notes=(
            *part_notes(plan, "ground_rules"),
            _("Ask: “Is there a rule that you would like to add?”"),
            _(
                "Say: “If you tell me that somebody is not safe, I cannot keep that to myself. "
                "I will tell you what I do next.”"
            ),
            _("Whoever would rather not take part may start the other activity now."),
        ),
    )


def _help(plan: LessonPlan, part: LessonPart) -> Slide:
    """Where help is. It comes twice: at the beginning, and before the close."""
    _ = plan.translator.gettext
    items: list[Text] = [_("An adult you trust: at home, at school, in a club"), emergency_text(plan)]
    for row in help_rows(plan, ("child_line",)):
        contact = " · ".join(each for each in (bare(row.web), row.phone) if each)
        items.append((Run(row.organisation, bold=True), Run(" "), Run(contact, ltr=True)))
    items.append(_("One does not help? Tell the next one."))
    first = part == "ground_rules"
    return Slide(
        title=_("Where help is") if first else _("Help is there, today too"),
        blocks=(
            Items(items=tuple(items), id="help"),
            Paragraph(text=_("It is never your fault when someone tricks or pushes you."), id="not-your-fault"),
        ),
        notes=(
            *(() if first else part_notes(plan, part)),
            _("Say which adult is free after the lesson, and where."),
            _("Numbers change: look at the site before the lesson."),
        ),
    )


def _plenary(plan: LessonPlan) -> Iterator[Slide]:
    _, debrief = plan.translator.gettext, plan.scenario.debrief
    if plan.scenario.nothing_is_wrong:
        question = _("What made these messages fine?")
        fair = _("Keep to what was written and asked, not to who wrote it.")
    else:
        question = _("What did the other person do that was not OK?")
        fair = _(
            "Keep to what was written and asked. Does somebody ask what {friend} did wrong? Nothing.", friend=_who(plan)
        )
    yield Slide(
        title=question,
        notes=(*part_notes(plan, "plenary"), _("Talk in pairs first, then together."), fair),
    )
    yield Slide(
        kind="explain",
        title=_("What we saw"),
        blocks=(
            Paragraph(text=own(plan, debrief.responsibility), kind="lead"),
            Paragraph(text=own(plan, debrief.feelings)),
        ),
        notes=(_("Read it aloud, slowly."),),
    )
    yield Slide(
        kind="explain",
        title=_("Remember"),
        blocks=(Paragraph(text=own(plan, debrief.remember), kind="lead", id="remember"),),
        notes=(_("Read it together."),),
    )


def _close(plan: LessonPlan) -> Slide:
    _ = plan.translator.gettext
    return Slide(
        kind="close",
        title=_("You helped {friend} today", friend=_who(plan)),
        blocks=(
            Paragraph(text=_("Look twice, and tell someone. You can do both, any day."), kind="lead"),
            Paragraph(text=_("You can have fun online and still ask.")),
        ),
        notes=(
            _("Thank the class. Hand out the cards “I took part”, and collect the tickets; both without names."),
            _("Something light to end with: a song, a stretch, a laugh about something else."),
            _("Stay in the room for those who want to talk. Read the question box today."),
        ),
    )


def _who(plan: LessonPlan) -> str:
    return plan.scenario.friend.short_name
