"""The program's door: which command runs, what is said when something is wrong."""

from __future__ import annotations

import argparse
import ast
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.cli import commands
from game.cli.command import Command
from game.cli.commands import COMMANDS
from game.cli.crash_log import LOG_NAME, describe_crash, report_crash
from game.cli.home import home_folder
from game.cli.main import main, parse_arguments, split_command
from game.errors import ResourceError, ScenarioError, UsageError


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch):
    """Let every command be one that does what the test says with its arguments."""

    def install(run, add_options=lambda parser: None):
        def load(command: Command) -> SimpleNamespace:
            def add_parser(subparsers) -> None:
                parser = subparsers.add_parser(command.name, help=command.does)
                parser.add_argument("ids", nargs="*", metavar="ID")
                add_options(parser)

            return SimpleNamespace(add_parser=add_parser, run=run)

        monkeypatch.setattr(Command, "load", load)

    return install


def raise_it(error: BaseException):
    def run(args: argparse.Namespace) -> int:
        raise error

    return run


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_command_of_the_table_has_a_module_with_help(command: Command, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main([command.name, "--help"])
    assert end.value.code == 0
    text = capsys.readouterr().out
    assert f"looktwice {command.name}" in text
    assert "--home" in text
    assert "--content" in text
    assert ("--json" in text) == command.reports


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ([], "play", []),
        (["--lang", "de"], "play", ["--lang", "de"]),
        (["--home", "list"], "play", ["--home", "list"]),
        (["list", "--json"], "list", ["--json"]),
        (["--json", "list"], "list", ["--json"]),
        (["--home", "x", "--content=y", "bot", "a-story"], "bot", ["--home", "x", "--content=y", "a-story"]),
        (["play", "list"], "play", ["list"]),
    ],
)
def test_the_command_is_the_first_word_that_belongs_to_no_option(line: list[str], name: str, rest: list[str]):
    command, others = split_command(line)
    assert (command.name, others) == (name, rest)


def test_common_options_are_read_for_every_command(stand_in, tmp_path: Path):
    stand_in(lambda args: 0)
    args = parse_arguments(
        COMMANDS["list"], ["--home", "h", "one", "--content", str(tmp_path), f"--content={tmp_path}", "--json"]
    )
    assert args.home == Path("h")
    assert args.content == [tmp_path, tmp_path]
    assert args.json is True
    assert args.ids == ["one"]


def test_a_command_may_bring_its_own_json_option(stand_in):
    stand_in(
        lambda args: 0,
        lambda parser: parser.add_argument("--json", dest="format", action="store_const", const="json"),
    )
    args = parse_arguments(COMMANDS["check"], ["--json"])
    assert args.format == "json"


def test_the_home_folder_is_the_chosen_one_then_the_variable_then_the_platforms(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    assert home_folder(Path("chosen")) == Path("chosen")
    assert home_folder() == home
    monkeypatch.delenv("LOOKTWICE_HOME")
    assert home_folder().name == "looktwice"


def test_the_exit_code_of_a_command_is_the_programs(stand_in):
    stand_in(lambda args: 1)
    assert main(["list"]) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["lst"], ["'lst'", "Did you mean 'list'?"]),
        (["xyzzy"], ["'xyzzy'", "--help"]),
        (["list", "--jsn"], ["'--jsn'", "Did you mean '--json'?"]),
        (["list", "--home"], ["--home", "expected one argument", "looktwice list --help"]),
        (["list", "--content", "/nowhere/at/all"], ["/nowhere/at/all", "--content"]),
        (["--hom", "x"], ["'--hom'", "Did you mean '--home'?"]),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(stand_in, capsys: pytest.CaptureFixture[str], line, words):
    stand_in(lambda args: 0)
    assert main(line) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert all(word in said.err for word in words), said.err


def test_an_error_of_ours_is_said_with_its_place_and_what_to_do(stand_in, capsys: pytest.CaptureFixture[str]):
    stand_in(raise_it(ResourceError("The font is missing.", where="assets/fonts", hint="Install the game again.")))
    assert main(["list"]) == 1
    assert capsys.readouterr().err == "looktwice: The font is missing (assets/fonts). Install the game again.\n"


