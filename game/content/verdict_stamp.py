"""What a verdict about a story depends on beside the story's own file, as one short text."""

from pathlib import Path

from game.resources import build_stamp, data_folder

RULES = 1
"""Goes up where a story that was offered may not be any more though no rule's file changed: how files are read, say."""
_LISTS = ("signs/signs.yaml", "facts.yaml", "wordings.yaml")
_WORDS = ("denied-words.txt", "real-names.txt")
_PICTURES = ("avatars", "stickers")


def verdict_stamp() -> str:
    """Return the stamp: of this build's rules, the shipped lists and the pictures.

    What was kept under another stamp is not believed. Raises ResourceError where the game's own data is missing.
    """
    scenarios, assets = data_folder("scenarios"), data_folder("assets")
    looked_at = [
        *(scenarios / name for name in _LISTS),
        *(assets / name for name in _WORDS),
        *(assets / "pictures" / name for name in _PICTURES),
    ]
    return f"{RULES}.{build_stamp()}." + ".".join(_state_of(one) for one in looked_at)


def _state_of(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "0"
    return f"{status.st_mtime_ns:x}-{status.st_size:x}"
