"""The `{places}` of a sentence, and whether a translation may be shown in its source's stead."""

import re
from collections.abc import Collection
from string import Formatter

_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
"""Control characters, those that turn text round until somebody ends it, halves of characters."""


def find_places(sentence: str) -> frozenset[str] | None:
    """Return the names of a sentence's places; None where it cannot be filled in (`{`, `{0}`, `{a.b}`, `{a!r}`)."""
    if "{" not in sentence and "}" not in sentence:
        return frozenset()
    names = set()
    try:
        for _, name, detail, conversion in Formatter().parse(sentence):
            if name is None:
                continue
            if not name.isidentifier() or detail or conversion:
                return None
            names.add(name)
    except ValueError:
        return None
    return frozenset(names)


def is_showable(text: str) -> bool:
    """Whether a text holds nothing that a screen must not get: no control or override character, no half character."""
    return _UNSHOWABLE.search(text) is None


def fits(translated: str, source: str, *, may_lack: Collection[str] = ()) -> bool:
    """Whether a translation is showable and has the places of its source, no other and none missing but `may_lack`."""
    if not is_showable(translated):
        return False
    there, wanted = find_places(translated), find_places(source)
    if there is None or wanted is None:
        # A sentence that is never filled in may hold braces; its translation is then as good as it is.
        return wanted is None
    return there <= wanted and wanted - there <= set(may_lack)
