"""The same lesson in 20, 40 or 60 minutes: how long its parts are, and what is left out or gone into."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.story.guide import Guide, LessonMinutes, LessonPart, PlanStep
from game.story.model import Scenario
from lessons.votes import choose_votes

_PARTS: Mapping[LessonMinutes, tuple[tuple[LessonPart, int], ...]] = {
    20: (("ground_rules", 2), ("starter", 2), ("story", 8), ("choice", 4), ("close", 4)),
    40: (
        ("ground_rules", 4),
        ("starter", 4),
        ("story", 16),
        ("choice", 6),
        ("practice", 6),
        ("plenary", 2),
        ("close", 2),
    ),
    60: (
        ("ground_rules", 5),
        ("starter", 5),
        ("story", 18),
        ("choice", 10),
        ("practice", 12),
        ("plenary", 6),
        ("close", 4),
    ),
}
SHORT_VOTES = 3
"""Votes for which a lesson of 20 minutes has time."""

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
        "Read the chat aloud yourself, all the voices. Stop {votes}: one minute for the vote, one reason, then the "
        "why. At a choice on the way read on at once with the answer that is printed."
    ),
    "choice": (
        "What could the friend do now? Half a minute in pairs, then collect. Not answering and asking an adult are "
        "always right. Then one says a sentence for telling, the other listens as the adult and answers kindly. Swap."
    ),
    "close": (
        "One question for all: what did the other person do? If it was not OK, say whose doing it was, and that it is "
        "never the child's fault. Say again who can help. Thank them. The six items are for another day this week. "
        "Look into the question box today."
    ),
}
_PLAIN: Mapping[LessonPart, str] = {
    "ground_rules": (
        "Agree on three rules: we talk about the story and never about ourselves or people we know; everyone may pass, "
        "and nobody asks why; nobody laughs at an answer. Show the question box. Say who can help in school and where "
        "help is outside it."
    ),
    "starter": (
        "Show three single messages, one at a time. Hands up: fine, not sure, or not OK? Ask one pupil each time: what "
        "is asked for, and may everyone know? Then read out why. Not sure is a good answer."
    ),
    "story": (
        "Read the chat aloud yourself, all the voices. Stop {votes}: vote, one reason from each side, then the why. At "
        "a choice on the way let two or three pupils answer, then read on with the answer that is printed."
    ),
    "choice": (
        "What could the friend do now? One minute in pairs, then collect. Not answering and asking an adult are always "
        "right. Then practise telling: one says a sentence from the page, the other listens as the adult and answers "
        "kindly. Swap. Nobody acts out the chat. Read the story to its end."
    ),
    "practice": (
        "Teams of three or four get the six items. Sort them: fine, or not OK? In a pair of chats only one is not OK; "
        "in a longer chat, find the line where it turned. Check together."
    ),
    "plenary": (
        "One question for all: what did the other person do? Collect three answers. If it was not OK, say whose doing "
        "it was, and that it is never the child's fault."
    ),
    "close": (
        "Say again who can help, and that one sentence is enough to start. Thank them. Look into the question box "
        "today, not tomorrow."
    ),
}
_MORE: Mapping[LessonPart, str] = {
    "starter": "With this hour there is time for a reason from everyone who wants to give one.",
    "story": "Take the questions at the stops, and let pairs talk before each vote.",
    "choice": "Take each answer in turn: what happens next, and how does it feel? Practise telling twice.",
    "practice": (
        "Then each team makes one more message that is fine, and says what makes it fine. Teams swap and check. Nobody "
        "invents a trick."
    ),
    "plenary": "Then talk: go through the questions for after the story, in a circle. Everyone may pass.",
    "close": "Let those who want to write down one adult they would ask, on a paper that stays with them.",
}


def plan_steps(minutes: LessonMinutes, votes: int) -> tuple[PlanStep, ...]:
    """Return the steps of a lesson nobody has written, with so many votes."""
    return _steps(minutes, {}, votes)


def fit_minutes(guide: Guide, minutes: LessonMinutes, scenario: Scenario) -> Guide:
    """Return a guide for another length; the same guide where it has that length already.

    A shorter one says of each part the least, and in 20 minutes there are three votes at most, balanced as they can be;
    a longer one keeps what the guide says and adds what the time is for.
    """
    if minutes == guide.minutes:
        return guide
    votes = guide.votes
    if minutes == 20 and len(votes) > SHORT_VOTES:
        votes = choose_votes(scenario, guide.path, SHORT_VOTES, among=votes)
    texts = {} if minutes < guide.minutes else _texts_of(guide)
    during = guide.questions.during
    if votes != guide.votes:
        during = tuple(one for one in during if one.at in votes)
    return replace(
        guide,
        minutes=minutes,
        plan=_steps(minutes, texts, len(votes)),
        votes=votes,
        questions=replace(guide.questions, during=during),
    )


def _texts_of(guide: Guide) -> Mapping[LessonPart, str]:
    texts: dict[LessonPart, str] = {}
    for step in guide.plan:
        texts[step.part] = f"{texts[step.part]} {step.text}" if step.part in texts else step.text
    return texts


def _steps(minutes: LessonMinutes, texts: Mapping[LessonPart, str], votes: int) -> tuple[PlanStep, ...]:
    return tuple(
        PlanStep(minutes=long, part=part, text=_text(minutes, part, texts, votes)) for part, long in _PARTS[minutes]
    )


def _text(minutes: LessonMinutes, part: LessonPart, texts: Mapping[LessonPart, str], votes: int) -> str:
    plain = _SHORT if minutes == 20 else _PLAIN
    text = texts.get(part, plain[part]).replace("{votes}", _times(votes))
    return f"{text} {_MORE[part]}" if minutes == 60 and part in _MORE else text


def _times(number: int) -> str:
    return {1: "once to vote", 2: "twice to vote"}.get(number, f"{_NUMBERS[number]} times to vote")


_NUMBERS: Sequence[str] = ("no", "one", "two", "three", "four", "five", "six")
