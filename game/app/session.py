"""One sitting: which screen is open, the story that is played, and the settings. Carries out what the player means."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from game.app.kept_places import KeptPlaces
from game.app.settings import Settings, save_settings
from game.app.story_steps import carry_out
from game.errors import ScenarioError
from game.i18n.territories import territory_name
from game.story import engine
from game.story.hand import hand
from game.story.model import Band, Scenario, Sign
from game.story.state import State
from game.story.values import StoryCard
from game.ui import playing as steps
from game.ui.frame import Frame
from game.ui.help_words import PlaceHelp
from game.ui.intents import (
    Change,
    Choose,
    Close,
    EraseEverything,
    GoOn,
    GoTo,
    Intent,
    Open,
    OpenStory,
    PassGate,
    PickBand,
    QuickExit,
    ReadAsPage,
    SayPulse,
    ShowAgain,
    StartStory,
    Undo,
)
from game.ui.playing import Playing
from game.ui.screens.countries import draw_countries
from game.ui.screens.first_start import draw_band, draw_gate, draw_story_page, draw_topic, draw_welcome
from game.ui.screens.help import draw_help
from game.ui.screens.look_back import draw_look_back
from game.ui.screens.menu import draw_menu
from game.ui.screens.picker import draw_picker
from game.ui.screens.story import draw_story
from game.ui.screens.telling import draw_telling
from game.ui.story_page import story_paragraphs
from game.ui.tree import Node

Screen: TypeAlias = Literal["welcome", "band", "picker", "topic", "gate", "page", "story"]


class Shelf(Protocol):
    """The stories there are (`game.content.library.Library`)."""

    def cards(self) -> Sequence[StoryCard]:
        """The stories that may be offered."""
        ...

    def scenario(self, story: str) -> Scenario:
        """A story, read when it is opened."""
        ...

    def refresh(self) -> Iterator[object]:
        """Check new and changed stories, one a step."""
        ...


class HelpDesk(Protocol):
    """Who can help where."""

    def countries(self, _: Callable[..., str], /) -> Sequence[tuple[str, str]]:
        """Codes and names in the player's language, "somewhere else" first."""
        ...

    def help_in(self, _: Callable[..., str], country: str, /) -> PlaceHelp:
        """The rows of a country as they may be shown today."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What a sitting is given: stories, signs, who can help, and the user's folder (None: keep nothing)."""

    shelf: Shelf
    load_signs: Callable[[], Mapping[str, Sign]]
    """The album, families among it, by id; called when the first story opens and not before."""
    help: HelpDesk
    home: Path | None
    today: date


