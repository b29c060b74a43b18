"""The commands of the program `looktwice`, one module each."""

from game.cli.main import main

__all__ = ["main"]
