"""One sitting as a value: which screen is open, the story that is played, the settings, what was finished.

It is never changed: a step (`game.app.navigation`) makes another one. Whoever wants to come back to a moment holds it,
and a test makes one with `replace`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from game.app.afterwards import Afterwards, swipe_answer
from game.app.notices import Notice
from game.app.settings import Settings
from game.shown.playing import Playing
from game.story.model import Band, Scenario, Sign
from game.story.state import State
from game.story.values import StoryCard
from game.ui.intents import Answer, Open
from game.ui.lesson_desk import LessonWishes, LessonWork

Screen: TypeAlias = Literal[
    "welcome", "band", "picker", "topic", "gate", "page", "story", "practice", "hand", "card", "closing", "album"
]

_ARRIVING = 0.25
"""Seconds for which what arrived may still move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Everything between two events that is not about the window: its size, what is scrolled and where the focus is."""

    settings: Settings
    language: str = "en"
    """The language the game speaks: the one that was chosen where it is there, else the system's."""
    asked_language: str | None = None
    """A language that counts before the settings' own until the player chooses another; it is not kept."""
    full_screen: bool = False
    screen: Screen = "picker"
    panels: tuple[Open, ...] = ()
    """What is open over the screen, the top one last."""
    cards: tuple[StoryCard, ...] = ()
    """The stories there are."""
    story: str = ""
    """The id of the story that is open, from its topic note on."""
    source: Scenario | None = None
    """The story that is played, as it was written."""
    playing: Playing | None = None
    """The same story in the language it is shown in, and where the player is in it."""
    in_english: bool = False
    """Whether the open story is not whole in the player's language and therefore told in English."""
    sign_cards: tuple[Sign, ...] = ()
    page: Scenario | None = None
    """The story that an adult reads as text."""
    places: frozenset[str] = frozenset()
    """The stories in which a place is kept, as far as one had to look."""
    taken_up: State | None = None
    """As much of a kept place as still fits the story, once the player was told that not all of it does."""
    done: frozenset[str] = frozenset()
    """The stories that were finished."""
    first_finished: Mapping[Band, date] = field(default_factory=dict)
    """The day of the first finished story of each band, where the player keeps their place."""
    last: StoryCard | None = None
    """The story that was finished last in this sitting."""
    gates_read: frozenset[str] = frozenset()
    """The stories that an adult said to have read."""
    after: Afterwards = field(default_factory=Afterwards)
    lesson_wishes: LessonWishes = field(default_factory=LessonWishes)
    lesson_work: LessonWork = field(default_factory=LessonWork)
    notice: Notice | str = ""
    """What the player has to know, such as that damaged settings were put aside; empty where there is nothing."""
    asked_erase: bool = False
    """Whether the question is open if everything shall be erased."""

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
    def story_language(self) -> str:
        """The language in which the open story is told: English where it is not whole in the player's."""
        return "en" if self.in_english else self.language

    @property
    def home_screen(self) -> Screen:
        """The stories, or the choice of an age where none was made yet."""
        return "picker" if self.settings.band else "band"

    @property
    def band(self) -> Band:
        """The age band whose stories are shown."""
        return self.settings.band or "11-13"

    @property
    def running_story(self) -> Playing | None:
        """The story whose messages arrive on the screen; None where there is none, or where a panel stops it."""
        return self.playing if self.screen == "story" and not self.panels else None

    def has_place(self, story: str) -> bool:
        """Whether a place is kept in a story, or one was taken up already."""
        return self.taken_up is not None or story in self.places

    def swipe(self, direction: Literal["left", "right"]) -> Answer | None:
        """What a swipe, or an arrow key, answers on this screen; None where it answers nothing."""
        if self.screen != "practice" or self.panels:
            return None
        return swipe_answer(self.after.practising, direction)

    def is_moving(self, now: float) -> bool:
        """Whether something on the screen moves right now, so that the next frame differs."""
        playing = self.running_story
        if playing is None or not self.settings.motion:
            return False
        return playing.typist(now) is not None or 0.0 <= now - playing.arrived < _ARRIVING

    def seen_of_time(self, now: float) -> float | str | None:
        """What of the time can be seen on the screen, if anything: as long as it is equal, the screen is the same."""
        if self.is_moving(now):
            return now
        playing = self.running_story
        return playing.typist(now) if playing is not None else None
