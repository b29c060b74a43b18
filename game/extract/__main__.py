"""`python -m game.extract [--add CODE]`: POT files anew, every language's catalogues brought in step."""

import argparse
import os
import sys

from game.errors import LookTwiceError, UsageError
from game.extract.templates import add_language, update_catalogues, update_templates
from game.resources import checkout_folder


def main() -> int:
    """Do it in the checkout's folder and say what changed; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m game.extract", description=__doc__)
    parser.add_argument("--add", metavar="CODE", help="begin a language too, such as de or pt_BR")
    args = parser.parse_args()
    root = checkout_folder()
    try:
        if root is None:
            raise UsageError("This works in a checkout only", hint="An installed game has no texts to extract.")
        os.chdir(root)
        changed = update_templates(root)
        if args.add:
            try:
                add_language(root, args.add)
            except ValueError as problem:
                raise UsageError(str(problem)) from problem
        codes = update_catalogues(root)
    except LookTwiceError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    print(f"Templates changed: {', '.join(changed) or 'none'}. Languages in step: {', '.join(codes) or 'none'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
