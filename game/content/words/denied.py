"""Words that are not for children, and names of real apps and games (A1, A5)."""

from collections.abc import Iterator
from dataclasses import replace

from game.content.format.diagnostics import Diagnostic, find
from game.content.words.denylist import NAMING_WORDS, load_denylist
from game.content.words.real_names import load_real_names
from game.content.words.speech import Speech
from game.content.words.spoken import Spoken, Voice
from game.content.words.word_rule import WordCheck

_MAY_NAME: frozenset[Voice] = frozenset(("adult", "debrief"))
"""Who may use the naming words, in the oldest band alone: those who help, and the page after the story."""
_NAMING_BANDS = frozenset(("14-17",))


def check_denied_words(speech: Speech) -> Iterator[Diagnostic]:
    """No word that is not for children stands in what they read (A1). The finding shows its place and not the word."""
    denylist, bands = load_denylist(), speech.bands
    for spoken in _read_by_children(speech):
        found = denylist.find(spoken.text, bands)
        if found and bands == _NAMING_BANDS and spoken.voice in _MAY_NAME:
            found = denylist.find(NAMING_WORDS.sub("…", spoken.text), bands)
        if found:
            message = "A word here is not for children."
            hint = "Say what one feels or what was asked, and leave the word out; no text needs it."
            # Without a snippet: the finding would print the word in the line that it points into.
            yield replace(find("denied-word", speech.place_of(spoken, found), message, hint), snippet="")


def check_real_names(speech: Speech) -> Iterator[Diagnostic]:
    """No real app, game or service is named (A5)."""
    names = load_real_names()
    for spoken in (*speech.spoken.holding(names.words & speech.spoken.words), *speech.names):
        found = names.find(spoken.text) if spoken.voice != "teacher" else None
        if found:
            message = f"`{found}` is the name of a real app, game or service."
            yield find("real-name", speech.place_of(spoken, found), message, "Invent one, or write: a chat app.")


def _read_by_children(speech: Speech) -> Iterator[Spoken]:
    for spoken in (*speech.names, *speech.spoken.texts):
        if spoken.voice != "teacher":
            yield spoken


DENIED_CHECKS: tuple[WordCheck, ...] = (check_denied_words, check_real_names)
