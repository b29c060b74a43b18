"""What is made when a wheel is built: the catalogues of every language, the index of the stories, and its stamp."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INDEX = "game/data/scenarios/index.json"
STAMP = "game/data/build.txt"


class MakeData(BuildHookInterface[Any]):
    """Puts an MO file beside each PO file, which the build then takes along, and adds what the stories are.

    With the index a first start has its stories at once, in every language, without reading and checking each of them.
    The stamp tells this build's rules from another's, so that an installed game need not look at its own source files.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it all, unless the build is a link to this checkout, which makes what it needs itself."""
        if version == "editable":
            return
        root = Path(self.root)
        self._folder = TemporaryDirectory()
        index, stamp = Path(self._folder.name) / "index.json", Path(self._folder.name) / "build.txt"
        sys.path.insert(0, str(root))
        try:
            from game.content.library import build_index
            from game.extract.compiling import compile_catalogues, open_catalogues
            from game.resources import make_build_stamp

            compile_catalogues(root / "locales", root / "scenarios")
            if not build_index(root / "scenarios", index, open_catalogues()):
                raise RuntimeError(f"the index of the stories cannot be written: {index}")
            stamp.write_text(make_build_stamp(self.metadata.version), encoding="utf-8")
        finally:
            sys.path.remove(str(root))
        build_data["force_include"][str(index)] = INDEX
        build_data["force_include"][str(stamp)] = STAMP

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the build alone."""
        if version != "editable":
            self._folder.cleanup()
