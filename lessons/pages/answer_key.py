"""The answer key: every message that the class judges, what it is and why, and the practice items."""

from collections.abc import Iterator

from game.story.model import Message
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem
from lessons.document import Block, Document, Heading, Paragraph, Run, Table, Text
from lessons.pages.sorting_cards import lookalike_numbers
from lessons.pages.teacher_sheet import bold, draft_note, teacher_sheet
from lessons.plan import LessonPlan, ShownLine
from lessons.sign_words import lookalike_cards

_READS = {"fine": "Fine", "unclear": "Hard to tell"}


def answer_key_page(plan: LessonPlan) -> Document:
    """What is right, and that asking an adult always is."""
    return teacher_sheet(
        plan,
        "answer-key",
        f"{plan.scenario.title}: answer key",
        draft_note(),
        Paragraph(
            text="Talk about the why rather than about who was right. Whoever says “not OK” to a sign was right "
            "whatever card they name. “Not sure” noticed something. Asking an adult is never wrong, for any of these "
            "messages.",
            kind="lead",
        ),
        Heading(text="The story"),
        _story(plan),
        Heading(text="The starter and the six of practice"),
        _practice(plan),
    )


def answer_to(plan: LessonPlan, message: Message) -> str:
    """What a judged message is: fine, hard to tell, or the names of its signs."""
    if message.is_sign:
        names = [plan.album[sign].name for sign in message.signs if sign in plan.album]
        return f"Not OK: {', '.join(names)}" if names else "Not OK"
    return _READS.get(message.read or "", "")


def message_words(plan: LessonPlan, message: Message) -> str:
    """Who writes what, for a table."""
    name = plan.scenario.people[message.person].name
    if message.hidden is not None:
        return f"{name}: (hidden message)"
    if message.sticker is not None:
        return f"{name}: ({message.sticker.says})"
    if message.call is not None:
        return f"{name}: (a call, not answered)"
    return f"{name}: “{message.text}”"


def judged_lines(plan: LessonPlan) -> Iterator[tuple[int, ShownLine, Message]]:
    """The judged messages of the class's path with their running numbers, which the handout shows too."""
    number = 0
    for stop in plan.stops:
        for shown in stop.lines:
            if shown.judged is not None and isinstance(shown.beat, Message):
                number += 1
                yield number, shown, shown.beat


def _story(plan: LessonPlan) -> Block:
    rows: list[tuple[Text, ...]] = []
    for number, shown, message in judged_lines(plan):
        label = f"{number}, vote {shown.vote}" if shown.vote is not None else str(number)
        answer: Text = (Run(answer_to(plan, message), bold=True),)
        rows.append((label, message_words(plan, message), answer, message.why or ""))
    return Table(head=("Number", "Message", "Answer", "Why"), rows=tuple(rows), widths=(1.2, 3.2, 2, 3.6))


def _practice(plan: LessonPlan) -> Block:
    rows = [(f"Warm-up {number}", *_item(plan, item)) for number, item in enumerate(plan.starter, start=1)]
    rows += [(f"Card {number}", *_item(plan, item)) for number, item in enumerate(plan.practice, start=1)]
    numbers = lookalike_numbers(plan)
    rows += [
        (
            f"Card {numbers[card.id]}",
            card.lookalike,
            bold("Fine"),
            f"It looks a bit like “{card.name}”. Ask what is different.",
        )
        for card in lookalike_cards(plan)
    ]
    return Table(head=("Number", "What is on it", "Answer", "Why"), rows=tuple(rows), widths=(1.2, 3.6, 2, 3.4))


def _item(plan: LessonPlan, item: PracticeItem) -> tuple[Text, ...]:
    match item:
        case SortItem():
            answer = "Fine" if item.is_fine else f"Not OK: {', '.join(_sign(plan, sign) for sign in item.signs)}"
            return (f"{item.line.who}: “{item.line.text}”", (Run(answer, bold=True),), item.why)
        case PairItem():
            last = {"A": item.a[-1], "B": item.b[-1]}
            card = " / ".join(f"{letter}: “{line.text}”" for letter, line in last.items())
            return (card, (Run(f"{item.not_ok.upper()} is not OK: {_sign(plan, item.sign)}", bold=True),), item.why)
        case TurnItem():
            line = item.chat[item.turned_at - 1]
            card = f"{item.chat[0].who}: “{item.chat[0].text}” ..."
            return (card, (Run(f"It turns at “{line.text}”: {_sign(plan, item.sign)}", bold=True),), item.why)


def _sign(plan: LessonPlan, sign: str) -> str:
    return plan.album[sign].name if sign in plan.album else ""
