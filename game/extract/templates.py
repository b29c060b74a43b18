"""Writes the POT files, and brings the catalogues of every language in step with them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from game.extract.domains import SCREENS, Domain, extract_words, find_domains
from game.extract.formats import write_formats
from game.extract.in_step import Repeats, bring_in_step
from game.extract.po_files import WIDTH, read_words, write_words
from game.i18n.catalogues import SOURCE, find_codes

DRAFT_NOTE = """\
{name} translations for Look Twice.
Copyright (C) The Look Twice authors
This file is distributed under the same licence as the English texts: CC BY 4.0.

DRAFT, awaiting review by a native speaker who knows child protection.
Nobody has checked this language yet.
Nothing sexual, nothing that blames or frightens a child. Use the words that
child helplines of your language use. Keep every {{place}} in braces as it is.
Invented names may be written in your script, the same way everywhere.
locales/README.md says how to work with this file."""
# Babel's own form for Arabic gives 11-99 the last place and 100-102 the one before; every other tool has them in the
# order of CLDR (zero, one, two, few, many, other), and so have translators.
_PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
_CREATED = re.compile(rb'^"POT-Creation-Date: .*\n', re.MULTILINE)


def update_templates(root: Path) -> tuple[str, ...]:
    """Extract the domains that have a POT file; return the files whose content changed (a new date is no change).

    `root` is the checkout, and has to be the current folder: pybabel writes paths as they are given.
    """
    changed = []
    for domain in find_domains(root):
        if domain.template is None:
            continue
        file = root / domain.template
        before = file.read_bytes() if file.is_file() else b""
        _run(extract_words(domain, domain.template))
        if _without_date(file.read_bytes()) == _without_date(before):
            file.write_bytes(before)
        else:
            changed.append(domain.template)
    return tuple(changed)


def update_catalogues(root: Path) -> tuple[str, ...]:
    """Bring each language's catalogues in step with the English, making those that are missing; return the codes.

    `root` is the checkout, and has to be the current folder.
    """
    codes = find_codes(root / "locales")
    for code in (SOURCE, *codes):
        write_formats(root / "locales", code)
    return update_domains(root, find_domains(root))


def update_domains(root: Path, domains: Iterable[Domain]) -> tuple[str, ...]:
    """Do what `update_catalogues` does, for some of the catalogues: repeats are then looked for in these alone."""
    codes = find_codes(root / "locales")
    wanted = tuple(domains)
    with TemporaryDirectory() as folder:
        templates = {domain: _template_of(domain, folder) for domain in wanted}
        for code in codes:
            for domain in wanted:
                if not (root / domain.catalogue(code)).is_file():
                    _begin_catalogue(root, code, domain, templates[domain])
            catalogs = {domain: read_words(root / domain.catalogue(code), code) for domain in wanted}
            repeats = Repeats()
            for domain, catalog in catalogs.items():
                repeats.add(domain, catalog)
            for domain, catalog in catalogs.items():
                bring_in_step(catalog, read_words(root / templates[domain]), domain, repeats)
                write_words(root / domain.catalogue(code), catalog)
    return codes


def add_language(root: Path, code: str) -> None:
    """Begin the catalogue of the screens of a language that has none; `update_catalogues` then begins the others.

    Raises ValueError for a code that CLDR does not know.
    """
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(code)
    except UnknownLocaleError as problem:
        raise ValueError(f"CLDR knows no language {code!r}: write it as es, pt_BR or zh_Hant.") from problem
    if not (root / SCREENS.catalogue(code)).is_file():
        _begin_catalogue(root, code, SCREENS, str(SCREENS.template))


def _template_of(domain: Domain, folder: str) -> str:
    """Return where a domain's template lies; one that is not kept is made in a folder."""
    if domain.template is not None:
        return domain.template
    template = Path(folder) / f"{domain.name.replace('/', '-')}.pot"
    _run(extract_words(domain, str(template)))
    if not domain.source.startswith("scenarios/"):
        # An own story's catalogue is given away with it, and does not tell where on somebody's disk it lay. Babel puts
        # isolates around a path with a blank in it.
        prefix, isolates = f"{domain.source}/", str.maketrans("", "", "\u2068\u2069")
        lines = template.read_text(encoding="utf-8").split("\n")
        shorter = (one.translate(isolates).replace(prefix, "") if one.startswith("#: ") else one for one in lines)
        template.write_text("\n".join(shorter), encoding="utf-8", newline="\n")
    return str(template)


def _begin_catalogue(root: Path, code: str, domain: Domain, template: str) -> None:
    from babel import Locale
    from babel.messages.pofile import read_po, write_po

    with (root / template).open("rb") as file:
        catalog = read_po(file, locale=code)
    name = Locale.parse(code).get_language_name("en") or code
    catalog.locale = Locale.parse(code)
    catalog.header_comment = "\n".join(f"# {line}".rstrip() for line in DRAFT_NOTE.format(name=name).splitlines())
    catalog.fuzzy = False
    catalog.last_translator = "awaiting a native reviewer <>"
    catalog.language_team = f"{name} <>"
    catalog.version = "1"
    catalog.revision_date = datetime.now(UTC)
    if code in _PLURAL_FORMS:
        catalog.mime_headers = [("Plural-Forms", _PLURAL_FORMS[code])]
    target = root / domain.catalogue(code)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        write_po(out, catalog, width=WIDTH)


def _run(words: list[str]) -> None:
    from babel.messages.frontend import CommandLineInterface

    CommandLineInterface().run(words)  # type: ignore[no-untyped-call]


def _without_date(content: bytes) -> bytes:
    return _CREATED.sub(b"", content)
