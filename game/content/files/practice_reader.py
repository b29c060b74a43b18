"""Reads practice/<band>/practice.yaml: the single messages, pairs and short chats that are sorted after a story."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from game.content.files.practice_fields import table_of
from game.content.format.diagnostics import Diagnostic, closest, find, list_words, name_or_list, with_snippets
from game.content.format.entry_list import EntryList, read_entries
from game.content.format.spans import Span, whole_file
from game.content.format.yaml_nodes import List, shorten
from game.content.words.text_rules import find_contacts, find_cut_texts, find_invisible, find_long_lines
from game.content.words.word_count import WORD_CAPS, count_words
from game.resources import data_folder
from game.story.model import BANDS, Band, Sign
from game.story.practice import Line, PairItem, PracticeItem, SortItem, TurnItem

FOLDER, FILE = "practice", "practice.yaml"
_NO_SIGNS: Mapping[str, Sign] = MappingProxyType({})
_LONGEST_SIGN = 20
_LOW_SHARE, _HIGH_SHARE = 0.4, 0.6
_MOST_SUGGESTED = 100
"""Of one file: to look for what is meant costs time, and a hostile file names signs by the thousand."""


def practice_file(band: Band, folder: Path | None = None) -> Path:
    """Return where a band's practice stands in a folder of scenarios (the game's own without one)."""
    return (folder or data_folder("scenarios")) / FOLDER / band / FILE


def practice_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of practice in a folder of scenarios, in the folder `practice` itself or in a band's."""
    if (folder / FILE).is_file():
        return (folder / FILE,)
    inside = folder if folder.absolute().name == FOLDER else folder / FOLDER
    try:
        return tuple(sorted(inside.glob(f"*/{FILE}")))
    except OSError:
        return ()


def band_of(path: Path) -> Band | None:
    """Return the band a file of practice is for: the name of its folder; None where that names no band."""
    return next((one for one in BANDS if one == path.absolute().parent.name), None)


def load_practice(
    path: Path, *, signs: Mapping[str, Sign] = _NO_SIGNS, shown: str | None = None, words: bool = True
) -> tuple[tuple[PracticeItem, ...], tuple[Diagnostic, ...]]:
    """Return a band's items in the order of the file, and every finding; nothing where there is no file. Never raises.

    Items with an error in them are left out. The band is the name of the file's folder. `signs` are the known ones by
    id; where there are none, they are not checked. `shown` is the name that findings give the file. Without `words`
    nothing is said about what must not be said: the game's own file was checked before it shipped, and is to be there
    at once.
    """
    entries = read_entries(path, table_of, shown)
    if any(one.slug == "file-missing" for one in entries.problems):
        return (), ()
    band = band_of(path)
    source = entries.document.source
    found = [
        *entries.problems,
        *_check_name(entries, path, band),
        *_check_verdicts(entries),
        *_check_turns(entries),
        *_check_signs(entries, signs, band),
        *_check_repeats(entries),
        *_check_share(entries),
        *_check_long_signs(entries),
        *(_check_words(entries, band) if words else ()),
        *find_invisible(entries.texts, source),
        *find_cut_texts(entries.texts, source),
        *find_contacts(entries.texts, source),
        *(find_long_lines(entries.texts, source, WORD_CAPS[band], f"for the band {band}") if band else ()),
    ]
    broken = _broken_items(entries, found)
    items = tuple(_build_item(values) for index, values in entries.entries if index not in broken)
    return items, with_snippets(found, entries.document.path, entries.document.lines)


def _check_words(entries: EntryList, band: Band | None) -> Iterator[Diagnostic]:
    """Nobody says what must not be said, and the band can read it; what looks at that is imported when asked for."""
    from game.content.checks.reading_grade import check_reading_grade
    from game.content.files.file_speech import practice_speech
    from game.content.words.rules import check_words

    speech = practice_speech(entries, band)
    yield from check_words(speech)
    yield from check_reading_grade(speech)


