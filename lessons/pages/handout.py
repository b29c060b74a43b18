"""The handout: the chat along the class's path, with numbers and votes at its side, and no answers."""

from collections.abc import Iterable, Iterator

from lessons.document import Block, Callout, Chat, ChatLine, Document, Heading, Items, PageBreak, Paragraph
from lessons.pages.chat_lines import beat_lines, chat_after, marks_of, stop_lines
from lessons.pages.help_blocks import short_help
from lessons.pages.labels import in_quotes, option_label
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan, Stop
from lessons.told import own


def handout_page(plan: LessonPlan) -> Document:
    """The story for pupils to read along.

    It stops at each choice and telling; what the friend does then is on the next page.
    """
    return sheet(
        plan, "handout", own(plan, plan.scenario.title), "pupil", *_opening(plan), *_story(plan), short_help(plan)
    )


def _opening(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Paragraph(text=own(plan, plan.scenario.about), kind="lead")
    yield Paragraph(text=own(plan, plan.scenario.content_note), kind="muted", id="content-note")
    yield Paragraph(text=_("Read along. Stop where it says “Vote”: is this message fine, not OK, or are you not sure?"))
    yield Paragraph(text=_("Everybody in this story is made up. You may pass at any time."), id="pass")
    if plan.scenario.band == "8-10":
        yield Paragraph(text=_("Someone you feel safe with can sit beside you."))


def _story(plan: LessonPlan) -> Iterator[Block]:
    marks = marks_of(plan)
    chat = ""
    lines: list[ChatLine] = []
    for stop in plan.stops:
        lines += stop_lines(plan, stop, chat, marks)
        chat = chat_after(stop, chat)
        if stop.choice is not None or stop.rehearse is not None:
            yield from _chats(lines)
            lines = list(beat_lines(plan, stop.last))
            yield from _pause(plan, stop)
    yield from _chats(lines)


def _chats(lines: Iterable[ChatLine]) -> Iterator[Block]:
    """Lines as one block for each chat; what the narrator tells apart from any message is running text."""
    for each in _by_thread(lines):
        if all(line.kind in ("note", "gap") for line in each):
            yield from (Paragraph(text=line.text) for line in each)
        elif each:
            yield Chat(lines=tuple(each))


def _by_thread(lines: Iterable[ChatLine]) -> Iterator[list[ChatLine]]:
    """Lines cut where a chat's title stands; a gap in time right before it goes with what follows."""
    current: list[ChatLine] = []
    for line in lines:
        if line.kind != "thread":
            current.append(line)
            continue
        gaps: list[ChatLine] = []
        while current and current[-1].kind == "gap":
            gaps.insert(0, current.pop())
        yield current
        current = [line, *gaps]
    yield current


def _pause(plan: LessonPlan, stop: Stop) -> Iterator[Block]:
    """What the class does at a choice or a telling; what the friend does then comes on a new page."""
    _ = plan.translator.gettext
    friend = plan.scenario.friend.short_name
    if stop.choice is not None:
        options = tuple(option_label(plan, option) for option in stop.choice.options)
        blocks = (Paragraph(text=own(plan, stop.choice.question)), Items(items=options))
        yield Callout(title=_("Stop here"), blocks=blocks, kind="note")
        yield PageBreak()
        yield Heading(text=_("What {friend} does", friend=friend), level=2)
    elif stop.rehearse is not None:
        sentences = tuple(in_quotes(plan, own(plan, sentence)) for sentence in stop.rehearse.sentences)
        yield Callout(title=_("Say it out loud"), blocks=(Items(items=sentences),), kind="say")
