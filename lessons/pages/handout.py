"""The handout: the chat along the class's path, with numbers and votes at its side, and no answers."""

from collections.abc import Iterator

from lessons.document import Block, Callout, Chat, Document, Heading, Items, PageBreak, Paragraph
from lessons.pages.chat_lines import beat_lines, chat_after, marks_of, stop_lines
from lessons.pages.help_blocks import short_help
from lessons.pages.labels import option_label, quoted
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan, Stop


def handout_page(plan: LessonPlan) -> Document:
    """The story for pupils to read along.

    It stops at each choice and telling; what the friend does then is on the next page.
    """
    return sheet(plan, "handout", plan.scenario.title, "pupil", *_opening(plan), *_story(plan), short_help(plan))


def _opening(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Paragraph(text=plan.scenario.about, kind="lead")
    yield Paragraph(text=plan.scenario.content_note, kind="muted", id="content-note")
    yield Paragraph(text=_("Read along. Stop where it says “Vote”: is this message fine, not OK, or are you not sure?"))
    yield Paragraph(text=_("Everybody in this story is made up. You may pass at any time."), id="pass")
    if plan.scenario.band == "8-10":
        yield Paragraph(text=_("Someone you feel safe with can sit beside you."))


def _story(plan: LessonPlan) -> Iterator[Block]:
    marks = marks_of(plan)
    chat = ""
    for stop in plan.stops:
        lines = tuple(stop_lines(plan, stop, chat, marks))
        chat = chat_after(stop, chat)
        if lines:
            yield Chat(lines=lines)
        yield from _pause(plan, stop)


def _pause(plan: LessonPlan, stop: Stop) -> Iterator[Block]:
    """What the class does at a choice or a telling, then what happens in the story."""
    _ = plan.translator.gettext
    friend = plan.scenario.friend.short_name
    if stop.choice is not None:
        options = tuple(option_label(_, option, friend) for option in stop.choice.options)
        yield Callout(
            title=_("Stop here"),
            blocks=(Paragraph(text=stop.choice.question), Items(items=options)),
            kind="note",
        )
        yield PageBreak()
        yield Heading(text=_("What {friend} does", friend=friend), level=2)
    elif stop.rehearse is not None:
        sentences = tuple(quoted(_, sentence) for sentence in stop.rehearse.sentences)
        yield Callout(
            title=_("Say it out loud"),
            blocks=(Items(items=sentences),),
            kind="say",
        )
    if stop.choice is not None or stop.rehearse is not None:
        lines = beat_lines(plan, stop.last)
        if lines:
            yield Chat(lines=lines)