def _check_name(entries: EntryList, path: Path, band: Band | None) -> Iterator[Diagnostic]:
    """The folder's name says for whom it is."""
    if band is None:
        message = f"The folder `{shorten(path.absolute().parent.name)}` names no band."
        hint = "Call the folder " + ", ".join(BANDS[:-1]) + f" or {BANDS[-1]}."
        yield find("practice-name", whole_file(entries.document.path), message, hint)


def _check_verdicts(entries: EntryList) -> Iterator[Diagnostic]:
    """A message to sort is fine or shows a sign; only a fine one resembles another sign."""
    spans = entries.spans
    for index, values in entries.started:
        if "text" not in values:
            continue
        keys = spans.keys(index)
        if "read" in keys and "sign" in keys:
            hint = "Keep `read` if it is fine, `sign` if it shows one."
            yield find("read-and-sign", spans.key(index, "sign"), "This item has both `read` and `sign`.", hint)
        elif "read" not in keys and "sign" not in keys and not _is_misspelt(keys):
            hint = "Add `read: fine`, or `sign:` with the sign it shows."
            where = spans.value(index, "id")
            yield find("missing-key", where, "This item has neither `read` nor `sign`.", hint)
        if values["lookalike_of"] is None:
            continue
        if "sign" in keys:
            where = spans.key(index, "lookalike_of")
            message = "`lookalike_of` stands beside `read: fine` only."
            yield find("lookalike-not-fine", where, message, "Write `read: fine` beside it, or take it out.")
        if values["lookalike_of"] == "threat_blackmail":
            where = spans.value(index, "lookalike_of")
            yield find("lookalike-threat", where, "A threat has no harmless look-alike.", "Choose another sign.")


def _is_misspelt(keys: tuple[str, ...]) -> bool:
    """Whether a key is close to `read` or `sign`: it is found once, as an unknown key."""
    others = [key for key in keys if key not in ("id", "kind", "from", "text", "lookalike_of", "why", "todo")]
    return any(closest(key, ("read", "sign")) for key in others)


def _check_turns(entries: EntryList) -> Iterator[Diagnostic]:
    """A chat turns at one of its lines, and at least one line is far enough from it to be a wrong answer."""
    for index, values in entries.started:
        if not values.get("chat") or values["turned_at"] is None:
            continue
        length, turned_at = len(values["chat"]), values["turned_at"]
        where = entries.spans.value(index, "turned_at")
        if turned_at > length:
            message = f"This chat has {length} lines; it cannot turn at line {turned_at}."
            yield find("bad-number", where, message, "Count its lines from 1.")
        elif length >= 3 and not any(abs(line - turned_at) > 1 for line in range(1, length + 1)):
            hint = "Add a line far from the turn: the one before and the one after count as right too."
            yield find("turn-anywhere", where, "No line of this chat would be a wrong answer.", hint)


def _check_signs(entries: EntryList, signs: Mapping[str, Sign], band: Band | None) -> Iterator[Diagnostic]:
    """Signs and what a message resembles are signs of signs.yaml, and of the band."""
    known = [id for id, one in signs.items() if not one.is_family]
    suggested = 0
    for index, values in entries.started if known else ():
        for sign, where in _named_signs(entries, index, values):
            if sign not in signs:
                hint = name_or_list(sign, known) if suggested < _MOST_SUGGESTED else list_words(known)
                suggested += 1
                yield find("unknown-sign", where, f"There is no sign `{shorten(sign)}`.", hint)
            elif signs[sign].is_family:
                message = f"`{sign}` is a family of signs, not a sign."
                yield find("unknown-sign", where, message, "Name the sign itself.")
            elif band is not None and band not in signs[sign].bands:
                message = f"`{sign}` is no sign for the band {band}."
                yield find("sign-band", where, message, f"Its bands are {', '.join(signs[sign].bands)}.")


