"""The program's door: reads the command line, runs one command, and turns every error into a sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from game.cli.command import Command
from game.cli.commands import COMMANDS
from game.cli.home import home_folder
from game.errors import LookTwiceError, ScenarioError, UsageError

_VALUED = ("--home", "--content")
_PLAIN = ("--json",)
_MOST_DIAGNOSTICS_SHOWN = 20
_INTERRUPTED = 130
"""What a shell gives a program that Ctrl-C ended: 128 and the number of the signal."""


class _Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError where argparse would print its own words and exit."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message[:1].upper() + message[1:], hint=f"See `{self.prog} --help`.")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` names (the process's own arguments if None) and return its exit code.

    Never lets an exception out: what a user can understand becomes a sentence on standard error, anything else one
    sentence there and an entry in the log of the user's folder.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    home: Path | None = None
    try:
        command, rest = split_command(arguments)
        args = parse_arguments(command, rest)
        home = args.home
        _speak_utf8()
        code = command.load().run(args)
        sys.stdout.flush()
    except LookTwiceError as error:
        if os.environ.get("LOOKTWICE_DEBUG") == "1":
            raise
        _print_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has gone; without this, Python would complain about it once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("LOOKTWICE_DEBUG") == "1":
            raise
        from game.cli.crash_log import report_crash

        print(report_crash(error, home), file=sys.stderr)
        return 1
    return code


def split_command(arguments: Sequence[str]) -> tuple[Command, list[str]]:
    """Find the command in a command line; return it and everything else, in order.

    Options of every command may stand before its name. Without a name the command is `play`.
    Raises UsageError for a name that is no command; prints help or the version and exits if asked to.
    """
    index = 0
    while index < len(arguments):
        word = arguments[index]
        if word in _VALUED:
            index += 2
        elif word in _PLAIN or word.startswith(tuple(f"{option}=" for option in _VALUED)):
            index += 1
        elif word in ("-h", "--help"):
            _top_parser().parse_args(["--help"])
        elif word == "--version":
            print(f"looktwice {_version()}")
            raise SystemExit(0)
        elif word.startswith("-"):
            break
        elif word in COMMANDS:
            return COMMANDS[word], [*arguments[:index], *arguments[index + 1 :]]
        else:
            raise UsageError(
                f"There is no command {word!r}", hint=_did_you_mean(word, COMMANDS) or "See `looktwice --help`."
            )
    return COMMANDS["play"], list(arguments)


def parse_arguments(command: Command, arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments of a command, importing its module only.

    The result always has `home` (a path), `content` (a list of paths that are folders) and `json`.
    Raises UsageError for what the command does not know.
    """
    top: argparse.ArgumentParser = _Parser(prog="looktwice", add_help=False, allow_abbrev=False)
    subparsers = top.add_subparsers()
    command.load().add_parser(subparsers)
    parser = subparsers.choices[command.name]
    parser.allow_abbrev = False
    _add_common_options(parser, reports=command.reports)
    args, unknown = parser.parse_known_args(list(arguments))
    if unknown:
        options = [option for action in parser._actions for option in action.option_strings]  # noqa: SLF001
        raise UsageError(
            f"`{command.name}` does not know {unknown[0]!r}",
            hint=_did_you_mean(unknown[0].partition("=")[0], options) or f"See `looktwice {command.name} --help`.",
        )
    args.command = command.name
    args.home = home_folder(args.home)
    for folder in args.content:
        if not folder.is_dir():
            raise UsageError("There is no such folder of stories", where=folder, hint="Check what follows --content.")
    args.json = getattr(args, "json", False)
    return args


def _add_common_options(parser: argparse.ArgumentParser, *, reports: bool) -> None:
    group = parser.add_argument_group("options of every command")
    group.add_argument(
        "--home", type=Path, metavar="DIR", help="where settings and kept places live (or: LOOKTWICE_HOME)"
    )
    group.add_argument(
        "--content",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="one more folder of stories, beside those of the game; may be repeated",
    )
    if reports:
        # A command whose --json means more than the plain switch brings its own.
        with suppress(argparse.ArgumentError):
            group.add_argument("--json", action="store_true", help="one JSON document on standard output, nothing else")


def _top_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="looktwice",
        description="Look Twice: look twice at what people write, help a friend, practise telling an adult. "
        "Without a command it opens the game.",
        epilog="`looktwice COMMAND --help` tells more about a command.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS.values():
        subparsers.add_parser(command.name, help=command.does)
    _add_common_options(parser, reports=True)
    return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("looktwice")
    except PackageNotFoundError:
        return "(not installed)"


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"Did you mean {close[0]!r}?" if close else ""


def _speak_utf8() -> None:
    # What is not a terminal is a file or a program, and gets UTF-8 whatever the system's old encoding is; a terminal
    # that lacks a character must not end a command.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def _print_error(error: LookTwiceError) -> None:
    print(f"looktwice: {error}", file=sys.stderr)
    if not isinstance(error, ScenarioError) or not error.diagnostics:
        return
    from game.content.format.diagnostic_report import format_text
    from game.content.format.diagnostics import Diagnostic

    for finding in error.diagnostics[:_MOST_DIAGNOSTICS_SHOWN]:
        print(format_text(finding) if isinstance(finding, Diagnostic) else finding, file=sys.stderr)
    if len(error.diagnostics) > _MOST_DIAGNOSTICS_SHOWN:
        print(f"and {len(error.diagnostics) - _MOST_DIAGNOSTICS_SHOWN} more", file=sys.stderr)
