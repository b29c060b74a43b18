"""Office files are zips: here they are packed so that the same content gives the same bytes."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Final

MADE_ON: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""The date inside every file. The true one would make no two files the same."""
AUTHOR: Final = "Look Twice"
DECORATIVE: Final = (
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)
"""Says of a picture that it only decorates; screen readers pass over it (as Office writes it since 2019)."""


def pack_again(data: bytes) -> bytes:
    """The same zip with its parts in the same order and every date that of the first day a zip can hold."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, MADE_ON.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return packed.getvalue()
