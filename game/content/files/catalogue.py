"""What a story may refer to: the signs, the reviewed wordings and the drawn pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.story.model import Band, Sign
from game.story.values import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The things that stories name. `pictures`: names such as "avatars/fox"; empty ones switch their checks off."""

    signs: Mapping[str, Sign] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    pictures: frozenset[str] = frozenset()

    def wordings_of(self, kind: str, band: Band) -> tuple[str, ...]:
        """Return the texts of one kind for one band."""
        return tuple(one.text for one in self.wordings if one.kind == kind and band in one.bands)

    def pictures_in(self, folder: str) -> tuple[str, ...]:
        """Return the names of the pictures in one folder, without the folder."""
        return tuple(sorted(name[len(folder) + 1 :] for name in self.pictures if name.startswith(f"{folder}/")))


def find_pictures(folder: Path) -> frozenset[str]:
    """Return the names of all drawn pictures below a folder, as stories name them; none where there is no folder."""
    return frozenset(file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.svg"))
