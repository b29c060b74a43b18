"""A scenario as a frozen value: people, chats, scenes and the beats that a player reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias, TypeVar

Band: TypeAlias = Literal["8-10", "11-13", "14-17"]
BANDS: tuple[Band, ...] = ("8-10", "11-13", "14-17")

Part: TypeAlias = Literal["friend", "contact", "peer", "adult"]
Move: TypeAlias = Literal["safe", "unsure", "risky"]
Outcome: TypeAlias = Literal["helped", "safe_and_fine", "paused_for_support"]
PulseAnswer: TypeAlias = Literal["fine", "keep_looking", "not_ok"]
Telling: TypeAlias = Literal["tell", "keep_telling", "tell_for_friend"]

ADULT_ROLES: tuple[str, ...] = (
    "parent_or_carer",
    "teacher",
    "sports_coach",
    "older_relative",
    "grown_up_sibling",
    "school_nurse",
    "school_counsellor",
    "youth_worker",
    "social_worker",
    "foster_carer",
    "friends_parent",
    "helpline",
)
MOST_ADULTS = 5
"""How many of them a child's hand names, one a finger."""
SAFE_DEEDS: tuple[str, ...] = (
    "stop",
    "keep",
    "say_no",
    "mute_or_block",
    "tell_adult",
    "tell_for_friend",
    "call_helpline",
    "check_with_adult",
    "report",
    "take_down",
    "get_safe",
    "wait",
    "leave",
)
NEVER_SAFE_DEEDS: tuple[str, ...] = ("accept", "keep_secret", "move_over", "keep_chatting")
TELLING_DEEDS: tuple[str, ...] = ("tell_adult", "tell_for_friend", "call_helpline", "check_with_adult")
"""Deeds that ask an adult: always safe, in every story."""
NOT_ANSWERING_DEEDS: tuple[str, ...] = ("stop", "leave", "wait", "mute_or_block")
UNSAFE_LABELS: tuple[str, ...] = ("uncomfortable_message", "private_picture_request", "unwanted_picture", "threat")
HARMLESS_LABELS: tuple[str, ...] = ("spoiler", "spider", "prank_picture")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What authors, checks and translators know of a person and no player is ever shown."""

    unsafe: bool = False
    age_group: str = "unknown"
    gender: str = "unknown"
    relation: str = ""
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who writes, or is written of, in a story."""

    id: str
    name: str
    part: Part
    picture: str
    facts: Facts = field(default_factory=Facts)
    called: str | None = None
    knows_from: str | None = None
    says_age: int | None = None
    profile: tuple[str, ...] = ()

    @property
    def short_name(self) -> str:
        """The name that running text uses."""
        return self.called or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A thread in the friend's phone."""

    id: str
    title: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class In:
    """What follows happens in this chat."""

    chat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sticker:
    """A drawn picture sent in place of words, and the words a screen reader says for it."""

    id: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """A small answer that somebody left on a message."""

    person: str
    with_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing a person sends: text, a hidden tile that has no text behind it, a sticker or a declined call."""

    person: str
    text: str | None = None
    hidden: str | None = None
    sticker: Sticker | None = None
    call: str | None = None
    read: Literal["fine", "unclear"] | None = None
    signs: tuple[str, ...] = ()
    why: str | None = None
    lookalike_of: str | None = None
    react: Reaction | None = None

    @property
    def is_judged(self) -> bool:
        """Whether the story has an answer for this message (shown at look-back)."""
        return self.read is not None or bool(self.signs)

    @property
    def is_sign(self) -> bool:
        """Whether this message shows one of the signs."""
        return bool(self.signs)

    @property
    def counts(self) -> bool:
        """Whether it enters the rates: hidden and unclear messages never do."""
        return self.hidden is None and (self.is_sign or self.read == "fine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """The question how it is going with a person, all of it together."""

    person: str
    answer: PulseAnswer
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line of the narrator's; `about` names a sign that is told rather than judged."""

    text: str
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A gap in time."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing the friend may say or do. Without `go` the choice is asked again."""

    id: str
    move: Move
    feedback: str
    say: str | None = None
    do: str | None = None
    go: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The friend asks the player what to write or do."""

    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearse:
    """Practising to tell: an adult by role, a sentence, and what the adult answers."""

    kind: Telling
    sentences: tuple[str, ...]
    helps: bool
    adult_says: str
    adults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """On to another scene."""

    scene: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The last beat of a path."""

    outcome: Outcome
    line: str


