"""Leads an app through every screen and state of a story, by the intents that a player would have."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.app.app import App
from game.shown.playing import Playing
from game.shown.thread import chats_so_far
from game.story import engine
from game.story.model import Choice, Message, Option, Place, Pulse
from game.story.plays import VERDICTS
from game.story.practice import PairItem, PracticeItem, SortItem, TurnItem
from game.ui.intents import (
    Answer,
    Choose,
    Close,
    GoOn,
    GoTo,
    LookAt,
    Open,
    OpenProfile,
    OpenStory,
    OpenThread,
    PassGate,
    PickBand,
    PickRole,
    PickSentence,
    Practise,
    ReadAsPage,
    SaidIt,
    Say,
    SayPulse,
    ShowAll,
    StartStory,
    ToggleAdult,
)

_TICKS = 0.1
HELP_CARDS = ("danger", "hurting", "threat", "picture", "saw", "friend", "own")


@dataclass(frozen=True, slots=True)
class Station:
    """A screen worth looking at; the app shows it until the tour goes on."""

    screen: str


class Tour:
    """One walk. Every stop numbers itself, so that a folder of pictures is in the order of the walk."""

    def __init__(self, app: App, story: str) -> None:
        self._app = app
        self._story = story
        self._now = 1000.0
        self._number = 0
        self._seen: set[str] = set()

    def stops(self) -> Iterator[Station]:
        """First start, picker, the story from its note to its end, help, menu."""
        yield from self._before()
        yield from self._play()
        yield from self._after()
        yield from self._panels()

    def _stop(self, name: str) -> Station:
        self._app.tick(self._now)
        self._number += 1
        return Station(f"{self._number:02d}-{name}")

    def _once(self, name: str) -> Iterator[Station]:
        """A stop for a state that comes up again and again: the first time only."""
        if name not in self._seen:
            self._seen.add(name)
            yield self._stop(name)

    def _before(self) -> Iterator[Station]:
        app = self._app
        card = next(card for card in app.world.shelf.cards() if card.id == self._story)
        app.perform(GoTo("welcome"))
        yield self._stop("welcome")
        app.perform(GoTo("band"))
        yield self._stop("band")
        app.perform(PickBand(card.band))
        yield self._stop("picker")
        app.perform(OpenStory(self._story))
        if card.needs_gate:
            yield self._stop("gate")
            app.perform(ReadAsPage(self._story))
            yield self._stop("page")
            app.perform(PassGate(self._story))
        yield self._stop("topic")
        app.perform(StartStory(self._story))

    @property
    def _playing(self) -> Playing:
        playing = self._app.sitting.playing
        assert playing is not None
        return playing

    def _play(self) -> Iterator[Station]:
        app = self._app
        for _ in range(400):
            playing = self._playing
            match playing.state.awaiting:
                case "reading":
                    yield from self._read()
                case "pulse":
                    yield from self._judge()
                    yield from self._once("pulse")
                    beat = playing.state.open_beat(playing.scenario)
                    assert isinstance(beat, Pulse)
                    app.perform(SayPulse(beat.answer))
                case "choice":
                    yield from self._judge()
                    yield from self._choose()
                case "rehearse":
                    yield from self._rehearse()
                case "look_back":
                    yield self._stop("look-back-short")
                    app.perform(GoOn())
                case "over":
                    yield self._stop("ending")
                    app.perform(GoOn())
                    yield self._stop("look-back-whole")
                    return

    def _read(self) -> Iterator[Station]:
        """Watch the first messages arrive, then everything up to the next decision at once."""
        app = self._app
        first = "typing" not in self._seen
        for _ in range(120 if first else 0):
            self._now += _TICKS
            app.tick(self._now)
            if len(self._playing.state.shown) > 5 and self._playing.typist(self._now):
                yield from self._once("typing")
                break
        app.perform(ShowAll())
        self._now += 1.0
        app.tick(self._now)

    def _judge(self) -> Iterator[Station]:
        """Look twice at the newest messages: one of each verdict over the story."""
        playing = self._playing
        friend = playing.scenario.friend.id
        open_ones = [
            (place, message)
            for place, message in playing.state.messages(playing.scenario)
            if message.person != friend
            and place not in playing.state.judgements
            and place not in playing.state.revealed
        ]
        for place, message in open_ones[-3:]:
            yield from self._look(place, message)
        chats = chats_so_far(playing.scenario, playing.entries, playing.current_chat)
        other = next((chat for chat in chats if chat != playing.current_chat), None)
        if other is not None and "thread" not in self._seen:
            self._app.perform(OpenThread(other))
            yield from self._once("thread")
            self._app.perform(OpenThread(playing.current_chat))

    def _look(self, place: Place, message: Message) -> Iterator[Station]:
        app = self._app
        app.perform(LookAt(place))
        yield from self._once("judge")
        if "profile" not in self._seen:
            app.perform(OpenProfile(message.person))
            yield from self._once("profile")
            app.perform(LookAt(place))
        if message.is_sign:
            app.perform(Say(place, "not_ok"))
            yield from self._once("judge-cards")
            app.perform(Say(place, "not_ok", message.signs[0]))
        else:
            verdict = VERDICTS[len(self._playing.state.judgements) % 2]
            app.perform(Say(place, verdict))

    def _choose(self) -> Iterator[Station]:
        app, playing = self._app, self._playing
        choice = playing.state.open_choice(playing.scenario)
        assert isinstance(choice, Choice)
        yield self._stop("choice-again" if playing.state.tried else "choice")
        option = _most_telling(choice, playing.state.tried)
        app.perform(Choose(option.id))
        yield self._stop("feedback")
        app.perform(GoOn())

    def _rehearse(self) -> Iterator[Station]:
        app, playing = self._app, self._playing
        rehearse = playing.open_rehearse
        assert rehearse is not None
        roles = engine.roles_open(playing.scenario, playing.state)
        if playing.reads_before_telling:
            yield self._stop("tell-next")
            app.perform(GoOn())
        yield self._stop(f"tell-who-{rehearse.kind}")
        app.perform(PickRole(roles[-1]))
        if self._playing.sentence is None:
            yield from self._once("tell-sentence")
            app.perform(PickSentence(1))
        yield from self._once("tell-say")
        app.perform(SaidIt())
        yield self._stop(f"tell-answer-{'helps' if rehearse.helps else 'busy'}")
        app.perform(GoOn())

    def _after(self) -> Iterator[Station]:
        """Practice (a question and an answer of each kind), the hand, the if-then card, the close, the album."""
        app = self._app
        if app.world.has_practice(app.sitting.band):
            app.perform(Practise())
            while (round_ := app.sitting.after.practising) is not None and (item := round_.item) is not None:
                kind = type(item).__name__.removesuffix("Item").lower()
                yield from self._once(f"practice-{kind}")
                app.perform(Answer(_some_answer(item)))
                yield from self._once(f"practice-{kind}-why")
                app.perform(GoOn())
            yield self._stop("practice-end")
        app.perform(GoTo("hand"))
        yield self._stop("hand-empty")
        for role in ("teacher", "older_relative", "helpline"):
            app.perform(ToggleAdult(role))
        yield self._stop("hand")
        app.perform(GoTo("card"))
        yield self._stop("if-then")
        app.perform(GoTo("closing"))
        yield self._stop("closing")
        app.perform(GoTo("album"))
        yield self._stop("album")
        app.perform(GoTo("picker"))
        yield self._stop("picker-after")

    def _panels(self) -> Iterator[Station]:
        app = self._app
        app.perform(Open("help"))
        yield self._stop("help")
        for card in HELP_CARDS:
            app.perform(Open("help", card))
            yield self._stop(f"help-{card}")
        app.perform(Close())
        app.perform(Close())
        app.perform(Open("menu"))
        yield self._stop("menu")
        app.perform(Close())


def _some_answer(item: PracticeItem) -> str:
    """An answer that fits the kind of item; right or not."""
    match item:
        case SortItem():
            return "fine"
        case PairItem():
            return "a"
        case TurnItem():
            return "2"


def _most_telling(choice: Choice, tried: tuple[str, ...]) -> Option:
    """The option that shows the most of a story: one that is asked again first, then risky ones, then the others."""
    rank = {"risky": 0, "unsure": 1, "safe": 2}
    left = [option for option in choice.options if option.id not in tried]
    return min(left, key=lambda option: (option.go is not None, rank[option.move]))
