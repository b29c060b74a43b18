"""start.py: what it decides and what it says, without a network and without installing anything."""

from __future__ import annotations

import ast
import importlib.util
import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py as a module that believes it stands in an empty folder of its own."""
    spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text('[project.optional-dependencies]\nlessons = []\nclass = ["a"]\n')
    (tmp_path / "constraints.txt").write_text("a==1\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(module, "INSTALL_LOG", tmp_path / ".venv" / "log.txt")
    monkeypatch.setattr(module, "venv_python", lambda: tmp_path / ".venv" / "python")
    return module


@pytest.fixture
def pip(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that start.py would have run; each succeeds, and the first makes a venv."""
    calls: list[list[str]] = []

    def call(command: list[str]) -> SimpleNamespace:
        calls.append(command)
        start.VENV.mkdir(exist_ok=True)
        start.venv_python().touch()
        return SimpleNamespace(returncode=0, stdout="")

    monkeypatch.setattr(start, "call_quietly", call)
    return calls


def test_it_can_be_read_by_python_3_6():
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_imports_the_standard_library_only():
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (2, 7)])
def test_an_old_python_is_told_what_is_needed(start: ModuleType, version: tuple[int, int]):
    said = start.what_python_lacks(version, True)
    assert "needs Python 3.11 or newer" in said
    assert "This is Python {}.{}".format(*version) in said
    assert "python.org" in said


def test_a_python_without_venv_is_told_which_package_brings_it(start: ModuleType):
    assert "python3-venv" in start.what_python_lacks((3, 11), False)


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_new_python_lacks_nothing(start: ModuleType, version: tuple[int, int]):
    assert start.what_python_lacks(version, True) is None


def test_an_old_python_hands_over_to_a_newer_one(start: ModuleType, monkeypatch: pytest.MonkeyPatch):
    handed_over = []
    monkeypatch.setattr(start, "what_python_lacks", lambda *_: "too old")
    monkeypatch.setattr(start, "other_pythons", lambda: [["python3.13"], ["python3.12"]])
    monkeypatch.setattr(start, "is_fit", lambda command: command == ["python3.12"])
    monkeypatch.setattr(start, "become", lambda command: handed_over.append(command) or 7)
    with pytest.raises(SystemExit) as end:
        start.main(["list", "--json"])
    assert end.value.code == 7
    assert handed_over == [["python3.12", str(start.ROOT / "start.py"), "list", "--json"]]


