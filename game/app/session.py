"""One sitting: which screen is open, the story that is played, and the settings. Carries out what the player means."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Literal, TypeAlias

from game.app.afterwards import Afterwards, swipe_answer
from game.app.kept_places import KeptPlaces
from game.app.lesson_room import LOOK_EVERY
from game.app.notices import Notice
from game.app.settings import Settings, save_settings
from game.app.sounds import sound_of, sound_of_arrival
from game.app.story_steps import carry_out
from game.app.translations import Translations
from game.app.world import World
from game.errors import ScenarioError
from game.shown import playing_steps
from game.shown.playing import Playing
from game.story import engine
from game.story.model import Band, Scenario, Sign
from game.story.sign_cards import sign_cards
from game.story.state import State
from game.story.values import StoryCard
from game.ui.intents import (
    Answer,
    Change,
    Choose,
    Close,
    EraseEverything,
    GoOn,
    GoTo,
    Intent,
    LessonIntent,
    OfferKept,
    Open,
    OpenStory,
    PassGate,
    PickBand,
    Practise,
    QuickExit,
    ReadAsPage,
    SayPulse,
    ShowAgain,
    StartStory,
    Undo,
)

Screen: TypeAlias = Literal[
    "welcome", "band", "picker", "topic", "gate", "page", "story", "practice", "hand", "card", "closing", "album"
]


class Session:
    """The state between events. `changed` says that the screen may look different; the app clears it."""

    def __init__(
        self,
        world: World,
        settings: Settings,
        *,
        notice: Notice | str = "",
        random: Random | None = None,
        language: str | None = None,
    ) -> None:
        """`notice` is a sentence the player has to know, such as that damaged settings were put aside.

        `language` counts before the settings' own until the player chooses another; it is not kept.
        """
        self.world = world
        self._asked_language = language
        self.settings = settings
        self.changed = True
        self.full_screen = False
        self.heard: list[str] = []
        """Names of sounds of what happened; the app takes them out."""
        self.translations = Translations(world)
        self.playing: Playing | None = None
        self.screen: Screen = "picker" if settings.band else "band" if settings.adult_page_seen else "welcome"
        self.story = ""
        self.panels: list[Open] = []
        self.asked_erase = False
        self.notice: Notice | str = notice
        self.places = KeptPlaces(world.home, keep=settings.keep_place)
        done, problem = self.places.done()
        self.done: set[str] = set(done.stories)
        self.first_finished = dict(done.first_finished)
        self.after = Afterwards(
            lambda band: self.translations.practice(band, self.language), done.practised, random=random
        )
        self.last: StoryCard | None = None
        self.notice = self.notice or problem or ""
        self._read_by_adult: set[str] = set(settings.gate_read)
        self._shelf_steps: Iterator[object] | None = None
        self.cards: tuple[StoryCard, ...] = tuple(world.shelf.cards())
        self._source: Scenario | None = None
        self.sign_cards: tuple[Sign, ...] = ()
        self.page: Scenario | None = None
        self._taken_up: State | None = None
        """As much of a kept place as still fits the story, once the player was told that not all of it does."""

    # Where we are

    @property
    def screen_name(self) -> str:
        """A name that changes whenever another screen, or another step of it, is shown."""
        if self.panels:
            return f"{len(self.panels)}:{self.panels[-1].panel}:{self.panels[-1].card}"
        if self.screen == "practice" and self.after.practising is not None:
            return f"practice:{self.after.practising.number}:{self.after.practising.explaining}"
        if self.screen != "story" or self.playing is None:
            return f"{self.screen}:{self.story}"
        return f"story:{self.playing.step}"

    @property
    def window_title(self) -> str:
        """Begins with the game's name and never tells which story is open."""
        return "Look Twice"

    @property
    def card(self) -> StoryCard | None:
        """The card of the story that is open, in the language it is shown in."""
        card = next((card for card in self.cards if card.id == self.story), None)
        return card and self.translations.card(card, self.language)

    @property
    def signs(self) -> Mapping[str, Sign]:
        """The album: cards that the player keeps, so they speak the player's language in every story."""
        return self.translations.signs(self.language)

    @property
    def language(self) -> str:
        """The language that was chosen, or the system's where it is there."""
        return self.translations.language(self._asked_language or self.settings.language)

    @property
    def story_language(self) -> str:
        """The language in which the open story is told: English where it is not whole in the player's."""
        return "en" if self.translations.in_english else self.language

    # Time

    def pass_time(self, now: float) -> float | None:
        """Let beats arrive; when the next one does. An open panel stops the story."""
        if (lessons := self.world.lessons) is not None and lessons.is_running:
            self.changed |= lessons.look()
            return now + LOOK_EVERY
        playing = self.playing
        if playing is None or self.screen != "story" or self.panels:
            return None
        if playing.looking_at is not None or playing.profile is not None:
            # Whoever looks twice at a message is not hurried by the next one.
            self.playing = playing_steps.rest(playing)
            return None
        later = playing_steps.pass_time(playing, now, self.settings.reading_speed)
        if later.state is not playing.state or later.showing_again != playing.showing_again:
            self.changed = True
            self._hear(sound_of_arrival(playing, later))
            if later.state.is_over and not playing.state.is_over:
                self._finished(later)
        if later.typist(now) != playing.typist(now):
            self.changed = True
        self.playing = later
        return min((when for when in (later.due, later.typing_from) if when is not None and when > now), default=None)

    def _hear(self, sound: str) -> None:
        if sound:
            self.heard.append(sound)

    def is_moving(self, now: float) -> bool:
        """Whether something on the screen moves right now, so that the next frame differs."""
        playing = self.playing
        if playing is None or self.screen != "story" or self.panels or not self.settings.motion:
            return False
        return playing.typist(now) is not None or 0.0 <= now - playing.arrived < 0.25

    def refresh_shelf(self) -> bool:
        """Check one more new or changed story; whether there are more."""
        if self._shelf_steps is None:
            self._shelf_steps = self.world.shelf.refresh()
        more = next(self._shelf_steps, None) is not None
        cards = tuple(self.world.shelf.cards())
        if cards != self.cards:
            self.cards, self.changed = cards, True
        return more

    @property
    def offers_keeping(self) -> bool:
        """Whether keeping the place is offered: once, after the first finished story, and never again."""
        can_keep = self.world.home is not None and not self.settings.keep_place
        return can_keep and bool(self.done) and not self.settings.keep_offered

    @property
    def band(self) -> Band:
        """The age band whose stories are shown."""
        return self.settings.band or "11-13"

    def has_place(self, story: str) -> bool:
        """Whether a place is kept in a story, or one was taken up already."""
        return self._taken_up is not None or story in self.places.stories()

    def swipe(self, direction: Literal["left", "right"]) -> Answer | None:
        """What a swipe, or an arrow key, answers on this screen; None where it answers nothing."""
        if self.screen != "practice" or self.panels:
            return None
        return swipe_answer(self.after.practising, direction)

    # What the player means

    def perform(self, intent: Intent, now: float) -> None:
        """Carry out an intent; one that does not fit the screen any more does nothing."""
        self.changed = True
        self._hear(sound_of(intent))
        if not isinstance(intent, EraseEverything):
            self.asked_erase = False
        match intent:
            case Open():
                self._open(intent)
                if self.playing is not None:
                    self.playing = playing_steps.rest(self.playing)
            case Close():
                self._close()
            case GoTo(screen):
                self._go_to(screen)
            case PickBand(band):
                self._set(band=band, adult_page_seen=True)
                self._go_to("picker")
            case OpenStory(story):
                self._open_story(story)
            case ReadAsPage(story):
                page = self._read(story)
                if page is not None:
                    self.page = self.translations.show(page, self.language)
                    self.story, self.screen = story, "page"
            case PassGate(story):
                self._read_by_adult.add(story)
                self._set(gate_read=tuple(sorted(self._read_by_adult)))
                self.screen = "topic"
            case StartStory(story, at_kept_place):
                self._start_story(story, at_kept_place)
            case Change(setting, value):
                self._change(setting, value)
            case EraseEverything(sure):
                self._erase(sure)
            case QuickExit():
                self.quick_exit()
            case Practise():
                self._start_practice()
            case _ if isinstance(intent, LessonIntent):
                if self.world.lessons is not None:
                    self.world.lessons.perform(intent, self.settings.country)
            case OfferKept(keep):
                # A no leaves another window's yes as it is: it is this window that keeps nothing.
                self._set(keep_offered=True, **({"keep_place": True} if keep else {}))
                if keep:
                    self._switch_keeping(True)
            case _ if self.screen in ("practice", "hand", "card"):
                self.after.perform(intent)
            case _:
                self._play(intent)

    def _start_practice(self) -> None:
        self.panels.clear()
        met = self.last.signs if self.last is not None else ()
        shown = self.after.start_round(self.band, met)
        self.screen = "practice"
        self.notice = self.places.mark_practised(shown) or ""

    def _play(self, intent: Intent) -> None:
        """Intents that belong to the open story."""
        playing = self.playing
        if playing is None:
            return
        if isinstance(intent, Undo | ShowAgain):
            self.panels.clear()
        try:
            self.playing = carry_out(playing, intent)
        except engine.EngineError:
            # A press that came too late for what it meant (a double tap): the story stands where it stood.
            return
        if self.playing.state is not playing.state:
            if self.playing.state.is_over and not playing.state.is_over:
                self._finished(self.playing)
            elif isinstance(intent, Choose | SayPulse | GoOn):
                self._keep()

    def _open(self, panel: Open) -> None:
        """Open a panel over the others; one that is open already comes to the top."""
        self.panels = [each for each in self.panels if each != panel]
        self.panels.append(panel)
        if panel.panel == "lessons" and self.world.lessons is not None:
            self.world.lessons.open(self.band, self.cards, self.language)

    def tap_beside(self) -> None:
        """A press on nothing: closes what is open over the chat, as one expects."""
        if self.panels and self.panels[-1].panel == "menu":
            self._close()
        elif self.playing is not None and self.playing.looking_at is not None:
            self.playing = playing_steps.look_away(self.playing)
        self.changed = True

    def _close(self) -> None:
        if self.panels:
            self.panels.pop()
        elif self.screen == "story" and self.playing is not None:
            self.playing = playing_steps.look_away(self.playing)
        elif self.screen in ("topic", "gate", "page", "album"):
            self._go_to("picker")

    def _go_to(self, screen: str) -> None:
        self.panels.clear()
        if screen == "band":
            self._set(adult_page_seen=True)
            self.screen = "band"
        elif screen == "welcome":
            self.screen = "welcome"
        elif screen == "hand" and self.after.hand_was_shown:
            # Once a sitting: whoever has a hand, or had no wish for one, goes on.
            self.screen = "closing"
        elif screen in ("hand", "card", "closing", "album"):
            self._open_after(screen)
        else:
            self.screen = "picker" if self.settings.band else "band"
            self.playing = None
            self.story = ""

    def _open_after(self, screen: str) -> None:
        self.playing = None
        match screen:
            case "hand":
                self.after.hand_was_shown = True
                self.screen = "hand"
            case "card":
                self.after.open_card()
                self.screen = "card"
            case "album":
                self.screen = "album"
            case _:
                self.screen = "closing"

    def _open_story(self, story: str) -> None:
        self.story, self.playing, self._taken_up = story, None, None
        self.panels.clear()
        card = self.card
        if card is None:
            self._go_to("picker")
            return
        self._open_in_language()
        gated = card.needs_gate and story not in self._read_by_adult
        self.screen = "gate" if gated else "topic"

    def open_directly(self, story: str) -> None:
        """`looktwice play ID`: past the first start and the picker, to the story's topic note (or its gate)."""
        if self.settings.band is None:
            card = next((card for card in self.cards if card.id == story), None)
            if card is not None:
                self.settings = replace(self.settings, band=card.band)
        self._open_story(story)

    # What is kept, and where a story starts

    def _start_story(self, story: str, at_kept_place: bool) -> None:
        scenario = self._read(story)
        if scenario is None:
            return
        state, self._taken_up = self._taken_up if at_kept_place else None, None
        if at_kept_place and state is None:
            state, problem = self.places.load(scenario, self.world.today)
            if problem:
                # What became of the place is read before the story goes on.
                self.notice, self._taken_up, self.story, self.screen = problem, state, story, "topic"
                return
        self.notice = ""
        self._source = scenario
        shown = self.translations.show(scenario, self.language)
        self.screen = "story"
        self.sign_cards = sign_cards(shown, tuple(self.signs.values()))
        self.playing = playing_steps.begin(shown, state)

    def _read(self, story: str) -> Scenario | None:
        """A story's text; where its file broke or went since the start, the picker says so."""
        try:
            return self.world.shelf.scenario(story)
        except ScenarioError as error:
            self._go_to("picker")
            self.notice = str(error)
            return None

    def _finished(self, playing: Playing) -> None:
        self._hear("done")
        self.done.add(playing.scenario.id)
        self.last = self.card
        self.notice = self.places.mark_done(self._source or playing.scenario, self.world.today) or ""

    def _keep(self) -> None:
        """Keep the place, if the player chose that; at most one sentence comes back where the disk does not let us."""
        if self.playing is not None and self.screen == "story":
            source = self._source or self.playing.scenario
            self.notice = self.places.save(source, self.playing.state, self.world.today) or ""

    @property
    def offers_practice(self) -> bool:
        """Whether there is practice for the band in the player's language; told without reading it in English."""
        there = self.world.has_practice(self.band)
        return there and (self.language == "en" or bool(self.after.items(self.band)))

    def _open_in_language(self) -> None:
        """Find out in which language the story before which we stand will be shown."""
        self.translations.in_english = False
        if self.language != "en" and (scenario := self._read(self.story)) is not None:
            self.translations.show(scenario, self.language)

    def _switch_language(self) -> None:
        """The open story goes on in another language, at the same place."""
        if self._source is not None and self.playing is not None:
            self.playing = replace(self.playing, scenario=self.translations.show(self._source, self.language))
            self.sign_cards = sign_cards(self.playing.scenario, tuple(self.signs.values()))
        elif self.story:
            self._open_in_language()
        self.after.forget_items()

    def _change(self, setting: str, value: str | int | bool) -> None:
        if setting == "asked_erase":
            return
        if setting == "full_screen":
            # Of the window, not of the player: not kept.
            self.full_screen = bool(value)
            return
        self._set(**{setting: value})
        if setting == "country" and self.panels and self.panels[-1].panel == "countries":
            self._close()
        if setting == "language":
            self._asked_language = None
            self._switch_language()
        if setting == "keep_place":
            self._switch_keeping(bool(value))

    def _switch_keeping(self, keep: bool) -> None:
        """From now on places are kept, or everything that was kept is erased."""
        if not keep:
            self.notice = self.places.forget() or self.notice
            self.first_finished.clear()
        self.places = KeptPlaces(self.world.home, keep=keep)
        if keep:
            self._keep_what_was_done()
            self._keep()

    def _keep_what_was_done(self) -> None:
        """From the moment the player chose it, what was finished in this sitting is kept too."""
        for story in sorted(self.done):
            if any(card.id == story for card in self.cards):
                self.notice = self.places.mark_done(self.world.shelf.scenario(story), self.world.today) or self.notice
        self.notice = self.places.mark_practised(self.after.shown) or self.notice

    def _set(self, **values: object) -> None:
        before, self.settings = self.settings, replace(self.settings, **values)  # type: ignore[arg-type]
        if self.world.home is not None:
            self.notice = save_settings(self.world.home, self.settings, before, named=values) or ""

    def _erase(self, sure: bool) -> None:
        if not sure:
            self.asked_erase = True
            return
        self.asked_erase = False
        self.notice = self.places.erase_everything() or ""
        self.settings = Settings()
        self.places = KeptPlaces(self.world.home, keep=False)
        self.done.clear()
        self.first_finished.clear()
        self.after.forget()
        self.last = None
        self._read_by_adult.clear()
        self.playing = None
        self.panels.clear()
        self.story = ""
        self.screen = "welcome"

    def leave(self) -> None:
        """The window closes: keep the place if the player chose that, and leave no work behind."""
        if self.world.lessons is not None:
            self.world.lessons.stop()
        self._keep()

    def quick_exit(self) -> None:
        """Gone at once: nothing of the open story stays, and the next start shows the picker."""
        if self.world.lessons is not None:
            self.world.lessons.stop()
        if self.story:
            self.places.delete(self.story)
        self.playing = None
        self.panels.clear()
        self.screen = "picker"
