"""The worksheet: what one says of each message that is voted on, what the friend could do, and a ticket at the end."""

from collections.abc import Iterator

from game.story.model import Message, Rehearse
from lessons.document import (
    Block,
    Callout,
    Document,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    plain,
    runs,
)
from lessons.pages.chat_lines import digits, message_line
from lessons.pages.labels import in_quotes, verdict_labels
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan
from lessons.told import in_bold, own, woven

_MOST_SENTENCES = 3
_VOTES_BESIDE_MORE = 3


def worksheet_page(plan: LessonPlan) -> Document:
    """Boxes and lines for each vote, for what the friend could do and say; then the exit ticket on its own page.

    It asks nothing about the pupil, and has no place for a name.
    """
    _ = plan.translator.gettext
    # NOTE: Title of a page; {story} is the title of the story.
    title = woven(lambda story: _("{story}: your page", story=story), own(plan, plan.scenario.title))
    # With more votes than this the ballot fills its page.
    apart = (PageBreak(),) if len(plan.votes) > _VOTES_BESIDE_MORE else ()
    blocks = (*_votes(plan), *apart, *_what_now(plan), PageBreak(), *_exit_ticket(plan))
    return sheet(plan, "worksheet", title, "pupil", *blocks)


def _votes(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Paragraph(text=_("No name on this page, please. You may leave anything empty."), id="no-name")
    boxes = "\n".join(f"[   ] {label}" for label in verdict_labels(_))
    rows = tuple(
        (digits(plan, stop.last.vote or stop.number), _message(plan, stop.message), boxes, "")
        for stop in plan.votes
        if stop.message is not None
    )
    if rows:
        # NOTE: Head of a column in which the pupil goes on writing: "because ..."
        head = (_("Vote"), _("Message"), _("I say"), _("because …"))
        yield Table(head=head, rows=rows, widths=(0.9, 3.8, 2.1, 3.2), id="votes")


def _message(plan: LessonPlan, message: Message) -> Text:
    """Who writes, then what."""
    line = message_line(plan, message)
    who = (*in_bold(line.name), Run("\n"))
    if line.kind == "hidden":
        hidden = plan.translator.gettext("Hidden message: {label}", label=plain(line.text))
        return (*who, Run(hidden))
    return (*who, *runs(line.text))


def _what_now(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    friend = plan.scenario.friend.short_name
    yield Heading(text=_("What could {friend} do now?", friend=friend), level=2, id="what-now")
    yield Lines(count=2, label=_("Two things that {friend} could do:", friend=friend))
    yield Heading(text=_("How could {friend} say it?", friend=friend), level=2, id="telling")
    sentences = _sentences(plan)
    if sentences:
        yield Paragraph(text=_("These sentences can start a talk with an adult:"))
        yield Items(items=tuple(in_quotes(plan, own(plan, sentence)) for sentence in sentences))
    else:
        yield Paragraph(text=_("A short sentence is enough to ask an adult to look at a chat, too."))
    yield Lines(count=2, label=_("Write one for {friend}. It may be one of yours:", friend=friend))


def _sentences(plan: LessonPlan) -> tuple[str, ...]:
    """Sentences of the tellings that the class meets, each once."""
    found = [
        sentence
        for stop in plan.stops
        for shown in stop.lines
        if isinstance(shown.beat, Rehearse)
        for sentence in shown.beat.sentences
    ]
    return tuple(dict.fromkeys(found))[:_MOST_SENTENCES]


def _exit_ticket(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    # NOTE: A page that pupils hand in at the door when the lesson is over.
    yield Heading(text=_("Ticket to leave"), level=1, id="exit-ticket")
    yield Paragraph(text=_("No name, please. There are no marks for this. You may leave lines empty."))
    yield Lines(
        count=2,
        label=_("Two people a child can tell. Write what they are, such as “a coach”. Please write no names:"),
        id="two-people",
    )
    if plan.scenario.nothing_is_wrong:
        yield Lines(count=2, label=_("One thing that shows a message is fine:"), id="fine")
    else:
        yield Lines(count=2, label=_("One sign from today:"), id="sign")
        yield Lines(count=2, label=_("One thing that looks like that sign, and is fine:"), id="lookalike")
    yield Paragraph(text=_("You show an adult a message, and it turns out to be fine. Asking was still right."))
    yield Items(items=(_("True"), _("Not true")), kind="check", id="always-ask")
    yield Callout(
        title=_("Is something on your mind?"),
        blocks=(
            Paragraph(
                text=_(
                    "You can talk to an adult at school after the lesson. "
                    "You can also put a note in the question box. It needs no name."
                )
            ),
            Paragraph(text=_("An adult reads the notes today.")),
        ),
        kind="help",
        id="question-box",
    )
