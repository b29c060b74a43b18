"""`looktwice check --review ID`: the form on which two people sign a story, as a page to print."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.atomic_file import write_atomically
from game.content.format.diagnostic_report import count_severities
from game.content.library import open_library
from game.content.shipped import load_catalogue
from game.content.story_report import check_story
from game.errors import ScenarioError
from game.tools.review_form import form_of


def write_review(args: argparse.Namespace) -> int:
    """Write review-ID.html into the current folder and say so. UnknownStoryError; ScenarioError where it has errors."""
    library = open_library(args.content, args.home)
    library.read_all()
    library.scenario(args.review)
    file, catalogue = library.path(args.review), load_catalogue().catalogue
    report = check_story(file, catalogue)
    scenario, counts = report.reading.scenario, count_severities(report.diagnostics)
    if scenario is None or counts["error"]:
        raise ScenarioError("This story has errors, so nobody can sign it", diagnostics=report.diagnostics)
    names = {sign.id: sign.name for sign in catalogue.signs.values()}
    page = Path(f"review-{scenario.id}.html")
    write_atomically(page, form_of(file, scenario, names, (counts["error"], counts["warning"])).encode())
    if args.json:
        print(json.dumps({"path": str(page)}))
    else:
        print(f"Written: {page}. Open it in a browser and print it: one sheet, for two people.")
    return 0
