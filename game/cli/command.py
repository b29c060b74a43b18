"""What a command is: its name, what it does, and how its module is imported once it is used."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

# In quotes: only type checkers know this class as one with a parameter.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


class CommandModule(Protocol):
    """What the module of a command offers."""

    def add_parser(self, subparsers: Subparsers, /) -> object:
        """Add the command's own parser; the options of every command are added later."""

    def run(self, args: argparse.Namespace, /) -> int:
        """Do it; return the exit code: 0 fine, 1 findings or failure, 2 wrong usage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: its module is imported only when the command is used."""

    name: str
    does: str
    module: Callable[[], CommandModule]
    """Imports the module by a plain statement, which whatever packs the program can see."""
    reports: bool = True

    def load(self) -> CommandModule:
        """Import the command's module."""
        return self.module()
