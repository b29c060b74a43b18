"""Answers that give themselves away: a place, a length or a form by which the safe options can be told unread (C14)."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.format.spans import Span
from game.story.model import Choice, Option, Place

_LEAST_OPTIONS = 3
"""Of the safe options and of the others: with fewer, a pattern is chance."""
_LEAST_LINES, _LEAST_LINES_IN_ALL = 2, 5
_Found: TypeAlias = tuple[str, str]
"""What the safe options have in common, and what to change."""


def check_give_away(subject: Subject) -> Iterator[Diagnostic]:
    """Safe and other options are mixed over place, length, `say` and `do` (C14)."""
    options = [option for _, _, option in subject.options]
    safe = [option for option in options if option.move == "safe"]
    others = [option for option in options if option.move != "safe"]
    if min(len(safe), len(others)) < _LEAST_OPTIONS or not subject.options_are_whole():
        return
    choices = list(subject.scenario.choices())
    patterns: tuple[_Found | None, ...] = (
        _by_place([choice for _, choice in choices]),
        _by_length(safe, others),
        _by_form(safe, others),
    )
    for what, hint in filter(None, patterns):
        message = f"The safe options can be told without reading: {what}."
        yield find("gives-away", _first_question(subject, choices), message, hint)


def _by_place(choices: list[Choice]) -> _Found | None:
    """The safe options stand above all others, or below them, in every choice that has both."""
    mixed = [[option.move == "safe" for option in choice.options] for choice in choices]
    mixed = [moves for moves in mixed if any(moves) and not all(moves)]
    hint = "Change the order in one of the choices."
    if len(mixed) > 1 and all(moves == sorted(moves, reverse=True) for moves in mixed):
        return "in every choice they come first", hint
    if len(mixed) > 1 and all(moves == sorted(moves) for moves in mixed):
        return "in every choice they come last", hint
    return None


def _by_length(safe: list[Option], others: list[Option]) -> _Found | None:
    """Every line of a safe option is longer than every other line, or shorter."""
    safe_lines = [len(option.say) for option in safe if option.say]
    other_lines = [len(option.say) for option in others if option.say]
    fewest, all_lines = min(len(safe_lines), len(other_lines)), len(safe_lines) + len(other_lines)
    if fewest < _LEAST_LINES or all_lines < _LEAST_LINES_IN_ALL:
        return None
    if min(safe_lines) > max(other_lines):
        return "each of their lines (`say`) is longer than every other", "Make one of them short, or another one long."
    if max(safe_lines) < min(other_lines):
        return "each of their lines (`say`) is shorter than every other", "Make one of them long, or another one short."
    return None


def _by_form(safe: list[Option], others: list[Option]) -> _Found | None:
    """The safe options are just those that do something, just those that say something, or just those that do not."""

    def splits(has: Callable[[Option], bool]) -> bool:
        return all(map(has, safe)) and not any(map(has, others))

    if splits(lambda option: option.say is not None):
        return "they are just those with a line (`say`)", "Let another option say something, or a safe one only do it."
    if splits(lambda option: option.say is None):
        return (
            "they are just those without a line (`say`)",
            "Let a safe option say something, or another one only do it.",
        )
    if splits(lambda option: option.do is not None):
        return "they are just those with a `do`", "Give another option a `do` too, such as `accept` or `keep_chatting`."
    return None


def _first_question(subject: Subject, choices: list[tuple[Place, Choice]]) -> Span:
    place = choices[0][0]
    return subject.key("scenes", place.scene, place.beat, "choice")


GIVE_AWAY_CHECKS: tuple[Check, ...] = (check_give_away,)