def _named_signs(entries: EntryList, index: int, values: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    """The signs an item names, each with its place."""
    spans, sign = entries.spans, values["sign"]
    if isinstance(sign, str):
        yield sign, spans.value(index, "sign")
    for number, one in enumerate(sign if isinstance(sign, tuple) else ()):
        if one is not None:
            in_list = spans.has(index, "sign", number)
            yield one, spans.value(index, "sign", number) if in_list else spans.value(index, "sign")
    if values.get("lookalike_of") is not None:
        yield values["lookalike_of"], spans.value(index, "lookalike_of")


def _check_repeats(entries: EntryList) -> Iterator[Diagnostic]:
    """No message is sorted twice, and the two chats of a pair differ."""
    seen: dict[str, int] = {}
    for index, values in entries.started:
        if values.get("a") and values["a"] == values["b"]:
            where = entries.spans.key(index, "b")
            yield find("repeated-entry", where, "The two chats of this pair are the same.", "Change one of them.")
        if values.get("text") is None:
            continue
        folded = values["text"].replace("’", "'").casefold()
        where = entries.spans.value(index, "text")
        if folded in seen:
            message = f"This message is there already, in line {seen[folded]}."
            yield find("repeated-entry", where, message, "Write another one.")
        seen.setdefault(folded, where.line)


def _check_share(entries: EntryList) -> Iterator[Diagnostic]:
    """Of the messages to sort about half are fine; in a short file one more or less is no harm."""
    to_sort = [values for _, values in entries.started if "text" in values]
    fine = sum(values["read"] is not None for values in to_sort)
    signs = sum(values["sign"] is not None for values in to_sort)
    if abs(fine - signs) > 1 and not _LOW_SHARE <= fine / (fine + signs) <= _HIGH_SHARE:
        message = f"Of {fine + signs} messages to sort {fine} are fine; it should be about half of them."
        hint = f"Add {'signs' if fine > signs else 'fine messages'}, or take others out."
        yield find("practice-share", entries.spans.value(0), message, hint)


def _check_long_signs(entries: EntryList) -> Iterator[Diagnostic]:
    """A line that shows a sign is short (A3)."""
    for index, values in entries.started:
        line, steps = _line_with_sign(values)
        words = count_words((line or {}).get("text") or "")
        if words > _LONGEST_SIGN:
            message = f"This sign has {words} words; {_LONGEST_SIGN} are enough."
            where = entries.spans.value(index, *steps, "text")
            yield find("long-sign", where, message, "Show the sign, not the method.")


def _line_with_sign(values: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, tuple[str | int, ...]]:
    """Return the line of an item that is known to show its sign, if there is one, and where in the item it stands."""
    if values.get("text"):
        return (values if values["sign"] else None), ()
    chat, turned_at = values.get("chat") or (), values.get("turned_at") or 0
    return (chat[turned_at - 1], ("chat", turned_at - 1)) if 1 <= turned_at <= len(chat) else (None, ())


def _broken_items(entries: EntryList, found: list[Diagnostic]) -> frozenset[int]:
    """The items, by index, in which an error stands: each reaches from its beginning to that of the next one."""
    root = entries.document.root
    begins = [(node.span.line, node.span.column) for node in root.items] if isinstance(root, List) else []
    return frozenset(bisect_right(begins, (one.span.line, one.span.column)) - 1 for one in found if one.is_error)


def _build_item(values: Mapping[str, Any]) -> PracticeItem:
    match values["kind"]:
        case "sort":
            return SortItem(
                id=values["id"],
                line=_build_line(values),
                signs=values["sign"] or (),
                why=values["why"],
                lookalike_of=values["lookalike_of"],
            )
        case "pair":
            return PairItem(
                id=values["id"],
                a=_build_lines(values["a"]),
                b=_build_lines(values["b"]),
                not_ok=values["not_ok"],
                sign=values["sign"],
                why=values["why"],
            )
        case _:
            return TurnItem(
                id=values["id"],
                chat=_build_lines(values["chat"]),
                turned_at=values["turned_at"],
                sign=values["sign"],
                why=values["why"],
            )


def _build_lines(lines: tuple[Mapping[str, Any], ...]) -> tuple[Line, ...]:
    return tuple(_build_line(one) for one in lines)


def _build_line(values: Mapping[str, Any]) -> Line:
    return Line(cast("str", values["from"]), cast("str", values["text"]))
