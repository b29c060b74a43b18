"""What the story, its signs and the practice say, as texts that carry their own language wherever they stand.

A story may be told in another language than its pages: in English where it is not whole in the lesson's, in the
lesson's on pages for teachers, which are English. What stands between words of the page says so run by run.
"""

from collections.abc import Callable

from game.i18n.tongue import ENGLISH, Tongue
from lessons.document import Run, Text, runs
from lessons.plan import LessonPlan

_PLACE = "\ufffc"
"""Stands in for words until their sentence is there; a letter of no text that can be seen."""
_ISOLATES = "\u2068", "\u2069"


def own(plan: LessonPlan, text: str) -> Text:
    """A text of the story, in the story's language."""
    return told(plan, text, plan.story_tongue)


def practised(plan: LessonPlan, text: str) -> Text:
    """A text of the practice, in the practice's language."""
    return told(plan, text, plan.practice_tongue)


def guided(plan: LessonPlan, text: str) -> Text:
    """A text of the story's guide, in the guide's language."""
    return told(plan, text, plan.guide_tongue)


def told(plan: LessonPlan, text: str, tongue: Tongue) -> Text:
    """A text in a language, which may be another one than that of the page it stands on.

    Where lesson and text are English there is nothing to say, and the text stays a string; a word in it that runs the
    other way is kept to itself.
    """
    kept = text if plan.rtl else plan.translator.isolate(text)
    if not text or plan.language == tongue.language == ENGLISH.language:
        return kept
    return (Run(kept, tongue=tongue),)


def woven(say: Callable[[str], str], words: Text) -> Text:
    """A sentence of the page round words that may be in another language: `say` fills them in at their place."""
    if isinstance(words, str):
        return say(words)
    before, _place, after = say(_PLACE).partition(_PLACE)
    opening, closing = _ISOLATES
    # The writer keeps the words to themselves, and knows better which way they run.
    around = (before.removesuffix(opening), after.removeprefix(closing))
    return (Run(around[0]), *words, Run(around[1]))


def in_bold(text: Text) -> tuple[Run, ...]:
    """A text in bold letters."""
    return tuple(Run(run.text, bold=True, ltr=run.ltr, tongue=run.tongue) for run in runs(text))
