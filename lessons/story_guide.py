"""Finds the guide of a story: the one beside it, the shipped one, or one made from the story."""

from pathlib import Path

from game.content.checks.guides import check_guide
from game.content.files.guide_reader import guide_file, read_guide
from game.errors import ScenarioError
from game.story.guide import Guide
from game.story.model import Scenario
from lessons.derived import NoWayError, derive_guide


class GuideError(ScenarioError):
    """A lesson cannot be made because its guide has errors; `diagnostics` holds every finding, in file order."""


def find_guide(scenario: Scenario, folder: Path | None = None) -> Guide:
    """Return the guide of a story: the one in its folder, else the shipped one, else one derived from the story.

    Raises GuideError where an error stands in the guide, or no way leads through the story.
    """
    file = guide_file(scenario.id, folder)
    if file is None:
        try:
            return derive_guide(scenario)
        except NoWayError as error:
            message = f"No way through the story `{scenario.id}` reaches an ending"
            raise GuideError(message, hint="`looktwice check` says where it stops.") from error
    reading = read_guide(file, scenario)
    # No index knows whether a guide was checked, as one does of a story: a lesson is made of a sound one only.
    found = check_guide(reading)
    errors = tuple(one for one in found if one.is_error)
    if reading.guide is None or errors:
        message = f"The guide of the story `{scenario.id}` has {len(errors)} error{'' if len(errors) == 1 else 's'}"
        hint = f"Mend it, and check it with: looktwice check {file}"
        raise GuideError(message, where=errors[0].span, hint=hint, diagnostics=found)
    return reading.guide
