"""Who reads a text: pages are built and screens are drawn, and each sentence is noted for whom it was asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from game.app.app import App
from game.app.opening import Opening
from game.content.library import open_library
from game.i18n.catalogues import Catalogues
from game.i18n.translator import Translator
from game.story.guide import LESSON_MINUTES
from game.story.model import BANDS
from game.ui.intents import Change, Close, Open
from game.view.fonts import PygameMeasure
from lessons.document import Audience
from lessons.pages.for_pupils import FAMILY_PAGES, PUPIL_PAGES
from lessons.pages.for_teachers import TEACHER_PAGES
from lessons.pages.pupil_notice import pupil_notice_page
from lessons.pages.sequence import sequence_page
from lessons.planning import make_plan
from lessons.quizzes.questions import knowledge_quiz
from lessons.sequence import sequence_of, standards_grid
from lessons.slides import lesson_slides

TODAY = date(2026, 11, 24)
COUNTRIES = ("US", "GB", "IE", "ZZ")
"""With all kinds of help, with some, and with none."""
HELP_CARDS = ("", "danger", "hurting", "threat", "picture", "saw", "friend", "own")


class Listener(Translator):
    """Answers in English, and notes what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def gettext(self, sentence: str, **values: object) -> str:
        self.heard.add(sentence)
        return super().gettext(sentence, **values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        self.heard.update((one, many))
        return super().ngettext(one, many, number, **values)

    def pgettext(self, context: str, sentence: str, **values: object) -> str:
        self.heard.add(sentence)
        return super().pgettext(context, sentence, **values)


@contextmanager
def listening() -> Iterator[Listener]:
    """Whatever speaks to somebody meanwhile asks this listener for its sentences."""
    listener = Listener()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Catalogues, "load_translator", lambda *asked, **more: listener)
        yield listener


@cache
def heard_in_lessons() -> dict[Audience, frozenset[str]]:
    """The sentences of the lessons by who reads them, as each page says it of itself; slides and quiz are for pupils.

    The notes under slides count as theirs too: who writes a note cannot be told from the sentence.
    """
    heard: dict[Audience, set[str]] = {"teacher": set(), "pupil": set(), "family": set()}
    library = open_library()
    library.read_all()
    with listening() as listener:
        for number, card in enumerate(library.cards()):
            country = COUNTRIES[number % len(COUNTRIES)]
            minutes = LESSON_MINUTES[number % len(LESSON_MINUTES)]
            plan = make_plan(
                card.id, library=library, country=country, minutes=minutes, today=TODAY, catalogues=Catalogues(None)
            )
            plan = replace(plan, teacher_words=listener)
            for build in (*TEACHER_PAGES, *PUPIL_PAGES, *FAMILY_PAGES):
                listener.heard.clear()
                page = build(plan)
                heard[page.audience] |= listener.heard
            listener.heard.clear()
            lesson_slides(plan)
            knowledge_quiz(plan)
            heard["pupil"] |= listener.heard
        for band in BANDS:
            listener.heard.clear()
            sessions = sequence_of(band, library)
            page = sequence_page(band, sessions, standards_grid(sessions))
            heard[page.audience] |= listener.heard
    return {audience: frozenset(found) for audience, found in heard.items()}


def is_for_adults(sentence: str) -> bool:
    """Whether adults alone read a sentence of the lessons. What no page was heard to say is taken for a pupil's."""
    heard = heard_in_lessons()
    return sentence in (heard["teacher"] | heard["family"]) - heard["pupil"]


@cache
def heard_on_help() -> frozenset[str]:
    """The sentences of the help page, of each of its cards and of what stands there about each service of a country.

    Names of countries are left out: nobody is told anything by them.
    """
    with _open_game() as (app, listener):
        countries = app.world.help.countries(Translator().gettext)
        for code, _name in countries:
            app.perform(Change("country", code))
            for card in HELP_CARDS:
                app.perform(Open("help", card))
                app.draw()
                app.perform(Close())
    return frozenset(listener.heard) - {name for _code, name in countries}


@cache
def heard_on_the_first_screen() -> frozenset[str]:
    """The sentences of the first screen of a first start."""
    with _open_game() as (app, listener):
        app.draw()
    return frozenset(listener.heard)


@cache
def heard_on_the_notice() -> frozenset[str]:
    """The sentences of the page that tells pupils what the lesson is, and who can help."""
    library = open_library()
    library.read_all()
    with listening() as listener:
        plan = make_plan(library.cards()[0].id, library=library, country="US", today=TODAY, catalogues=Catalogues(None))
        listener.heard.clear()
        pupil_notice_page(plan)
    return frozenset(listener.heard)


@contextmanager
def _open_game() -> Iterator[tuple[App, Listener]]:
    with TemporaryDirectory() as folder, listening() as listener:
        yield Opening(Path(folder), today=TODAY).app(PygameMeasure(1.0)), listener