def test_an_old_python_alone_ends_with_a_sentence(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(start, "what_python_lacks", lambda *_: "too old")
    monkeypatch.setattr(start, "other_pythons", list)
    assert start.main([]) == 1
    assert capsys.readouterr().err.strip() == "too old"


def test_this_python_is_fit_and_a_missing_one_is_not(start: ModuleType):
    assert start.is_fit([sys.executable])
    assert not start.is_fit(["/nowhere/python3"])
    assert not start.is_fit([sys.executable, "-c", "raise SystemExit(3)"])


def test_arguments_go_to_the_game(start: ModuleType):
    assert start.plan(["check", "--json"]) == (set(), ["-P", "-m", "game", "check", "--json"], None)
    assert start.plan([]) == (set(), ["-P", "-m", "game"], None)


def test_tests_run_pytest_in_the_folder_of_the_game(start: ModuleType):
    assert start.plan(["tests", "-k", "story"]) == (
        {"test"},
        ["-m", "pytest", "-n", "auto", "--dist", "worksteal", "-k", "story"],
        start.ROOT,
    )


def test_a_lesson_needs_its_extra_once_there_is_something_in_it(start: ModuleType):
    assert start.plan(["lesson", "free-skins"])[0] == set()
    (start.ROOT / "pyproject.toml").write_text('[project.optional-dependencies]\nlessons = ["x"]\n')
    assert start.plan(["lesson", "free-skins"])[0] == {"lessons"}


def test_the_first_start_makes_the_venv_and_installs(start: ModuleType, pip, capsys: pytest.CaptureFixture[str]):
    start.make_ready(set())
    assert [command[1:3] for command in pip] == [["-m", "venv"], ["-m", "pip"]]
    assert pip[1][-2:] == ["--editable", str(start.ROOT)]
    assert pip[1][pip[1].index("--constraint") + 1] == str(start.ROOT / "constraints.txt")
    said = capsys.readouterr()
    assert said.out == ""
    assert "110 MB" in said.err
    assert "Done in" in said.err


def test_the_second_start_installs_nothing_and_says_nothing(start: ModuleType, pip, capsys: pytest.CaptureFixture[str]):
    start.make_ready(set())
    pip.clear()
    capsys.readouterr()
    start.make_ready(set())
    assert pip == []
    assert capsys.readouterr() == ("", "")


def test_a_changed_pyproject_installs_again_into_the_same_venv(
    start: ModuleType, pip, capsys: pytest.CaptureFixture[str]
):
    start.make_ready({"test"})
    pip.clear()
    capsys.readouterr()
    (start.ROOT / "constraints.txt").write_text("a==2\n")
    start.make_ready(set())
    assert [command[1:3] for command in pip] == [["-m", "pip"]]
    assert pip[0][-1] == f"{start.ROOT}[test]", "an extra that was there stays"
    assert "has changed" in capsys.readouterr().err


def test_an_extra_is_added_with_its_size_said_first(start: ModuleType, pip, capsys: pytest.CaptureFixture[str]):
    start.make_ready(set())
    pip.clear()
    capsys.readouterr()
    start.make_ready({"lessons"})
    assert pip[0][-1] == f"{start.ROOT}[lessons]"
    said = capsys.readouterr().err
    assert said.startswith("Installing")
    assert "130 MB" in said
    assert "the game (" not in said


def test_a_moved_folder_gets_a_new_venv(start: ModuleType, pip):
    start.make_ready(set())
    stamp = json.loads(start.STAMP.read_text())
    start.STAMP.write_text(json.dumps(dict(stamp, folder="/where/it/was")))
    pip.clear()
    start.make_ready(set())
    assert [command[1:3] for command in pip] == [["-m", "venv"], ["-m", "pip"]]


def test_a_second_start_that_waited_for_the_first_installs_nothing(
    start: ModuleType, pip, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(start, "real_python", lambda: "made" if start.VENV.exists() else "not there")
    first_wins = start.only_one_at_a_time

    @contextmanager
    def waiting():
        with monkeypatch.context() as patch:
            patch.setattr(start, "only_one_at_a_time", first_wins)
            start.make_ready(set())
        pip.clear()
        yield

    monkeypatch.setattr(start, "only_one_at_a_time", waiting)
    start.make_ready(set())
    assert pip == []


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00", '{"extras": []}'])
def test_a_damaged_stamp_means_not_installed(start: ModuleType, pip, content: str):
    start.make_ready(set())
    start.STAMP.write_text(content)
    pip.clear()
    start.make_ready(set())
    assert len(pip) == 2


def test_an_interrupted_installation_is_taken_up_again(start: ModuleType, pip, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr(start, "install", lambda extras: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            start.make_ready(set())
    pip.clear()
    start.make_ready(set())
    assert len(pip) == 2


@pytest.mark.parametrize(
    ("pip_said", "sentence"),
    [
        ("NewConnectionError: Failed to establish a new connection", "no way to the internet"),
        ("[Errno -3] Temporary failure in name resolution", "no way to the internet"),
        ("ERROR: [Errno 28] No space left on device", "The disk is full"),
        ("[Errno 13] Permission denied: '.venv/bin'", "cannot be written"),
        ("OSError: [Errno 30] Read-only file system: '.venv'", "cannot be written"),
    ],
)
def test_what_pip_says_becomes_a_sentence_with_advice(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pip_said: str, sentence: str
):
    def call(command: list[str]) -> SimpleNamespace:
        start.VENV.mkdir(exist_ok=True)
        return SimpleNamespace(returncode=int("pip" in command), stdout=pip_said)

    monkeypatch.setattr(start, "call_quietly", call)
    assert start.main(["list"]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert "What to do: " in said
    assert "Traceback" not in said


def test_other_words_of_pip_are_kept_and_their_end_shown(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def call(command: list[str]) -> SimpleNamespace:
        start.VENV.mkdir(exist_ok=True)
        return SimpleNamespace(returncode=int("pip" in command), stdout="one\ntwo\nthree\nfour\n")

    monkeypatch.setattr(start, "call_quietly", call)
    assert start.main(["list"]) == 1
    said = capsys.readouterr().err
    assert "two\nthree\nfour" in said
    assert "one" not in said
    assert str(start.INSTALL_LOG) in said
    assert start.INSTALL_LOG.read_text() == "one\ntwo\nthree\nfour\n"


def test_a_full_disk_is_said_before_anything_is_written(
    start: ModuleType, pip, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(start.shutil, "disk_usage", lambda folder: SimpleNamespace(free=50_000_000))
    assert start.main(["list"]) == 1
    assert "The disk is full" in capsys.readouterr().err
    assert pip == []


def test_the_exit_code_of_the_command_is_ours():
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import start; "
        "sys.exit(start.become([sys.executable, '-c', 'raise SystemExit(5)']))"
    )
    assert subprocess.run([sys.executable, "-B", "-c", code], check=False).returncode == 5


def test_a_command_runs_where_the_user_stands_and_the_tests_in_the_folder_of_the_game(
    start: ModuleType, pip, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    where = []
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(start, "become", lambda command: where.append(Path.cwd()) or 0)
    assert start.main(["list"]) == 0
    assert start.main(["tests"]) == 0
    assert where == [elsewhere, start.ROOT]


def test_settings_that_lead_pip_elsewhere_are_not_passed_on(start: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    code = "import os; print(os.environ.get('PIP_TARGET'), os.environ['PIP_USER'])"
    assert start.call_quietly([sys.executable, "-c", code]).stdout == "None 0\n"
