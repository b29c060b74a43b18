"""The languages there are, and their catalogues: of the screens, and of each story, the signs and practice."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal, Protocol

from game.i18n.formats import ENGLISH, Formats, read_formats
from game.i18n.places import fits
from game.i18n.pseudo import PSEUDO_LOCALES, PseudoCatalogue
from game.i18n.translator import Translator

SOURCE = "en"
SCREENS = "game"
"""The domain of the screens' sentences, and of those that screens and pages share."""
MARK = "looktwice"
"""The context of what the compiler of this project notes in a catalogue beside the translations."""
PROGRESS, WHOLE_PARTS = "progress", "complete"
"""What is noted: how many entries are translated of how many, and the parts of which none is missing."""
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
            translations.add_fallback(_Nothing())
        parts = translations.pgettext(MARK, WHOLE_PARTS) if translations is not None else ""
        self._complete = frozenset(parts.split())

    def find(self, context: str, text: str) -> str | None:
        """The text in the language; None where it is not translated, or not in a way that may be shown."""
        if not isinstance(self._translations, GNUTranslations):
            return None
        found = self._translations.pgettext(context, text)
        return found if found and fits(found, text) else None

    def is_complete(self, part: str) -> bool:
        """Whether the compiler found every entry of this part translated."""
        return part in self._complete


class _Nothing(NullTranslations):
    """Says nothing where the catalogue has nothing."""

    def pgettext(self, context: str, message: str) -> str:
        return ""


class Catalogues:
    """Reads each language's files when it is first asked for, and says in `problems` what could not be read.

    In a checkout `compile_po` turns a changed PO file into the MO file beside it (or into memory, where nothing can be
    written there). Whatever is wrong with the files of a language, its sentences are English then.
    """

    def __init__(
        self, folder: Path | None, compile_po: CompilePo | None = None, *, scenarios: Path | None = None
    ) -> None:
        """Look for languages in a folder; without one there is English only.

        `scenarios` is the folder of the game's own stories, signs and practice, each with its translations.
        """
        self.problems: list[str] = []
        self._folder = folder
        self._scenarios = scenarios
        self._compile_po = compile_po
        self._formats: dict[str, Formats] = {}
        self._translators: dict[tuple[str, str], Translator] = {}
        self._stories: dict[tuple[str, str, Path | None], StoryCatalogue] = {}

    def find_languages(self) -> tuple[Locale, ...]:
        """Return English and every language that has a catalogue of the screens, by code."""
        codes = [code for code in find_codes(self._folder) if code != SOURCE] if self._folder else []
        return tuple(self.locale(code) for code in (SOURCE, *codes))

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
            self._stories[key] = CompiledStories(self._read_story(code, part, folder))
        return self._stories[key]

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

    def _make_translator(self, code: str, domain: str) -> Translator:
        if code in PSEUDO_LOCALES:
            formats = PSEUDO_LOCALES[code]
            return Translator(code, PseudoCatalogue(code), formats.rtl, formats)
        translations = None if code == SOURCE else self._read(code, domain)
        if translations is None:
            return Translator(formats=self.load_formats(SOURCE))
        if domain != SCREENS and (screens := self._read(code, SCREENS)) is not None:
            translations.add_fallback(screens)
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
        return self._read_file(catalogue_path(self._folder, code, domain), code)

    def _read_story(self, code: str, part: str, folder: Path | None) -> GNUTranslations | None:
        if folder is None and self._scenarios is not None:
            folder = self._scenarios / part
        return self._read_file(story_catalogue_path(folder, code), code) if folder and is_code(code) else None

    def _read_file(self, po: Path, code: str) -> GNUTranslations | None:
        """Return a catalogue out of its MO file, compiled before where its PO file is newer; None where that fails."""
        mo = po.with_suffix(".mo")
        po_time, mo_time = _time_of(po), _time_of(mo)
        can_compile = self._compile_po is not None and po_time is not None
        if mo_time is not None and not (can_compile and po_time is not None and po_time > mo_time):
            translations = self._parse(mo, _bytes_of(mo), is_last=not can_compile)
            if translations is not None and (not can_compile or translations.pgettext(MARK, PROGRESS) != PROGRESS):
                return translations
        if not can_compile or self._compile_po is None:
            return None
        content = _bytes_of(po)
        try:
            compiled = self._compile_po(content, code)
        except ValueError as problem:
            self._note(f"{po} cannot be used, so that part of {code} is shown in English: {problem}")
            return None
        write_catalogue(mo, compiled)
        return self._parse(po, compiled)

    def _parse(self, file: Path, content: bytes, *, is_last: bool = True) -> GNUTranslations | None:
        try:
            return GNUTranslations(BytesIO(content))
        except Exception as problem:  # noqa: BLE001, RUF100 - the reader of the standard library raises whatever it met
            if is_last:
                reason = f"{type(problem).__name__}: {problem}"
                self._note(f"{file} cannot be used, so that part of the language is shown in English: {reason}")
            return None

    def _note(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)


def catalogue_path(folder: Path, language: str, domain: str, suffix: str = ".po") -> Path:
    """Return where a language's catalogue of the screens or of lessons lies in a folder of locales."""
    return folder / language / f"{domain}{suffix}"


def story_catalogue_path(folder: Path, language: str, suffix: str = ".po") -> Path:
    """Return where a language's catalogue lies in the folder of a story, of the signs or of a band's practice."""
    return folder / "locales" / f"{language}{suffix}"


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
    draft = file.with_name(f".{os.getpid()}.{file.name}")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    except OSError:
        _remove((draft,))
        return False
    return True


def _progress_of(translations: GNUTranslations | None) -> tuple[int, int]:
    if translations is None:
        return 0, 0
    done, _, total = translations.pgettext(MARK, PROGRESS).partition("/")
    return (int(done), int(total)) if done.isdecimal() and total.isdecimal() else (0, 0)


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            continue


def _time_of(file: Path) -> int | None:
    try:
        return file.stat().st_mtime_ns
    except (OSError, ValueError):
        return None


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
