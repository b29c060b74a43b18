"""What the story, its signs and the practice say, as texts that carry their own language wherever they stand.

A story may be told in another language than its pages: in English where it is not whole in the lesson's, in the
lesson's on a page for teachers that is English. What stands between words of the page says so run by run.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from game.i18n.tongue import ENGLISH, Tongue
from lessons.document import Run, Text, runs
from lessons.plan import LessonPlan

_PLACES = "\ufdd0\ufdd1\ufdd2\ufdd3"
"""Stand in for words until their sentence is there; letters of no text that can be seen."""
_ISOLATES = "\u2068\u2069"
_AT_PLACE = re.compile(f"(\u2068?[{_PLACES}]\u2069?)")
_BOLD = re.compile(r"\*([^*\n]+)\*")


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


def sourced(plan: LessonPlan, text: str) -> Text:
    """A figure, its source or what else a page for teachers prints as it was written in English."""
    return text if plan.teacher_words.tongue == ENGLISH else told(plan, text, ENGLISH)


def woven(say: Callable[..., str], *words: Text) -> Text:
    """A sentence of the page round words that may be in another language: `say` fills them in at their places."""
    filled = [text if isinstance(text, str) else place for text, place in zip(words, _PLACES, strict=False)]
    sentence = say(*filled)
    if all(isinstance(text, str) for text in words):
        return sentence
    return tuple(_put_in(Run(sentence), dict(zip(_PLACES, words, strict=False))))


def strong(say: str | Callable[..., str], *words: Text) -> Text:
    """The same for a sentence of the page in which what stands between two asterisks is bold.

    Asterisks of the words themselves are left as they are. A sentence without places may be given as it is.
    """
    sentence = say if isinstance(say, str) else say(*_PLACES[: len(words)])
    parts = _BOLD.split(sentence)
    of_page = (Run(part, bold=bool(at % 2)) for at, part in enumerate(parts) if part)
    there = dict(zip(_PLACES, words, strict=False))
    kept: list[Run] = []
    for run in (each for stretch in of_page for each in _put_in(stretch, there)):
        if kept and replace(kept[-1], text="") == replace(run, text=""):
            kept[-1] = replace(run, text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return tuple(kept)


def _put_in(run: Run, words: Mapping[str, Text]) -> Iterator[Run]:
    """A run of a sentence with the words at their places."""
    parts = _AT_PLACE.split(run.text)
    for at, part in enumerate(parts):
        place = part.strip(_ISOLATES) if at % 2 else ""
        filling = words.get(place, "")
        if not isinstance(filling, str):
            # The writer keeps these words to themselves, and knows better which way they run.
            yield from (replace(each, bold=each.bold or run.bold) for each in filling)
        elif part:
            yield replace(run, text=part.replace(place, filling) if place else part)


def in_bold(text: Text) -> tuple[Run, ...]:
    """A text in bold letters."""
    return tuple(Run(run.text, bold=True, ltr=run.ltr, tongue=run.tongue) for run in runs(text))
