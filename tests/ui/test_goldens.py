"""What every screen of a story says, word for word, in reading order: one text file for each stop of the walk."""

import pytest

from game.ui.dump import dump_tree

STORY = "paper-kite"


@pytest.fixture(scope="session")
def stops(walks):
    return {stop.name: stop for stop in walks[STORY]}


def test_every_screen_says_what_it_said(stops, artist, golden, request):
    folder = request.path.parents[1] / "data" / "screens" / STORY
    frame = artist.frame((1280, 800))
    differing = []
    for name, stop in stops.items():
        try:
            golden(folder / f"{name}.txt", dump_tree(artist.draw(stop, frame)))
        except AssertionError as error:
            differing.append(f"{name}: {error}")
    assert not differing, "\n\n".join(differing[:3])


def test_there_is_a_golden_for_every_stop_and_none_too_many(stops, request):
    folder = request.path.parents[1] / "data" / "screens" / STORY
    assert sorted(file.stem for file in folder.glob("*.txt")) == sorted(stops)


def test_a_narrow_window_says_the_same_about_messages_and_answers(stops, artist):
    """What stands beside the phone in a wide window stands under it in a narrow one; nothing is left out of it."""
    for name, stop in stops.items():
        wide = _said(artist.draw(stop, artist.frame((1280, 800))))
        narrow = _said(artist.draw(stop, artist.frame((360, 640))))
        assert wide == narrow, name


def _said(tree) -> list[str]:
    lines = (line.strip() for line in dump_tree(tree).splitlines())
    return sorted(line for line in lines if line.startswith(("message ", "option ", "tab ")))
