"""The answer key: every message that the class judges, what it is and why, and the practice items."""

from collections.abc import Iterator

from game.story.model import Message
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem
from lessons.document import Block, Document, Heading, Paragraph, Table, Text, joined
from lessons.pages.sorting_cards import lookalike_numbers
from lessons.pages.teacher_sheet import bold, draft_note, quote, story_title, teacher_sheet
from lessons.plan import LessonPlan, ShownLine
from lessons.sign_words import lookalike_cards, sign_name, sign_names, sign_texts
from lessons.told import in_bold, own, practised

_READS = {"fine": "Fine", "unclear": "Hard to tell"}


def answer_key_page(plan: LessonPlan) -> Document:
    """What is right, and that asking an adult always is."""
    return teacher_sheet(
        plan,
        "answer-key",
        story_title(plan, ": answer key"),
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


def answer_to(plan: LessonPlan, message: Message) -> Text:
    """What a judged message is: fine, hard to tell, or the names of its signs."""
    if message.is_sign:
        names = sign_names(plan, message.signs)
        return joined("Not OK: ", names) if names else "Not OK"
    return _READS.get(message.read or "", "")


def message_words(plan: LessonPlan, message: Message) -> Text:
    """Who writes what, for a table."""
    name = own(plan, plan.scenario.people[message.person].name)
    if message.hidden is not None:
        return joined(name, ": (hidden message)")
    if message.sticker is not None:
        return joined(name, ": (", own(plan, message.sticker.says), ")")
    if message.call is not None:
        return joined(name, ": (a call, not answered)")
    return joined(name, ": ", quote(own(plan, message.text or "")))


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
        answer = in_bold(answer_to(plan, message))
        rows.append((label, message_words(plan, message), answer, own(plan, message.why or "")))
    return Table(head=("Number", "Message", "Answer", "Why"), rows=tuple(rows), widths=(1.2, 3.2, 2, 3.6))


def _practice(plan: LessonPlan) -> Block:
    rows = [(f"Warm-up {number}", *_item(plan, item)) for number, item in enumerate(plan.starter, start=1)]
    rows += [(f"Card {number}", *_item(plan, item)) for number, item in enumerate(plan.practice, start=1)]
    numbers = lookalike_numbers(plan)
    rows += [
        (
            f"Card {numbers[card.id]}",
            texts.lookalike,
            bold("Fine"),
            joined("It looks a bit like ", quote(texts.name), ". Ask what is different."),
        )
        for card in lookalike_cards(plan)
        for texts in (sign_texts(plan, card),)
    ]
    return Table(head=("Number", "What is on it", "Answer", "Why"), rows=tuple(rows), widths=(1.2, 3.6, 2, 3.4))


def _item(plan: LessonPlan, item: PracticeItem) -> tuple[Text, ...]:
    why = practised(plan, item.why)
    match item:
        case SortItem():
            return (practice_words(plan, item.line), in_bold(practice_answer(plan, item)), why)
        case PairItem():
            a, b = (quote(practised(plan, lines[-1].text)) for lines in (item.a, item.b))
            answer = joined(f"{item.not_ok.upper()} is not OK: ", sign_name(plan, item.sign))
            return (joined("A: ", a, " / B: ", b), in_bold(answer), why)
        case TurnItem():
            turn = quote(practised(plan, item.chat[item.turned_at - 1].text))
            answer = joined("It turns at ", turn, ": ", sign_name(plan, item.sign))
            return (joined(practice_words(plan, item.chat[0]), " ..."), in_bold(answer), why)


def practice_words(plan: LessonPlan, line: Line) -> Text:
    """Who writes what in the practice, for a table."""
    return joined(practised(plan, line.who), ": ", quote(practised(plan, line.text)))


def practice_answer(plan: LessonPlan, item: SortItem) -> Text:
    """What an item to sort is: fine, or the names of its signs."""
    return "Fine" if item.is_fine else joined("Not OK: ", sign_names(plan, item.signs))
