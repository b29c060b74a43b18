"""The signs of a lesson in the words of its band: what to notice, what to do, and what looks like it and is fine."""

from dataclasses import dataclass

from game.story.model import Message, Sign
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


def signs_of_lesson(plan: LessonPlan) -> tuple[Sign, ...]:
    """The signs that a lesson is about, in album order.

    Where nothing is wrong in the story, these are the signs that its fine messages resemble.
    """
    if plan.signs:
        return plan.signs
    likened = {message.lookalike_of for _, message in plan.scenario.messages() if message.lookalike_of is not None}
    return tuple(sign for sign in plan.album.values() if sign.id in likened and not sign.is_family)


def sign_words(plan: LessonPlan, sign: Sign) -> SignWords:
    """A sign in the words of the plan's band.

    For 8-10 name, picture and advice are those of the sign's family, and warning and look-alike stay the sign's own.
    """
    young = plan.scenario.band == "8-10"
    simple = sign.simple if young else {}
    card = plan.album.get(sign.family or "", sign) if young else sign
    return SignWords(
        id=card.id,
        name=card.name,
        picture=f"signs/{card.picture}",
        warning=simple.get("warning", sign.warning),
        do_now=simple.get("do_now", card.do_now),
        lookalike=simple.get("lookalike", sign.lookalike or ""),
    )


def cards_of_lesson(plan: LessonPlan) -> tuple[SignWords, ...]:
    """The cards of a lesson, each once; two signs of one family are one card for the youngest."""
    cards: dict[str, SignWords] = {}
    for sign in signs_of_lesson(plan):
        words = sign_words(plan, sign)
        cards.setdefault(words.id, words)
    return tuple(cards.values())


def lookalike_cards(plan: LessonPlan) -> tuple[SignWords, ...]:
    """The cards of a lesson that have a look-alike, in the order in which their look-alikes are laid out.

    Never the order of the signs where there are two or more, so that the place does not tell what belongs together.
    """
    cards = tuple(card for card in cards_of_lesson(plan) if card.lookalike)
    return (*cards[1:], *cards[:1])


def names_of(plan: LessonPlan, message: Message) -> tuple[str, ...]:
    """The names of the cards that a message shows."""
    found = (sign_words(plan, plan.album[id]).name for id in message.signs if id in plan.album)
    return tuple(dict.fromkeys(found))
