"""The lesson on paper: no computer at all, and a page for when there are only 20 minutes."""

from game.story.model import Message
from lessons.document import Block, Document, Heading, Items, PageBreak, Paragraph, Run, Table, Text, runs
from lessons.pages.answer_key import answer_to, message_words
from lessons.pages.help_blocks import emergency_line
from lessons.pages.lesson_parts import read_aloud_head
from lessons.pages.teacher_sheet import bullets, draft_note, say, teacher_sheet
from lessons.plan import LessonPlan, Stop
from lessons.told import guided, in_bold, own, strong, woven

SHORT_VOTES = 3


def unplugged_page(plan: LessonPlan) -> Document:
    """The whole lesson with the printed pages, then the short one."""
    _ = plan.teacher_words.gettext
    return teacher_sheet(
        plan,
        "on-paper",
        # NOTE: Title of a page for teachers: the lesson without a computer. {story} is the title of a story.
        woven(lambda story: _("{story}: on paper", story=story), own(plan, plan.scenario.title)),
        draft_note(_),
        *_whole(plan),
        PageBreak(),
        *_short(plan),
    )


def _whole(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    return (
        Heading(text=_("The whole lesson without a computer")),
        Paragraph(
            text=_("The minute plan of the lesson plan holds. This is how each part works on paper."), kind="lead"
        ),
        bullets(
            strong(
                _("*Votes:* three corners of the room, or three cards: fine, not sure, not OK. Sitting down is a pass.")
            ),
            strong(
                _(
                    "*The story:* handouts, face down at first. You read all of it aloud; nobody in class speaks for "
                    "anybody in the chat. Page by page: nobody turns over before the class has chosen."
                )
            ),
            strong(
                _(
                    "*The choice:* the options on the board with numbers, one sticker or stroke each. Then you turn "
                    "the page."
                )
            ),
            strong(
                _("*Telling:* in pairs, standing, each says one sentence once. You ring a small bell after a minute.")
            ),
            strong(_("*Practice:* sorting cards, cut beforehand; hoops or three sheets on the floor to put them in.")),
            strong(
                _(
                    "*Close:* exit tickets into the question box, so that the box is full of slips and nobody stands "
                    "out."
                )
            ),
            id="on-paper",
        ),
        *((Paragraph(text=guided(plan, plan.guide.unplugged)),) if plan.guide.unplugged else ()),
    )


def _short(plan: LessonPlan) -> tuple[Block, ...]:
    _ = plan.teacher_words.gettext
    chosen = _some(plan)
    rows: list[tuple[Text, ...]] = []
    for stop in chosen:
        assert isinstance(stop.last.beat, Message)
        rows.append(
            (
                message_words(plan, stop.last.beat),
                in_bold(answer_to(plan, stop.last.beat)),
                own(plan, stop.last.beat.why or ""),
            )
        )
    return (
        Heading(text=_("Only 20 minutes")),
        Paragraph(
            text=_("One page, no preparation but this: read it once, and have the help lines at hand."), kind="lead"
        ),
        bullets(
            (
                Run("0-3  ", ltr=True, bold=True),
                *runs(
                    woven(
                        # NOTE: {emergency} is the sentence "In danger now? Call ...".
                        lambda emergency: _(
                            "Rules: everybody may pass, no own stories, no names. {emergency}", emergency=emergency
                        ),
                        (Run(emergency_line(plan)),),
                    )
                ),
            ),
            (
                Run("3-11  ", ltr=True, bold=True),
                *runs(
                    woven(
                        # NOTE: {about} says what the story is about, in whole sentences.
                        lambda about: _(
                            "Tell: {about} Read these messages aloud, one by one. Vote by thumb, then the why.",
                            about=about,
                        ),
                        own(plan, plan.scenario.about),
                    )
                ),
            ),
            id="short-plan",
        ),
        Table(head=read_aloud_head(_), rows=tuple(rows), widths=(4, 2, 4)),
        bullets(
            (
                Run("11-15  ", ltr=True, bold=True),
                Run(_("In pairs, say once: “Something in a chat feels wrong. Can you look at it with me?”")),
            ),
            (
                Run("15-18  ", ltr=True, bold=True),
                *runs(
                    woven(
                        # NOTE: {words} are whole sentences of the story's: whose fault it is.
                        lambda words: _("Ask what was not OK. Say: {words}", words=words),
                        own(plan, plan.scenario.debrief.responsibility),
                    )
                ),
            ),
            (
                Run("18-20  ", ltr=True, bold=True),
                *runs(
                    woven(
                        # NOTE: {words} are whole sentences of the story's: what to remember.
                        lambda words: _("End with: {words} Say where help is. Something calm.", words=words),
                        own(plan, plan.scenario.debrief.remember),
                    )
                ),
            ),
        ),
        say(_, _("Look twice, and tell someone. You can do both, any day.")),
        Items(kind="check", items=(_("The safeguarding person knows of it."), _("I am free for a while afterwards."))),
    )


def _some(plan: LessonPlan) -> tuple[Stop, ...]:
    """A few votes, both kinds among them where the story has both."""
    signs = [stop for stop in plan.votes if stop.message is not None and stop.message.is_sign]
    fine = [stop for stop in plan.votes if stop not in signs]
    chosen = [*fine[:1], *signs[:2]] if signs else fine[:SHORT_VOTES]
    return tuple(stop for stop in plan.votes if stop in chosen)
