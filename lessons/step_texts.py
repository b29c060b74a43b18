"""What a class does in each part of a lesson whose guide does not say it, in short and in full, for one story."""

from collections.abc import Mapping, Sequence

from game.story.guide import LessonMinutes, LessonPart
from game.story.model import Scenario

_SHORT: Mapping[LessonPart, str] = {
    "ground_rules": (
        "Say the rules: we talk about the story and never about ourselves or people we know; everyone may pass. Show "
        "the question box. Say who can help, in school and outside it."
    ),
    "starter": (
        "Show one single message. Hands up: fine, not sure, or not OK? Ask: what is asked for, and may everyone know? "
        "Then read out why."
    ),
    "story": (
        "Read the chat aloud yourself, all the voices. Stop {votes}: one minute for the vote, a reason, then the why. "
        "At a choice on the way read on at once with the answer that is printed."
    ),
    "choice": (
        "Pairs: what could {friend} do now? Not answering and asking an adult are always right. Read the story to its "
        "end. Then one says a sentence for telling, the other listens as the adult and answers kindly. Swap."
    ),
    "close": (
        "One question for all: {ask} {say} Say again who can help, and that one sentence is enough to start. Thank "
        "them. Look into the question box today. The practice is for another day this week."
    ),
}
_FULL: Mapping[LessonPart, str] = {
    "ground_rules": (
        "Three rules: we talk about the story, never about ourselves or people we know; everyone may pass, and nobody "
        "asks why; nobody laughs at an answer. Show the question box. Say who can help, in school and outside it."
    ),
    "starter": (
        "Three single messages. Hands up: fine, not sure, or not OK? Then ask: what is asked for, and "
        "may everyone know? Read out why. Not sure is a good answer."
    ),
    "story": (
        "Read the chat aloud yourself, all the voices. Stop {votes}: vote, a reason from each side, then the why. At a "
        "choice on the way take two or three answers, and read on with the one that is printed."
    ),
    "choice": (
        "Pairs: what could {friend} do now? Collect. Not answering and asking an adult are always right. Read the "
        "story to its end. Then practise telling in pairs: one says a sentence, the other listens as the adult and "
        "answers kindly. Swap. Nobody acts out the chat."
    ),
    "practice": (
        "Teams of four sort six items: fine, or not OK? About half are fine. Check together, each with its why."
    ),
    "plenary": "One question for all: {ask} Three answers. {say}",
    "close": (
        "Say again who can help, and that one sentence is enough to start. Thank them. Look into the question "
        "box today."
    ),
}
_MORE: Mapping[LessonPart, str] = {
    "starter": "More time: everyone who wants to gives a reason.",
    "story": "More time: let pairs talk before each vote, and take the questions at the stops.",
    "choice": "More time: take each answer in turn. What happens next, and how does it feel? Practise telling twice.",
    "practice": (
        "More time: each team makes one more message that is fine, and says what makes it fine. Teams swap and check. "
        "Nobody invents a trick."
    ),
    "plenary": "More time: go through the questions for after the story, in a circle. Everyone may pass.",
    "close": "More time: who wants to writes down one adult to ask, on a paper that stays with them.",
}
_TIMES: Sequence[str] = ("at the end", "once", "twice", "three times", "four times", "five times", "six times")


def step_text(part: LessonPart, minutes: LessonMinutes, scenario: Scenario, votes: int, own: str = "") -> str:
    """Return what stands in a step of a lesson of so many minutes and votes; `own` is what its guide says there."""
    text = own or _filled((_SHORT if minutes == 20 else _FULL)[part], scenario, votes)
    return f"{text} {_MORE[part]}" if minutes == 60 and part in _MORE else text


def _filled(text: str, scenario: Scenario, votes: int) -> str:
    friend = scenario.friend.short_name
    others = [person.short_name for person in scenario.people.values() if person.facts.unsafe]
    if scenario.nothing_is_wrong:
        ask = "what made this story fine?"
        say = "Say it plainly: nobody did anything wrong, and whoever was not sure and wanted to ask was right too."
    else:
        who = " and ".join(others) or "the other person"
        ask = f"what did {who} do that was not OK?"
        say = f"Say it plainly: {who} did that, and it was never {friend}'s fault."
    places = {"{votes}": f"{_TIMES[min(votes, 6)]} to vote", "{friend}": friend, "{ask}": ask, "{say}": say}
    for place, words in places.items():
        text = text.replace(place, words)
    return text
