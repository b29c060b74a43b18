"""JSON objects with a version and a checksum: a flipped bit is noticed, and what a newer game wrote is known as such.

    {
      "format": 2,
      "theme": "night",
      "check": "0f3a..."
    }

The checksum stands last and covers the values, not how they are laid out. Files of format 1 may lack it: they were
written before there was one.
"""

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

FORMAT_KEY, CHECK_KEY = "format", "check"
_NEWEST_WITHOUT_CHECK = 1
_DIGITS = 8


class SealError(ValueError):
    """A text is not what was written; the message says in one clause what is wrong with it."""


class NewerFormatError(SealError):
    """A text is of a format that this version of the game does not know."""


def seal(text: str) -> str:
    """Return the text of a JSON object with its checksum as the last key, laid out as it was.

    Raises ValueError where it is no object, or has a checksum already.
    """
    value = json.loads(text)
    if not isinstance(value, dict) or CHECK_KEY in value:
        raise ValueError("only an object without a checksum can be sealed")
    body = text.rstrip().removesuffix("}").rstrip()
    comma = "," if value else ""
    return f'{body}{comma}\n  "{CHECK_KEY}": "{_checksum(value)}"\n}}\n'


def unseal(data: bytes, newest: int | None = None) -> str:
    """Return the text of a JSON object as it was before it was sealed; its layout may differ.

    `newest` is the newest format that the caller knows. Raises NewerFormatError for a newer one, and SealError for
    what is no whole JSON object, or is not what was sealed.
    """
    return json.dumps(open_sealed(data, newest))


def open_sealed(data: bytes, newest: int | None = None) -> dict[str, Any]:
    """Return the object that `unseal` returns the text of; the same errors are raised."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_unique)
    except SealError:
        raise
    except (ValueError, RecursionError) as error:
        raise SealError("it is not whole JSON in UTF-8") from error
    if not isinstance(value, dict):
        raise SealError("it is not an object")
    format = value.get(FORMAT_KEY, _NEWEST_WITHOUT_CHECK)
    if type(format) is not int or format < 1:
        raise SealError("its format is not a number")
    if newest is not None and format > newest:
        raise NewerFormatError(f"it is of format {format}")
    check = value.pop(CHECK_KEY, None)
    if check is None and format > _NEWEST_WITHOUT_CHECK:
        raise SealError("its checksum is missing")
    if check is not None and check != _checksum(value):
        raise SealError("its checksum does not fit")
    return value


def _checksum(value: Mapping[str, Any]) -> str:
    # Against accidents, not against people: any one flipped bit changes it, and no start waits for a library.
    canonical = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return f"{crc32(canonical.encode()):0{_DIGITS}x}"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise SealError("a key stands in it twice")
    return found
