"""A quiz before it becomes a file: questions on sign cards, the ladder, look-alikes and who could help (rule F13)."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to choose, whether it is right, and what is said when it is chosen (always kind)."""

    text: str
    right: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `kind` "one" has one right answer, "several" may have more, "true_false" two answers."""

    id: str
    """Small letters, digits, - and _; unique in the quiz."""
    about: Literal["sign", "ladder", "lookalike", "helper"]
    kind: Literal["one", "several", "true_false"]
    text: str
    answers: tuple[Answer, ...]
    feedback: str = ""
    """Said after any answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Questions in one language; never graded where a format can say so."""

    id: str
    title: str
    questions: tuple[Question, ...]
    language: str = "en"
    rtl: bool = False
