"""Reads the play-throughs of a story, puts their inputs in playing order, and runs them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.content.files.play_fields import PLAY
from game.content.files.play_mending import mend_path
from game.content.files.play_messages import NotFound, find_message, find_pulse
from game.content.format.diagnostics import Diagnostic, find, name_or_list, with_snippets
from game.content.format.field_reader import FieldReader
from game.content.format.node_places import NodePlaces
from game.content.format.yaml_nodes import Map, read_yaml, shorten
from game.story.class_play import play_path
from game.story.engine import EngineError, read_to_input, replay
from game.story.model import Choice, Ending, Go, Message, Place, Pulse, Rehearse, Scenario
from game.story.plays import AnswerPulse, Choose, Input, Judge, Play, RehearsePick
from game.story.scoring import score


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayThrough:
    """A way through a story that must work: where it ends, and what is counted there."""

    name: str
    play: Play
    reaches: str
    counts: Mapping[str, int] = field(default_factory=dict)
    path: Path


def play_files(folder: Path) -> tuple[Path, ...]:
    """Return the play-throughs of a story's folder, by name."""
    try:
        return tuple(sorted((folder / "plays").glob("*.yaml")))
    except OSError:
        return ()


def load_plays(
    folder: Path, scenario: Scenario, shown: str | None = None
) -> tuple[tuple[PlayThrough, ...], tuple[Diagnostic, ...]]:
    """Read `plays/*.yaml` of a story's folder; those with an error are left out and found. Never raises.

    `shown` is the name that findings give the folder.
    """
    plays: list[PlayThrough] = []
    found: list[Diagnostic] = []
    for path in play_files(folder):
        reading = _PlayReading(path, scenario, _shown_path(path, shown))
        found += reading.diagnostics()
        if reading.through is not None:
            plays.append(reading.through)
    return tuple(plays), tuple(found)


def check_plays(folder: Path, scenario: Scenario, shown: str | None = None) -> tuple[Diagnostic, ...]:
    """Read the play-throughs of a story's folder and play them; return every finding, failed plays included."""
    found: list[Diagnostic] = []
    for path in play_files(folder):
        reading = _PlayReading(path, scenario, _shown_path(path, shown))
        reading.run()
        found += reading.diagnostics()
    return tuple(found)


def _shown_path(path: Path, shown: str | None) -> str:
    return str(path) if shown is None else f"{shown}/plays/{path.name}"


