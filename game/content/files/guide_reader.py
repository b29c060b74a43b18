"""Reads the guide of a lesson, guide.yaml beside a story."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from game.content.files.guide_fields import GUIDE
from game.content.files.play_messages import NotFound, find_judged
from game.content.format.diagnostics import Diagnostic, with_snippets
from game.content.format.field_reader import FieldReader, FoundText
from game.content.format.node_places import NodePlaces
from game.content.format.source_text import SourceText
from game.content.format.yaml_nodes import read_yaml
from game.content.story_files import GUIDE_FILE
from game.resources import data_folder
from game.story.class_play import ClassPlay, judged_places, play_path, split_judged
from game.story.guide import DuringQuestion, Guide, JudgedPlace, LessonMinutes, PlanStep, Questions, Standard, Term
from game.story.model import Scenario


def guide_file(story: str, folder: Path | None = None) -> Path | None:
    """Return where the guide of a story lies: in the story's folder, else in the shipped story's; None without one."""
    folders = (*(() if folder is None else (folder,)), data_folder("scenarios") / story)
    return next((file for one in folders if (file := one / GUIDE_FILE).is_file()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideReading:
    """One guide's reading, for a story.

    `guide` is None where its form has an error, or where it does not fit the story: the class's way leads to no ending,
    or not to a message that it names. `values` are what the checks look at, with None for what could not be read; there
    are none where the file is no map. `play` is the class's way, played as far as it goes.
    """

    path: str
    guide: Guide | None
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the form of the file, in file order."""
    scenario: Scenario
    values: Mapping[str, Any] | None
    play: ClassPlay
    spans: NodePlaces
    source: SourceText | None = None
    texts: tuple[FoundText, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file; none where it could not be read."""
        return self.source.lines if self.source else ()


def read_guide(path: Path, scenario: Scenario, shown: str | None = None) -> GuideReading:
    """Read the guide of a story. Never raises; `shown` is the name that findings give the file (else its path)."""
    document = read_yaml(path, shown)
    reader = FieldReader(problems=list(document.diagnostics))
    root = document.root
    values = reader.read_record(GUIDE, root, root.span) if root is not None else None
    way = (values or {}).get("path") or ()
    play = play_path(scenario, tuple(entry for entry in way if entry is not None))
    is_whole = values is not None and not any(one.is_error for one in reader.problems)
    return GuideReading(
        path=document.path,
        guide=_build(values, scenario, play) if is_whole and values is not None else None,
        diagnostics=with_snippets(reader.problems, document.path, document.lines),
        scenario=scenario,
        values=values,
        play=play,
        spans=NodePlaces(document.path, root),
        source=document.source,
        texts=tuple(reader.texts),
    )


def _build(values: Mapping[str, Any], scenario: Scenario, play: ClassPlay) -> Guide | None:
    """Make the value of what was read without an error; None where it does not fit the story."""
    aims, questions, support = values["aims"], values["questions"], values["support"]
    order = _reading_order(scenario, play)
    votes = _judged(values["votes"], scenario, order)
    stops = _judged([one["at"] for one in questions["during"] or ()], scenario, order)
    if values["story"] != scenario.id or not play.is_whole or votes is None or stops is None:
        return None
    asked = zip(stops, questions["during"] or (), strict=True)
    during = tuple(DuringQuestion(at=at, ask=one["ask"]) for at, one in asked)
    return Guide(
        story=values["story"],
        path=values["path"],
        minutes=cast("LessonMinutes", int(values["minutes"])),
        plan=tuple(PlanStep(minutes=one["minutes"], part=one["part"], text=one["text"]) for one in values["plan"]),
        votes=tuple(sorted(votes, key=lambda vote: order[vote])),
        pupil_aims=aims["pupils"],
        teacher_aims=aims["teacher"],
        questions=Questions(before=questions["before"] or (), during=during, after=questions["after"]),
        unplugged=values["unplugged"],
        for_withdrawn=values["for_withdrawn"],
        extension=values["extension"],
        home=values["home"],
        vocabulary=tuple(Term(one["word"], one["means"]) for one in values["vocabulary"]),
        support=MappingProxyType(dict(support)),
        standards=tuple(
            Standard(
                framework=one["framework"],
                topic=one["topic"],
                edition=one["edition"],
                code=one["code"] or "",
                url=one["url"] or "",
                verified_on=one["verified_on"] or "",
            )
            for one in values["standards"]
        ),
        notes=values["notes"] or (),
    )


def _judged(names: Sequence[str], scenario: Scenario, order: Container[JudgedPlace]) -> list[JudgedPlace] | None:
    """Return the judged messages of some names such as start/1; None where one is unknown, or not met on the way."""
    found: list[JudgedPlace] = []
    for named in map(split_judged, names):
        judged = find_judged(scenario, *named) if named is not None and named[0] in scenario.scenes else None
        if judged is None or isinstance(judged, NotFound) or judged not in order:
            return None
        found.append(judged)
    return found


def _reading_order(scenario: Scenario, play: ClassPlay) -> Mapping[JudgedPlace, int]:
    """Return the judged messages on the class's way, numbered as they come."""
    shown = {place: number for number, (place, _) in enumerate(play.state.beats(scenario))}
    return {judged: shown[place] for judged, place in judged_places(scenario).items() if place in shown}
