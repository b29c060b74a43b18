"""The way into a story and through it: its topic note, its gate, its first message, what the player says, its end."""

from dataclasses import replace
from typing import NamedTuple

from game.app.effects import (
    DeletePlace,
    Effect,
    EndLesson,
    FindPlaces,
    Hear,
    KeepPlace,
    LoadPlace,
    LookAfterLesson,
    MarkDone,
    Refused,
    Step,
    set_to,
)
from game.app.lesson_room import LOOK_EVERY
from game.app.offers import album, open_card
from game.app.sitting import Screen, Sitting
from game.app.sounds import sound_of_arrival
from game.app.story_steps import carry_out
from game.app.world import World
from game.shown import playing_steps
from game.shown.playing import Playing
from game.story import engine
from game.story.model import Scenario
from game.story.sign_cards import sign_cards
from game.story.state import State
from game.ui.intents import Choose, GoOn, Intent, SayPulse, ShowAgain, Undo

# The way in


def open_story(world: World, sitting: Sitting, story: str) -> Step:
    """Stand before a story: at its gate, where an adult has not read it yet, or at its topic note.

    Raises ScenarioError where it has to be read, and cannot be.
    """
    card = next((card for card in sitting.cards if card.id == story), None)
    sitting = replace(sitting, story="", playing=None, taken_up=None, panels=(), screen=sitting.home_screen)
    if card is None:
        return Step(sitting)
    screen: Screen = "gate" if card.needs_gate and story not in sitting.gates_read else "topic"
    return Step(in_language(world, replace(sitting, story=story, screen=screen)), (FindPlaces(),))


def in_language(world: World, sitting: Sitting) -> Sitting:
    """Find out in which language the story before which we stand will be shown. Raises ScenarioError."""
    if sitting.language == "en":
        return replace(sitting, in_english=False)
    shown = world.translations.show(world.shelf.scenario(sitting.story), sitting.language)
    return replace(sitting, in_english=shown.in_english)


def read_as_page(world: World, sitting: Sitting, story: str) -> Sitting:
    """Show a whole story as text. Raises ScenarioError."""
    shown = world.translations.show(world.shelf.scenario(story), sitting.language)
    return replace(sitting, page=shown.scenario, in_english=shown.in_english, story=story, screen="page")


def pass_gate(sitting: Sitting, story: str) -> Step:
    """An adult has read the story."""
    read = sitting.gates_read | {story}
    sitting, saving = set_to(sitting, gate_read=tuple(sorted(read)))
    return Step(replace(sitting, gates_read=read, screen="topic"), (saving,))


def start_story(world: World, sitting: Sitting, story: str, *, at_kept_place: bool) -> Step:
    """From the topic note into the story: at its beginning, or at the kept place. Raises ScenarioError."""
    scenario = world.shelf.scenario(story)
    if not at_kept_place or sitting.taken_up is not None:
        return Step(begin(world, sitting, scenario, sitting.taken_up if at_kept_place else None))
    return Step(sitting, (LoadPlace(scenario),))


def begin(world: World, sitting: Sitting, scenario: Scenario, state: State | None = None) -> Sitting:
    """The story on the screen, at its beginning or at a place that was kept."""
    playing = playing_steps.begin(scenario, state)
    sitting = replace(sitting, notice="", taken_up=None, story=scenario.id, screen="story")
    return switch_language(world, sitting, scenario, playing)


def switch_language(world: World, sitting: Sitting, source: Scenario, playing: Playing) -> Sitting:
    """The open story in the language of the sitting, at its place."""
    shown = world.translations.show(source, sitting.language)
    sitting = replace(
        sitting, source=source, playing=replace(playing, scenario=shown.scenario), in_english=shown.in_english
    )
    return replace(sitting, sign_cards=sign_cards(shown.scenario, tuple(album(world, sitting).values())))


# Through it


class Passed(NamedTuple):
    """What became of a sitting while time passed, what is to be carried out, and when something is due next."""

    sitting: Sitting
    effects: tuple[Effect, ...] = ()
    due: float | None = None


def pass_time(world: World, sitting: Sitting, now: float) -> Passed:
    """Let beats arrive. An open panel stops the story; the same sitting where nothing happened."""
    if sitting.lesson_work.state == "running":
        return Passed(sitting, (LookAfterLesson(),), now + LOOK_EVERY)
    playing = sitting.running_story
    if playing is None:
        return Passed(sitting)
    if playing.looking_at is not None or playing.profile is not None:
        # Whoever looks twice at a message is not hurried by the next one.
        return Passed(_put(sitting, playing_steps.rest(playing)))
    later = playing_steps.pass_time(playing, now, sitting.settings.reading_speed)
    effects: tuple[Effect, ...] = ()
    if later.state is not playing.state or later.showing_again != playing.showing_again:
        sound = sound_of_arrival(playing, later)
        effects = (Hear(sound),) if sound else ()
    step = _finish_or_keep(world, sitting, later, keep=False)
    due = min((when for when in (later.due, later.typing_from) if when is not None and when > now), default=None)
    return Passed(step.sitting, effects + step.effects, due)


def play(world: World, sitting: Sitting, intent: Intent) -> Step:
    """Carry out an intent that belongs to the open story."""
    playing = sitting.playing
    if playing is None:
        return Step(sitting)
    if isinstance(intent, Undo | ShowAgain):
        sitting = replace(sitting, panels=())
    try:
        later = carry_out(playing, intent)
    except engine.EngineError as error:
        # A press that came too late for what it meant (a double tap): the story stands where it stood.
        return Step(sitting, (Refused(intent, str(error)),))
    return _finish_or_keep(world, sitting, later, keep=isinstance(intent, Choose | SayPulse | GoOn))


def _finish_or_keep(world: World, sitting: Sitting, later: Playing, *, keep: bool) -> Step:
    """The story as it is now; its end is marked, and with `keep` another place in it is kept."""
    before = sitting.playing
    sitting = _put(sitting, later)
    if before is None or later.state is before.state:
        return Step(sitting)
    if later.state.is_over and not before.state.is_over:
        finished = replace(sitting, done=sitting.done | {later.scenario.id}, last=open_card(world, sitting))
        return Step(finished, (Hear("done"), MarkDone(sitting.source or later.scenario)))
    return Step(sitting, keep_place(sitting) if keep else ())


def _put(sitting: Sitting, playing: Playing) -> Sitting:
    return sitting if playing is sitting.playing else replace(sitting, playing=playing)


# Out of it


def keep_place(sitting: Sitting) -> tuple[Effect, ...]:
    """What keeps the place in the story on the screen, if one is there."""
    if sitting.playing is None or sitting.screen != "story":
        return ()
    return (KeepPlace(sitting.source or sitting.playing.scenario, sitting.playing.state),)


def quick_exit(sitting: Sitting) -> Step:
    """Gone at once: nothing of the open story stays, and the next start shows the picker."""
    gone = replace(sitting, playing=None, panels=(), screen="picker")
    return Step(gone, (EndLesson(), DeletePlace(sitting.story)) if sitting.story else (EndLesson(),))
