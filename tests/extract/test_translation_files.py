import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from game.content.files.scenario_reader import read_scenario
from game.extract.compiling import compile_po
from game.extract.domains import DOMAINS, Domain, extract_words
from game.i18n.catalogues import catalogue_path, find_codes
from game.i18n.places import fits
from game.i18n.retelling import retell_scenario
from game.resources import checkout_folder, data_folder

LOCALES = data_folder("locales")
ROOT = checkout_folder() or Path()
CODES = find_codes(LOCALES)
FILES = [catalogue_path(LOCALES, code, domain.name) for code in CODES for domain in DOMAINS]
MEND = "run: python -m game.extract"


def name_of(file: Path) -> str:
    return file.relative_to(LOCALES).as_posix()


@cache
def read(file: Path) -> Catalog:
    """The catalogue in a file, which is read once: a test only looks at it."""
    with file.open("rb") as opened:
        return read_po(opened, abort_invalid=True)


def keys_of(catalog: Catalog) -> list[tuple[str | None, str | tuple[str, ...]]]:
    return [(message.context, message.id) for message in catalog if message.id]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Catalog]:
    """The texts as they are now, by domain."""
    folder = tmp_path_factory.mktemp("templates")
    catalogs = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for domain in DOMAINS:
            file = folder / f"{domain.name}.pot"
            CommandLineInterface().run(extract_words(domain, str(file)))
            catalogs[domain.name] = read(file)
    return catalogs


def test_spanish_french_and_arabic_have_begun():
    assert {"ar", "es", "fr"} <= set(CODES)


@pytest.mark.parametrize("domain", DOMAINS, ids=lambda one: one.name)
def test_the_template_holds_what_the_sources_hold_in_the_same_order(domain: Domain, fresh: dict[str, Catalog]):
    kept = read(ROOT / domain.template)
    assert set(keys_of(kept)) == set(keys_of(fresh[domain.name])), MEND
    if domain.name == "stories":
        assert keys_of(kept) == keys_of(fresh[domain.name]), MEND


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_catalogue_has_every_text_of_its_sources(file: Path, fresh: dict[str, Catalog]):
    there = set(keys_of(read(file)))
    missing = [key for key in keys_of(fresh[file.stem]) if key not in there]
    assert missing == [], MEND


def test_the_template_of_stories_is_in_story_order():
    kept = {key: number for number, key in enumerate(keys_of(read(ROOT / "locales/stories.pot")))}
    for file in sorted((ROOT / "scenarios").glob("*/scenario.yaml")):
        scenario = read_scenario(file).scenario
        assert scenario is not None
        told: list[tuple[str | None, str | tuple[str, ...]]] = []

        def note(context: str, text: str, steps: object, told: list[object] = told) -> str:
            told.append((context, text))
            return text

        retell_scenario(scenario, note)
        places = [kept[key] for key in dict.fromkeys(told)]
        assert places == sorted(places)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_translations_keep_the_places_of_their_sources(file: Path):
    for message in read(file):
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str):
            assert not message.string or fits(message.string, message.id), (message.context, message.id)
            continue
        for form in message.string:
            assert not form or fits(form, "".join(message.id), may_lack=("number",)), message.id


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_plural_is_translated_in_all_its_forms_or_in_none(file: Path):
    catalog = read(file)
    for message in catalog:
        if message.id and not isinstance(message.id, str):
            assert len(message.string) == catalog.num_plurals
            assert all(message.string) or not any(message.string), message.id


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_msgfmt_finds_nothing_wrong(file: Path):
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed (package gettext)")
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "-", str(file)], capture_output=True, check=False, env={"LC_ALL": "C.UTF-8"}
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_catalogue_says_that_it_is_a_draft_until_a_native_reviewer_signed(file: Path):
    head = read(file).header_comment
    assert "DRAFT" in head
    assert "child protection" in head


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_catalogue_compiles(file: Path):
    assert compile_po(file.read_bytes(), file.parent.parent.name)[:4] == b"\xde\x12\x04\x95"


def test_arabic_has_its_six_forms_in_the_order_that_every_tool_uses():
    assert "n%100>=11 ? 4 : 5" in read(catalogue_path(LOCALES, "ar", "game")).plural_expr