class _PlayReading:
    """One play-through's file on its way from nodes to inputs."""

    def __init__(self, path: Path, scenario: Scenario, shown: str) -> None:
        self.document = read_yaml(path, shown)
        self.scenario = scenario
        self.spans = NodePlaces(shown, self.document.root)
        self.reader = FieldReader(problems=list(self.document.diagnostics))
        self.through: PlayThrough | None = None
        root = self.document.root
        values = self.reader.read_record(PLAY, root, root.span) if root is not None else None
        if values is None:
            return
        self._choose: tuple[str, ...] = tuple(item for item in values["choose"] or () if item is not None)
        self._goal: str = values["reaches"] or ""
        inputs = tuple(self._inputs(values))
        self._check_reaches(values["reaches"])
        if not any(one.is_error for one in self.reader.problems) and isinstance(root, Map):
            self.through = PlayThrough(
                name=values["name"],
                play=Play(scenario.id, inputs),
                reaches=values["reaches"],
                counts=MappingProxyType({k: n for k, n in (values["counts"] or {}).items() if n is not None}),
                path=path,
            )

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding so far, in file order."""
        return with_snippets(self.reader.problems, self.document.path, self.document.lines)

    def run(self) -> None:
        """Play it, and find where it does not do what it says."""
        through = self.through
        if through is None:
            return
        try:
            played = replay(self.scenario, through.play)
            state = read_to_input(self.scenario, played.state)
        except EngineError as error:
            self._note("play-fails", f"The story cannot be played: {error}.", "name")
            return
        if played.divergence is not None:
            step = play_path(self.scenario, self._choose).step
            item = f"`{shorten(self._choose[step])}`" if step < len(self._choose) else "the last one"
            message = f"Step {step + 1}, {item}, does not fit any more: {played.divergence.reason}."
            self._note("play-fails", message, "choose", hint=self._mended())
            return
        reached = state.path[-1]
        if reached != through.reaches:
            message = f"This play-through ends in `{reached}`, not in `{through.reaches}`."
            hint = " ".join(filter(None, (f"If that is right now, write `reaches: {reached}`.", self._mended())))
            self._note("play-fails", message, "reaches", hint=hint)
            return
        tally = score(self.scenario, state).tally
        for name, expected in through.counts.items():
            counted = getattr(tally, name)
            if counted != expected:
                message = f"`{name}` comes to {counted}, and {expected} stands here."
                self._note("play-fails", message, "counts", name)

    def _inputs(self, values: Mapping[str, Any]) -> Iterator[Input]:
        """Walk the story as the play says, each judgement and pulse at its place among the choices."""
        judged = self._judgements(values["judge"] or ())
        pulses = self._pulses(values["pulse"] or ())
        chosen = [(step, item) for step, item in enumerate(values["choose"] or ()) if item is not None]
        visited: set[str] = set()
        scene = next(iter(self.scenario.scenes), "")
        complete = len(chosen) == len(values["choose"] or ()) and values["choose"] is not None
        while scene in self.scenario.scenes and scene not in visited:
            visited.add(scene)
            following: str | None = ""
            for index, beat in enumerate(self.scenario.scenes[scene].beats):
                place = Place(scene, index)
                match beat:
                    case Message() if place in judged:
                        yield judged.pop(place)
                    case Pulse(answer=answer):
                        yield pulses.pop(place, AnswerPulse(place, answer))
                    case Rehearse():
                        pick = self._next_rehearsal(chosen, place, complete)
                        if pick is None:
                            return
                        yield pick
                    case Choice():
                        following = None
                        while following is None:
                            option = self._next_option(chosen, place, beat, complete)
                            if option is None:
                                return
                            yield Choose(option.id)
                            following = option.go
                    case Go(scene=target):
                        following = target
                    case Ending():
                        following = ""
            scene = following or ""
        if chosen and complete:
            message = f"`{shorten(str(chosen[0][1]))}` comes after the ending."
            self._note("play-stops", message, "choose", chosen[0][0], hint="Take it out, and what follows it.")
        for place in (*judged, *pulses):
            self._not_on_the_way(place, values)

    def _next_option(self, chosen: list[tuple[int, str]], place: Place, choice: Choice, complete: bool) -> Any:
        ids = [option.id for option in choice.options]
        if not chosen:
            if complete:
                message = f"This play-through stops at the choice in `{place.scene}`."
                hint = " ".join(filter(None, (f"Add one of: {', '.join(ids)}.", self._mended())))
                self._note("play-stops", message, "choose", hint=hint)
            return None
        step, item = chosen.pop(0)
        for option in choice.options:
            if option.id == item:
                return option
        known = [one.id for scene in self.scenario.scenes.values() for beat in scene.beats for one in _options(beat)]
        slug = "play-stops" if item in known or "/" in item else "play-unknown"
        message = f"`{shorten(item)}` is no option of the choice in `{place.scene}`, which comes here."
        hint = " ".join(filter(None, (name_or_list(item, ids), self._mended())))
        self._note(slug, message, "choose", step, hint=hint)
        return None

    def _next_rehearsal(self, chosen: list[tuple[int, str]], place: Place, complete: bool) -> RehearsePick | None:
        if not chosen:
            if complete:
                message = f"This play-through stops at the rehearsal in `{place.scene}`."
                hint = " ".join(filter(None, ("Add the adult and the sentence: teacher/1.", self._mended())))
                self._note("play-stops", message, "choose", hint=hint)
            return None
        step, item = chosen.pop(0)
        role, slash, sentence = item.partition("/")
        if not slash or not sentence.isascii() or not sentence.isdigit() or len(sentence) > 4:
            message = f"A rehearsal in `{place.scene}` comes here, and `{shorten(item)}` is no role/sentence."
            hint = " ".join(filter(None, ("Write the adult and the sentence: teacher/1.", self._mended())))
            self._note("play-stops", message, "choose", step, hint=hint)
            return None
        return RehearsePick(role, int(sentence))

    def _judgements(self, entries: Sequence[Any]) -> dict[Place, Judge]:
        """Return the judgements by the place of their message."""
        found: dict[Place, Judge] = {}
        for index, entry in enumerate(entries):
            if entry is None or entry["scene"] is None or entry["message"] is None or entry["as"] is None:
                continue
            if not self._is_scene(entry["scene"], "judge", index):
                continue
            place = find_message(self.scenario, entry["scene"], entry["message"], entry["from"])
            if isinstance(place, NotFound):
                self._note_not_found(place, "judge", index)
                continue
            if place in found:
                self._note("repeated-entry", "This message was judged above already.", "judge", index)
            found[place] = Judge(place, entry["as"], entry["sign"])
        return found

    def _pulses(self, entries: Sequence[Any]) -> dict[Place, AnswerPulse]:
        found: dict[Place, AnswerPulse] = {}
        for index, entry in enumerate(entries):
            if entry is None or entry["scene"] is None or entry["pulse"] is None or entry["as"] is None:
                continue
            if not self._is_scene(entry["scene"], "pulse", index):
                continue
            place = find_pulse(self.scenario, entry["scene"], entry["pulse"])
            if isinstance(place, NotFound):
                self._note_not_found(place, "pulse", index)
            else:
                found[place] = AnswerPulse(place, entry["as"])
        return found

    def _is_scene(self, scene: str, part: str, index: int) -> bool:
        if scene in self.scenario.scenes:
            return True
        hint = name_or_list(scene, self.scenario.scenes)
        self._note("play-unknown", f"There is no scene `{shorten(scene)}`.", part, index, "scene", hint=hint)
        return False

    def _note_not_found(self, one: NotFound, part: str, index: int) -> None:
        self._note("play-unknown", one.message, part, index, one.key, hint=one.hint)

    def _check_reaches(self, scene: str | None) -> None:
        if scene is not None and scene not in self.scenario.scenes:
            hint = name_or_list(scene, self.scenario.scenes)
            self._note("play-unknown", f"There is no scene `{shorten(scene)}`.", "reaches", hint=hint)

    def _not_on_the_way(self, place: Place, values: Mapping[str, Any]) -> None:
        for part in ("judge", "pulse"):
            for index, entry in enumerate(values[part] or ()):
                if entry is not None and entry["scene"] == place.scene:
                    message = f"This way does not lead through `{place.scene}`, so nothing can be said of it."
                    self._note("play-fails", message, part, index, "scene", hint="Take it out, or choose another way.")
                    return

    def _mended(self) -> str:
        """Return the steps as they could be written now, ready to paste, or nothing where no way ends as it says."""
        path = mend_path(self.scenario, self._choose, self._goal) if self._goal in self.scenario.scenes else None
        return f"To end in `{self._goal}`: choose: [{', '.join(path)}]" if path else ""

    def _note(self, slug: str, message: str, *steps: str | int, hint: str = "") -> None:
        self.reader.problems.append(find(slug, self.spans.value(*steps), message, hint))


def _options(beat: object) -> Sequence[Any]:
    return beat.options if isinstance(beat, Choice) else ()
