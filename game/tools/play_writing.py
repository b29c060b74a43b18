"""A play written down as the play-through of a story: ready to be kept in its folder `plays`."""

import json

from game.story.explore import Walk
from game.story.plays import Choose, RehearsePick


def write_play(name: str, walk: Walk) -> str:
    """A walk as the text of `plays/<any name>.yaml`: its options and rehearsals, and the scene that it comes to.

    An option that could not be taken stands last. When the story is mended, what comes behind it is to be added, and
    the scene of the ending to be put in.
    """
    steps = [
        done.option if isinstance(done, Choose) else f"{done.role}/{done.sentence}"
        for done in walk.play.inputs
        if isinstance(done, Choose | RehearsePick)
    ]
    if walk.refused is not None:
        steps.append(walk.refused)
    # A text in JSON is one in YAML, whatever marks it holds.
    title = json.dumps(name, ensure_ascii=False)
    return f"name: {title}\nchoose: [{', '.join(steps)}]\nreaches: {walk.state.path[-1]}\n"
