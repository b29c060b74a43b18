"""Promises by what is not imported: the game talks to no network, starts no other program, and opens no browser."""

import ast
from pathlib import Path

import pytest

import game

GAME = Path(game.__file__).parent
ROOMS = ("story", "design.py", "i18n", "content", "text", "ui", "view", "app", "errors.py", "resources.py")
FORBIDDEN = {
    *("socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "asyncio", "ftplib", "smtplib", "telnetlib"),
    *("xmlrpc", "socketserver", "webbrowser", "subprocess", "multiprocessing", "ctypes", "pickle", "marshal"),
}
ALLOWED = {("view/window.py", "ctypes"), ("app/lesson_job.py", "subprocess")}
"""Windows is told there that the game knows about dense screens. An adult's lesson pack is made by the game itself in a
process of its own, and its folder is shown by the system's program for folders.
"""
MODULES = sorted(
    file.relative_to(GAME).as_posix()
    for room in ROOMS
    for file in ([GAME / room] if room.endswith(".py") else (GAME / room).rglob("*.py"))
)


def imported(source: str) -> set[str]:
    """The top names of everything a module imports, wherever in it; by `__import__` and importlib too."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("__import__", "importlib.import_module"):
            names.add("importlib")
    return names


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 60


@pytest.mark.parametrize("module", MODULES)
def test_a_room_of_the_game_imports_no_network_and_starts_no_program(module):
    used = imported((GAME / module).read_text(encoding="utf-8")) & (FORBIDDEN | {"importlib"})
    assert {name for name in used if (module, name) not in ALLOWED} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("view/")])
def test_only_the_view_knows_pygame(module):
    assert "pygame" not in imported((GAME / module).read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith(("ui/", "story/", "text/"))])
def test_screens_and_stories_know_no_clock_and_no_files(module):
    used = imported((GAME / module).read_text(encoding="utf-8"))
    allowed = {"datetime"} if module == "story/saves.py" else set()
    assert used & {"time", "datetime", "secrets", "pathlib", "os", "io", "yaml", "uuid"} <= allowed


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith(("ui/", "story/", "text/"))])
def test_what_goes_by_chance_goes_by_a_seed(module):
    """Only `Random(seed)` may be imported, never the functions that share one hidden seed."""
    tree = ast.parse((GAME / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert "random" not in {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module == "random":
            assert {alias.name for alias in node.names} == {"Random"}
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Random":
            assert node.args


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith(("view/", "app/", "ui/"))])
def test_no_microphone_no_camera_no_clipboard(module):
    source = (GAME / module).read_text(encoding="utf-8")
    names = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    assert names & {"scrap", "camera", "AudioDevice", "get_clipboard", "start_text_input", "TEXTINPUT"} == set()


def test_the_scan_sees_what_it_looks_for():
    assert imported("import os.path\nfrom http.client import X\ndef f():\n    import socket") == {
        "os",
        "http",
        "socket",
    }
    assert imported("__import__('socket')") == {"importlib"}
    assert imported("from . import socket_words") == set()
