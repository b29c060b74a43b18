"""`python -m game.extract --story DIR`: an own story gets its catalogues, wherever it lies."""

import shutil
import subprocess
import sys
from pathlib import Path

from game.content.files.scenario_reader import read_scenario
from game.extract.compiling import open_catalogues
from game.i18n.scenario_translation import missing_lines
from game.resources import checkout_folder

ROOT = checkout_folder() or Path()


def extract(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "game.extract", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=None)


def test_an_own_story_gets_a_catalogue_in_every_language_and_keeps_what_was_translated(tmp_path: Path) -> None:
    story = tmp_path / "my stories" / "free-sail"
    shutil.copytree(ROOT / "docs" / "checks" / "example" / "free-sail", story)
    before = {file: file.read_bytes() for file in ROOT.glob("locales/**/*.po")}
    done = extract(tmp_path, "--story", "my stories/free-sail")
    assert (done.returncode, done.stderr) == (0, "")
    files = sorted(file.name for file in (story / "locales").iterdir())
    assert {"ar.po", "es.po", "fr.po"} <= set(files)
    texts = [(story / "locales" / name).read_text(encoding="utf-8") for name in files]
    assert all("scenario.yaml:3\n" in text and str(tmp_path) not in text for text in texts)
    scenario = read_scenario(story / "scenario.yaml").scenario
    assert scenario is not None
    spanish = open_catalogues().load_story_catalogue("es", "free-sail", story)
    assert spanish.find("free-sail", "The free sail") == "La vela gratis"
    assert missing_lines(scenario, spanish) > 20
    assert {file: file.read_bytes() for file in before} == before


def test_a_folder_without_a_story_is_wrong_usage(tmp_path: Path) -> None:
    done = extract(tmp_path, "--story", str(tmp_path))
    assert done.returncode == 2
    assert "There is no story in this folder" in done.stderr
