"""The rules of the house that no other tool checks: sizes, names, documents that keep up, nothing of a machine."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODULES = sorted(file for room in ("game", "lessons") for file in (ROOT / room).rglob("*.py"))
TEXTS = sorted(
    file
    for folder in ("game", "lessons", "scenarios", "assets", "locales", "tests", "docs", ".ci")
    for file in (ROOT / folder).rglob("*")
    if file.is_file()
    and "node_modules" not in file.parts  # what npm fetched for the readers of lessons, which git ignores
    and file.suffix in {".py", ".md", ".yaml", ".csv", ".svg", ".txt", ".json", ".po", ""}
) + sorted(file for file in ROOT.iterdir() if file.is_file() and file.name != ".git")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def requirements() -> list[str]:
    project = PROJECT["project"]
    listed = [*project["dependencies"], *(r for extra in project["optional-dependencies"].values() for r in extra)]
    return sorted({name_of(requirement) for requirement in listed} - {"looktwice"})


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(re.fullmatch(r"([A-Za-z0-9._-]+)==([0-9][A-Za-z0-9.]*)", line).groups() for line in lines[1:])  # type: ignore[union-attr]


def test_a_module_says_what_it_is_for_and_stays_under_500_lines(subtests: pytest.Subtests) -> None:
    assert len(MODULES) > 200
    for module in MODULES:
        with subtests.test(module=module.relative_to(ROOT).as_posix()):
            text = module.read_text(encoding="utf-8")
            docstring = ast.get_docstring(ast.parse(text))
            assert docstring, "the first line of a module says what it is for"
            assert len(text.splitlines()) <= 500
            assert module.stem not in {"utils", "helpers", "common", "manager"}


def test_a_dependency_is_defended_and_its_version_pinned(subtests: pytest.Subtests) -> None:
    for package in requirements():
        with subtests.test(package=package):
            page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
            rows = [name_of(row.split("|")[1].strip()) for row in page.splitlines() if re.match(r"\| [A-Za-z]", row)]
            assert package in rows
            assert package in {name_of(pinned) for pinned in constraints()}


def test_upstream_pygame_is_nowhere_required():
    assert "pygame" not in requirements()
    assert "pygame" not in constraints()
    assert "pygame-ce" in requirements()


def test_every_room_stands_on_the_map_and_in_the_contract_of_layers():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    layers = " ".join(PROJECT["tool"]["importlinter"]["contracts"][0]["layers"])
    listed = set(re.findall(r"[\w.]+", layers))
    for place in (ROOT / "game").iterdir():
        room = place.stem if place.suffix == ".py" else place.name
        has_code = place.suffix == ".py" or any(place.rglob("*.py"))
        if not has_code or room in {"__init__", "__main__"}:
            continue
        assert f"game.{room}" in listed
        assert f"`game/{room}" in page
    assert "lessons" in listed


def test_no_file_names_a_package_registry_or_a_place_on_somebodys_machine():
    # Put together here, so that this file does not name them either. A path in a web address is no place on a machine.
    registries = "|".join(rf"{name}\.org" for name in ("pypi", "pythonhosted", "npmjs"))
    machines = "|".join(rf"(?<![\w./-])[/\\]{name}[/\\]" for name in ("work", "home", "root", "Users"))
    unwanted = re.compile(rf"{registries}|{machines}|\.\./shared")
    for file in TEXTS:
        found = unwanted.search(file.read_text(encoding="utf-8", errors="replace"))
        assert found is None, f"{file}: {found[0]}"


def test_links_between_documents_lead_somewhere(subtests: pytest.Subtests) -> None:
    assert len(DOCUMENTS) > 100
    for document in DOCUMENTS:
        with subtests.test(document=document.relative_to(ROOT).as_posix()):
            for target in re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8")):
                if "://" not in target:
                    assert (document.parent / target).exists(), f"{target} is not there"


def test_the_readme_names_the_two_commands_and_says_that_the_stories_are_drafts():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^    (python3 start\.py(?: tests)?)$", text, re.MULTILINE) == [
        "python3 start.py",
        "python3 start.py tests",
    ]
    assert "drafts" in text
    assert re.search(r"based on published evidence; it has not yet been\s+evaluated", text)
