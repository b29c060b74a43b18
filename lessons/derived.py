"""A guide for a story that has none: made from the story alone, and said to be so."""

from collections.abc import Iterator, Sequence
from itertools import chain

from game.story.class_play import play_path
from game.story.explore import walk_cover, walk_paths
from game.story.guide import MOST_VOTES, DuringQuestion, Guide, Questions, Term
from game.story.model import NOT_ANSWERING_DEEDS, TELLING_DEEDS, Option, Rehearse, Scenario
from game.story.plays import Choose, RehearsePick
from lessons.lengths import plan_steps
from lessons.standards import standards_for
from lessons.votes import choose_votes

_MOST_PATHS = 500
"""Ways that are compared; a story has a few dozen."""
_MOST_MESSAGES = 45
"""Messages on a way; a class that reads more aloud has no time to vote."""


class NoWayError(ValueError):
    """No way through a story reaches an ending."""


def derive_guide(scenario: Scenario) -> Guide:
    """Return a guide of 40 minutes: a way with a no and with telling, balanced votes, the debrief's questions.

    Raises NoWayError where no way through the story reaches an ending.
    """
    path = choose_path(scenario)
    votes = choose_votes(scenario, path)
    return Guide(
        story=scenario.id,
        path=path,
        minutes=40,
        plan=plan_steps(40, scenario, len(votes)),
        votes=votes,
        pupil_aims=tuple(_pupil_aims(scenario)),
        teacher_aims=(
            "Pupils tell messages that are fine from messages that are not, and can say what is asked for.",
            "Pupils say aloud how to ask an adult for help.",
            "Pupils can say that whoever tricks or pushes is responsible, never the child.",
        ),
        questions=Questions(
            before=("What makes a message a nice one to get?",),
            during=tuple(DuringQuestion(at=vote, ask="What is asked for here? May everyone know?") for vote in votes),
            after=scenario.debrief.questions,
        ),
        unplugged=(
            "Read from the handout and fold the page at each stop. Vote with cards or in three corners of the room: "
            "fine, not sure, not OK. Write the reasons on the board. For practice, cut out the sorting cards."
        ),
        for_withdrawn=(
            "A task of equal worth that has no chat in it: make a small poster that shows how to ask an adult for a "
            "second opinion. Nobody has to say why, and the poster may hang beside the others."
        ),
        extension="Write one more message that is fine, and say what makes it fine. Nobody invents a trick.",
        home=("Only if you like: ask somebody at home who helped them once. You do not have to tell us about it."),
        vocabulary=(Term("trusted adult", "A grown-up who listens, stays calm and helps."),),
        support={
            "reading": "Read everything aloud. Give out the handout one stop at a time.",
            "language": "Say again in plain words what means more than its words. Pairs may talk in any language.",
            "attention": "Say how many votes are left. Let pupils stand up to vote.",
        },
        standards=standards_for(scenario.band),
        notes=(
            (
                "This guide was made from the story alone. Nobody has written or tried it: read the story first, and "
                "change what does not suit your class."
            ),
        ),
        is_derived=True,
    )


def choose_path(scenario: Scenario) -> tuple[str, ...]:
    """Return the way that shows a class most: a good ending, a no or no answer, telling, safe steps, and not too long.

    Of ways that are alike the first one that exploring finds. Raises NoWayError where none reaches an ending.
    """
    best: tuple[tuple[int, ...], tuple[str, ...]] | None = None
    for walk in chain(walk_paths(scenario, _MOST_PATHS), walk_cover(scenario)):
        if walk.problem is not None:
            continue
        path = tuple(_entries(scenario, walk.play.inputs))
        rank = _rank(scenario, path)
        if best is None or rank > best[0]:
            best = rank, path
    if best is None:
        raise NoWayError(scenario.id)
    return best[1]


def _entries(scenario: Scenario, inputs: Sequence[object]) -> Iterator[str]:
    """The inputs of a walk as a guide writes them, without options that only asked the choice again."""
    onward = {option.id for option in _options(scenario) if option.go is not None}
    for done in inputs:
        if isinstance(done, Choose) and done.option in onward:
            yield done.option
        elif isinstance(done, RehearsePick):
            yield f"{done.role}/{done.sentence}"


def _options(scenario: Scenario) -> Iterator[Option]:
    for _, choice in scenario.choices():
        yield from choice.options


def _rank(scenario: Scenario, path: Sequence[str]) -> tuple[int, ...]:
    """What makes one way better for a class than another; the first difference decides."""
    state = play_path(scenario, path).state
    taken = [option for option in _options(scenario) if option.id in path]
    messages = [message for _, message in state.messages(scenario)]
    deeds = {option.do for option in taken}
    rehearses = any(isinstance(beat, Rehearse) for _, beat in state.beats(scenario))
    signs = sum(message.is_sign for message in messages if message.counts)
    fine = sum(message.counts for message in messages) - signs
    return (
        state.outcome(scenario) in ("helped", "safe_and_fine"),
        bool(deeds & {"say_no", *NOT_ANSWERING_DEEDS}),
        rehearses or bool(deeds & set(TELLING_DEEDS)),
        "say_no" in deeds,
        len(messages) <= _MOST_MESSAGES,
        not any(option.move == "risky" for option in taken),
        min(signs, fine, MOST_VOTES // 2) if signs else min(fine, MOST_VOTES),
        sum(option.move == "safe" for option in taken),
        -len(path),
    )


def _pupil_aims(scenario: Scenario) -> Iterator[str]:
    yield "I can say what a message asks for, and whether everyone may know of it."
    yield "I can say why a message is fine, not only why one is not."
    yield "I have a sentence ready for asking an adult to look at a chat with me."
    if not scenario.nothing_is_wrong:
        yield "I know that it is never my fault when someone tricks or pushes me."
