"""The lesson plan: what a teacher needs for the lesson, in the order of the clock."""

from collections.abc import Iterator, Sequence

from game.i18n.translator import Translator
from game.shown.labels import Say
from lessons.clock import clock
from lessons.document import Block, Callout, Document, Heading, Items, Paragraph, Run, Table, Text
from lessons.pages.answer_key import practice_answer, practice_words
from lessons.pages.help_blocks import emergency_line
from lessons.pages.lesson_after import after_the_lesson
from lessons.pages.lesson_parts import part_head, part_name, read_aloud_head
from lessons.pages.lesson_story import story_part
from lessons.pages.teacher_sheet import bold, bullets, claim, draft_note, quote, say, teacher_sheet
from lessons.plan import LessonPlan
from lessons.told import guided, own, practised, strong, woven


def lesson_plan_page(plan: LessonPlan) -> Document:
    """The whole lesson: a first page for the desk, then each part with what to say."""
    _ = plan.teacher_words.gettext
    return teacher_sheet(
        plan,
        "lesson-plan",
        # NOTE: Title of a page for teachers. {story} is the title of a story.
        woven(lambda story: _("{story}: lesson plan", story=story), own(plan, plan.scenario.title)),
        *_first_page(plan),
        *_ground_rules(plan),
        *_starter(plan),
        *story_part(plan),
        *_choice(plan),
        *_practice(plan),
        *_plenary(plan),
        *after_the_lesson(plan),
    )


