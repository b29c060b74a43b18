"""The parser in Python: slower than libyaml's, and better at saying what is wrong and where."""

from typing import Any

import yaml


class PatientLoader(yaml.SafeLoader):
    """PyYAML's own parser, reading texts with a question mark as libyaml and YAML 1.2 do.

    By itself it ends a text within [ ] or { } at a question mark, and would call `[What did Kai do?]` an error that
    hides the real one.
    """

    _is_in_text = False

    def peek(self, index: int = 0) -> str:
        """Return the character so far ahead; within a text no question mark, which would end it there."""
        char = super().peek(index)
        return "x" if char == "?" and self._is_in_text else str(char)

    def scan_plain(self) -> Any:
        """Read a text without quotation marks."""
        self._is_in_text = True
        try:
            return super().scan_plain()
        finally:
            self._is_in_text = False
