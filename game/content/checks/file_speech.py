"""Who says the texts of practice, signs, wordings and guides, so that the rules about words can look at them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from game.content.files.guide_reader import GuideReading
from game.content.format.entry_list import EntryList
from game.content.format.spans import Span
from game.content.words.cast import cast_of
from game.content.words.speech import FileSpeech
from game.content.words.spoken import Spoken, SpokenTexts, Voice
from game.story.model import BANDS, Band

_SIGN_VOICES: Mapping[str, Voice] = {
    "name": "narration",
    "warning": "narration",
    "do_now": "feedback",
    "lookalike": "narration",
    "if_then": "narration",
}


def practice_speech(entries: EntryList, band: Band | None) -> FileSpeech:
    """Return the texts of a file of practice; who writes the line with the sign is the unsafe person of its chat."""
    items = entries.started
    spoken = [one for index, values in items for one in _of_item(index, values)]
    names = [one for index, values in items for one in _names(index, values)]
    return replace(_speech(entries, spoken), names=tuple(names), bands=frozenset(BANDS if band is None else (band,)))


def signs_speech(entries: EntryList) -> FileSpeech:
    """Return the texts of signs.yaml: what one notices is told, what one does is advice."""
    found: list[Spoken] = []
    for index, values in entries.started:
        for key, voice in _SIGN_VOICES.items():
            found += _spoken(voice, values.get(key), index, key)
            found += _spoken(voice, (values.get("simple") or {}).get(key), index, "simple", key)
    return _speech(entries, found)


def signs_for(entries: EntryList, band: Band) -> FileSpeech:
    """Return the texts of signs.yaml as a band reads them: in 8-10 the simple wording, where there is one."""
    found: list[Spoken] = []
    for index, values in entries.started:
        if band not in (values.get("bands") or BANDS):
            continue
        for key, voice in _SIGN_VOICES.items():
            simple = (values.get("simple") or {}).get(key) if band == BANDS[0] else None
            steps = (index, "simple", key) if simple else (index, key)
            found += _spoken(voice, simple or values.get(key), *steps)
    return replace(_speech(entries, found), bands=frozenset((band,)))


def wordings_speech(entries: EntryList) -> FileSpeech:
    """Return the sentences of wordings.yaml, which adults and endings say."""
    return _speech(entries, [one for index, values in entries.started for one in _wording(index, values)])


def guide_speech(reading: GuideReading, values: Mapping[str, Any], left_out: Container[Span] = ()) -> FileSpeech:
    """Return the texts of a guide: what pupils read or are asked, and what the teacher alone reads.

    The standards are names that somebody else gave. `values` are those of the reading, `left_out` the places of texts
    about which enough was said.
    """
    at = reading.spans.value
    spoken = tuple(one for one in _of_guide(values) if at(*one.steps) not in left_out)
    cast = cast_of(reading.scenario.people.values())
    return FileSpeech(spoken=SpokenTexts(spoken), at=at, texts=reading.texts, source=reading.source, cast=cast)


def _speech(entries: EntryList, spoken: Iterable[Spoken]) -> FileSpeech:
    document = entries.document
    return FileSpeech(
        spoken=SpokenTexts(tuple(spoken)), at=entries.spans.value, texts=entries.texts, source=document.source
    )


def _spoken(voice: Voice, text: object, *steps: str | int) -> Iterator[Spoken]:
    """The text, if there is one."""
    if isinstance(text, str) and text:
        yield Spoken(voice, text, steps)


def _of_item(index: int, values: Mapping[str, Any]) -> Iterator[Spoken]:
    """The lines of an item as its chats have them, then its why."""
    if values.get("text") is not None:
        yield from _spoken("unsafe" if values.get("sign") else "message", values["text"], index, "text")
    for side in ("a", "b"):
        voice: Voice = "unsafe" if values.get("not_ok") == side else "message"
        for number, line in enumerate(values.get(side) or ()):
            yield from _spoken(voice, (line or {}).get("text"), index, side, number, "text")
    chat, turned_at = values.get("chat") or (), values.get("turned_at") or 0
    turner = (chat[turned_at - 1] or {}).get("from") if 1 <= turned_at <= len(chat) else None
    for number, line in enumerate(chat):
        voice = "unsafe" if line and line.get("from") == turner else "message"
        yield from _spoken(voice, (line or {}).get("text"), index, "chat", number, "text")
    yield from _spoken("why", values.get("why"), index, "why")


def _names(index: int, values: Mapping[str, Any]) -> Iterator[Spoken]:
    """Who writes in an item."""
    yield from _spoken("message", values.get("from"), index, "from")
    for key in ("a", "b", "chat"):
        for number, line in enumerate(values.get(key) or ()):
            yield from _spoken("message", (line or {}).get("from"), index, key, number, "from")


def _wording(index: int, values: Mapping[str, Any]) -> Iterator[Spoken]:
    yield from _spoken("adult", values.get("text"), index, "text")


def _of_guide(values: Mapping[str, Any]) -> Iterator[Spoken]:
    aims, questions, support = (values[key] or {} for key in ("aims", "questions", "support"))
    yield from _listed("debrief", aims.get("pupils"), "aims", "pupils")
    yield from _listed("teacher", aims.get("teacher"), "aims", "teacher")
    for index, step in enumerate(values["plan"] or ()):
        yield from _spoken("teacher", (step or {}).get("text"), "plan", index, "text")
    for part in ("before", "after"):
        yield from _listed("debrief", questions.get(part), "questions", part)
    for index, one in enumerate(questions.get("during") or ()):
        yield from _spoken("debrief", (one or {}).get("ask"), "questions", "during", index, "ask")
    for key in ("unplugged", "for_withdrawn", "extension"):
        yield from _spoken("teacher", values[key], key)
    yield from _spoken("debrief", values["home"], "home")
    for index, one in enumerate(values["vocabulary"] or ()):
        for key in ("word", "means"):
            yield from _spoken("debrief", (one or {}).get(key), "vocabulary", index, key)
    for key in ("reading", "language", "attention"):
        yield from _spoken("teacher", support.get(key), "support", key)
    yield from _listed("teacher", values["notes"], "notes")


def _listed(voice: Voice, texts: Iterable[object] | None, *steps: str | int) -> Iterator[Spoken]:
    for index, text in enumerate(texts or ()):
        yield from _spoken(voice, text, *steps, index)
