"""What is wrong with the translations that lie with a story and its guide, the signs or a practice, as findings."""

from pathlib import Path

from game.content.files.guide_reader import read_guide
from game.content.format.diagnostics import Diagnostic, find
from game.content.format.spans import whole_file
from game.content.story_files import GUIDE_FILE
from game.extract.translated_texts import Texts, texts_of_guide, texts_of_scenario
from game.extract.translation_checks import check_words_of
from game.i18n.catalogues import Catalogues, SourceStories, find_story_files, is_code
from game.i18n.glossary import COLUMNS, read_glossary
from game.i18n.scenario_translation import missing_lines
from game.story.model import Scenario

_HINT = "Mend it in a PO editor, or take it away: the story is told in English where it has none."


class _NoWords(SourceStories):
    """A language in which nothing is there, to count what a story says."""

    def find(self, context: str, text: str) -> str | None:
        return None


def check_translations(
    folder: Path,
    part: str,
    catalogues: Catalogues,
    *,
    scenario: Scenario | None = None,
    texts: Texts | None = None,
    shown: str | None = None,
) -> tuple[tuple[Diagnostic, ...], int]:
    """Return every finding about the PO files in the folder of a story or another part, and how many files there are.

    `part` is the story's id, "signs" or "practice/<band>"; of a story, `scenario` says which texts it has, of another
    part `texts`. `shown` is the name that findings give the folder. Never raises.
    """
    if scenario is not None:
        texts = texts_of_scenario(scenario)
    files = find_story_files(folder)
    found: list[Diagnostic] = []
    for file in files:
        where = whole_file(f"{shown or folder}/locales/{file.name}")
        sentences = _sentences(file, folder, part, catalogues, scenario)
        found.extend(find("translation-file", where, sentence, _HINT) for sentence in sentences)
        if texts is not None and is_code(file.stem) and catalogues.count_story_lines(file.stem, part, folder)[0]:
            told = texts(catalogues.load_story_catalogue(file.stem, part, folder))
            found += check_words_of(told, catalogues.load_glossary(file.stem), where)
        # No guide is read a second time where nothing of it is translated.
        if scenario is not None and is_code(file.stem) and catalogues.count_guide_lines(file.stem, part, folder)[0]:
            guide = read_guide(folder / GUIDE_FILE, scenario).guide
            if guide is not None:
                told = texts_of_guide(guide, scenario.band)(catalogues.load_story_catalogue(file.stem, part, folder))
                found += check_words_of(told, catalogues.load_glossary(file.stem), where)
    return tuple(found), len(files)


def check_glossary(file: Path, shown: str | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a language's glossary. Never raises."""
    try:
        read_glossary(file)
    except ValueError as problem:
        where = whole_file(shown or str(file))
        message = f"This glossary cannot be used: {str(problem).rstrip('.')}."
        return (find("translation-file", where, message, f"Its first line is {','.join(COLUMNS)}."),)
    return ()


def check_translation_file(
    file: Path,
    catalogues: Catalogues,
    *,
    scenario: Scenario | None,
    texts: Texts | None = None,
    shown: str | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with one PO file in the folder of a story. Never raises."""
    folder = file.absolute().parent.parent
    part = scenario.id if scenario is not None else folder.name
    found, _ = check_translations(folder, part, catalogues, scenario=scenario, texts=texts, shown=shown)
    return tuple(one for one in found if one.span.path.endswith(f"/{file.name}"))


def _sentences(
    file: Path, folder: Path, part: str, catalogues: Catalogues, scenario: Scenario | None
) -> tuple[str, ...]:
    if not is_code(file.stem):
        return ("The name of this file is no language's code, such as es or pt_BR.",)
    told = len(catalogues.problems)
    catalogue = catalogues.load_story_catalogue(file.stem, part, folder)
    problems = tuple(one.replace(str(file), "This file") for one in catalogues.problems[told:])
    if problems or scenario is None:
        return problems
    done, _ = catalogues.count_story_lines(file.stem, part, folder)
    if done and missing_lines(scenario, catalogue) == missing_lines(scenario, _NoWords()):
        return (f"None of the {done} translated texts in this file is a text of this story.",)
    return ()
