"""The languages there are, and their catalogues: of the screens, and of each story, the signs and practice."""

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from game.atomic_file import read_small, replace_file
from game.errors import SaveError
from game.i18n.formats import ENGLISH, Formats, read_formats
from game.i18n.places import fits
from game.i18n.pseudo import PSEUDO_LOCALES, PseudoCatalogue
from game.i18n.translator import SilentCatalogue, Translator

if TYPE_CHECKING:
    from game.i18n.glossary import Term

SOURCE = "en"
SCREENS = "game"
"""The domain of the screens' sentences, and of those that screens and pages share."""
MARK = "looktwice"
"""The context of what the compiler of this project notes in a catalogue beside the translations."""
PROGRESS, GUIDE_PROGRESS, WHOLE_PARTS, PARTS = "progress", "progress of the guide", "complete", "parts"
"""What is noted: how many entries are translated of how many, the same of a story's guide (which counts apart), the
parts of which none is missing, and all parts."""
MOST_BYTES = 1024 * 1024
"""Of one catalogue; the largest of the game's own has an eighth of that."""
_MOST_NAMED, _LONGEST_NAME = 3, 40
CompilePo = Callable[[bytes, str], bytes]
"""Makes the compiled catalogue out of a PO file's bytes and its language; raises ValueError where that fails."""


@dataclass(frozen=True, slots=True)
class Locale:
    """A language: the name of its folder in `locales`, what it calls itself, and which way it is written."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"


class StoryCatalogue(Protocol):
    """The texts of one story, of the signs or of a band's practice in a language."""

    def find(self, context: str, text: str) -> str | None:
        """The text in the language; None where it is not translated, or not in a way that may be shown."""
        ...

    def is_complete(self, part: str) -> bool:
        """Whether the file lacks nothing of the story (its id), of "signs" or of "practice/<band>"."""
        ...


class SourceStories:
    """The stories as they were written."""

    def find(self, context: str, text: str) -> str | None:
        """The text itself."""
        return text

    def is_complete(self, part: str) -> bool:
        """Nothing is missing."""
        return True


class CompiledStories:
    """A catalogue out of a file; an empty one where the file is missing or broken."""

    def __init__(self, translations: GNUTranslations | None) -> None:
        """Take over what was read; missing entries are told apart from those that equal their source."""
        self._translations = translations or NullTranslations()
        if translations is not None:
            translations.add_fallback(SilentCatalogue())
        whole, there = (translations.pgettext(MARK, key) if translations else "" for key in (WHOLE_PARTS, PARTS))
        self._complete = frozenset(whole.split())
        self.parts = tuple(one for one in there.split() if one != "-")
        """What the entries of the file belong to; nothing where another tool compiled it."""

    def find(self, context: str, text: str) -> str | None:
        """The text in the language; None where it is not translated, or not in a way that may be shown."""
        if not isinstance(self._translations, GNUTranslations):
            return None
        found = self._translations.pgettext(context, text)
        return found if found and fits(found, text) else None

    def is_complete(self, part: str) -> bool:
        """Whether the compiler found every entry of this part translated."""
        return part in self._complete


