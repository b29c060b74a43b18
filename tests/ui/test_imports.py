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


def modules_of(*rooms: str) -> list[str]:
    """The modules of some rooms, each named as far as its slash."""
    return [module for module in MODULES if module.startswith(rooms)]


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
    assert all(len(modules_of(room)) > 5 for room in ("app/", "story/", "text/", "ui/", "view/"))


def test_a_room_of_the_game_imports_no_network_and_starts_no_program(subtests: pytest.Subtests) -> None:
    for module in MODULES:
        with subtests.test(module=module):
            used = imported((GAME / module).read_text(encoding="utf-8")) & (FORBIDDEN | {"importlib"})
            assert {name for name in used if (module, name) not in ALLOWED} == set()


def test_only_the_view_knows_pygame(subtests: pytest.Subtests) -> None:
    for module in sorted({*MODULES} - {*modules_of("view/")}):
        with subtests.test(module=module):
            assert "pygame" not in imported((GAME / module).read_text(encoding="utf-8"))


def test_screens_and_stories_know_no_clock_and_no_files(subtests: pytest.Subtests) -> None:
    for module in modules_of("ui/", "story/", "text/"):
        with subtests.test(module=module):
            used = imported((GAME / module).read_text(encoding="utf-8"))
            allowed = {"datetime"} if module == "story/saves.py" else set()
            assert used & {"time", "datetime", "secrets", "pathlib", "os", "io", "yaml", "uuid"} <= allowed


def test_what_goes_by_chance_goes_by_a_seed(subtests: pytest.Subtests) -> None:
    """Only `Random(seed)` may be imported, never the functions that share one hidden seed."""
    for module in modules_of("ui/", "story/", "text/"):
        with subtests.test(module=module):
            tree = ast.parse((GAME / module).read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    assert "random" not in {alias.name for alias in node.names}
                if isinstance(node, ast.ImportFrom) and node.module == "random":
                    assert {alias.name for alias in node.names} == {"Random"}
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "Random":
                    assert node.args


def test_no_microphone_no_camera_no_clipboard(subtests: pytest.Subtests) -> None:
    for module in modules_of("view/", "app/", "ui/"):
        with subtests.test(module=module):
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
