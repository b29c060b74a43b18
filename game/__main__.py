"""Lets `python -m game` be the program `looktwice`."""

import sys

from game.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
