"""The answer key: every message that the class judges, what it is and why, and the practice items."""

from collections.abc import Iterator

from game.i18n.formats import write_digits
from game.shown.labels import Say, verdict_label
from game.story.model import Message
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem
from lessons.document import Block, Document, Heading, Paragraph, Table, Text
from lessons.pages.sorting_cards import lookalike_numbers
from lessons.pages.teacher_sheet import draft_note, quote, teacher_sheet
from lessons.plan import LessonPlan, ShownLine
from lessons.sign_words import lookalike_cards, sign_name, sign_names, sign_texts
from lessons.told import in_bold, own, practised, woven


def answer_key_page(plan: LessonPlan) -> Document:
    """What is right, and that asking an adult always is."""
    _ = plan.teacher_words.gettext
    return teacher_sheet(
        plan,
        "answer-key",
        # NOTE: Title of a page for teachers. {story} is the title of a story.
        woven(lambda story: _("{story}: answer key", story=story), own(plan, plan.scenario.title)),
        draft_note(_),
        Paragraph(
            text=_(
                "Talk about the why rather than about who was right. Whoever says “not OK” to a sign was right "
                "whatever card they name. “Not sure” noticed something. Asking an adult is never wrong, for any "
                "of these messages."
            ),
            kind="lead",
        ),
        Heading(text=_("The story")),
        _story(plan),
        Heading(text=_("The starter and the six of practice")),
        _practice(plan),
    )


def answer_to(plan: LessonPlan, message: Message) -> Text:
    """What a judged message is: fine, hard to tell, or the names of its signs."""
    _ = plan.teacher_words.gettext
    if message.is_sign:
        names = sign_names(plan, message.signs)
        return _not_ok(_, names) if names else verdict_label(_, "not_ok")
    # NOTE: What the answer key says of a message of which nobody can know whether it is fine.
    unclear = _("Hard to tell")
    return {"fine": verdict_label(_, "fine"), "unclear": unclear}.get(message.read or "", "")


def _not_ok(_: Say, signs: Text) -> Text:
    # NOTE: What the answer key says of a message. {signs} are the names of one or more signs.
    return woven(lambda names: _("Not OK: {signs}", signs=names), signs)


def message_words(plan: LessonPlan, message: Message) -> Text:
    """Who writes what, for a table."""
    _ = plan.teacher_words.gettext
    name = own(plan, plan.scenario.people[message.person].name)
    if message.hidden is not None:
        # NOTE: {name} is who wrote it. What was written is never shown.
        return woven(lambda who: _("{name}: (hidden message)", name=who), name)
    if message.sticker is not None:
        sticker = own(plan, message.sticker.says)
        # NOTE: {name} is who sent a sticker; {words} say what it shows.
        return woven(lambda who, words: _("{name}: ({words})", name=who, words=words), name, sticker)
    if message.call is not None:
        # NOTE: {name} is who called.
        return woven(lambda who: _("{name}: (a call, not answered)", name=who), name)
    return _who_and_words(_, name, quote(_, own(plan, message.text or "")))


def _who_and_words(_: Say, who: Text, said: Text) -> Text:
    # NOTE: {name} is who wrote it, {words} what, in quotation marks. Only the sign between them.
    return woven(lambda name, words: _("{name}: {words}", name=name, words=words), who, said)


def judged_lines(plan: LessonPlan) -> Iterator[tuple[int, ShownLine, Message]]:
    """The judged messages of the class's path with their running numbers, which the handout shows too."""
    number = 0
    for stop in plan.stops:
        for shown in stop.lines:
            if shown.judged is not None and isinstance(shown.beat, Message):
                number += 1
                yield number, shown, shown.beat


