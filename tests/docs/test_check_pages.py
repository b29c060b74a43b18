"""Every kind of finding has its page in docs/checks, and every example on a page is what the page says it is."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli import check
from game.cli.main import main
from game.content.format.slugs import SLUGS
from game.content.shipped import CATALOGUE_FILES
from game.resources import data_folder

PAGES = Path(__file__).parents[2] / "docs" / "checks"
EXAMPLE = PAGES / "example"
SECTIONS = ["What it means", "Why", "Wrong", "Right"]
ALWAYS_THERE = {"draft"}
"""The example story is signed by nobody, and may not pretend to be."""

PACK = "pack/"
"""Stories beside one another, as the game's own are: what is found of them is found without a PATH."""
PACK_ALWAYS_THERE = {*ALWAYS_THERE, "cue-level"}

STORY = "free-sail/scenario.yaml"
"""Checked by itself: a changed story makes findings in its guide and its play-through too, as it should."""
WHOLE_FILE = "# The whole file:\n"

Out = pytest.CaptureFixture[str]
_MARK = re.compile(r"⟦(?:U\+([0-9A-F]{4})|byte ([0-9A-F]{2})|(\d+) more letters)⟧")


@dataclass(frozen=True)
class Page:
    """A page taken apart: its lines above the sections, the sections, and the example file that it changes."""

    head: str
    sections: dict[str, str]
    file: str

    @property
    def is_of_pack(self) -> bool:
        """Whether it is about several stories."""
        return self.file.startswith(PACK)

    def block(self, section: str) -> tuple[str, str]:
        """Return the language and the text of the example in a section."""
        found = re.findall(r"^```(\w+)\n(.*?)^```$", self.sections[section], re.M | re.S)
        assert len(found) == 1, f"{section}: one example, not {len(found)}"
        language, text = found[0]
        return language, text


def read_page(slug: str) -> Page:
    text = (PAGES / f"{slug}.md").read_text(encoding="utf-8")
    head, *rest = re.split(r"^## (.+)\n", text, flags=re.M)
    found = re.search(r"^Found in: .*\(`example/(.+)`\)$", head, re.M)
    assert found is not None, "the head says in which example file it is found"
    return Page(head, dict(zip(rest[::2], rest[1::2], strict=True)), found.group(1))


def put_marks(text: str) -> bytes:
    """Write what cannot be printed, and stands on the page as a mark."""

    def byte_of(match: re.Match[str]) -> str:
        character, byte, letters = match.groups()
        if letters:
            return "x" * int(letters)
        return chr(int(character, 16)) if character else chr(0xDC00 + int(byte, 16))

    return _MARK.sub(byte_of, text).encode("utf-8", "surrogateescape")


def lay_out(page: Page, section: str, folder: Path) -> Path:
    """Copy the example into a folder, as a section of the page has it; return what is to be checked."""
    language, block = page.block(section)
    source = EXAMPLE / page.file
    beginning = EXAMPLE / PACK if page.is_of_pack else EXAMPLE
    if language == "text":
        for line in block.splitlines():
            place = folder / line
            (place if line.endswith("/") else place.parent).mkdir(parents=True, exist_ok=True)
            if not line.endswith("/"):
                beside = beginning / line
                shutil.copy(beside if beside.is_file() else source, place)
        return folder if page.is_of_pack else folder / block.splitlines()[0].partition("/")[0]
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    if page.file == STORY:
        (folder / "free-sail" / "guide.yaml").unlink()
        shutil.rmtree(folder / "free-sail" / "plays")
    file, text = folder / page.file, source.read_text(encoding="utf-8")
    if block.startswith(WHOLE_FILE):
        text = block
    else:
        right, wrong = (re.split(r"^\.\.\.\n", page.block(name)[1], flags=re.M) for name in ("Right", "Wrong"))
        assert len(right) == len(wrong), "both examples leave out the same"
        for before, after in zip(right, wrong, strict=True):
            there = before if before in text else after
            assert text.count(there) == 1, f"this stands once in {page.file}:\n{there}"
            text = text.replace(there, after if section == "Wrong" else before)
    file.write_bytes(put_marks(text))
    if page.is_of_pack:
        return folder / PACK
    return folder / "free-sail" if page.file == STORY else file


