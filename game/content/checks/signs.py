"""The rules of signs.yaml: families and look-alikes, what entries refer to, and words that children can read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.checks.file_speech import signs_for, signs_speech
from game.content.checks.language import check_contacts, check_invisible_characters
from game.content.checks.reading_grade import check_reading_grade
from game.content.checks.registry import CheckOf, run_checks
from game.content.files.list_reading import ListReading
from game.content.files.signs_reader import FAMILIES
from game.content.format.diagnostics import Diagnostic, find, name_or_list
from game.content.format.entry_list import EntryList
from game.content.format.field_reader import FoundText
from game.content.format.source_text import SourceText
from game.content.format.yaml_nodes import Map
from game.content.words.rules import check_words
from game.content.words.text_rules import find_long_lines
from game.story.model import BANDS, Sign

_CAP = 18
_SIMPLE_CAP = 12


@dataclass(frozen=True, slots=True)
class SignsSubject:
    """The entries of signs.yaml, and what they may refer to: nothing is said of a kind of which nothing is known."""

    entries: EntryList
    figures: Sequence[str]
    pictures: frozenset[str]

    @property
    def texts(self) -> tuple[FoundText, ...]:
        """Every text of the file."""
        return self.entries.texts

    @property
    def source(self) -> SourceText | None:
        """The file as it was written."""
        return self.entries.document.source


def check_families(subject: SignsSubject) -> Iterator[Diagnostic]:
    """The six families come first."""
    entries = subject.entries
    families = [values["id"] for _, values in entries.entries if "kind" in values]
    missing = [id for id in FAMILIES if id not in families]
    if missing and entries.document.root is not None:
        message = f"The families {', '.join(missing)} are missing."
        yield find(
            "family-missing", entries.spans.value(0), message, "They are the first six entries, with `kind: family`."
        )
    for index, values in entries.entries:
        if "kind" in values and values["id"] not in FAMILIES:
            message = f"`{values['id']}` is no family."
            yield find(
                "family-missing", entries.spans.value(index, "id"), message, name_or_list(values["id"], FAMILIES)
            )
        elif "kind" in values and index >= len(FAMILIES) and not missing:
            message = "The six families come before all signs."
            yield find("family-missing", entries.spans.value(index, "id"), message, "Move it up.")


def check_sign_lookalikes(subject: SignsSubject) -> Iterator[Diagnostic]:
    """Every sign has a look-alike, all but the threat."""
    entries = subject.entries
    for index, values in entries.entries:
        if "kind" in values:
            continue
        if values["id"] == "threat_blackmail" and values["lookalike"]:
            where = entries.spans.key(index, "lookalike")
            yield find("lookalike-threat", where, "A threat has no harmless look-alike.", "Take it out.")
        if values["id"] != "threat_blackmail" and not entries.spans.has(index, "lookalike"):
            where = entries.spans.value(index, "id")
            hint = "Add something harmless that resembles it, so that children learn to tell apart."
            yield find("missing-key", where, "This sign has no `lookalike`.", hint)


def check_sign_references(subject: SignsSubject) -> Iterator[Diagnostic]:
    """Every picture is drawn, and every figure stands in facts.yaml."""
    entries, figures, pictures = subject.entries, subject.figures, subject.pictures
    drawn = [name.removeprefix("signs/") for name in sorted(pictures) if name.startswith("signs/")]
    for index, values in entries.entries:
        if drawn and values["picture"] not in drawn:
            where = entries.spans.value(index, "picture")
            message = f"There is no picture of the sign `{values['picture']}`."
            yield find("unknown-picture", where, message, name_or_list(values["picture"], drawn))
        for number, figure in enumerate(values.get("figures") or ()):
            if figures and figure and figure not in figures:
                where = entries.spans.value(index, "figures", number)
                message = f"There is no figure `{figure}` in facts.yaml."
                yield find("unknown-figure", where, message, name_or_list(figure, figures))


def check_sign_lengths(subject: SignsSubject) -> Iterator[Diagnostic]:
    """Sentences are short, and shorter still in the wording for 8-10 (D3)."""
    entries = subject.entries
    simple_lines = set()
    root = entries.document.root
    for node in getattr(root, "items", ()):
        simple = node.get("simple") if isinstance(node, Map) else None
        if isinstance(simple, Map):
            simple_lines |= {id(entry.value) for entry in simple.entries.values()}
    simple_texts = [found for found in entries.texts if id(found.text) in simple_lines]
    other_texts = [found for found in entries.texts if id(found.text) not in simple_lines]
    yield from find_long_lines(simple_texts, subject.source, _SIMPLE_CAP, "in `simple`")
    yield from find_long_lines(other_texts, subject.source, _CAP, "for a sign")


def check_sign_grades(subject: SignsSubject) -> Iterator[Diagnostic]:
    """Each band can read its signs (D2); nothing is said of the older bands where it is too hard for a younger one."""
    too_hard = (tuple(check_reading_grade(signs_for(subject.entries, band))) for band in BANDS)
    yield from next((found for found in too_hard if found), ())


SIGN_CHECKS: tuple[CheckOf[SignsSubject], ...] = (
    check_families,
    check_sign_lookalikes,
    check_sign_references,
    check_sign_lengths,
    check_sign_grades,
    check_invisible_characters,
    check_contacts,
)


def check_signs(
    reading: ListReading[Sign], *, figures: Sequence[str] = (), pictures: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """Return every finding about signs that were read, those of the reading included, in file order.

    `figures` are the known ids of facts, `pictures` the drawn pictures; where they are empty, such references are not
    checked.
    """
    found = run_checks(SIGN_CHECKS, SignsSubject(reading.entries, figures, pictures))
    return reading.with_more((*found, *check_words(signs_speech(reading.entries))))
