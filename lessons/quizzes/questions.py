"""The quiz of a lesson: sign cards, the ladder, look-alikes and who could help (rule F13), and nothing of the story.

No answer in which somebody asks an adult is ever wrong, and what is said after an answer is kind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from game.content.library import GATED_SIGNS
from lessons.plan import LessonPlan
from lessons.quizzes.ladder import Draft, helper_questions, ladder_questions
from lessons.quizzes.quiz import Answer, Question, Quiz
from lessons.sign_words import SignWords, cards_of_lesson, sign_words

_CARDS_ASKED = 3
_LOOKALIKES_ASKED = 2
_WRONG_NAMES = 3
_SHORT_ANSWER = 75
"""Characters that the strictest platform has for an answer; shorter ones are taken first."""


def knowledge_quiz(plan: LessonPlan) -> Quiz:
    """Eight to twelve questions in the words of the plan's band; the same plan gives the same quiz."""
    _ = plan.translator.gettext
    drafts = [*_card_questions(plan), *_lookalike_questions(plan), *ladder_questions(plan), *helper_questions(plan)]
    return Quiz(
        id="quiz",
        # NOTE: Title of a quiz; {story} is the title of a story.
        title=_("{story}: what do you know?", story=plan.scenario.title),
        questions=tuple(_laid_out(plan, draft) for draft in drafts),
        language=plan.language,
        rtl=plan.rtl,
    )


def _laid_out(plan: LessonPlan, draft: Draft) -> Question:
    """A question with its answers mixed; true and not true keep their order."""
    answers = list(draft.answers)
    if draft.kind != "true_false":
        Random(f"{plan.scenario.id}:{draft.id}").shuffle(answers)
    return Question(
        id=draft.id,
        about=draft.about,
        kind=draft.kind,
        text=draft.text,
        answers=tuple(answers),
        feedback=draft.feedback,
    )


def _all_cards(plan: LessonPlan) -> tuple[SignWords, ...]:
    """The cards of the lesson, then those others of the band that need no story to lead up to them."""
    cards = {card.id: _isolated(plan, card) for card in cards_of_lesson(plan)}
    for sign in plan.album.values():
        is_calm = sign.id not in GATED_SIGNS and sign.family != "pictures"
        if not sign.is_family and plan.scenario.band in sign.bands and is_calm:
            card = _isolated(plan, sign_words(plan, sign))
            cards.setdefault(card.id, card)
    return tuple(cards.values())


def _isolated(plan: LessonPlan, card: SignWords) -> SignWords:
    """A card whose words are kept to themselves: quizzes are plain strings, and cannot say which way a word runs."""
    own = plan.translator.isolate
    return replace(
        card,
        name=own(card.name),
        warning=own(card.warning),
        do_now=own(card.do_now),
        lookalike=own(card.lookalike),
    )


def _family(plan: LessonPlan, card: SignWords) -> str:
    sign = plan.album.get(card.id)
    return sign.family or sign.id if sign is not None else card.id


def _unlike(plan: LessonPlan, card: SignWords, cards: Sequence[SignWords], salt: str) -> list[SignWords]:
    """Cards of other families, so that only one answer can be meant, in a mixed order."""
    others = [each for each in cards if _family(plan, each) != _family(plan, card)]
    Random(f"{plan.scenario.id}:{salt}:{card.id}").shuffle(others)
    return others


def _card_questions(plan: LessonPlan) -> Iterator[Draft]:
    """Which sign card fits a description?"""
    _ = plan.translator.gettext
    cards = _all_cards(plan)
    for card in cards[:_CARDS_ASKED]:
        wrong = _unlike(plan, card, cards, "card")[:_WRONG_NAMES]
        right = Answer(text=card.name, right=True, feedback=_("Yes. What to do now: {advice}", advice=card.do_now))
        yield Draft(
            id=f"card-{card.id}".replace("_", "-"),
            about="sign",
            kind="one",
            text=_("Which sign card fits? “{warning}”", warning=card.warning),
            answers=(
                right,
                *(
                    Answer(
                        text=other.name,
                        right=False,
                        feedback=_("Good try. That card is about something else: {warning}", warning=other.warning),
                    )
                    for other in wrong
                ),
            ),
            feedback=_("One sign alone proves nothing. You can always ask an adult."),
        )


def _lookalike_questions(plan: LessonPlan) -> Iterator[Draft]:
    """Which of these is fine, and which of these is a sign? In turn, so that the question gives no pattern."""
    _ = plan.translator.gettext
    cards = _all_cards(plan)
    liked = [card for card in cards if card.lookalike][:_LOOKALIKES_ASKED]
    for number, card in enumerate(liked):
        others = _unlike(plan, card, cards, "lookalike")
        fine_asked = number % 2 == 0
        if fine_asked:
            others.sort(key=lambda other: len(other.warning) > _SHORT_ANSWER)
            texts = [card.lookalike, *(other.warning for other in others[:2])]
            text = _("Which of these is fine?")
        else:
            others.sort(key=lambda other: not other.lookalike or len(other.lookalike) > _SHORT_ANSWER)
            texts = [card.warning, *(other.lookalike for other in others[:2])]
            text = _("Which of these is a sign?")
        sign_says = _("Yes. That is the sign “{sign}”.", sign=card.name)
        fine_says = _("Yes. It does not have to stay hidden, and you could ask an adult about it.")
        wrong_says = (
            _("That one is a sign. Look what is asked, and who may know.")
            if fine_asked
            else _("That one is fine: it does not have to stay hidden. It is good that you looked twice.")
        )
        right = Answer(text=texts[0], right=True, feedback=fine_says if fine_asked else sign_says)
        yield Draft(
            id=f"lookalike-{card.id}".replace("_", "-"),
            about="lookalike",
            kind="one",
            text=text,
            answers=(right, *(Answer(text=each, right=False, feedback=wrong_says) for each in texts[1:] if each)),
            feedback=_("Not sure in real life? Asking an adult is always right."),
        )
