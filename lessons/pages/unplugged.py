"""The lesson on paper: no computer at all, and a page for when there are only 20 minutes."""

from game.story.model import Message
from lessons.document import Block, Document, Heading, Items, PageBreak, Paragraph, Run, Table, Text, joined, runs
from lessons.pages.answer_key import answer_to, message_words
from lessons.pages.help_blocks import emergency_line
from lessons.pages.teacher_sheet import bold, bullets, draft_note, say, story_title, teacher_sheet
from lessons.plan import LessonPlan, Stop
from lessons.told import own

SHORT_VOTES = 3


def unplugged_page(plan: LessonPlan) -> Document:
    """The whole lesson with the printed pages, then the short one."""
    return teacher_sheet(
        plan,
        "on-paper",
        story_title(plan, ": on paper"),
        draft_note(),
        *_whole(plan),
        PageBreak(),
        *_short(plan),
    )


def _whole(plan: LessonPlan) -> tuple[Block, ...]:
    return (
        Heading(text="The whole lesson without a computer"),
        Paragraph(text="The minute plan of the lesson plan holds. This is how each part works on paper.", kind="lead"),
        bullets(
            bold(
                "Votes:", "three corners of the room, or three cards: fine, not sure, not OK. Sitting down is a pass."
            ),
            bold(
                "The story:",
                "handouts, face down at first. You read all of it aloud; nobody in class speaks for anybody in the "
                "chat. Page by page: nobody turns over before the class has chosen.",
            ),
            bold(
                "The choice:",
                "the options on the board with numbers, one sticker or stroke each. Then you turn the page.",
            ),
            bold("Telling:", "in pairs, standing, each says one sentence once. You ring a small bell after a minute."),
            bold("Practice:", "sorting cards, cut beforehand; hoops or three sheets on the floor to put them in."),
            bold(
                "Close:", "exit tickets into the question box, so that the box is full of slips and nobody stands out."
            ),
            id="on-paper",
        ),
        *((Paragraph(text=plan.guide.unplugged),) if plan.guide.unplugged else ()),
    )


def _short(plan: LessonPlan) -> tuple[Block, ...]:
    chosen = _some(plan)
    rows: list[tuple[Text, ...]] = []
    for stop in chosen:
        assert isinstance(stop.last.beat, Message)
        rows.append(
            (
                message_words(plan, stop.last.beat),
                bold(answer_to(plan, stop.last.beat)),
                own(plan, stop.last.beat.why or ""),
            )
        )
    return (
        Heading(text="Only 20 minutes"),
        Paragraph(
            text="One page, no preparation but this: read it once, and have the help lines at hand.", kind="lead"
        ),
        bullets(
            (
                Run("0-3  ", ltr=True, bold=True),
                Run("Rules: everybody may pass, no own stories, no names. "),
                Run(emergency_line(plan)),
            ),
            (
                Run("3-11  ", ltr=True, bold=True),
                *runs(
                    joined(
                        "Tell: ",
                        own(plan, plan.scenario.about),
                        " Read these messages aloud, one by one. Vote by thumb, then the why.",
                    )
                ),
            ),
            id="short-plan",
        ),
        Table(head=("Read", "It is", "Because"), rows=tuple(rows), widths=(4, 2, 4)),
        bullets(
            (
                Run("11-15  ", ltr=True, bold=True),
                Run("In pairs, say once: “Something in a chat feels wrong. Can you look at it with me?”"),
            ),
            (
                Run("15-18  ", ltr=True, bold=True),
                *runs(joined("Ask what was not OK. Say: ", own(plan, plan.scenario.debrief.responsibility))),
            ),
            (
                Run("18-20  ", ltr=True, bold=True),
                *runs(
                    joined(
                        "End with: ", own(plan, plan.scenario.debrief.remember), " Say where help is. Something calm."
                    )
                ),
            ),
        ),
        say("Look twice, and tell someone. You can do both, any day."),
        Items(kind="check", items=("The safeguarding person knows of it.", "I am free for a while afterwards.")),
    )


def _some(plan: LessonPlan) -> tuple[Stop, ...]:
    """A few votes, both kinds among them where the story has both."""
    signs = [stop for stop in plan.votes if stop.message is not None and stop.message.is_sign]
    fine = [stop for stop in plan.votes if stop not in signs]
    chosen = [*fine[:1], *signs[:2]] if signs else fine[:SHORT_VOTES]
    return tuple(stop for stop in plan.votes if stop in chosen)
