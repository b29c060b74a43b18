"""Make the bundled fonts again from the packages that carry them; run by hand, never by the game.

    python -m venv fonts-venv
    fonts-venv/bin/pip install fonttools==4.* fontpkg-fredoka==2.1 fontpkg-lexend==1.7
    fonts-venv/bin/pip install fontpkg-ibm-plex-sans-arabic==1.101
    fonts-venv/bin/python assets/fonts/make_fonts.py

`npm` fetches the packages of the text face and of the Arabic title face, `apt-get` the one of the emoji (on Debian 12).
The last step writes `coverage.json`: which characters each font can draw.
"""

import importlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
NPM_FILES = {
    "@expo-google-fonts/atkinson-hyperlegible-next@0.4.1": {
        "package/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf": "AtkinsonHyperlegibleNext-Regular.ttf",
        "package/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf": "AtkinsonHyperlegibleNext-Bold.ttf",
        "package/LICENSE_FONT": "OFL-AtkinsonHyperlegibleNext.txt",
    },
    "@expo-google-fonts/baloo-bhaijaan-2@0.4.2": {
        "package/600SemiBold/BalooBhaijaan2_600SemiBold.ttf": "BalooBhaijaan2-SemiBold.ttf",
        "package/LICENSE_FONT": "OFL-BalooBhaijaan2.txt",
    },
}
PACKAGE_FILES = {
    "fontpkg_ibm_plex_sans_arabic": {
        "files/IBMPlexSansArabic-Regular.ttf": "IBMPlexSansArabic-Regular.ttf",
        "files/IBMPlexSansArabic-Bold.ttf": "IBMPlexSansArabic-Bold.ttf",
        "LICENSE": "OFL-IBMPlexSansArabic.txt",
    },
    "fontpkg_fredoka": {"LICENSE": "OFL-Fredoka.txt"},
    "fontpkg_lexend": {"LICENSE": "OFL-Lexend.txt"},
}
CUTS = {
    "Fredoka-SemiBold.ttf": ("fontpkg_fredoka", "files/Fredoka[wdth,wght].ttf", {"wght": 600, "wdth": 100}),
    "Lexend-Regular.ttf": ("fontpkg_lexend", "files/Lexend[wght].ttf", {"wght": 400}),
    "Lexend-Bold.ttf": ("fontpkg_lexend", "files/Lexend[wght].ttf", {"wght": 700}),
}
EMOJI_PACKAGE = "fonts-noto-color-emoji"
EMOJI_SOURCE = "usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
EMOJI_LICENCE = f"usr/share/doc/{EMOJI_PACKAGE}/copyright"
EMOJI_FILE = "NotoColorEmoji-Stories.ttf"
EMOJI = (
    "😀😄😅😂🤣😊🙂🙃😉😍😎🤔😮😢😭😡😱😴🥳😬🙄😇🤗👍👎👏🙏🙌💪👋"
    "👀❤💔💙💚💛💜⭐✨🔥🎉🎁🎮🏆⚽🎨🎵🍕🚀🐱🐶👻🤖🌵☔💬📱🔒✅❌"
    "❗❓"
)
"""What stories may use, with the skin tones of the hands among them."""
SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
JOINERS = "\u200d\ufe0e\ufe0f"


def unpack_npm_packages(target: Path) -> None:
    """Copy files of npm packages, unchanged, into `target`."""
    for package, files in NPM_FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            (archive,) = Path(folder).glob("*.tgz")
            with tarfile.open(archive) as members:
                for inside, name in files.items():
                    source = members.extractfile(inside)
                    assert source is not None, inside
                    (target / name).write_bytes(source.read())


def folder_of(package: str) -> Path:
    """The folder of an installed font package."""
    return Path(str(importlib.import_module(package).__file__)).parent


def copy_package_files(target: Path) -> None:
    """Copy files of Python packages, unchanged, into `target`."""
    for package, files in PACKAGE_FILES.items():
        for inside, name in files.items():
            (target / name).write_bytes((folder_of(package) / inside).read_bytes())


def cut_variable_faces(target: Path) -> None:
    """Cut static fonts out of variable ones into `target`."""
    for name, (package, source, place) in CUTS.items():
        # the font keeps its own date, so that the same source gives the same bytes
        font = TTFont(folder_of(package) / source, recalcTimestamp=False)
        instancer.instantiateVariableFont(font, place, updateFontNames=True).save(target / name)


def take_emoji(target: Path) -> None:
    """Take the emoji of stories, with all that is joined from them, into `target`, and the package's licence text."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["apt-get", "download", EMOJI_PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = folder.glob("*.deb")
        subprocess.run(["dpkg-deb", "-x", archive, folder / "unpacked"], check=True)
        options = subset.Options()
        options.layout_closure = True
        options.recalc_timestamp = False
        font = subset.load_font(folder / "unpacked" / EMOJI_SOURCE, options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=EMOJI + SKIN_TONES + JOINERS)
        subsetter.subset(font)
        subset.save_font(font, target / EMOJI_FILE, options)
        (target / "OFL-NotoColorEmoji.txt").write_bytes((folder / "unpacked" / EMOJI_LICENCE).read_bytes())


def write_coverage(target: Path) -> None:
    """Write which characters each font has: first and last code point of each range."""
    coverage = {}
    for path in sorted(target.glob("*.ttf")):
        ranges: list[list[int]] = []
        for code in sorted(TTFont(path).getBestCmap()):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
        coverage[path.name] = ranges
    rows = [f"{json.dumps(name)}: {json.dumps(ranges, separators=(',', ':'))}" for name, ranges in coverage.items()]
    (target / "coverage.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


if __name__ == "__main__":
    unpack_npm_packages(HERE)
    copy_package_files(HERE)
    cut_variable_faces(HERE)
    take_emoji(HERE)
    write_coverage(HERE)
