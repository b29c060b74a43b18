"""What a real window costs on this machine: the time to its first frame, the processor while it idles, memory."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game.app.processes import program_words
from game.app.settings import Settings, save_settings
from game.content.files.scenario_reader import parse_scenario
from game.errors import ScenarioError
from game.extract.compiling import open_catalogues
from game.i18n.catalogues import SOURCE
from game.i18n.retelling import Steps, retell_scenario
from game.studio.sample_story import sample_story

__all__ = ["WindowCosts", "measure_window", "write_stories", "write_translations"]

_PATIENCE = 120.0
"""Seconds after which a window that says nothing is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowCosts:
    """Medians; None where there is no screen, or where the system does not tell."""

    startup_ms: float | None = None
    startup_few_ms: float | None = None
    """The same with the game's own stories alone."""
    idle_cpu_percent: float | None = None
    rss_mb: float | None = None


def measure_window(
    *, stories: int = 200, starts: int = 7, idle_seconds: float = 10.0, language: str = SOURCE
) -> WindowCosts:
    """Open the game on a picker of that many made-up stories, several times, then let it idle.

    Each story is there in every language. In turn with these starts come some with the game's own stories alone: the
    first picture must not take longer for what stands below it. A virtual screen (Xvfb) is used where there is no real
    one.
    """
    with tempfile.TemporaryDirectory() as folder, _screen() as screen:
        if screen is None:
            return WindowCosts()
        content = Path(folder) / "stories"
        write_stories(content, stories)
        write_translations(content)
        many = [*_program(Path(folder) / "home", language), "--content", str(content)]
        few = _program(Path(folder) / "home-few", language)
        games = (few, many)
        for game in games:
            # The first start writes the index and warms the file cache; it does not count.
            subprocess.run([*game, "list", "--json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            _open(game, screen, "first-frame")
        frames = [[_open(game, screen, "first-frame").get("first_frame_ms") for game in games] for _ in range(starts)]
        idle = _open(many, screen, f"idle:{idle_seconds}")
    return WindowCosts(
        startup_ms=_median([figure for _, figure in frames]),
        startup_few_ms=_median([figure for figure, _ in frames]),
        idle_cpu_percent=idle.get("idle_cpu_percent"),
        rss_mb=idle.get("rss_mb"),
    )


def write_stories(folder: Path, count: int) -> None:
    """Fill a folder with that many small made-up stories, each with an id and a title of its own."""
    text = sample_story(8)
    for number in range(1, count + 1):
        story = folder / f"sample-{number}"
        story.mkdir(parents=True)
        own = text.replace("id: sample-story", f"id: {story.name}", 1)
        own = own.replace("title: A long week", f"title: Week {number}", 1)
        (story / "scenario.yaml").write_text(own, encoding="utf-8")


def write_translations(folder: Path, languages: Sequence[str] = ()) -> None:
    """Put catalogues beside the stories of `write_stories`, in the game's languages: every text, the code before it."""
    scenario = parse_scenario(sample_story(8), "sample-story/scenario.yaml").scenario
    if scenario is None:
        raise ScenarioError("The made-up story to measure with cannot be read")
    texts: list[tuple[str, str]] = []

    def note(context: str, text: str, steps: Steps) -> str:
        texts.append((context, text))
        return text

    retell_scenario(scenario, note)
    codes = languages or [locale.code for locale in open_catalogues().find_languages() if locale.code != SOURCE]
    for file in sorted(folder.glob("*/scenario.yaml")):
        id = file.parent.name
        own = [(context.replace("sample-story", id, 1), text) for context, text in dict.fromkeys(texts)]
        title = file.read_text(encoding="utf-8").partition("title: ")[2].partition("\n")[0]
        entries = [(context, title if text == scenario.title and context == id else text) for context, text in own]
        (file.parent / "locales").mkdir(exist_ok=True)
        for code in codes:
            (file.parent / "locales" / f"{code}.po").write_text(_po_of(code, entries), encoding="utf-8")


def _po_of(language: str, entries: Sequence[tuple[str, str]]) -> str:
    # Of what JSON escapes, these texts hold quotation marks alone, which a PO file escapes alike.
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    lines = (
        f"\nmsgctxt {json.dumps(context)}\nmsgid {json.dumps(text, ensure_ascii=False)}\n"
        f"msgstr {json.dumps(f'{language} {text}', ensure_ascii=False)}\n"
        for context, text in entries
    )
    return head + "".join(lines)


def _program(home: Path, language: str) -> list[str]:
    """Return the words that open the game with a user's folder made for it."""
    home.mkdir()
    save_settings(home, Settings(band="11-13", adult_page_seen=True, keep_place=True, language=language))
    return [*program_words(), "--home", str(home)]


def _median(figures: Sequence[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return round(statistics.median(known), 1) if known else None


def _open(game: list[str], screen: Mapping[str, str], mode: str) -> dict[str, float | None]:
    """Run the game until it has measured what `mode` asks for; nothing where it did not."""
    started = time.monotonic()
    environment = {**screen, "LOOKTWICE_BENCH": mode, "LOOKTWICE_BENCH_STARTED": repr(started)}
    try:
        answer = subprocess.run(game, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        figures: dict[str, float | None] = json.loads(answer.stdout.strip().splitlines()[-1])
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError):
        return {}
    return figures


@contextmanager
def _screen() -> Iterator[dict[str, str] | None]:
    """The environment in which a window can be opened; None where there is no way to get a screen."""
    environment = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    if sys.platform != "linux" or "DISPLAY" in environment or "WAYLAND_DISPLAY" in environment:
        yield environment
        return
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    read_end, write_end = os.pipe()
    command = [program, "-displayfd", str(write_end), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        yield {**environment, "DISPLAY": f":{number}"} if number else None
    finally:
        server.terminate()
        server.wait()