def _story(plan: LessonPlan) -> Block:
    _ = plan.teacher_words.gettext
    rows: list[tuple[Text, ...]] = []
    for number, shown, message in judged_lines(plan):
        label = write_digits(str(number), plan.teacher_words.formats)
        if shown.vote is not None:
            # NOTE: The running number of a message, and which vote of the class it is.
            label = _("{number}, vote {vote}", number=number, vote=shown.vote)
        answer = in_bold(answer_to(plan, message))
        rows.append((label, message_words(plan, message), answer, own(plan, message.why or "")))
    return Table(head=_head(_, _("Message")), rows=tuple(rows), widths=(1.2, 3.2, 2, 3.6))


def _head(_: Say, what: str) -> tuple[str, ...]:
    # NOTE: Head of a column: the number of a message or a card.
    number = _("Number")
    # NOTE: Head of a column: what is right, such as "Fine".
    answer = _("Answer")
    # NOTE: Head of a column: the reason of an answer.
    return (number, what, answer, _("Why"))


def _practice(plan: LessonPlan) -> Block:
    _ = plan.teacher_words.gettext
    rows = [
        (_("Warm-up {number}", number=number), *_item(plan, item)) for number, item in enumerate(plan.starter, start=1)
    ]
    rows += [
        (_("Card {number}", number=number), *_item(plan, item)) for number, item in enumerate(plan.practice, start=1)
    ]
    numbers = lookalike_numbers(plan)
    rows += [
        (
            _("Card {number}", number=numbers[card.id]),
            texts.lookalike,
            in_bold(verdict_label(_, "fine")),
            # NOTE: {sign} is the name of a sign, in quotation marks.
            woven(lambda sign: _("It looks a bit like {sign}. Ask what is different.", sign=sign), quoted_name),
        )
        for card in lookalike_cards(plan)
        for texts in (sign_texts(plan, card),)
        for quoted_name in (quote(_, texts.name),)
    ]
    # NOTE: Head of a column: what is written on a card.
    return Table(head=_head(_, _("What is on it")), rows=tuple(rows), widths=(1.2, 3.6, 2, 3.4))


def _item(plan: LessonPlan, item: PracticeItem) -> tuple[Text, ...]:
    _ = plan.teacher_words.gettext
    why = practised(plan, item.why)
    match item:
        case SortItem():
            return (practice_words(plan, item.line), in_bold(practice_answer(plan, item)), why)
        case PairItem():
            a, b = (quote(_, practised(plan, lines[-1].text)) for lines in (item.a, item.b))
            # NOTE: Two chats beside each other: use the first two letters of your alphabet. {a} and {b} are quoted.
            both = woven(lambda first, second: _("A: {a} / B: {b}", a=first, b=second), a, b)
            name = sign_name(plan, item.sign)
            if item.not_ok == "a":
                # NOTE: The first of two chats beside each other. {sign} is the name of a sign.
                return (both, in_bold(woven(lambda sign: _("A is not OK: {sign}", sign=sign), name)), why)
            # NOTE: The second of two chats beside each other. {sign} is the name of a sign.
            return (both, in_bold(woven(lambda sign: _("B is not OK: {sign}", sign=sign), name)), why)
        case TurnItem():
            turn = quote(_, practised(plan, item.chat[item.turned_at - 1].text))
            name = sign_name(plan, item.sign)
            # NOTE: A chat that was fine turns at this message. {words} are in quotation marks; {sign} is a sign's name.
            answer = woven(lambda words, sign: _("It turns at {words}: {sign}", words=words, sign=sign), turn, name)
            # NOTE: {line} is the first line of a longer chat.
            begin = woven(lambda line: _("{line} ...", line=line), practice_words(plan, item.chat[0]))
            return (begin, in_bold(answer), why)


def practice_words(plan: LessonPlan, line: Line) -> Text:
    """Who writes what in the practice, for a table."""
    _ = plan.teacher_words.gettext
    return _who_and_words(_, practised(plan, line.who), quote(_, practised(plan, line.text)))


def practice_answer(plan: LessonPlan, item: SortItem) -> Text:
    """What an item to sort is: fine, or the names of its signs."""
    _ = plan.teacher_words.gettext
    return verdict_label(_, "fine") if item.is_fine else _not_ok(_, sign_names(plan, item.signs))
