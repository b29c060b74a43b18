"""The shelf of stories: cards for the picker at once, every story's check later, a story itself when it is opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.story_files import find_left_out, find_stories
from game.content.story_index import IndexEntry, StoryIndex, read_index, write_index
from game.content.story_words import is_told_as_it_is, look_at_signs, tell_card, without_unsigned
from game.content.verdict_stamp import verdict_stamp
from game.errors import ScenarioError, UnknownStoryError
from game.i18n.catalogues import Catalogues
from game.resources import checkout_folder, data_folder
from game.story.model import BANDS, Scenario
from game.story.values import StoryCard

if TYPE_CHECKING:
    from game.content.files.catalogue import Catalogue

GATED_SIGNS = frozenset(
    ("threat_blackmail", "known_person", "older_romance", "ai_fake", "camera_ask", "secret_recording")
)
"""Signs whose drafts an adult reads first (content rule H7), as with hidden tiles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A story that is not offered, the line of its file, and why."""

    path: Path
    line: int
    reason: str


class Library:
    """Stories of several folders, the game's own first; of two with the same id the first counts.

    A warm index makes `cards` cost no more than looking at the files' times and sizes: nothing here imports the YAML
    reader before a file has to be read, or opens a catalogue before `refresh`.
    """

    def __init__(
        self,
        content_folders: Sequence[Path],
        index_file: Path | None,
        *,
        prebuilt_index: Path | None = None,
        catalogues: Catalogues | None = None,
    ) -> None:
        """Find the story files. `prebuilt_index` was made by `build_index` for the first folder, the game's own.

        Cards are told in the languages of `catalogues`; without them what the index knows of languages stays as it is.
        """
        self.folders = tuple(content_folders)
        self._index_file = index_file
        self._catalogues = catalogues
        self._stamp = verdict_stamp()
        index = read_index(index_file, self._stamp) if index_file else StoryIndex()
        self._prebuilt = read_index(prebuilt_index, PREBUILT) if prebuilt_index else StoryIndex()
        self._entries: dict[str, IndexEntry] = dict(index.entries)
        self._signs = dict(self._prebuilt.signs or index.signs)
        self._files: dict[Path, tuple[int, int]] = {}
        self._pending: list[Path] = []
        self._scenarios: dict[str, Scenario] = {}
        self._catalogue: Catalogue | None = None
        self.rescan()

    def rescan(self) -> None:
        """Look at the folders again, and note which files are new or changed."""
        self._files = {file: _version_of(file) for folder in self.folders for file in find_stories(folder)}
        self._pending = [file for file in self._files if self._known(file) is None]

    def refresh(self) -> Iterator[Path]:
        """Check the new and changed files, one a step; each step yields the file, whose card is there from then on.

        Then the same for those of which a translation is new, changed or gone.
        """
        changed = self._look_at_signs() or bool(self._pending)
        while self._pending:
            file = self._pending[0]
            entry = self._tell(file, _check(file, self._load_catalogue()))
            self._entries[entry.path] = entry
            self._files[file] = (entry.mtime_ns, entry.size)
            self._forget(entry.path)
            self._pending.pop(0)
            yield file
        for file in self._told_otherwise():
            entry = self._tell(file, self._entries[_key(file)])
            self._entries[entry.path] = entry
            changed = True
            yield file
        present = {_key(file) for file in self._files}
        gone = [key for key in self._entries if key not in present and _is_below(key, self.folders)]
        for key in gone:
            del self._entries[key]
        if self._index_file and (changed or gone):
            write_index(self._index_file, self._stamp, StoryIndex(self._entries, self._signs))

    def read_all(self) -> None:
        """Check everything that is new or changed, now."""
        for _ in self.refresh():
            pass

    def cards(self) -> tuple[StoryCard, ...]:
        """Return the stories that may be offered: by band, level and title, boosters last."""
        cards = self._cards_by_id().values()
        order = {band: number for number, band in enumerate(BANDS)}
        return tuple(sorted(cards, key=lambda card: (order[card.band], card.kind != "story", card.level, card.title)))

    def refused(self) -> tuple[Refusal, ...]:
        """Return the stories that are not offered, with the reason."""
        refusals: list[Refusal] = []
        owners: dict[str, Path] = {}
        for file in self._files:
            entry = self._known(file)
            if entry is None:
                continue
            if entry.card is None:
                refusals.append(Refusal(path=file, line=entry.line, reason=entry.reason))
            elif entry.card.id in owners:
                reason = f"Another story has the id `{entry.card.id}` already: {owners[entry.card.id]}."
                refusals.append(Refusal(path=file, line=entry.line, reason=reason))
            else:
                owners[entry.card.id] = file
        left_out = (one for folder in self.folders for one in find_left_out(folder))
        return (*refusals, *(Refusal(path=one.file, line=1, reason=one.reason) for one in left_out))

    def path(self, id: str) -> Path:
        """Return a story's file.

        Raises UnknownStoryError where no story has this id, ScenarioError where one has, and errors keep it back.
        """
        card = self._cards_by_id().get(id)
        if card is None:
            close = get_close_matches(id, self._cards_by_id(), n=1)
            hint = f"Did you mean `{close[0]}`?" if close else "`looktwice list` shows the stories."
            refused = next((one for one in self.refused() if one.path.parent.name == id), None)
            if refused is not None:
                message = f"The story `{id}` has an error and is not offered: {refused.reason}"
                raise ScenarioError(
                    message, where=f"{refused.path}:{refused.line}", hint="`looktwice check` shows all."
                )
            raise UnknownStoryError(f"There is no story `{id}`", hint=hint)
        return Path(card.path)

    def scenario(self, id: str) -> Scenario:
        """Return a story, read when first asked for and kept in memory. Raises ScenarioError where that fails."""
        if id not in self._scenarios:
            from game.content.files.scenario_reader import read_scenario

            file = self.path(id)
            reading = read_scenario(file)
            if reading.scenario is None or reading.has_errors or reading.scenario.id != id:
                message = f"The story `{id}` cannot be read any more"
                hint = "`looktwice check` says what is wrong."
                raise ScenarioError(message, where=file, hint=hint, diagnostics=reading.diagnostics)
            self._scenarios[id] = reading.scenario
        return self._scenarios[id]

    def _cards_by_id(self) -> dict[str, StoryCard]:
        cards: dict[str, StoryCard] = {}
        for file in self._files:
            entry = self._known(file)
            if entry is not None and entry.card is not None:
                cards.setdefault(entry.card.id, without_unsigned(entry.card, self._signs))
        return cards

    def _known(self, file: Path) -> IndexEntry | None:
        """Return what is known of a file as it was found; None where it is new or changed."""
        version = self._files[file]
        entry = self._entries.get(_key(file))
        if entry is not None and (entry.mtime_ns, entry.size) == version:
            return entry
        if self._prebuilt.entries and file.parent.parent == self.folders[0]:
            made = self._prebuilt.entries.get(file.parent.name)
            if made is not None and made.size == version[1] and made.card is not None:
                return replace(made, card=replace(made.card, path=_key(file)))
        return None

    def _tell(self, file: Path, entry: IndexEntry) -> IndexEntry:
        """Return an entry with its card in other languages; without catalogues it says that nobody looked."""
        if self._catalogues is None:
            return replace(entry, translations=None)
        from game.content.files.scenario_reader import read_scenario

        return tell_card(entry, file.parent, self._catalogues, lambda: read_scenario(file).scenario)

    def _told_otherwise(self) -> Sequence[Path]:
        """Return the files of which a translation is another than the index knows; those of a wheel never change."""
        if self._catalogues is None:
            return ()
        known = ((file, self._entries.get(_key(file))) for file in self._files)
        return [file for file, entry in known if entry and not is_told_as_it_is(entry, file.parent, self._catalogues)]

    def _look_at_signs(self) -> bool:
        """Look in which languages the signs are whole; return whether that is news. A wheel knows it."""
        if self._catalogues is None or self._prebuilt.signs:
            return False
        before, self._signs = self._signs, look_at_signs(self._signs, self._catalogues)
        return before != self._signs

    def _forget(self, path: str) -> None:
        """Drop a story from memory whose file was read anew."""
        kept = {card.id for card in self._cards_by_id().values() if card.path != path}
        self._scenarios = {id: one for id, one in self._scenarios.items() if id in kept}

    def _load_catalogue(self) -> "Catalogue":
        if self._catalogue is None:
            from game.content.shipped import load_catalogue

            self._catalogue = load_catalogue().catalogue
        return self._catalogue


INDEX_NAME = "index.json"
PREBUILT = "prebuilt"
PREBUILT_NAME = "index.json"


def open_library(
    more_folders: Sequence[Path] = (), home: Path | None = None, *, catalogues: Catalogues | None = None
) -> Library:
    """Return the shelf of the game's own stories and those of more folders, with its index in the user's folder.

    A damaged or missing index is made anew by `refresh`; without a home, or with one that cannot be written, it stays
    in memory. Cards are told in the languages of `catalogues`. Raises ResourceError where the game's own stories are
    missing.
    """
    own = data_folder("scenarios")
    prebuilt = own / PREBUILT_NAME if checkout_folder() is None else None
    index = home / INDEX_NAME if home is not None else None
    return Library((own, *more_folders), index, prebuilt_index=prebuilt, catalogues=catalogues)


def build_index(folder: Path, file: Path, catalogues: Catalogues | None = None) -> bool:
    """Check the stories of the game's own folder and write their index for a wheel: known by name and size.

    The cards in it are told in the languages of `catalogues`, which lie in that folder.
    """
    library = Library([folder], None, catalogues=catalogues)
    library.read_all()
    entries = [
        replace(one, path=name, mtime_ns=0, card=one.card and replace(one.card, path=""))
        for one in library._entries.values()  # noqa: SLF001 - the shelf of this very module
        for name in [Path(one.path).parent.name]
    ]
    return write_index(file, PREBUILT, StoryIndex({one.path: one for one in entries}, library._signs))  # noqa: SLF001


def make_card(scenario: Scenario, path: Path) -> StoryCard:
    """Return what the picker shows of a story."""
    has_tile = any(message.hidden for _, message in scenario.messages())
    is_delicate = has_tile or bool(GATED_SIGNS.intersection(scenario.teaches.signs))
    return StoryCard(
        id=scenario.id,
        title=scenario.title,
        band=scenario.band,
        kind=scenario.kind,
        level=scenario.level,
        minutes=scenario.minutes,
        about=scenario.about,
        content_note=scenario.content_note,
        picture=scenario.friend.picture,
        is_draft=scenario.is_draft,
        signs=scenario.teaches.signs,
        methods=scenario.teaches.methods,
        needs_gate=scenario.is_draft and is_delicate,
        path=str(path),
    )


def _key(file: Path) -> str:
    return str(file.absolute())


def _version_of(file: Path) -> tuple[int, int]:
    """Return a file's time in ns and its size in bytes; zeros where it cannot be looked at."""
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


def _is_below(key: str, folders: Sequence[Path]) -> bool:
    parents = {str(parent) for parent in Path(key).parents}
    return any(str(folder.absolute()) in parents for folder in folders)


def _check(file: Path, catalogue: "Catalogue") -> IndexEntry:
    """Read and check one file; the time and size are those from before the reading."""
    from game.content.checks import check_reading
    from game.content.files.scenario_reader import read_scenario

    mtime_ns, size = _version_of(file)
    reading = read_scenario(file)
    error = next((one for one in check_reading(reading, catalogue) if one.is_error), None)
    key = _key(file)
    if error is not None or reading.scenario is None:
        reason = error.message if error else "The story cannot be read."
        line = error.span.line if error else 1
        return IndexEntry(path=key, mtime_ns=mtime_ns, size=size, reason=reason, line=line)
    return IndexEntry(path=key, mtime_ns=mtime_ns, size=size, card=make_card(reading.scenario, Path(key)))
