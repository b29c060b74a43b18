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
from game.extract.domains import Domain, extract_words, find_domains
from game.extract.in_step import is_of_guide
from game.i18n.catalogues import catalogue_path, find_codes
from game.i18n.places import fits
from game.i18n.retelling import retell_scenario
from game.resources import checkout_folder, data_folder

LOCALES = data_folder("locales")
ROOT = checkout_folder() or Path()
CODES = find_codes(LOCALES)
DOMAINS = find_domains(ROOT)
FILES = [(ROOT / domain.catalogue(code), domain, code) for code in CODES for domain in DOMAINS]
PATHS = [file for file, _, _ in FILES]
MEND = "run: python -m game.extract"


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


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
            file = folder / f"{domain.name.replace('/', '-')}.pot"
            CommandLineInterface().run(extract_words(domain, str(file)))
            catalogs[domain.name] = read(file)
    return catalogs


def test_spanish_french_and_arabic_have_begun():
    assert {"ar", "es", "fr"} <= set(CODES)


@pytest.mark.parametrize("domain", [one for one in DOMAINS if one.template], ids=lambda one: one.name)
def test_a_template_that_is_kept_holds_what_the_sources_hold(domain: Domain, fresh: dict[str, Catalog]):
    assert set(keys_of(read(ROOT / str(domain.template)))) == set(keys_of(fresh[domain.name])), MEND


@pytest.mark.parametrize(("file", "domain", "code"), FILES, ids=[name_of(file) for file in PATHS])
def test_a_catalogue_has_every_text_of_its_sources(file: Path, domain: Domain, code: str, fresh: dict[str, Catalog]):
    there, texts = keys_of(read(file)), keys_of(fresh[domain.name])
    assert set(texts) <= set(there), MEND
    if domain.is_of_scenarios:
        texts.sort(key=lambda key: is_of_guide(key[0]))
        assert there == texts, f"a catalogue is in story order, then has the guide, and holds nothing else; {MEND}"


def test_every_catalogue_lies_where_the_game_looks_for_it():
    found = [*LOCALES.rglob("*.po"), *data_folder("scenarios").rglob("*.po")]
    assert sorted(found) == sorted(PATHS)


def test_what_is_extracted_from_a_story_is_in_story_order(fresh: dict[str, Catalog]):
    for file in sorted((ROOT / "scenarios").glob("*/scenario.yaml")):
        kept = {key: number for number, key in enumerate(keys_of(fresh[file.parent.name]))}
        scenario = read_scenario(file).scenario
        assert scenario is not None
        told: list[tuple[str | None, str | tuple[str, ...]]] = []

        def note(context: str, text: str, steps: object, told: list[object] = told) -> str:
            told.append((context, text))
            return text

        retell_scenario(scenario, note)
        places = [kept[key] for key in dict.fromkeys(told)]
        assert places == sorted(places)


@pytest.mark.parametrize("file", PATHS, ids=name_of)
def test_translations_keep_the_places_of_their_sources(file: Path):
    for message in read(file):
        if not message.id or message.fuzzy:
            continue
        if isinstance(message.id, str):
            assert not message.string or fits(message.string, message.id), (message.context, message.id)
            continue
        for form in message.string:
            assert not form or fits(form, "".join(message.id), may_lack=("number",)), message.id


@pytest.mark.parametrize("file", PATHS, ids=name_of)
def test_a_plural_is_translated_in_all_its_forms_or_in_none(file: Path):
    catalog = read(file)
    for message in catalog:
        if message.id and not isinstance(message.id, str):
            assert len(message.string) == catalog.num_plurals
            assert all(message.string) or not any(message.string), message.id


@pytest.mark.parametrize("file", PATHS, ids=name_of)
def test_msgfmt_finds_nothing_wrong(file: Path):
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not installed (package gettext)")
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "-", str(file)], capture_output=True, check=False, env={"LC_ALL": "C.UTF-8"}
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


@pytest.mark.parametrize("file", PATHS, ids=name_of)
def test_a_catalogue_says_that_it_is_a_draft_until_a_native_reviewer_signed(file: Path):
    head = read(file).header_comment
    assert "DRAFT" in head
    assert "child protection" in head


@pytest.mark.parametrize(("file", "domain", "code"), FILES, ids=[name_of(file) for file in PATHS])
def test_a_catalogue_compiles(file: Path, domain: Domain, code: str):
    assert compile_po(file.read_bytes(), code)[:4] == b"\xde\x12\x04\x95"


def test_arabic_has_its_six_forms_in_the_order_that_every_tool_uses():
    assert "n%100>=11 ? 4 : 5" in read(catalogue_path(LOCALES, "ar", "game")).plural_expr
