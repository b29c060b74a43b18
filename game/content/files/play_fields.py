"""The table of play-throughs: plays/<name>.yaml, a way through a story that must work."""

from game.content.format.fields import ListOf, NumberOrWords, OneOf, Record, Reference, WholeNumber, Words, may, need
from game.story.plays import PULSE_ANSWERS, VERDICTS

COUNTS = ("hits", "noticed", "misses", "correct", "asked", "false_alarms", "untouched")

_SCENE = need("scene", Reference("scene"), "The scene.")
JUDGE = Record(
    name="judgement",
    fields=(
        _SCENE,
        need(
            "message",
            NumberOrWords(1, 9999),
            "The beginning of what is written, as far as only one message of the scene begins so; or which of the"
            " scene's judged messages, from 1.",
        ),
        may("from", Reference("person"), "Who writes it, where several messages of the scene begin so."),
        need("as", OneOf(VERDICTS), "What the player says of it."),
        may("sign", Reference("sign"), "The card the player picks."),
    ),
)
PULSE = Record(
    name="pulse answer",
    fields=(
        _SCENE,
        need("pulse", NumberOrWords(1, 9999), "The person it is about; or which of the scene's pulses, from 1."),
        need("as", OneOf(PULSE_ANSWERS), "What the player answers."),
    ),
)
PLAY = Record(
    name="play-through",
    fields=(
        need("name", Words(), "What the player does, in a few words."),
        may("judge", ListOf(item=JUDGE), "What the player says of messages."),
        may("pulse", ListOf(item=PULSE), "What the player answers to pulses; one not named is answered right."),
        need("choose", ListOf(item=Words()), "The options taken, by id; at a rehearsal role/sentence."),
        need("reaches", Reference("scene"), "The scene of the ending."),
        may(
            "counts",
            Record(
                name="count",
                fields=tuple(may(name, WholeNumber(0, 9999), f"How many are in the box `{name}`.") for name in COUNTS),
            ),
            "What is counted at the end; only what is named is compared.",
        ),
    ),
)
