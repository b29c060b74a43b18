"""The signs of a lesson in the words of its band: what to notice, what to do, and what looks like it and is fine."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.i18n.tongue import ENGLISH, Tongue
from game.story.model import Message, Sign
from game.story.practice import SortItem
from lessons.document import Text, joined
from lessons.plan import LessonPlan
from lessons.told import told


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """A sign's card as the band reads it: for the youngest the card is the sign's family."""

    id: str
    name: str
    picture: str
    """As in a ChatLine: "signs/gift"."""
    warning: str
    do_now: str
    lookalike: str = ""
    """Empty for a threat, which has no harmless form."""
    card_tongue: Tongue = ENGLISH
    """What the name is told in; for the youngest it is that of the sign's family."""
    advice_tongue: Tongue = ENGLISH
    tongue: Tongue = ENGLISH
    """What warning and look-alike are told in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTexts:
    """The words of a card as pages and slides show them: each says what language it is in."""

    name: Text
    warning: Text
    do_now: Text
    lookalike: Text


_MOST_LIKENED = 4


def signs_of_lesson(plan: LessonPlan) -> tuple[Sign, ...]:
    """The signs that a lesson is about, in album order.

    Where nothing is wrong in the story, these are the signs that the messages resemble which the class votes on, or
    else all that it reads; not more than a lesson has time for.
    """
    if plan.signs:
        return plan.signs
    voted = {stop.message.lookalike_of for stop in plan.votes if stop.message is not None} - {None}
    shown = (shown.beat for stop in plan.stops for shown in stop.lines)
    likened = voted or {beat.lookalike_of for beat in shown if isinstance(beat, Message)}
    return tuple(sign for sign in plan.album.values() if sign.id in likened and not sign.is_family)[:_MOST_LIKENED]


def sign_words(plan: LessonPlan, sign: Sign) -> SignWords:
    """A sign in the words of the plan's band.

    For 8-10 name, picture and advice are those of the sign's family, and warning and look-alike stay the sign's own.
    """
    young = plan.scenario.band == "8-10"
    simple = sign.simple if young else {}
    card = plan.album.get(sign.family or "", sign) if young else sign
    tongue, card_tongue = (plan.sign_tongues.get(each.id, ENGLISH) for each in (sign, card))
    return SignWords(
        id=card.id,
        name=card.name,
        picture=f"signs/{card.picture}",
        warning=simple.get("warning", sign.warning),
        do_now=simple.get("do_now", card.do_now),
        lookalike=simple.get("lookalike", sign.lookalike or ""),
        card_tongue=card_tongue,
        advice_tongue=tongue if "do_now" in simple else card_tongue,
        tongue=tongue,
    )


def sign_texts(plan: LessonPlan, words: SignWords) -> SignTexts:
    """The words of a card with their languages."""
    return SignTexts(
        name=told(plan, words.name, words.card_tongue),
        warning=told(plan, words.warning, words.tongue),
        do_now=told(plan, words.do_now, words.advice_tongue),
        lookalike=told(plan, words.lookalike, words.tongue),
    )


def sign_name(plan: LessonPlan, id: str) -> Text:
    """The name of a sign of the album with its language; empty for one that the album lacks."""
    sign = plan.album.get(id)
    return told(plan, sign.name, plan.sign_tongues.get(id, ENGLISH)) if sign is not None else ""


def sign_names(plan: LessonPlan, ids: Iterable[str]) -> Text:
    """The names of those signs that the album has, with commas between them."""
    names = [sign_name(plan, id) for id in ids if id in plan.album]
    return joined(*[part for name in names for part in (", ", name)][1:])


def cards_of_lesson(plan: LessonPlan) -> tuple[SignWords, ...]:
    """The cards of a lesson, each once; two signs of one family are one card for the youngest."""
    return _cards(plan, signs_of_lesson(plan))


def cards_to_sort_by(plan: LessonPlan) -> tuple[SignWords, ...]:
    """The cards of a lesson, then those that the practice needs besides."""
    practised = [id for item in plan.practice for id in (item.signs if isinstance(item, SortItem) else (item.sign,))]
    more = tuple(plan.album[id] for id in practised if id in plan.album)
    return _cards(plan, (*signs_of_lesson(plan), *more))


def cards_of(plan: LessonPlan, signs: Iterable[str]) -> tuple[SignWords, ...]:
    """The cards of signs by their ids, each once; what the album does not have is left out."""
    return _cards(plan, (plan.album[id] for id in signs if id in plan.album))


def _cards(plan: LessonPlan, signs: Iterable[Sign]) -> tuple[SignWords, ...]:
    cards: dict[str, SignWords] = {}
    for sign in signs:
        words = sign_words(plan, sign)
        cards.setdefault(words.id, words)
    return tuple(cards.values())


def lookalike_cards(plan: LessonPlan) -> tuple[SignWords, ...]:
    """The cards of a lesson that have a look-alike, in the order in which their look-alikes are laid out.

    Never the order of the signs where there are two or more, so that the place does not tell what belongs together.
    """
    cards = tuple(card for card in cards_of_lesson(plan) if card.lookalike)
    return (*cards[1:], *cards[:1])
