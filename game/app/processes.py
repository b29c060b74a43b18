"""How this program is started once more, as a process of its own: from Python's files, or from an installed app."""

import sys

ENTRY = "game"
"""The package whose `__main__` is the program."""


def is_frozen() -> bool:
    """Whether an installer has packed the program: there is no interpreter then that could run other code."""
    return bool(getattr(sys, "frozen", False))


def program_words() -> tuple[str, ...]:
    """The words of a command line that start this program; those of a command (`lesson`, `list`) follow them.

    A packed program is started by itself. Otherwise the interpreter that runs now is asked for the package, without the
    folder that somebody happens to stand in (`-P`): a `game.py` there must not be taken for it.
    """
    return (sys.executable,) if is_frozen() else (sys.executable, "-P", "-m", ENTRY)
