"""No shouting, no spoiling: the words of the frame around a story (E7, E8)."""

from collections.abc import Iterator

from game.content.checks.subject import Check, Subject
from game.content.format.diagnostics import Diagnostic, find
from game.content.words.word_count import count_words, sentences

_LONGEST_NOTE = 10


def check_content_note(subject: Subject) -> Iterator[Diagnostic]:
    """The content note names a topic and no more, so that it does not give the answer away (E7)."""
    note = subject.scenario.content_note
    words = count_words(note)
    is_long, is_told = words > _LONGEST_NOTE, len(list(sentences(note))) > 1
    if is_long or is_told:
        what = f"has {words} words; {_LONGEST_NOTE} are enough" if is_long else "is more than one sentence"
        hint = 'Name the topic alone, as in "About presents in games.": the note is read before the story.'
        yield find("content-note", subject.at("content_note"), f"This content note {what}.", hint)


def check_last_lines(subject: Subject) -> Iterator[Diagnostic]:
    """The last line of a story is calm (E8)."""
    for place, ending in subject.scenario.endings():
        marks = ending.line.count("!")
        if marks > 1:
            where = subject.at_beat(place, "line")
            message = f"This last line has {marks} exclamation marks."
            yield find("loud-end", where, message, "End calmly, with full stops: what can be done, and that it helps.")


CALM_CHECKS: tuple[Check, ...] = (check_content_note, check_last_lines)
