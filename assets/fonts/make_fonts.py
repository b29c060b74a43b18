"""Make the bundled fonts again from the packages that carry them; run by hand, never by the game.

    python -m venv fonts-venv
    fonts-venv/bin/pip install fonttools==4.* fontpkg-fredoka==2.1
    fonts-venv/bin/python assets/fonts/make_fonts.py

`npm` fetches the package with the text face; `fontpkg-fredoka` carries the variable title face.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

import fontpkg_fredoka
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
TEXT_PACKAGE = "@expo-google-fonts/atkinson-hyperlegible-next@0.4.1"
TEXT_FILES = {
    "package/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf": "AtkinsonHyperlegibleNext-Regular.ttf",
    "package/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf": "AtkinsonHyperlegibleNext-Bold.ttf",
    "package/LICENSE_FONT": "OFL-AtkinsonHyperlegibleNext.txt",
}
TITLE_SOURCE = "files/Fredoka[wdth,wght].ttf"
TITLE_FILE = "Fredoka-SemiBold.ttf"


def unpack_text_face(target: Path) -> None:
    """Copy the two static cuts of the text face and their licence, unchanged, into `target`."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", TEXT_PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as members:
            for inside, name in TEXT_FILES.items():
                source = members.extractfile(inside)
                assert source is not None, inside
                (target / name).write_bytes(source.read())


def cut_title_face(target: Path) -> None:
    """Cut the variable title face at weight 600, width 100, with its licence, into `target`."""
    package = Path(fontpkg_fredoka.__file__).parent
    # the font keeps its own date, so that the same source gives the same bytes
    font = TTFont(package / TITLE_SOURCE, recalcTimestamp=False)
    cut = instancer.instantiateVariableFont(font, {"wght": 600, "wdth": 100}, updateFontNames=True)
    cut.save(target / TITLE_FILE)
    (target / "OFL-Fredoka.txt").write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    unpack_text_face(HERE)
    cut_title_face(HERE)
