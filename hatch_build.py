"""What is made when a wheel is built: the catalogues of every language, and the index of the stories."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INDEX = "game/data/scenarios/index.json"


class MakeData(BuildHookInterface[Any]):
    """Puts an MO file beside each PO file, which the build then takes along, and adds what the stories are.

    With the index a first start has its stories at once, without reading and checking each of them.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it all, unless the build is a link to this checkout, which makes what it needs itself."""
        if version == "editable":
            return
        root = Path(self.root)
        self._folder = TemporaryDirectory()
        index = Path(self._folder.name) / "index.json"
        sys.path.insert(0, str(root))
        try:
            from game.content.library import build_index
            from game.extract.compiling import compile_catalogues

            compile_catalogues(root / "locales", root / "scenarios")
            if not build_index(root / "scenarios", index):
                raise RuntimeError(f"the index of the stories cannot be written: {index}")
        finally:
            sys.path.remove(str(root))
        build_data["force_include"][str(index)] = INDEX

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the build alone."""
        if version != "editable":
            self._folder.cleanup()
