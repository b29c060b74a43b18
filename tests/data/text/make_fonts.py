"""Cut the fonts of `samples.yaml` down to its characters; run by hand, never by a test.

    python -m venv fonts-venv
    fonts-venv/bin/pip install fonttools==4.* pyyaml pylopdf-fonts-he==0.1.1 pylopdf-fonts-zh-cn==0.1.1
    fonts-venv/bin/pip install fontpkg-noto-sans-devanagari==2.7 fontpkg-noto-sans-thai==2.2
    fonts-venv/bin/python tests/data/text/make_fonts.py

All forms and joinings of those characters are kept. The whole fonts would be 20 MB for every run of the tests.
"""

import importlib
import unicodedata
from pathlib import Path

import yaml
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
SOURCES = {
    "NotoSansHebrew-Samples.ttf": ("pylopdf_fonts_he", "NotoSansHebrew-Variable.ttf"),
    "NotoSansDevanagari-Samples.ttf": ("fontpkg_noto_sans_devanagari", "files/NotoSansDevanagari[wdth,wght].ttf"),
    "NotoSansSC-Samples.ttf": ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    "NotoSansThai-Samples.ttf": ("fontpkg_noto_sans_thai", "files/NotoSansThai[wdth,wght].ttf"),
}
LICENCE = ("fontpkg_noto_sans_thai", "LICENSE")


def find(package: str, file: str) -> Path:
    """A file of an installed package."""
    (folder,) = importlib.import_module(package).__path__
    return Path(folder) / file


def cut(source: Path, target: Path, characters: str) -> str:
    """Write a font with these characters and all that shaping makes of them; return whose font it is."""
    font = TTFont(source, recalcTimestamp=False)
    if "fvar" in font:
        axes = {"wght": 400, "wdth": 100}
        font = instancer.instantiateVariableFont(font, {a.axisTag: axes[a.axisTag] for a in font["fvar"].axes})
    options = subset.Options(layout_features=["*"], notdef_outline=True, glyph_names=False, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    missing = {one for one in characters if one.isprintable()} - {chr(code) for code in font.getBestCmap()}
    if missing:
        raise SystemExit(f"{source.name} does not have: {' '.join(sorted(missing))}")
    font.save(target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")
    return f"{target.name}: {font['name'].getDebugName(0)}"


def main() -> None:
    """Make all of them, and put their licence beside them."""
    samples = yaml.safe_load((HERE / "samples.yaml").read_text("utf-8"))
    owners = []
    for name, (package, file) in SOURCES.items():
        texts = [text for script in samples.values() if script["font"] == name for text in script["texts"]]
        # A shaper may take a letter apart, such as Thai's sara am.
        parts = [unicodedata.normalize("NFKD", text) for text in texts]
        characters = "".join(sorted(set("".join(texts + parts))))
        owners.append(cut(find(package, file), HERE / "fonts" / name, characters))
    terms = find(*LICENCE).read_text("utf-8").partition("\n")[2]
    (HERE / "fonts" / "OFL-Noto.txt").write_text("\n".join(owners) + "\n" + terms, "utf-8")


if __name__ == "__main__":
    main()
