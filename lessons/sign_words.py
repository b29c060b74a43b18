"""The signs of a lesson in the words of its band: what to notice, what to do, and what looks like it and is fine."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.story.model import Message, Sign
from game.story.practice import SortItem
from lessons.plan import LessonPlan


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
    own = plan.translator.isolate
    simple = sign.simple if young else {}
    card = plan.album.get(sign.family or "", sign) if young else sign
    return SignWords(
        id=card.id,
        name=own(card.name),
        picture=f"signs/{card.picture}",
        warning=own(simple.get("warning", sign.warning)),
        do_now=own(simple.get("do_now", card.do_now)),
        lookalike=own(simple.get("lookalike", sign.lookalike or "")),
    )


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
