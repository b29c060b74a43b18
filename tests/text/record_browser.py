"""Record how a browser breaks, orders and joins the samples; run by hand, never by a test.

    python tests/text/record_browser.py [--pictures FOLDER]

Needs the program `chromium`. It writes tests/data/text/<script>.json; with `--pictures` also one picture a script and
width, the browser on the left and the game on the right. Widths are moved until the browser breaks the same at widths
a little smaller and larger, so that no rounding of a letter decides, and until it breaks no number or address at its
signs: there each browser has rules of its own, and the game keeps them whole. Forms of single languages are switched
off in the browser, for pygame does not tell its shaper the language.
"""

import argparse
import base64
import html
import json
import os
import subprocess
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from samples import FOLDER, GAME, STYLE, Script, draw_lines, read_scripts

from game.resources import font_path

WIDTHS = (110, 170, 250)
GAP = 24
GAME_FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "IBMPlexSansArabic-Regular.ttf", "NotoColorEmoji-Stories.ttf")
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--virtual-time-budget=60000",
)
STYLES = """
body {{ margin: 0; background: white; color: black; }}
p {{ font: {size}px/{line}px {fonts}; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; line-break: strict;
    text-spacing-trim: space-all; text-autospace: no-autospace; font-feature-settings: "locl" 0; }}
"""
LOOK = r"""
const clusters = text => [...new Intl.Segmenter("en", {granularity: "grapheme"}).segment(text)];
function look(p, text, width) {
    p.style.width = width + "px";
    const node = p.firstChild, lines = [];
    for (const {segment, index} of clusters(text)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
        const rect = rects.at(-1);
        const newline = /^[\r\n]+$/.test(segment);
        let line = lines.at(-1);
        // A space that hangs has a place of its own in the next line at most; only ink begins a line.
        const ink = rect && !/^[\s]+$/.test(segment);
        if (!line || line.over || (ink && line.top !== null && rect.top > line.top + 8)) {
            line = {start: index, end: index, top: null, over: false, ink: []};
            lines.push(line);
        }
        line.end = index + segment.length;
        line.over = newline;
        if (ink) {
            line.top = rect.top;
            line.ink.push([rect.left, rect.right, index]);
        }
    }
    return lines.map(line => ({
        start: line.start, end: line.end,
        order: line.ink.toSorted((a, b) => a[0] + a[1] - b[0] - b[1]).map(one => one[2]),
        width: line.ink.length
            ? Math.max(...line.ink.map(one => one[1])) - Math.min(...line.ink.map(one => one[0])) : 0,
    }));
}
const breaks = lines => lines.map(line => line.end).join();
const own = (text, line) => /^([!-~][!-/:-@]|[!-/:-@][!-~])$/.test(text.slice(line.end - 1, line.end + 1));
function steady(p, text, wanted) {
    for (let margin = 0.035; margin > 0.005; margin /= 2) {
        for (let width = wanted; width < 1.6 * wanted; width += 1) {
            const lines = look(p, text, width);
            const near = [-1, -0.5, 0.5, 1].map(part => look(p, text, width * (1 + margin * part)));
            if (near.every(one => breaks(one) === breaks(lines)) && !lines.some(line => own(text, line)))
                return {width, lines};
        }
    }
    throw new Error("no steady width near " + wanted + " for: " + text);
}
async function main() {
    await Promise.all([...document.fonts].map(font => font.load()));
    const found = [];
    for (const p of document.querySelectorAll("p")) {
        const text = p.firstChild.data;
        const seen = [];
        for (const width of WIDTHS) seen.push(steady(p, text, Math.max(width, 10 + (seen.at(-1)?.width ?? 0))));
        found.push({text, seen});
    }
    document.body.textContent = "";
    const pre = document.createElement("pre");
    pre.textContent = "RECOR" + "DED" + JSON.stringify(found) + "DONE";
    document.body.append(pre);
}
main().catch(error => document.body.textContent = error);
"""


def style_sheet(script: Script) -> str:
    """The fonts of a script inside of the page, and its measures."""
    files = [font_path(one) for one in GAME_FONTS] if script.font == GAME else [FOLDER / "fonts" / script.font]
    faces = [
        f"@font-face {{ font-family: F{number}; src: url(data:font/ttf;base64,"
        f"{base64.b64encode(file.read_bytes()).decode()}); }}"
        for number, file in enumerate(files)
    ]
    fonts = ", ".join(f"F{number}" for number in range(len(files)))
    return "\n".join([*faces, STYLES.format(size=STYLE.size, line=STYLE.line_height, fonts=fonts)])