def test_the_findings_of_a_broken_story_are_listed_twenty_at_most(stand_in, capsys: pytest.CaptureFixture[str]):
    stand_in(raise_it(ScenarioError("The story has errors", diagnostics=[f"finding {n}" for n in range(23)])))
    assert main(["list"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[:2] == ["looktwice: The story has errors.", "finding 0"]
    assert lines[-2:] == ["finding 19", "and 3 more"]


def test_an_unexpected_exception_shows_no_traceback_and_is_logged_without_its_message(
    stand_in, home: Path, capsys: pytest.CaptureFixture[str]
):
    stand_in(raise_it(KeyError("the-story-that-was-opened")))
    assert main(["play"]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert said.err.count("\n") == 1
    assert str(home / LOG_NAME) in said.err
    log = (home / LOG_NAME).read_text(encoding="utf-8")
    assert "builtins.KeyError" in log
    assert "test_main.py:" in log
    assert "the-story-that-was-opened" not in log


def test_with_debug_the_traceback_is_shown(stand_in, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOOKTWICE_DEBUG", "1")
    stand_in(raise_it(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        main(["play"])


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    sentence = report_crash(ValueError("x"), in_the_way / "home")
    assert "No log could be written" in sentence
    assert str(in_the_way) in sentence


def test_the_log_stays_small(home: Path):
    (home / LOG_NAME).write_text("x" * 500_000)
    report_crash(ValueError("x"))
    assert (home / LOG_NAME).stat().st_size < 80_000


def test_the_causes_of_a_crash_are_described_once_each():
    try:
        try:
            raise ValueError("inner")
        except ValueError as inner:
            raise RuntimeError("outer") from inner
    except RuntimeError as outer:
        text = describe_crash(outer)
    assert text.count("builtins.RuntimeError") == 1
    assert text.count("builtins.ValueError") == 1
    assert "--- " in text


def test_interrupting_is_quiet(stand_in, capsys: pytest.CaptureFixture[str]):
    stand_in(raise_it(KeyboardInterrupt()))
    assert main(["bot"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole group of programs, pytest among them")
def test_interrupting_the_open_game_closes_it_quietly(home: Path):
    code = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from game.cli import main\n"
        "from game.view.loop import Loop\n"
        "step = Loop.step\n"
        "def told(self, now):\n"
        "    print('open', flush=True)\n"
        "    return step(self, now)\n"
        "Loop.step = told\n"
        "sys.exit(main(['play']))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert said == b""
    assert process.returncode == 130
    assert not (home / LOG_NAME).exists()


def test_a_reader_that_goes_away_is_quiet(home: Path):
    code = (
        "import sys, types\n"
        "from game.cli import commands, main as door\n"
        "def add(s): s.add_parser('list')\n"
        "def run(args):\n"
        "    for n in range(200_000): print(n)\n"
        "    return 0\n"
        "commands.Command.load = lambda self: types.SimpleNamespace(add_parser=add, run=run)\n"
        "sys.exit(door(['list']))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"0\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


def test_what_is_not_a_terminal_gets_utf_8_in_any_system_encoding(home: Path):
    code = (
        "import sys, types\n"
        "from game.cli import commands, main as door\n"
        "commands.Command.load = lambda self: types.SimpleNamespace(\n"
        "    add_parser=lambda s: s.add_parser('list'), run=lambda args: print('\\u4f60\\u2026') or 0)\n"
        "sys.exit(door(['list']))\n"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert done.stdout.decode("utf-8").strip() == "\u4f60\u2026"


def test_help_lists_all_commands_and_imports_none(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    text = capsys.readouterr().out
    for command in COMMANDS.values():
        assert command.name in text
        assert command.does in text


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("looktwice ")


def test_importing_the_door_imports_nothing_heavy():
    code = "import sys, game.cli.main; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "game.cli.commands" in loaded
    heavy = {"rich", "babel", "pygame", "yaml", "platformdirs", "traceback"}
    assert heavy.isdisjoint(loaded)


def test_python_minus_m_game_is_the_program():
    done = subprocess.run([sys.executable, "-m", "game", "lst"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Did you mean 'list'?" in done.stderr


def test_a_usage_error_says_so_in_words():
    with pytest.raises(UsageError, match=r"no command 'chek'.*Did you mean 'check'"):
        split_command(["chek"])


def test_every_command_is_imported_by_a_statement_that_an_installer_can_follow():
    tree = ast.parse(Path(commands.__file__).read_text(encoding="utf-8"))
    imported = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "game.cli"
        for name in node.names
    }
    assert imported == set(COMMANDS)
    assert {command.load().__name__ for command in COMMANDS.values()} == {f"game.cli.{name}" for name in COMMANDS}


def test_a_command_imports_its_own_module_and_none_of_the_others():
    code = "import sys; from game.cli.commands import COMMANDS; COMMANDS['locales'].load(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    others = {f"game.cli.{name}" for name in COMMANDS} & set(loaded)
    assert others == {"game.cli.locales"}
