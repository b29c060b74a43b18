"""What a player means by a press: values that screens put into the tree and the app carries out."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from game.story.model import Band, Place, PulseAnswer
from game.story.plays import Verdict

Panel: TypeAlias = Literal["menu", "help", "countries", "notebook", "lessons"]


@dataclass(frozen=True, slots=True)
class GoTo:
    """Show another screen."""

    screen: Literal["welcome", "band", "picker", "album", "hand", "card", "closing"]


@dataclass(frozen=True, slots=True)
class PickBand:
    """The stories for this age are for me."""

    band: Band


@dataclass(frozen=True, slots=True)
class OpenStory:
    """Look at a story's topic note, or at its gate first."""

    story: str


@dataclass(frozen=True, slots=True)
class PassGate:
    """An adult says "I have read this story"."""

    story: str


@dataclass(frozen=True, slots=True)
class ReadAsPage:
    """An adult reads the whole story as text."""

    story: str


@dataclass(frozen=True, slots=True)
class StartStory:
    """From the topic note into the story: at its beginning, or at the kept place."""

    story: str
    at_kept_place: bool = False


@dataclass(frozen=True, slots=True)
class LookAt:
    """Look twice at a message: open the panel of verdicts."""

    place: Place


@dataclass(frozen=True, slots=True)
class Say:
    """Say of a message what one thinks of it."""

    place: Place
    verdict: Verdict
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class Reveal:
    """Open the why of a message that was not looked at."""

    place: Place


@dataclass(frozen=True, slots=True)
class OpenProfile:
    """Look at what somebody says about themselves."""

    person: str


@dataclass(frozen=True, slots=True)
class OpenThread:
    """Read another chat of the friend's phone."""

    chat: str


@dataclass(frozen=True, slots=True)
class SayPulse:
    """How it is going with somebody, all together."""

    answer: PulseAnswer


@dataclass(frozen=True, slots=True)
class Choose:
    """What the friend says or does."""

    option: str


@dataclass(frozen=True, slots=True)
class PickRole:
    """The adult to tell, by role."""

    role: str


@dataclass(frozen=True, slots=True)
class PickSentence:
    """The sentence to say, from 1."""

    sentence: int


@dataclass(frozen=True, slots=True)
class SaidIt:
    """The sentence was said out loud (or not; nobody listens)."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """On: past a feedback, a look-back, an adult's answer."""


@dataclass(frozen=True, slots=True)
class ShowAll:
    """Show everything that is still to arrive, at once."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Back one step."""


@dataclass(frozen=True, slots=True)
class ShowAgain:
    """Let the last scene arrive once more."""


@dataclass(frozen=True, slots=True)
class Open:
    """Open a panel over the screen."""

    panel: Panel
    card: str = ""
    """Which card of the help page, if one."""


@dataclass(frozen=True, slots=True)
class Close:
    """Close the top panel."""


@dataclass(frozen=True, slots=True)
class QuickExit:
    """Close the game at once."""


@dataclass(frozen=True, slots=True)
class Change:
    """Change a setting."""

    setting: str
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class EraseEverything:
    """Erase whatever this device keeps of the player."""

    sure: bool = False


@dataclass(frozen=True, slots=True)
class PickTurn:
    """The message at which the chat turned."""

    place: Place


@dataclass(frozen=True, slots=True)
class Practise:
    """Start a round of practice."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an item of practice is: `fine` or `not_ok`, `a` or `b`, or the number of a line."""

    answer: str


@dataclass(frozen=True, slots=True)
class ToggleAdult:
    """Take an adult into the hand, or out of it."""

    role: str


@dataclass(frozen=True, slots=True)
class PickAdult:
    """The adult of the hand who stands on the if-then card."""

    role: str


@dataclass(frozen=True, slots=True)
class OfferKept:
    """Answer the one offer to keep the place."""

    keep: bool


@dataclass(frozen=True, slots=True)
class SetLesson:
    """Choose something for a lesson pack: `what` it is (story, minutes, language, format, paper, folder), its value.

    Stories and formats are taken in and out; "again" goes back to the choice once a pack is there.
    """

    what: str
    value: str


@dataclass(frozen=True, slots=True)
class MakeLesson:
    """Make the pack that was chosen."""


@dataclass(frozen=True, slots=True)
class StopLesson:
    """Stop making it; files that are whole stay."""


@dataclass(frozen=True, slots=True)
class ShowLessonFolder:
    """Open the folder of the pack with the system's own program."""


@dataclass(frozen=True, slots=True)
class Direct:
    """What an author wants of the preview around the game: `what` to do, and with which value (a scene, a number).

    The game's own screens hold none of them.
    """

    what: str
    value: str = ""


LessonIntent: TypeAlias = SetLesson | MakeLesson | StopLesson | ShowLessonFolder
"""What an adult means in the corner for lessons."""
Intent: TypeAlias = (
    GoTo
    | PickBand
    | OpenStory
    | PassGate
    | ReadAsPage
    | StartStory
    | LookAt
    | Say
    | Reveal
    | OpenProfile
    | OpenThread
    | SayPulse
    | Choose
    | PickRole
    | PickSentence
    | SaidIt
    | GoOn
    | ShowAll
    | Undo
    | ShowAgain
    | Open
    | Close
    | QuickExit
    | Change
    | EraseEverything
    | PickTurn
    | Practise
    | Answer
    | ToggleAdult
    | PickAdult
    | OfferKept
    | LessonIntent
    | Direct
)