def page(script: Script, paragraphs: str, code: str = "") -> str:
    """A page in the language and direction of a script."""
    direction = "rtl" if script.rtl else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{script.language}" dir="{direction}"><meta charset="utf-8">'
        f"<style>{style_sheet(script)}</style><body>{paragraphs}<script>{code}</script>"
    )


def paragraph(text: str, style: str = "") -> str:
    """A text as a paragraph."""
    return f'<p style="{style}">{html.escape(text)}</p>'


def browse(folder: Path, content: str, *options: str) -> str:
    """What the browser prints of a page."""
    file = folder / "page.html"
    file.write_text(content, encoding="utf-8")
    done = subprocess.run([*CHROMIUM, *options, file.as_uri()], capture_output=True, text=True, check=True)
    return done.stdout


def in_characters(sample: dict[str, object]) -> dict[str, object]:
    """A recorded sample with places in characters instead of the browser's UTF-16 units."""
    text = str(sample["text"])
    places, unit = {0: 0}, 0
    for number, character in enumerate(text):
        unit += len(character.encode("utf-16-le")) // 2
        places[unit] = number + 1
    for seen in sample["seen"]:  # type: ignore[attr-defined]
        for line in seen["lines"]:
            line["start"], line["end"] = places[line["start"]], places[line["end"]]
            line["order"] = [places[unit] for unit in line["order"]]
            line["width"] = round(line["width"], 1)
    return sample


def record(script: Script, folder: Path) -> list[dict[str, object]]:
    """Let the browser lay a script's samples out, and keep what it made of them."""
    code = f"const WIDTHS = {list(WIDTHS)};{LOOK}"
    printed = browse(folder, page(script, "".join(map(paragraph, script.texts)), code), "--dump-dom")
    if "RECORDED" not in printed:
        raise SystemExit(f"{script.name}: {printed[printed.rfind('<body>') :]}")
    inside = html.unescape(printed.partition("<pre>RECORDED")[2].partition("DONE</pre>")[0])
    return [in_characters(sample) for sample in json.loads(inside)]


def draw(script: Script, samples: list[dict[str, object]], folder: Path, target: Path) -> None:
    """Put the browser's pictures beside ours, one file a width."""
    for place in range(len(WIDTHS)):
        left, placed, y = [], [], GAP
        for sample in samples:
            seen = sample["seen"][place]  # type: ignore[index]
            ours = draw_lines(script, str(sample["text"]), seen["width"])
            at = f"position: absolute; left: {GAP}px; top: {y}px; width: {seen['width']}px"
            left.append(paragraph(str(sample["text"]), at))
            placed.append((ours, y))
            y += max(round(len(seen["lines"]) * STYLE.line_height), ours.get_height() // 2) + GAP // 2
        size = (2 * (max(WIDTHS) + 30) + 3 * GAP, y)
        shot = folder / "shot.png"
        options = (f"--screenshot={shot}", f"--window-size={size[0]},{size[1]}", "--force-device-scale-factor=2")
        browse(folder, page(script, "".join(left)), *options)
        sheet = pygame.image.load(shot)
        for ours, top in placed:
            sheet.blit(ours, (size[0], 2 * top))
        pygame.image.save(sheet, target / f"{script.name}-{WIDTHS[place]}.png")


def main() -> None:
    """Record every script."""
    parser = argparse.ArgumentParser(description="Record how a browser lays the samples out.")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER")
    pictures = parser.parse_args().pictures
    version = subprocess.run(["chromium", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    with tempfile.TemporaryDirectory() as made:
        for script in read_scripts().values():
            samples = record(script, Path(made))
            head = {"made_by": "python tests/text/record_browser.py", "browser": f"Chromium {version}"}
            text = json.dumps({**head, "samples": samples}, ensure_ascii=False)
            text = (
                text.replace('{"text"', '\n{"text"')
                .replace('{"width"', '\n {"width"')
                .replace('{"start"', '\n  {"start"')
            )
            (FOLDER / f"{script.name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
            if pictures is not None:
                pictures.mkdir(parents=True, exist_ok=True)
                draw(script, samples, Path(made), pictures)


if __name__ == "__main__":
    main()
