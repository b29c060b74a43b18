"""Cards to cut out: the six messages of the practice, the signs, and things that look like them and are fine."""

from collections.abc import Iterable, Iterator

from game.shown.labels import pair_label
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem
from lessons.document import Block, Cards, CutCard, Document, Heading, Items, Text, joined
from lessons.pages.labels import in_quotes
from lessons.pages.sheet import sheet
from lessons.plan import LessonPlan
from lessons.sign_words import cards_to_sort_by, lookalike_cards, sign_texts
from lessons.told import practised, woven


def sorting_cards_page(plan: LessonPlan) -> Document:
    """Fronts only: what belongs where stands in the answer key, under the numbers of the cards."""
    _ = plan.translator.gettext
    steps = Items(
        items=(
            _("Cut the cards out."),
            _("Sort the messages: fine, or not OK? You may say “not sure”, too. Say why."),
            _("Put a sign card beside each message that is not OK."),
            _("The cards under “These are fine” look a bit like a sign. Put each beside its sign. What is different?"),
        ),
        kind="number",
    )
    blocks = (steps, *_messages(plan), *_signs(plan), *_lookalikes(plan))
    return sheet(plan, "sorting-cards", _("Cards to sort"), "pupil", *blocks)


def lookalike_numbers(plan: LessonPlan) -> dict[str, int]:
    """The number on the look-alike card of each sign card, by the card's id; they go on after the messages."""
    first = len(plan.practice) + 1
    return {card.id: first + index for index, card in enumerate(lookalike_cards(plan))}


def _messages(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    yield Heading(text=_("Messages"), level=1)
    singles = [(number, item) for number, item in enumerate(plan.practice, start=1) if isinstance(item, SortItem)]
    chats = [(number, item) for number, item in enumerate(plan.practice, start=1) if not isinstance(item, SortItem)]
    if singles:
        yield Cards(cards=tuple(_message_card(plan, number, item) for number, item in singles), id="messages")
    if chats:
        cards = tuple(_message_card(plan, number, item) for number, item in chats)
        yield Cards(cards=cards, columns=1, id="chats")


def _message_card(plan: LessonPlan, number: int, item: PracticeItem) -> CutCard:
    _ = plan.translator.gettext
    foot = card_foot(plan, number)
    match item:
        case SortItem(line=line):
            return CutCard(title=practised(plan, line.who), text=in_quotes(plan, practised(plan, line.text)), foot=foot)
        case PairItem():
            chats = (
                (pair_label(_, "a"), *(_spoken(plan, line.who, line.text) for line in item.a), ""),
                (pair_label(_, "b"), *(_spoken(plan, line.who, line.text) for line in item.b)),
            )
            text = _below_each_other([line for chat in chats for line in chat])
            return CutCard(title=_("Two chats. Which one is not OK?"), text=text, foot=foot)
        case TurnItem():
            lines = [_numbered(plan, at, line) for at, line in enumerate(item.chat, start=1)]
            return CutCard(title=_("Where did it turn?"), text=_below_each_other(lines), foot=foot)


def _numbered(plan: LessonPlan, number: int, line: Line) -> Text:
    _ = plan.translator.gettext
    spoken = _spoken(plan, line.who, line.text)
    # NOTE: A line of a chat with its number, which pupils point at.
    return woven(lambda words: _("{number}. {line}", number=number, line=words), spoken)


def _below_each_other(lines: Iterable[Text]) -> Text:
    return joined(*[part for line in lines for part in ("\n", line)][1:])


def _signs(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    cards = tuple(
        CutCard(title=texts.name, text=texts.warning, picture=card.picture, foot=_("Sign card"))
        for card in cards_to_sort_by(plan)
        for texts in (sign_texts(plan, card),)
    )
    if cards:
        yield Heading(text=_("Sign cards"), level=1)
        yield Cards(cards=cards, height=55.0, id="signs")


def _lookalikes(plan: LessonPlan) -> Iterator[Block]:
    _ = plan.translator.gettext
    numbers = lookalike_numbers(plan)
    cards = tuple(
        CutCard(text=sign_texts(plan, card).lookalike, foot=card_foot(plan, numbers[card.id]))
        for card in lookalike_cards(plan)
    )
    if cards:
        yield Heading(text=_("These are fine"), level=1)
        yield Cards(cards=cards, height=40.0, id="lookalikes")


def card_foot(plan: LessonPlan, number: int) -> str:
    """The small line at the foot of a numbered card."""
    return plan.translator.gettext("Card {number}", number=number)


def _spoken(plan: LessonPlan, who: str, text: str) -> Text:
    _ = plan.translator.gettext
    # NOTE: {who} is who writes, {text} what is written.
    return woven(lambda words: _("{who}: {text}", who=who, text=words), practised(plan, text))
