"""Runs programs that are not ours over what the lessons write: from npm, and a browser. `.ci/run` installs them."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import html

FOLDER = Path(__file__).parent / "readers"
MODULES = FOLDER / "node_modules"
BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
HOW = "npm install --no-package-lock in tests/lessons/readers"
IS_EXPECTED = bool(os.environ.get("LOOKTWICE_READERS"))
"""Set where the readers have been installed: a test that does not find one then fails instead of being skipped."""

needs_node = pytest.mark.skipif(
    not IS_EXPECTED and not (shutil.which("node") and MODULES.is_dir()), reason=f"needs node, and {HOW}"
)
needs_browser = pytest.mark.skipif(
    not IS_EXPECTED and not (BROWSER and MODULES.is_dir()), reason=f"needs Chromium, and {HOW}"
)


def read_gift(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What gift-pegjs makes of GIFT texts: for each "questions", or an "error"."""
    ran = subprocess.run(
        ["node", FOLDER / "gift.cjs"], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    read: list[dict[str, Any]] = json.loads(ran.stdout)
    return read


def complaints_of_types(resource: dict[str, Any]) -> str:
    """What the TypeScript compiler says of a LearningResource against the types of schema.org; empty if nothing."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "node_modules").symlink_to(MODULES, target_is_directory=True)
        source = Path(folder) / "resource.ts"
        source.write_text(
            'import type { LearningResource, WithContext } from "schema-dts";\n'
            f"export const resource: WithContext<LearningResource> = {json.dumps(resource)};\n",
            encoding="utf-8",
        )
        command = ["node", MODULES / "typescript" / "bin" / "tsc", "--noEmit", "--strict", "--skipLibCheck", source]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        return ran.stdout if ran.returncode else ""


def violations(page: bytes) -> list[dict[str, Any]]:
    """What axe-core finds wrong with a web page in a browser, each with its "id" and its "impact"."""
    # The page forbids scripts, and axe is one: for this test alone the ban is taken out.
    text = page.decode("utf-8").replace('http-equiv="Content-Security-Policy"', 'name="forbidden"')
    axe = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    run = (
        "axe.run(document, {resultTypes: ['violations']}).then(found => {"
        "document.documentElement.dataset.found = JSON.stringify(found.violations.map(each => "
        "({id: each.id, impact: each.impact, nodes: each.nodes.map(node => node.html.slice(0, 200))})))})"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(text.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), "utf-8")
        command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/user"]
        command += ["--window-size=1280,1000", "--virtual-time-budget=60000", "--dump-dom", file.as_uri()]
        ran = subprocess.run(command, capture_output=True, text=True, check=True)
    found = html.fromstring(ran.stdout).get("data-found")
    assert found is not None, f"axe-core did not finish: {ran.stderr[-2000:]}"
    read: list[dict[str, Any]] = json.loads(found)
    return read