Beat: TypeAlias = In | Message | Pulse | Note | Later | Choice | Rehearse | Go | Ending
_OneKind = TypeVar("_OneKind", Message, Choice, Rehearse, Ending)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Beats in reading order, ending in a choice, a go or an ending."""

    id: str
    beats: tuple[Beat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What is said when the story is over."""

    responsibility: str
    feelings: str
    questions: tuple[str, ...]
    remember: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaches:
    """Signs (what a child learns to spot), methods (what NCMEC counted) and skills."""

    signs: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A dated review by a named role. The project never writes one itself."""

    by: str
    role: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The two sign-offs that turn a draft into a reviewed story."""

    safeguarding: SignOff | None = None
    educator: SignOff | None = None

    @property
    def is_complete(self) -> bool:
        """Whether both people have signed."""
        return self.safeguarding is not None and self.educator is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Recurring friends over several stories."""

    name: str
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A whole story."""

    id: str
    title: str
    band: Band
    minutes: int
    about: str
    content_note: str
    player: str
    teaches: Teaches
    origin: str
    people: Mapping[str, Person]
    chats: Mapping[str, Chat]
    scenes: Mapping[str, Scene]
    debrief: Debrief
    kind: Literal["story", "booster"] = "story"
    level: int = 1
    series: Series | None = None
    review: Review = field(default_factory=Review)

    def __post_init__(self) -> None:
        """Freeze the maps, so that a scenario is a value all the way down."""
        for name in ("people", "chats", "scenes"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    @property
    def friend(self) -> Person:
        """The one friend, whose phone the player looks at."""
        return next(person for person in self.people.values() if person.part == "friend")

    @property
    def first_scene(self) -> Scene:
        """Where the story starts."""
        return next(iter(self.scenes.values()))

    @property
    def is_draft(self) -> bool:
        """Whether a review is missing; adults are told so."""
        return not self.review.is_complete

    @property
    def nothing_is_wrong(self) -> bool:
        """Whether the story shows no sign at all."""
        return not self.teaches.signs

    def beats(self) -> Iterator[tuple["Place", Beat]]:
        """Every beat with its place, in the order of the file; so do the four below with one kind of beats."""
        for scene in self.scenes.values():
            for index, beat in enumerate(scene.beats):
                yield Place(scene.id, index), beat

    def messages(self) -> Iterator[tuple["Place", Message]]:
        """Every message with its place."""
        return self._beats_of(Message)

    def choices(self) -> Iterator[tuple["Place", Choice]]:
        """Every choice with its place."""
        return self._beats_of(Choice)

    def rehearsals(self) -> Iterator[tuple["Place", Rehearse]]:
        """Every rehearsal with its place."""
        return self._beats_of(Rehearse)

    def endings(self) -> Iterator[tuple["Place", Ending]]:
        """Every ending with its place."""
        return self._beats_of(Ending)

    def _beats_of(self, kind: type[_OneKind]) -> Iterator[tuple["Place", _OneKind]]:
        for scene in self.scenes.values():
            for index, beat in enumerate(scene.beats):
                if isinstance(beat, kind):
                    yield Place(scene.id, index), beat

    def beat_at(self, place: "Place") -> Beat:
        """The beat at a place; KeyError or IndexError where there is none."""
        return self.scenes[place.scene].beats[place.beat]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a beat stands: a scene's id and the index of the beat in it, from 0."""

    scene: str
    beat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A tactic that a child learns to spot, or (`is_family`) one of the six families of them."""

    id: str
    name: str
    picture: str
    warning: str
    do_now: str
    family: str | None = None
    lookalike: str | None = None
    bands: tuple[Band, ...] = BANDS
    simple: Mapping[str, str] = field(default_factory=dict)
    if_then: str | None = None
    figures: tuple[str, ...] = ()

    @property
    def is_family(self) -> bool:
        """Whether this is a family (the cards of the youngest band)."""
        return self.family is None
