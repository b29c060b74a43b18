"""The table of commands: their names, what they do, and where the code of each is."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, TypeAlias, cast

# In quotes: only type checkers know this class as one with a parameter.
Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


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
    module: str
    reports: bool = True

    def load(self) -> CommandModule:
        """Import the command's module."""
        return cast("CommandModule", import_module(self.module))


_COMMANDS = (
    Command(name="play", does="open the game, or one story", module="game.cli.play", reports=False),
    Command(name="list", does="list the stories", module="game.cli.list"),
    Command(name="check", does="find what is wrong in stories", module="game.cli.check"),
    Command(name="bot", does="play every path of the stories", module="game.cli.bot"),
    Command(name="graph", does="draw the map of a story", module="game.cli.graph", reports=False),
    Command(name="coverage", does="show which signs the stories cover", module="game.cli.coverage"),
    Command(name="new", does="begin a new story", module="game.cli.new", reports=False),
    Command(
        name="preview", does="play a story beside its text, as it is written", module="game.cli.preview", reports=False
    ),
    Command(name="shots", does="make a picture of every screen", module="game.cli.shots"),
    Command(name="lesson", does="make the classroom pack of stories", module="game.cli.lesson"),
    Command(name="locales", does="list the languages and how complete they are", module="game.cli.locales"),
    Command(name="helplines", does="list the help rows of each country", module="game.cli.helplines"),
    Command(name="bench", does="measure this machine", module="game.cli.bench"),
)
COMMANDS: Mapping[str, Command] = MappingProxyType({command.name: command for command in _COMMANDS})