def slugs_found(path: Path, capsys: Out) -> set[str]:
    capsys.readouterr()
    assert main(["check", "--json", str(path)]) in (0, 1)
    return {one["slug"] for one in json.loads(capsys.readouterr().out)["findings"]}


def slugs_of_pack(folder: Path, capsys: Out) -> set[str]:
    """What is found in a folder of scenarios if it is the game's own."""
    shipped = data_folder("scenarios")
    for name in CATALOGUE_FILES:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(shipped / name, folder / name)
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "data_folder", lambda name: folder if name == "scenarios" else data_folder(name))
        assert main(["check", "--json"]) in (0, 1)
    findings = json.loads(capsys.readouterr().out)["findings"]
    return {one["slug"] for one in findings if Path(one["path"]).is_relative_to(folder)}


def test_every_kind_of_finding_has_a_page(subtests: pytest.Subtests) -> None:
    for slug in SLUGS:
        with subtests.test(slug=slug):
            page = read_page(slug)
            assert page.head.splitlines()[0] == f"# {slug}"
            assert re.search(rf"^Found in: .*\b{SLUGS[slug].severity}\b", page.head, re.M)
            assert list(page.sections) == SECTIONS
            assert all(len(page.sections[name].split()) >= 8 for name in ("What it means", "Why"))


def test_there_is_no_page_of_an_unknown_kind_and_the_list_names_them_all() -> None:
    names = {file.stem for file in PAGES.glob("*.md")}
    assert names == {*SLUGS, "README", "rules"}
    listed = re.findall(r"^\| \[([\w-]+)\]\(\1\.md\) \|", (PAGES / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(SLUGS)


def test_the_wrong_example_has_this_finding_and_no_other(
    tmp_path: Path, capsys: Out, subtests: pytest.Subtests
) -> None:
    for slug in SLUGS:
        with subtests.test(slug=slug):
            page = read_page(slug)
            there = lay_out(page, "Wrong", tmp_path / slug)
            if page.is_of_pack:
                assert slugs_of_pack(there, capsys) - (PACK_ALWAYS_THERE - {slug}) == {slug}
            else:
                assert slugs_found(there, capsys) - (ALWAYS_THERE - {slug}) == {slug}


def test_the_right_example_is_free_of_this_finding(tmp_path: Path, capsys: Out, subtests: pytest.Subtests) -> None:
    for slug in SLUGS:
        with subtests.test(slug=slug):
            page = read_page(slug)
            there = lay_out(page, "Right", tmp_path / slug)
            found = slugs_of_pack(there, capsys) if page.is_of_pack else slugs_found(there, capsys)
            assert slug not in found


@pytest.mark.parametrize(
    "path", ["free-sail", "practice", "signs/signs.yaml", "facts.yaml", "wordings.yaml", "helplines.csv"]
)
def test_the_whole_example_has_nothing_wrong_in_it(path: str, capsys: Out) -> None:
    assert slugs_found(EXAMPLE / path, capsys) == (ALWAYS_THERE if path == "free-sail" else set())


def test_the_whole_example_of_a_pack_has_nothing_wrong_in_it(tmp_path: Path, capsys: Out) -> None:
    shutil.copytree(EXAMPLE / PACK, tmp_path, dirs_exist_ok=True)
    assert slugs_of_pack(tmp_path, capsys) == PACK_ALWAYS_THERE


def test_explaining_a_finding_prints_its_page(capsys: Out) -> None:
    assert main(["check", "--explain", "dead-end"]) == 0
    assert capsys.readouterr().out == (PAGES / "dead-end.md").read_text(encoding="utf-8")
    assert main(["check", "--json", "--explain", "dead-end"]) == 0
    assert json.loads(capsys.readouterr().out)["page"].startswith("# dead-end\n")


def test_explaining_an_unknown_finding_asks_whether_a_known_one_was_meant(capsys: Out) -> None:
    assert main(["check", "--explain", "dead-ends"]) == 2
    assert "Did you mean `dead-end`?" in capsys.readouterr().err


def test_the_pages_lie_where_the_program_looks_for_them() -> None:
    assert data_folder("checks") == PAGES
