"""The table of commands: their names, what they do, and where the code of each is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.cli.command import Command, CommandModule

# One import statement a command, each run only when its command is used: an installer that follows imports sees them.


def _play() -> CommandModule:
    from game.cli import play

    return play


def _list() -> CommandModule:
    from game.cli import list as command

    return command


def _check() -> CommandModule:
    from game.cli import check

    return check


def _bot() -> CommandModule:
    from game.cli import bot

    return bot


def _graph() -> CommandModule:
    from game.cli import graph

    return graph


def _coverage() -> CommandModule:
    from game.cli import coverage

    return coverage


def _new() -> CommandModule:
    from game.cli import new

    return new


def _preview() -> CommandModule:
    from game.cli import preview

    return preview


def _shots() -> CommandModule:
    from game.cli import shots

    return shots


def _lesson() -> CommandModule:
    from game.cli import lesson

    return lesson


def _locales() -> CommandModule:
    from game.cli import locales

    return locales


def _helplines() -> CommandModule:
    from game.cli import helplines

    return helplines


def _bench() -> CommandModule:
    from game.cli import bench

    return bench


_COMMANDS = (
    Command(name="play", does="open the game, or one story", module=_play, reports=False),
    Command(name="list", does="list the stories", module=_list),
    Command(name="check", does="find what is wrong in stories", module=_check),
    Command(name="bot", does="play every path of the stories", module=_bot),
    Command(name="graph", does="draw the map of a story", module=_graph, reports=False),
    Command(name="coverage", does="show which signs the stories cover", module=_coverage),
    Command(name="new", does="begin a new story", module=_new, reports=False),
    Command(name="preview", does="play a story beside its text, as it is written", module=_preview, reports=False),
    Command(name="shots", does="make a picture of every screen", module=_shots),
    Command(name="lesson", does="make the classroom pack of stories", module=_lesson),
    Command(name="locales", does="list the languages and how complete they are", module=_locales),
    Command(name="helplines", does="list the help rows of each country", module=_helplines),
    Command(name="bench", does="measure this machine", module=_bench),
)
COMMANDS: Mapping[str, Command] = MappingProxyType({command.name: command for command in _COMMANDS})
