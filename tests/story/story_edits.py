"""Edits of a story as an author makes them, by chance, with a record of where every beat came from.

The record is what the tests compare with: it is kept while editing and knows nothing of names or digests.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import TypeAlias

from game.story.model import (
    Beat,
    Choice,
    Message,
    Note,
    Option,
    Place,
    Pulse,
    Rehearse,
    Scenario,
    Scene,
    Sticker,
)


@dataclass(frozen=True)
class Line:
    """A beat while it is edited; `came_from` is its place in the story before, None for one that is new or retyped."""

    beat: Beat
    came_from: Place | None = None


Draft: TypeAlias = dict[str, list[Line]]


@dataclass(frozen=True)
class Edited:
    """A story after edits, which edits these were, and where each beat that stayed the same stood before."""

    story: Scenario
    came_from: Mapping[Place, Place]
    edits: tuple[str, ...]


def edit(story: Scenario, rng: Random, count: int) -> Edited:
    """A story after a number of edits."""
    draft: Draft = {
        scene.id: [Line(beat, Place(scene.id, index)) for index, beat in enumerate(scene.beats)]
        for scene in story.scenes.values()
    }
    editor = _Editor(story, rng, draft)
    done = tuple(editor.edit(number) for number in range(count))
    scenes = {id: Scene(id=id, beats=tuple(line.beat for line in lines)) for id, lines in draft.items()}
    came_from = {
        Place(id, index): line.came_from
        for id, lines in draft.items()
        for index, line in enumerate(lines)
        if line.came_from is not None
    }
    return Edited(replace(story, scenes=scenes), came_from, done)


class _Editor:
    def __init__(self, story: Scenario, rng: Random, draft: Draft) -> None:
        self._story, self._rng, self._draft = story, rng, draft
        self._people = list(story.people)

    def edit(self, number: int) -> str:
        """Do one thing, and say which."""
        scene = self._draft[self._rng.choice(list(self._draft))]
        what = self._rng.choice(_EDITS)
        what(self, scene, f"Something new, the {number}th")
        return what.__name__

    # A beat is never put behind the last one, which ends its scene, and that one stays.

    def insert_message(self, scene: list[Line], text: str) -> None:
        person = self._rng.choice(self._people)
        scene.insert(self._gap(scene), Line(Message(person=person, text=text, read="fine", why="New.")))

    def insert_special_message(self, scene: list[Line], text: str) -> None:
        person = self._rng.choice(self._people)
        sent = self._rng.choice(({"hidden": "threat"}, {"sticker": Sticker(id="party", says=text)}, {"call": "missed"}))
        scene.insert(self._gap(scene), Line(Message(person=person, **sent)))

    def insert_note(self, scene: list[Line], text: str) -> None:
        scene.insert(self._gap(scene), Line(Note(text=text)))

    def insert_pulse(self, scene: list[Line], text: str) -> None:
        scene.insert(self._gap(scene), Line(Pulse(person=self._rng.choice(self._people), answer="fine", why=text)))

    def insert_rehearsal(self, scene: list[Line], text: str) -> None:
        one = Rehearse(kind="tell", sentences=(text,), helps=True, adult_says="Good.", adults=("teacher", "helpline"))
        scene.insert(self._gap(scene), Line(one))

    def say_a_message_again(self, scene: list[Line], text: str) -> None:
        index = self._one(scene, Message)
        if index is not None:
            scene.insert(self._gap(scene), Line(scene[index].beat))

    def remove_anything(self, scene: list[Line], text: str) -> None:
        if len(scene) > 1:
            scene.pop(self._rng.randrange(len(scene) - 1))

    def remove_message(self, scene: list[Line], text: str) -> None:
        index = self._one(scene, Message)
        if index is not None:
            scene.pop(index)

    def remove_scene(self, scene: list[Line], text: str) -> None:
        later = next(id for id, lines in self._draft.items() if lines is scene)
        if list(self._draft).index(later) > 0:
            self._draft.pop(later)

    def move_within_its_scene(self, scene: list[Line], text: str) -> None:
        if len(scene) > 1:
            line = scene.pop(self._rng.randrange(len(scene) - 1))
            scene.insert(self._gap(scene), line)

    def move_to_another_scene(self, scene: list[Line], text: str) -> None:
        if len(scene) > 1:
            line = scene.pop(self._rng.randrange(len(scene) - 1))
            other = self._draft[self._rng.choice(list(self._draft))]
            other.insert(self._gap(other), Line(line.beat, line.came_from))

    def shuffle_scene(self, scene: list[Line], text: str) -> None:
        head = scene[:-1]
        self._rng.shuffle(head)
        scene[:-1] = head

    def swap_scenes(self, scene: list[Line], text: str) -> None:
        other = self._draft[self._rng.choice(list(self._draft))]
        if other is not scene:
            scene[:-1], other[:-1] = other[:-1], scene[:-1]

    def retype_message(self, scene: list[Line], text: str) -> None:
        self._retype(scene, Message, lambda beat: Message(person=beat.person, text=text, read="fine", why="New."))

    def give_message_to_somebody_else(self, scene: list[Line], text: str) -> None:
        others = self._people
        self._retype(
            scene, Message, lambda beat: replace(beat, person=self._rng.choice([o for o in others if o != beat.person]))
        )

    def swap_two_texts(self, scene: list[Line], text: str) -> None:
        lines = [index for index, line in enumerate(scene) if isinstance(line.beat, Message)]
        if len(lines) > 1:
            a, b = self._rng.sample(lines, 2)
            scene[a], scene[b] = (_retold(scene[a], scene[b]), _retold(scene[b], scene[a]))

    def retype_note(self, scene: list[Line], text: str) -> None:
        self._retype(scene, Note, lambda beat: Note(text=text))

    def retype_choice(self, scene: list[Line], text: str) -> None:
        self._reword_choice(scene, lambda options: self._change_one(options, lambda one: replace(one, say=text)))

    def lead_elsewhere(self, scene: list[Line], text: str) -> None:
        to = self._rng.choice(list(self._draft))
        self._reword_choice(scene, lambda options: self._change_one(options, lambda one: replace(one, go=to)))

    def swap_option_ids(self, scene: list[Line], text: str) -> None:
        self._reword_choice(scene, lambda options: [replace(o, id=options[-1 - at].id) for at, o in enumerate(options)])

    def remove_option(self, scene: list[Line], text: str) -> None:
        self._reword_choice(scene, lambda options: options[1:] if len(options) > 1 else options)

    def insert_option(self, scene: list[Line], text: str) -> None:
        new = Option(id=f"new{self._rng.randrange(10**6)}", move="safe", feedback="Yes.", say=text)
        self._reword_choice(scene, lambda options: [new, *options])

    def insert_sentence(self, scene: list[Line], text: str) -> None:
        self._reword_rehearsal(scene, lambda said: [text, *said])

    def shuffle_sentences(self, scene: list[Line], text: str) -> None:
        self._reword_rehearsal(scene, lambda said: self._rng.sample(said, len(said)))

    def retype_sentence(self, scene: list[Line], text: str) -> None:
        self._reword_rehearsal(scene, lambda said: [text, *said[1:]])

    def remove_sentence(self, scene: list[Line], text: str) -> None:
        self._reword_rehearsal(scene, lambda said: said[1:] if len(said) > 1 else said)

    # How

    def _gap(self, scene: list[Line]) -> int:
        return self._rng.randrange(max(1, len(scene)))

    def _one(self, scene: list[Line], kind: type) -> int | None:
        found = [index for index, line in enumerate(scene) if isinstance(line.beat, kind)]
        return self._rng.choice(found) if found else None

    def _retype(self, scene: list[Line], kind: type, write: Callable[..., Beat]) -> None:
        index = self._one(scene, kind)
        if index is not None:
            scene[index] = Line(write(scene[index].beat))

    def _change_one(self, options: Sequence[Option], write: Callable[[Option], Option]) -> list[Option]:
        at = self._rng.randrange(len(options))
        return [write(option) if index == at else option for index, option in enumerate(options)]

    def _reword_choice(self, scene: list[Line], write: Callable[[list[Option]], list[Option]]) -> None:
        last = scene[-1]
        if isinstance(last.beat, Choice):
            scene[-1] = Line(replace(last.beat, options=tuple(write(list(last.beat.options)))), last.came_from)

    def _reword_rehearsal(self, scene: list[Line], write: Callable[[list[str]], list[str]]) -> None:
        index = self._one(scene, Rehearse)
        if index is not None:
            line = scene[index]
            assert isinstance(line.beat, Rehearse)
            scene[index] = Line(replace(line.beat, sentences=tuple(write(list(line.beat.sentences)))), line.came_from)


def _retold(line: Line, other: Line) -> Line:
    """A message that says what another said; by somebody who said just that, it is the other one."""
    assert isinstance(line.beat, Message)
    assert isinstance(other.beat, Message)
    return Line(
        replace(other.beat, person=line.beat.person), other.came_from if line.beat.person == other.beat.person else None
    )


_EDITS = tuple(
    method
    for name, method in vars(_Editor).items()
    if name.split("_")[0] in ("insert", "say", "remove", "move", "shuffle", "swap", "retype", "give", "lead")
)