def _first_page(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.teacher_words.gettext
    guide, scenario = plan.guide, plan.scenario
    yield Paragraph(
        text=woven(
            # NOTE: {ages} is as "11-13"; {note} and {about} are whole sentences of the story's.
            lambda note, about: _(
                "Ages {ages} · {minutes} minutes · {note} {about}",
                ages=scenario.band,
                minutes=guide.minutes,
                note=note,
                about=about,
            ),
            own(plan, scenario.content_note),
            own(plan, scenario.about),
        ),
        kind="lead",
    )
    yield draft_note(_)
    if guide.is_derived:
        yield Callout(
            title=_("Nobody wrote a guide for this story"),
            blocks=(
                Paragraph(
                    text=_("This plan was made from the story alone. Look closely, and change what does not fit.")
                ),
            ),
            kind="draft",
            id="derived",
        )
    lead = _(plan.place.safeguarding_lead)
    yield Callout(
        title=_("Before you start"),
        blocks=(
            Paragraph(
                # NOTE: {lead} is "The person in your school who is responsible for child protection", or their title.
                text=_(
                    "{lead} knows of the lesson. A second adult is in the room. It is not the last lesson of the day "
                    "or the week. You have read the page “If a pupil tells you something”.",
                    lead=f"{lead[:1].upper()}{lead[1:]}",
                )
            ),
            Paragraph(
                text=_("This lesson is no answer to something that has happened. Then pupils are looked after first.")
            ),
        ),
        kind="care",
        id="before",
    )
    yield Heading(text=_("Minute by minute"))
    rows = tuple(
        (
            (Run(f"{span.start}-{span.end}", ltr=True, bold=True),),
            (Run(part_name(plan.teacher_words, step.part), bold=True),),
            guided(plan, step.text),
        )
        for step, span in zip(guide.plan, clock(guide), strict=True)
    )
    # NOTE: Head of a column: from which minute of the lesson to which.
    minutes = _("Minutes")
    # NOTE: Head of a column: a part of the lesson.
    part = _("Part")
    yield Table(head=(minutes, part, _("What the class does")), rows=rows, widths=(1.2, 2.6, 6), id="minute-plan")
    # NOTE: Heading: what pupils learn in the lesson.
    yield Heading(text=_("Aims"), level=2)
    yield Paragraph(text=strong(_("*Pupils can say:*")))
    yield bullets(*(guided(plan, aim) for aim in guide.pupil_aims), id="pupil-aims")
    if guide.teacher_aims:
        yield Paragraph(text=strong(_("*In teachers' words:*")))
        yield bullets(*(guided(plan, aim) for aim in guide.teacher_aims), id="teacher-aims")
    yield Heading(text=_("What you need"), level=2)
    yield Items(
        kind="check",
        items=(
            _("Slides on a projector, or the game itself, or the handout and your voice: each is enough."),
            _("A handout and a worksheet for each pupil; the worksheet has the exit ticket."),
            _("Sorting cards, one set for each team of four. The answer key, for you alone."),
            _("A box for questions, and paper slips. Nobody writes a name."),
        ),
        id="materials",
    )


def _ground_rules(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.teacher_words.gettext
    yield part_head(plan, "ground_rules")
    yield say(
        _,
        _("Today we read a made-up story and help somebody in it. Everybody may pass, always, without a reason."),
        _(
            "We do not tell stories of our own or of people we know, and we say no names. If something comes "
            "to your mind, tell me afterwards, or put it into the box. I read the box today."
        ),
    )
    yield Paragraph(text=_("Ask which rule is missing, and write it up in the pupils' own words."), id="agreed-rules")
    yield bullets(
        strong(_("*Right to pass.* “Pass” is a vote like the others.")),
        strong(_("*Question box.* It goes round at the end, and everybody puts in a slip, empty or not.")),
        strong(
            # NOTE: {emergency} is the sentence "In danger now? Call ...".
            lambda emergency: _(
                "*Help.* {emergency} The other lines are on the pupils' notice and the last slide.",
                emergency=emergency,
            ),
            emergency_line(plan),
        ),
        id="pass",
    )


def _starter(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.teacher_words.gettext
    yield part_head(plan, "starter")
    yield Paragraph(text=_("Read each aloud. Thumbs: fine, not sure, not OK. Then the why. Keep it quick and light."))
    rows: list[tuple[Text, ...]] = []
    for item in plan.starter:
        answer = practice_answer(plan, item)
        rows.append((practice_words(plan, item.line), bold(answer), practised(plan, item.why)))
    yield Table(head=read_aloud_head(_), rows=tuple(rows), widths=(4, 2, 4))


def _choice(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.teacher_words.gettext
    yield part_head(plan, "choice")
    yield Paragraph(
        text=_(
            "One choice of the story together: which of these would you offer, and what could come of it? "
            "Not answering is always one of the good ones."
        )
    )
    sentences = [sentence for stop in plan.stops if stop.rehearse is not None for sentence in stop.rehearse.sentences]
    yield say(
        _, _("In pairs: one says a sentence, the other listens like a good adult, and says “Thank you for telling me”.")
    )
    if sentences:
        yield bullets(*(quote(_, own(plan, sentence)) for sentence in dict.fromkeys(sentences)))
    yield Paragraph(
        text=_(
            "Practise telling and saying no, nothing else. Nobody plays the person who was not OK, and "
            "nobody plays the one it happened to."
        ),
        id="no-role-play",
    )


def _practice(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.teacher_words.gettext
    yield part_head(plan, "practice")
    fine = sum(1 for item in plan.practice if getattr(item, "is_fine", False))
    # NOTE: {number} cards to sort.
    sort = plan.teacher_words.ngettext(
        "Teams of four sort {number} card: fine, not OK, ask somebody. Compare, and say why. The answer is in the key.",
        "Teams of four sort {number} cards: fine, not OK, ask somebody. Compare, and say why. The answers are in the "
        "key.",
        len(plan.practice),
    )
    # NOTE: {number} of the cards.
    balance = plan.teacher_words.ngettext(
        "{number} of them is fine: good teams do not sort everything to one side.",
        "{number} of them are fine: good teams do not sort everything to one side.",
        fine,
    )
    yield Paragraph(text=f"{sort} {balance}" if fine else sort)
    yield Paragraph(text=_("Two teams disagree? That is the best moment of the lesson. Let both say what they saw."))


def _plenary(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.teacher_words.gettext
    yield part_head(plan, "plenary")
    unsafe = [person.short_name for person in plan.scenario.people.values() if person.facts.unsafe]
    first = _first_question(_, unsafe)
    yield say(_, first)
    said = (first, _first_question(Translator().gettext, unsafe))
    if plan.guide.questions.after:
        after = [guided(plan, question) for question in plan.guide.questions.after if question not in said]
    else:
        after = [own(plan, question) for question in plan.scenario.debrief.questions if question not in said]
    yield bullets(*after, id="after-questions")
    yield Callout(
        title=_("To end on"),
        blocks=(
            Paragraph(text=own(plan, plan.scenario.debrief.responsibility)),
            Paragraph(text=own(plan, plan.scenario.debrief.remember)),
        ),
        kind="say",
    )
    yield Paragraph(
        text=_("Never ask what somebody in the story could have done earlier. Ask what can be done now."), id="ask-now"
    )
    yield part_head(plan, "close")
    yield Paragraph(
        text=_(
            "Exit ticket: two people a child can tell, as roles, no names. Say again where help is. The box "
            "goes round. End with something calm that the class likes: a song, a page of a book, a minute of "
            "quiet."
        ),
        id="calm-close",
    )
    yield Paragraph(text=claim(_), kind="muted")


def _first_question(_: Say, unsafe: Sequence[str]) -> str:
    """What the class is asked first about the people of these names, who were not OK."""
    if not unsafe:
        return _("What made these messages fine?")
    names, *others = unsafe
    for name in others:
        # NOTE: Two names, as in "Kit and Max". {one} may be two names itself.
        names = _("{one} and {other}", one=names, other=name)
    # NOTE: {names} is one name, or several.
    return _("What did {names} do that was not OK?", names=names)