class Catalogues:
    """Reads each language's files when it is first asked for, and says in `problems` what could not be read.

    In a checkout `compile_po` turns a changed PO file into the MO file beside it, or into memory where nothing can be
    written there, and in an own story's folder, which is the author's. Whatever is wrong with the files of a language,
    its sentences are English then.
    """

    def __init__(
        self,
        folder: Path | None,
        compile_po: CompilePo | None = None,
        *,
        scenarios: Path | None = None,
        is_built: bool = False,
    ) -> None:
        """Look for languages in a folder; without one there is English only.

        `scenarios` is the folder of the game's own stories, signs and practice, each with its translations. `is_built`
        says that the game's own catalogues were compiled when it was built, and are taken as they are.
        """
        self.problems: list[str] = []
        self._folder = folder
        self._scenarios = scenarios
        self._compile_po = compile_po
        self._is_built = is_built
        self._formats: dict[str, Formats] = {}
        self._translators: dict[tuple[str, str], Translator] = {}
        self._stories: dict[tuple[str, str, Path | None], StoryCatalogue] = {}

    def find_languages(self) -> tuple[Locale, ...]:
        """Return English and every language that has a catalogue of the screens, by code."""
        return tuple(self.locale(code) for code in (SOURCE, *sorted(self._codes)))

    def locale(self, code: str) -> Locale:
        """Return a language by its code, pseudo-locales too; its code is its name where nobody tells another."""
        formats = self.load_formats(code)
        return Locale(code, formats.name, "rtl" if formats.rtl else "ltr")

    def load_formats(self, code: str) -> Formats:
        """Return how a language writes numbers and dates: as English where its file is missing or broken."""
        if code in PSEUDO_LOCALES:
            return PSEUDO_LOCALES[code]
        if code not in self._formats:
            self._formats[code] = self._read_formats(code)
        return self._formats[code]

    def load_glossary(self, code: str) -> "tuple[Term, ...]":
        """Return what a language has for the project's terms; nothing where its glossary is missing or broken."""
        if self._folder is None or not is_code(code):
            return ()
        from game.i18n.glossary import glossary_path, read_glossary

        file = glossary_path(self._folder, code)
        try:
            return read_glossary(file)
        except ValueError as problem:
            self._note(f"{file} cannot be used: {str(problem).rstrip('.')}.")
            return ()

    def load_translator(self, code: str, domain: str = SCREENS) -> Translator:
        """Return the sentences of the screens (of another domain: of "lessons") in a language.

        What a domain does not have is looked up among the screens' sentences: labels that pages share with screens
        stand there, once. All are English for a language whose catalogue of the domain is not there or is broken.
        """
        if (code, domain) not in self._translators:
            self._translators[code, domain] = self._make_translator(code, domain)
        return self._translators[code, domain]

    def load_story_catalogue(self, code: str, part: str, folder: Path | None = None) -> StoryCatalogue:
        """Return the texts of a story (its id), of "signs" or of "practice/<band>" in a language.

        `folder` is where the part lies, the game's own without one. An empty catalogue where there is none, or a broken
        one.
        """
        if code == SOURCE:
            return SourceStories()
        if code in PSEUDO_LOCALES:
            return PseudoCatalogue(code)
        key = (code, part, folder)
        if key not in self._stories:
            stories = CompiledStories(self._read_story(code, part, folder))
            self._stories[key] = stories
            foreign = [one for one in stories.parts if one != part and not one.endswith(f"/{part}")]
            place = self._part_folder(part, folder)
            if foreign and place is not None:
                file, owners = story_catalogue_path(place, code), _names(foreign)
                self._note(f"{file} holds texts of {owners}, and lies with {_names([part])}: they are left out.")
        return self._stories[key]

    def story_versions(self, part: str, folder: Path | None = None) -> dict[str, str]:
        """Return the languages whose catalogue lies with a story, the signs or a practice, each with its version.

        The catalogues are not opened. Parts and `folder` are those of `load_story_catalogue`.
        """
        place = self._part_folder(part, folder)
        return find_story_versions(place, self._codes) if place is not None else {}

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(find_codes(self._folder)) - {SOURCE} if self._folder else frozenset()

    def share_translated(self, code: str, domain: str) -> float:
        """Return how much of a catalogue is translated, from 0 to 1; what holds no sentence at all is 0."""
        if code == SOURCE:
            return 1.0
        done, total = _progress_of(self._read(code, domain))
        return done / total if total else 0.0

    def count_story_lines(self, code: str, part: str, folder: Path | None = None) -> tuple[int, int]:
        """Return how many texts of a story, of the signs or of a practice are translated, and how many its file has.

        Both are 0 where there is no file, or a broken one. Parts and `folder` are those of `load_story_catalogue`.
        """
        return _progress_of(self._read_story(code, part, folder))

    def count_guide_lines(self, code: str, part: str, folder: Path | None = None) -> tuple[int, int]:
        """Return how many texts of a story's guide are translated, and how many its story's file has of it."""
        return _progress_of(self._read_story(code, part, folder), GUIDE_PROGRESS)

    def _make_translator(self, code: str, domain: str) -> Translator:
        if code in PSEUDO_LOCALES:
            formats = PSEUDO_LOCALES[code]
            return Translator(code, PseudoCatalogue(code), formats.rtl, formats)
        translations = None if code == SOURCE else self._read(code, domain)
        if translations is None:
            return Translator(formats=self.load_formats(SOURCE))
        if domain != SCREENS and (screens := self._read(code, SCREENS)) is not None:
            translations.add_fallback(screens)
        translations.add_fallback(SilentCatalogue())
        formats = self.load_formats(code)
        return Translator(code, translations, formats.rtl, formats)

    def _read_formats(self, code: str) -> Formats:
        file = self._folder / code / "format.json" if self._folder and is_code(code) else None
        if file is None or _time_of(file) is None:
            return ENGLISH if code == SOURCE else Formats(code=code, name=code)
        try:
            return read_formats(file, code)
        except ValueError as problem:
            self._note(f"{file} cannot be used, so numbers and dates are written as in English: {problem}")
            return ENGLISH if code == SOURCE else Formats(code=code, name=code)

    def _read(self, code: str, domain: str) -> GNUTranslations | None:
        if self._folder is None or not is_code(code):
            return None
        return self._read_file(catalogue_path(self._folder, code, domain), code, is_own=True)

    def _part_folder(self, part: str, folder: Path | None) -> Path | None:
        return folder or (self._scenarios / part if self._scenarios is not None else None)

    def _read_story(self, code: str, part: str, folder: Path | None) -> GNUTranslations | None:
        place = self._part_folder(part, folder)
        if place is None or not is_code(code):
            return None
        is_own = self._scenarios is not None and place.is_relative_to(self._scenarios)
        return self._read_file(story_catalogue_path(place, code), code, is_own=is_own)

    def _read_file(self, po: Path, code: str, *, is_own: bool) -> GNUTranslations | None:
        """Return a catalogue out of its MO file, compiled before where its PO file is newer; None where that fails.

        `is_own` says that the file belongs to the game, which may then keep what it compiled.
        """
        mo = po.with_suffix(".mo")
        po_time, mo_time = _time_of(po), _time_of(mo)
        compile_po = None if po_time is None or (is_own and self._is_built) else self._compile_po
        if mo_time is not None and (compile_po is None or po_time is None or po_time <= mo_time):
            translations = self._parse(mo, code, is_last=compile_po is None)
            if translations is not None and (compile_po is None or translations.pgettext(MARK, PROGRESS) != PROGRESS):
                return translations
        if compile_po is None:
            return None
        try:
            compiled = compile_po(_read_catalogue(po), code)
        except (ValueError, SaveError) as problem:
            self._refuse(po, code, problem)
            return None
        if is_own:
            write_catalogue(mo, compiled)
        return self._parse(po, code, compiled)

    def _parse(
        self, file: Path, code: str, content: bytes | None = None, *, is_last: bool = True
    ) -> GNUTranslations | None:
        """Return what is in a compiled catalogue (in `file`, unless its content is given); None where it is broken."""
        try:
            return GNUTranslations(BytesIO(_read_catalogue(file) if content is None else content))
        except Exception as problem:  # noqa: BLE001, RUF100 - the reader of the standard library raises whatever it met
            if is_last:
                self._refuse(file, code, problem)
            return None

    def _refuse(self, file: Path, code: str, problem: Exception) -> None:
        reason = problem.message if isinstance(problem, SaveError) else str(problem)
        if not isinstance(problem, ValueError | SaveError):
            reason = f"{type(problem).__name__}: {reason}"
        self._note(f"{file} cannot be used, so that part of {code} is shown in English: {reason.rstrip('.')}.")

    def _note(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)


