"""Makes the Word and PowerPoint files of a lesson in English and Arabic, and has LibreOffice open and draw each.

    apt-get install libreoffice-writer libreoffice-impress
    python tests/tools/office_opens.py

Ends with 1 if one of them does not open, draws no page, or loses its title on the way.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which

from pypdf import PdfReader

LANGUAGES = ("en", "ar")
TITLE = "Free skins"


def make_packs(folder: Path) -> list[Path]:
    """The office files of one story's pack in each language, each under a name of its own."""
    files = []
    for language in LANGUAGES:
        words = ["lesson", "free-skins", "--to", "docx,pptx", "--lang", language, "-o", str(folder), "--json"]
        done = subprocess.run([sys.executable, "-m", "game", *words], check=True, capture_output=True, text=True)
        for made in json.loads(done.stdout)["files"]:
            path = Path(made["path"])
            files.append(path.rename(folder / f"{language}-{path.name}"))
    return files


def draw(files: list[Path], folder: Path) -> None:
    """Convert them all to PDF with one start of LibreOffice, whose settings lie in the folder, too."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder / "drawn")]
    subprocess.run([*words, *map(str, files)], check=True, capture_output=True, timeout=300)


def what_is_wrong(file: Path, folder: Path) -> str:
    """What came of a file: empty where it was drawn as it should be."""
    drawn = folder / "drawn" / f"{file.stem}.pdf"
    if not drawn.is_file():
        return "LibreOffice did not open it"
    pages = PdfReader(drawn).pages
    text = "".join(page.extract_text() for page in pages)
    if not text.strip():
        return "nothing is drawn on its pages"
    if file.suffix == ".pptx" and len(pages) < 20:
        return f"only {len(pages)} slides were drawn"
    is_english = file.name.startswith("en-")
    return "" if not is_english or TITLE in text else "its title is lost"


def main() -> int:
    """Check them all; say what was found."""
    if which("soffice") is None:
        sys.exit(
            "Office files cannot be checked: no `soffice` here. Install libreoffice-writer and libreoffice-impress."
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make_packs(folder)
        draw(files, folder)
        found = {file.name: wrong for file in files if (wrong := what_is_wrong(file, folder))}
    for file, wrong in found.items():
        print(f"{file}: {wrong}")
    print(f"{len(files)} files, {len(found)} wrong")
    return 1 if found or len(files) < 2 * 15 else 0


if __name__ == "__main__":
    sys.exit(main())
