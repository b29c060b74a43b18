"""A lesson made by hand from a story of the tests, to test pages without what makes lessons from files."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from shelf import with_test_stories

from game.content.files.facts_reader import Fact, read_facts
from game.content.files.help_rows import load_help_rows
from game.content.files.helplines import help_for
from game.content.files.practice_reader import practice_file, read_practice
from game.content.library import Library, open_library
from game.content.shipped import load_catalogue
from game.extract.compiling import open_catalogues
from game.i18n.catalogues import Catalogues
from game.story.guide import DuringQuestion, Guide, JudgedPlace, PlanStep, Questions
from game.story.model import Band, Choice, Ending, Go, In, Message, Place, Rehearse, Scenario, Sign
from game.story.practice import SortItem
from lessons.plan import LessonPlan, PlaceWords, ShownLine, Stop

TODAY = date(2026, 11, 24)
PATHS = {
    "paper-kite": ("say_no", "stop", "teacher/1", "older_relative/1"),
    "moon-soup": ("ask_oma", "join_in"),
}
VOTES = {
    "paper-kite": ("start/1", "start/3", "start/5", "start/6", "pressure/1", "pressure/3"),
    "moon-soup": ("start/2", "start/3", "plan/2"),
}
STEPS = (
    PlanStep(minutes=4, part="ground_rules", text="Agree on the rules."),
    PlanStep(minutes=4, part="starter", text="Three messages to warm up."),
    PlanStep(minutes=16, part="story", text="Read aloud and vote."),
    PlanStep(minutes=6, part="choice", text="One choice, then pairs."),
    PlanStep(minutes=6, part="practice", text="Six messages in teams."),
    PlanStep(minutes=2, part="plenary", text="One question."),
    PlanStep(minutes=2, part="close", text="Help again."),
)


def judged_place(text: str) -> JudgedPlace:
    scene, _, number = text.partition("/")
    return JudgedPlace(scene, int(number))


def cut(scenario: Scenario, path: Sequence[str], votes: Sequence[JudgedPlace]) -> tuple[Stop, ...]:
    """The story along a path, cut where the class votes, chooses or tells."""
    stops: list[Stop] = []
    lines: list[ShownLine] = []
    left, scene, chat = list(path), scenario.first_scene, ""

    def stop(kind: str) -> None:
        stops.append(Stop(number=len(stops) + 1, lines=tuple(lines), kind=kind))  # type: ignore[arg-type]
        lines.clear()

    while True:
        judged, following = 0, ""
        for index, beat in enumerate(scene.beats):
            place, at, vote, taken = Place(scene.id, index), None, None, ""
            chat = beat.chat if isinstance(beat, In) else chat
            if isinstance(beat, Message) and beat.is_judged:
                judged += 1
                at = JudgedPlace(scene.id, judged)
                vote = votes.index(at) + 1 if at in votes else None
            if isinstance(beat, Choice | Rehearse) and left:
                taken = left.pop(0)
            lines.append(ShownLine(place=place, beat=beat, chat=chat, judged=at, vote=vote, taken=taken))
            match beat:
                case Message() if vote:
                    stop("vote")
                case Choice(options=options):
                    stop("choice")
                    following = next((one.go or "" for one in options if one.id == taken), "")
                case Rehearse():
                    stop("rehearse")
                case Go(scene=there):
                    following = there
                case Ending():
                    stop("end")
                    return tuple(stops)
        if not following:
            stop("end")
            return tuple(stops)
        scene = scenario.scenes[following]


@cache
def _shelf() -> tuple[Library, dict[str, Sign], dict[str, Fact], Catalogues]:
    with with_test_stories():
        library = open_library()
        library.read_all()
        facts = {fact.id: fact for fact in read_facts().values}
        return library, dict(load_catalogue().catalogue.signs), facts, open_catalogues()


@cache
def make_lesson(
    story: str = "paper-kite",
    *,
    language: str = "en",
    country: str = "US",
    band: Band | None = None,
    path: tuple[str, ...] | None = None,
) -> LessonPlan:
    """The lesson of a story; `language` may be a pseudo-locale, `band` another band than the story's."""
    library, album, facts, catalogues = _shelf()
    scenario = library.scenario(story)
    items = read_practice(practice_file(scenario.band)).values
    if band is not None:
        scenario = replace(scenario, band=band)
    votes = tuple(judged_place(each) for each in VOTES[story])
    taken = PATHS[story] if path is None else path
    ask = DuringQuestion(at=votes[0], ask="What is asked for here?")
    guide = Guide(story=story, path=taken, minutes=40, plan=STEPS, votes=votes, questions=Questions(during=(ask,)))
    single = [item for item in items if isinstance(item, SortItem)]
    fine, signs = [item for item in single if item.is_fine], [item for item in single if not item.is_fine]
    others = [item for item in items if not isinstance(item, SortItem)]
    found = help_for(load_help_rows()[0], country, TODAY)
    place = PlaceWords(
        country=country,
        country_name="United States" if country == "US" else "Somewhere else",
        safeguarding_lead="the person in your school who is responsible for child protection",
        emergency_number=found.emergency.phone if found.emergency else "",
        emergency_source=found.emergency.row.source if found.emergency else "",
        report=found.report,
        help_rows=tuple(shown.row for shown in found.rows),
    )
    translator = catalogues.load_translator(language, "lessons")
    return LessonPlan(
        scenario=scenario,
        guide=guide,
        stops=cut(scenario, taken, votes),
        signs=tuple(album[id] for id in scenario.teaches.signs),
        album=album,
        starter=(fine[0], signs[0], fine[1]),
        practice=(fine[2], signs[1], fine[3], others[0], others[-1], fine[4]),
        facts=facts,
        place=place,
        translator=translator,
        language=language,
        rtl=translator.rtl,
        today=TODAY,
    )