def catalogue_path(folder: Path, language: str, domain: str, suffix: str = ".po") -> Path:
    """Return where a language's catalogue of the screens or of lessons lies in a folder of locales."""
    return folder / language / f"{domain}{suffix}"


def story_catalogue_path(folder: Path, language: str, suffix: str = ".po") -> Path:
    """Return where a language's catalogue lies in the folder of a story, of the signs or of a band's practice."""
    return folder / "locales" / f"{language}{suffix}"


def find_story_files(folder: Path) -> tuple[Path, ...]:
    """Return the PO files in the folder of a story, of the signs or of a practice, by name."""
    try:
        with os.scandir(folder / "locales") as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(".po"))
    except (OSError, ValueError):
        return ()
    return tuple(folder / "locales" / name for name in names)


def find_story_versions(folder: Path, codes: Collection[str]) -> dict[str, str]:
    """Return those of the languages whose catalogue lies in the folder of a story, each with its file's version.

    A version tells one state of a file from the next: it is its time and its size.
    """
    versions: dict[str, str] = {}
    try:
        with os.scandir(folder / "locales") as entries:
            # A PO file comes after the MO file beside it, and counts.
            for entry in sorted(entries, key=lambda entry: entry.name):
                code, _, suffix = entry.name.partition(".")
                if suffix in ("po", "mo") and code in codes:
                    status = entry.stat()
                    versions[code] = f"{status.st_mtime_ns:x}-{status.st_size:x}"
    except (OSError, ValueError):
        return versions
    return versions


def find_codes(folder: Path) -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue of the screens, in order."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if is_code(entry.name) and entry.is_dir())
    except OSError:
        return ()
    return tuple(
        name for name in names if any(_time_of(catalogue_path(folder, name, SCREENS, end)) for end in (".po", ".mo"))
    )


def is_code(text: str) -> bool:
    """Whether a text can be a language's code, and so the name of a folder: es, pt_BR, zh_Hant."""
    return 0 < len(text) <= 20 and text.isascii() and text.replace("_", "").isalnum()


def write_catalogue(file: Path, content: bytes) -> bool:
    """Write a compiled catalogue in one step; return whether that could be done."""
    try:
        replace_file(file, content)
    except OSError:
        return False
    return True


def _progress_of(translations: GNUTranslations | None, mark: str = PROGRESS) -> tuple[int, int]:
    if translations is None:
        return 0, 0
    done, _, total = translations.pgettext(MARK, mark).partition("/")
    return (int(done), int(total)) if done.isdecimal() and total.isdecimal() else (0, 0)


def _names(ids: Sequence[str]) -> str:
    shown = [f"`{id if len(id) <= _LONGEST_NAME else id[:_LONGEST_NAME] + '…'}`" for id in ids[:_MOST_NAMED]]
    return ", ".join(shown) + (f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else "")


def _time_of(file: Path) -> int | None:
    try:
        return file.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


def _read_catalogue(file: Path) -> bytes:
    """Return a catalogue's bytes. Raises ValueError where they are too many, SaveError where they cannot be read."""
    content = read_small(file, MOST_BYTES) or b""
    if len(content) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES // 1024} KiB")
    return content
