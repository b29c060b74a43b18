"""Compiles the catalogues of every language when a wheel is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Puts an MO file beside each PO file; the build then takes the folder `locales` as a whole."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the build is a link to this checkout, which compiles what it needs itself."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from game.extract.compiling import compile_catalogues

            compile_catalogues(root / "locales")
        finally:
            sys.path.remove(str(root))