class Session:
    """The state between events. `changed` says that the screen may look different; the app clears it."""

    def __init__(self, world: World, settings: Settings, *, notice: str = "") -> None:
        """`notice` is a sentence the player has to know, such as that damaged settings were put aside."""
        self.world = world
        self.settings = settings
        self.changed = True
        self.playing: Playing | None = None
        self._screen: Screen = "picker" if settings.band else "band" if settings.adult_page_seen else "welcome"
        self._story = ""
        self._panels: list[Open] = []
        self._asked_erase = False
        self._notice = notice
        self._places = KeptPlaces(world.home, keep=settings.keep_place)
        done, problem = self._places.done()
        self._done: set[str] = set(done.stories)
        self._notice = self._notice or problem or ""
        self._read_by_adult: set[str] = set(settings.gate_read)
        self._shelf_steps: Iterator[object] | None = None
        self._cards: tuple[StoryCard, ...] = tuple(world.shelf.cards())
        self._signs: Mapping[str, Sign] | None = None
        self._hand: tuple[Sign, ...] = ()
        self._page: Scenario | None = None
        self._taken_up: State | None = None
        """As much of a kept place as still fits the story, once the player was told that not all of it does."""

    # Where we are

    @property
    def screen_name(self) -> str:
        """A name that changes whenever another screen, or another step of it, is shown."""
        if self._panels:
            return f"{len(self._panels)}:{self._panels[-1].panel}:{self._panels[-1].card}"
        if self._screen != "story" or self.playing is None:
            return f"{self._screen}:{self._story}"
        playing = self.playing
        parts = (
            playing.state.awaiting,
            len(playing.state.path),
            playing.state.tried,
            playing.feedback,
            playing.role,
            playing.sentence,
            playing.answered,
            playing.looking_back,
            playing.looking_at,
            playing.picking_sign,
            playing.profile,
        )
        return "story:" + ":".join(str(part) for part in parts)

    @property
    def window_title(self) -> str:
        """Begins with the game's name and never tells which story is open."""
        return "Look Twice"

    @property
    def card(self) -> StoryCard | None:
        """The card of the story that is open."""
        return next((card for card in self._cards if card.id == self._story), None)

    @property
    def signs(self) -> Mapping[str, Sign]:
        """The album, read when it is first needed."""
        if self._signs is None:
            self._signs = self.world.load_signs()
        return self._signs

    # Time

    def pass_time(self, now: float) -> float | None:
        """Let beats arrive; when the next one does. An open panel stops the story."""
        playing = self.playing
        if playing is None or self._screen != "story" or self._panels:
            return None
        if playing.looking_at is not None or playing.profile is not None:
            # Whoever looks twice at a message is not hurried by the next one.
            self.playing = steps.rest(playing)
            return None
        later = steps.pass_time(playing, now, self.settings.reading_speed)
        if later.state is not playing.state or later.showing_again != playing.showing_again:
            self.changed = True
            if later.state.is_over and not playing.state.is_over:
                self._finished(later)
        if later.typist(now) != playing.typist(now):
            self.changed = True
        self.playing = later
        return min((when for when in (later.due, later.typing_from) if when is not None and when > now), default=None)

    def is_moving(self, now: float) -> bool:
        """Whether something on the screen moves right now, so that the next frame differs."""
        playing = self.playing
        if playing is None or self._screen != "story" or self._panels or not self.settings.motion:
            return False
        return playing.typist(now) is not None or 0.0 <= now - playing.arrived < 0.25

    def refresh_shelf(self) -> bool:
        """Check one more new or changed story; whether there are more."""
        if self._shelf_steps is None:
            self._shelf_steps = self.world.shelf.refresh()
        more = next(self._shelf_steps, None) is not None
        cards = tuple(self.world.shelf.cards())
        if cards != self._cards:
            self._cards, self.changed = cards, True
        return more

    # Drawing

    def draw(self, frame: Frame, now: float) -> Node:
        """The whole screen, an open panel over it."""
        if not self._panels:
            return self._draw_screen(frame, now)
        top = self._panels[-1]
        match top.panel:
            case "help":
                return draw_help(frame, self.world.help.help_in(frame._, self.settings.country), top.card)
            case "countries":
                return draw_countries(frame, self.world.help.countries(frame._), self.settings.country)
            case "menu":
                below = self._draw_screen(frame, now)
                return Node(rect=below.rect, children=(below, self._draw_menu(frame)))

    def _draw_screen(self, frame: Frame, now: float) -> Node:
        card = self.card
        match self._screen:
            case "welcome":
                return draw_welcome(frame, territory_name(frame._, self.settings.country), notice=self._notice)
            case "band":
                return draw_band(frame)
            case "topic" if card is not None:
                has_place = self._taken_up is not None or card.id in self._places.stories()
                return draw_topic(frame, card, has_place=has_place, notice=self._notice)
            case "gate" if card is not None:
                return draw_gate(frame, card)
            case "page" if card is not None and self._page is not None:
                return draw_story_page(frame, card, story_paragraphs(frame._, self._page))
            case "story" if self.playing is not None:
                return self._draw_story(frame, self.playing, now)
            case _:
                return self._draw_picker(frame)

    def _draw_picker(self, frame: Frame) -> Node:
        band: Band = self.settings.band or "11-13"
        cards = [card for card in self._cards if card.band == band and card.kind == "story"]
        return draw_picker(frame, band, cards, done=frozenset(self._done), notice=self._notice)

    def _draw_story(self, frame: Frame, playing: Playing, now: float) -> Node:
        if playing.shows_look_back:
            return draw_look_back(frame, playing, self.signs)
        rehearse = playing.open_rehearse
        if rehearse is not None and playing.looking_at is None:
            return draw_telling(frame, playing, rehearse, engine.roles_open(playing.scenario, playing.state))
        return draw_story(frame, playing, self._hand, self.signs, now)

    def _draw_menu(self, frame: Frame) -> Node:
        playing = self.playing if self._screen == "story" else None
        can_undo = playing is not None and (playing.state.can_undo or playing.looking_back or playing.role is not None)
        return draw_menu(
            frame,
            frame._("Menu"),
            in_story=playing is not None,
            can_undo=can_undo,
            theme=self.settings.theme,
            motion=self.settings.motion,
            speed=self.settings.reading_speed,
            keep_place=self.settings.keep_place,
            band=self.settings.band,
            place=territory_name(frame._, self.settings.country),
            asked_erase=self._asked_erase,
            notice=self._notice,
        )

    # What the player means

    def perform(self, intent: Intent, now: float) -> None:
        """Carry out an intent; one that does not fit the screen any more does nothing."""
        self.changed = True
        if not isinstance(intent, EraseEverything):
            self._asked_erase = False
        match intent:
            case Open():
                self._open(intent)
                if self.playing is not None:
                    self.playing = steps.rest(self.playing)
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
                self._page = self._read(story)
                if self._page is not None:
                    self._story, self._screen = story, "page"
            case PassGate(story):
                self._read_by_adult.add(story)
                self._set(gate_read=tuple(sorted(self._read_by_adult)))
                self._screen = "topic"
            case StartStory(story, at_kept_place):
                self._start_story(story, at_kept_place)
            case Change(setting, value):
                self._change(setting, value)
            case EraseEverything(sure):
                self._erase(sure)
            case QuickExit():
                self.quick_exit()
            case _:
                self._play(intent)

    def _play(self, intent: Intent) -> None:
        """Intents that belong to the open story."""
        playing = self.playing
        if playing is None:
            return
        if isinstance(intent, Undo | ShowAgain):
            self._panels.clear()
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
        self._panels = [each for each in self._panels if each != panel]
        self._panels.append(panel)

    def tap_beside(self) -> None:
        """A press on nothing: closes what is open over the chat, as one expects."""
        if self._panels and self._panels[-1].panel == "menu":
            self._close()
        elif self.playing is not None and self.playing.looking_at is not None:
            self.playing = steps.look_away(self.playing)
        self.changed = True

    def _close(self) -> None:
        if self._panels:
            self._panels.pop()
        elif self._screen == "story" and self.playing is not None:
            self.playing = steps.look_away(self.playing)
        elif self._screen in ("topic", "gate", "page"):
            self._go_to("picker")

    def _go_to(self, screen: str) -> None:
        self._panels.clear()
        if screen == "band":
            self._set(adult_page_seen=True)
            self._screen = "band"
        elif screen == "welcome":
            self._screen = "welcome"
        else:
            self._screen = "picker" if self.settings.band else "band"
            self.playing = None
            self._story = ""

    def _open_story(self, story: str) -> None:
        self._story, self.playing, self._taken_up = story, None, None
        self._panels.clear()
        card = self.card
        if card is None:
            self._go_to("picker")
            return
        gated = card.needs_gate and story not in self._read_by_adult
        self._screen = "gate" if gated else "topic"

    def open_directly(self, story: str) -> None:
        """`looktwice play ID`: past the first start and the picker, to the story's topic note (or its gate)."""
        if self.settings.band is None:
            card = next((card for card in self._cards if card.id == story), None)
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
            state, problem = self._places.load(scenario, self.world.today)
            if problem:
                # What became of the place is read before the story goes on.
                self._notice, self._taken_up, self._story, self._screen = problem, state, story, "topic"
                return
        self._notice = ""
        self._hand = hand(scenario, tuple(self.signs.values()))
        self.playing = steps.begin(scenario, state)
        self._screen = "story"

    def _read(self, story: str) -> Scenario | None:
        """A story's text; where its file broke or went since the start, the picker says so."""
        try:
            return self.world.shelf.scenario(story)
        except ScenarioError as error:
            self._go_to("picker")
            self._notice = str(error)
            return None

    def _finished(self, playing: Playing) -> None:
        self._done.add(playing.scenario.id)
        self._notice = self._places.mark_done(playing.scenario, self.world.today) or ""

    def _keep(self) -> None:
        """Keep the place, if the player chose that; at most one sentence comes back where the disk does not let us."""
        if self.playing is not None and self._screen == "story":
            self._notice = self._places.save(self.playing.scenario, self.playing.state, self.world.today) or ""

    def _change(self, setting: str, value: str | int | bool) -> None:
        if setting == "asked_erase":
            return
        self._set(**{setting: value})
        if setting == "country" and self._panels and self._panels[-1].panel == "countries":
            self._close()
        if setting == "keep_place":
            self._switch_keeping(bool(value))

    def _switch_keeping(self, keep: bool) -> None:
        """From now on places are kept, or everything that was kept is erased."""
        if not keep:
            self._notice = self._places.forget() or self._notice
        self._places = KeptPlaces(self.world.home, keep=keep)
        if keep:
            self._keep()

    def _set(self, **values: object) -> None:
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        if self.world.home is not None:
            self._notice = save_settings(self.world.home, self.settings) or ""

    def _erase(self, sure: bool) -> None:
        if not sure:
            self._asked_erase = True
            return
        self._asked_erase = False
        self._notice = self._places.erase_everything() or ""
        self.settings = Settings()
        self._places = KeptPlaces(self.world.home, keep=False)
        self._done.clear()
        self._read_by_adult.clear()
        self.playing = None
        self._panels.clear()
        self._story = ""
        self._screen = "welcome"

    def leave(self) -> None:
        """The window closes: keep the place if the player chose that."""
        self._keep()

    def quick_exit(self) -> None:
        """Gone at once: nothing of the open story stays, and the next start shows the picker."""
        if self._story:
            self._places.delete(self._story)
        self.playing = None
        self._panels.clear()
        self._screen = "picker"
