"""The edge of a sitting: carries out what its steps ask for, in the user's folder, by chance, and for lesson packs.

What the disk does not allow is a sentence in the sitting's notice, never an error; the game goes on.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

from game.app.afterwards import Afterwards, start_round
from game.app.effects import (
    DeletePlace,
    Effect,
    EndLesson,
    Erase,
    FindPlaces,
    Forget,
    Hear,
    KeepPlace,
    KeepSoFar,
    LoadPlace,
    LookAfterLesson,
    MarkDone,
    PickRound,
    Refused,
    SaveSettings,
    ShowFolder,
    StartLesson,
)
from game.app.kept_places import KeptPlaces
from game.app.notices import Notice
from game.app.settings import Settings, save_settings
from game.app.sitting import Sitting
from game.app.story_screens import begin
from game.app.world import World
from game.errors import ScenarioError
from game.story.model import Scenario
from game.ui.lesson_desk import LessonWork


class Keeper:
    """Carries out effects. Of the sitting it holds nothing but the sounds that are still to be heard."""

    def __init__(self, random: Random | None = None, *, refused: Callable[[Refused], None] | None = None) -> None:
        """`random` picks the items of practice; `refused` hears of every intent that a story would not have."""
        self._random = random or Random()
        self._refused = refused
        self._heard: list[str] = []
        self._places: KeptPlaces | None = None
        self._places_of: tuple[Path | None, bool] | None = None

    def open_sitting(
        self, world: World, settings: Settings, *, notice: Notice | str = "", language: str | None = None
    ) -> Sitting:
        """The sitting at the start of the game: at the picker, or at the first start.

        `notice` is what the player has to know. `language` counts before the settings' own until the player chooses
        another; it is not kept.
        """
        done, problem = self._open_places(world, settings).done()
        return Sitting(
            settings=settings,
            language=world.translations.language(language or settings.language),
            asked_language=language,
            screen="picker" if settings.band else "band" if settings.adult_page_seen else "welcome",
            cards=tuple(world.shelf.cards()),
            done=frozenset(done.stories),
            first_finished=dict(done.first_finished),
            gates_read=frozenset(settings.gate_read),
            after=Afterwards(shown=tuple(done.practised)),
            notice=notice or problem or "",
        )

    def _open_places(self, world: World, settings: Settings) -> KeptPlaces:
        """The kept places; anew only where the player chose otherwise, for they remember what the disk said first."""
        now = world.home, settings.keep_place
        if self._places is None or now != self._places_of:
            self._places, self._places_of = KeptPlaces(world.home, keep=settings.keep_place), now
        return self._places

    def take_sounds(self) -> tuple[str, ...]:
        """The names of the sounds of what happened since the last call."""
        heard, self._heard = tuple(self._heard), []
        return heard

    def carry_out(self, world: World, sitting: Sitting, effects: Iterable[Effect]) -> Sitting:
        """Do all of it in its order; the sitting with what came of it."""
        for effect in effects:
            sitting = self._do(world, sitting, effect)
        return sitting

    def _do(self, world: World, sitting: Sitting, effect: Effect) -> Sitting:
        match effect:
            case Hear(sound):
                self._heard.append(sound)
            case Refused():
                if self._refused is not None:
                    self._refused(effect)
            case SaveSettings(before, named):
                if world.home is not None:
                    return _tell(sitting, save_settings(world.home, sitting.settings, before, named=named))
            case StartLesson() | LookAfterLesson() | EndLesson():
                return _work_on_lesson(world, sitting, effect)
            case ShowFolder(folder):
                # Only here: what starts other programs is not needed on the way to the first picture.
                from game.app.lesson_job import show_folder

                show_folder(Path(folder))
            case _:
                return self._keep(world, sitting, effect)
        return sitting

    def _keep(self, world: World, sitting: Sitting, effect: Effect) -> Sitting:
        """What is done with kept places and marks."""
        places = self._open_places(world, sitting.settings)
        match effect:
            case FindPlaces():
                return replace(sitting, places=frozenset(places.stories()))
            case LoadPlace(scenario):
                return _go_on(world, sitting, scenario, places)
            case KeepPlace(scenario, state):
                return _tell(sitting, places.save(scenario, state, world.today))
            case DeletePlace(story):
                places.delete(story)
            case MarkDone(scenario):
                return _tell(sitting, places.mark_done(scenario, world.today))
            case KeepSoFar():
                return _keep_so_far(world, sitting, places)
            case Forget():
                return replace(sitting, notice=places.forget() or sitting.notice, places=frozenset())
            case Erase():
                return _tell(sitting, places.erase_everything())
            case PickRound(met):
                items = world.translations.practice(sitting.band, sitting.language)
                after = start_round(sitting.after, sitting.band, items, met, self._random)
                shown = after.practising.items if after.practising is not None else ()
                kept = places.mark_practised(f"{sitting.band}/{item.id}" for item in shown)
                return _tell(replace(sitting, after=after), kept)
            case _:
                pass
        return sitting


def _tell(sitting: Sitting, problem: Notice | None) -> Sitting:
    """The sitting with what went wrong as its notice, or with none."""
    notice: Notice | str = problem or ""
    return sitting if notice == sitting.notice else replace(sitting, notice=notice)


def _go_on(world: World, sitting: Sitting, scenario: Scenario, places: KeptPlaces) -> Sitting:
    state, problem = places.load(scenario, world.today)
    if not problem:
        return begin(world, sitting, scenario, state)
    # What became of the place is read before the story goes on.
    return replace(
        sitting,
        notice=problem,
        taken_up=state,
        places=frozenset(places.stories()),
        story=scenario.id,
        screen="topic",
    )


def _keep_so_far(world: World, sitting: Sitting, places: KeptPlaces) -> Sitting:
    notice = sitting.notice
    for story in sorted(sitting.done & {card.id for card in sitting.cards}):
        try:
            notice = places.mark_done(world.shelf.scenario(story), world.today) or notice
        except ScenarioError as error:
            notice = str(error)
    notice = places.mark_practised(sitting.after.shown) or notice
    return replace(sitting, notice=notice, places=frozenset(places.stories()))


def _work_on_lesson(world: World, sitting: Sitting, effect: StartLesson | LookAfterLesson | EndLesson) -> Sitting:
    room, work = world.lessons, sitting.lesson_work
    if room is None:
        return sitting
    match effect:
        case StartLesson():
            work = room.make(sitting.lesson_wishes, sitting.settings.country)
        case LookAfterLesson():
            work = room.look()
        case EndLesson():
            room.stop()
            work = LessonWork() if work.state == "running" else work
    return sitting if work == sitting.lesson_work else replace(sitting, lesson_work=work)
