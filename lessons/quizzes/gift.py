"""Writes a quiz in GIFT, the plain text format that Moodle and other school platforms take in."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lessons.clean_text import clean, one_line
from lessons.quizzes.quiz import Answer, Question, Quiz

CAUTION: Final = "A draft. Not for grades: take it in as practice, without points."
_JOINER: Final = "\u2060"
"""Unseen: an arrow without it would make pairs of the answers, and the format has no other way to write one."""
_SIGNS: Final = re.compile(r"([~=#{}:\\])")


def write_gift(quiz: Quiz) -> bytes:
    """A quiz as GIFT in UTF-8: every question with choices, so that the words of all answers and feedbacks are kept.

    The format can neither say that a question has no grade nor in which language it is: teachers set both in their
    platform.
    """
    questions = "\n\n".join(_question(question) for question in quiz.questions)
    return f"// {one_line(quiz.title)}\n// {CAUTION}\n\n{questions}\n".encode()


def shares_of(answers: Sequence[Answer]) -> tuple[str, ...]:
    """What each answer of a question with several right ones counts, in percent; the right ones together all of it.

    Wrong ones take as much away, so that ticking everything is no way to be right. With five decimals, as platforms
    compare them with the fractions that they know.
    """
    right = sum(answer.right for answer in answers) or 1
    wrong = sum(not answer.right for answer in answers) or 1
    return tuple(_percent(100 / right if answer.right else -100 / wrong) for answer in answers)


def shown_answers(question: Question) -> tuple[Answer, ...]:
    """The answers of which something can be seen: platforms refuse a question with an empty one."""
    return tuple(answer for answer in question.answers if one_line(answer.text))


def _question(question: Question) -> str:
    feedback = f"\n\t####{_text(question.feedback)}" if one_line(question.feedback) else ""
    answers = "\n".join(_answers(question))
    return f"::{_escape(one_line(question.id))}::[plain]{_escape(question.text)} {{\n{answers}{feedback}\n}}"


def _answers(question: Question) -> Iterator[str]:
    answers = shown_answers(question)
    for answer, share in zip(answers, shares_of(answers), strict=True):
        sign = f"~%{share}%" if question.kind == "several" else "=" if answer.right else "~"
        feedback = f"#{_text(answer.feedback)}" if one_line(answer.feedback) else ""
        yield f"\t{sign}{_text(answer.text)}{feedback}"


def _text(text: str) -> str:
    """A text that can begin with anything: what would be read as a format or as a share is told to be plain."""
    escaped = _escape(text)
    return f"[plain]{escaped}" if escaped.startswith(("[", "%")) else escaped


def _escape(text: str) -> str:
    """A text in which nothing is a sign of the format. An empty line would end a question, so line ends are signs."""
    lines = (" ".join(line.split()) for line in clean(text).strip().split("\n"))
    return "\\n".join(_SIGNS.sub(r"\\\1", line).replace("->", f"-{_JOINER}>") for line in lines)


def _percent(share: float) -> str:
    return f"{share:.5f}".rstrip("0").rstrip(".")
