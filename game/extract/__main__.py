"""`python -m game.extract [--add CODE] [--story DIR]`: every language's catalogues brought in step with the English."""

import argparse
import os
import sys
from pathlib import Path

from game.errors import LookTwiceError, UsageError
from game.extract.domains import own_story
from game.extract.templates import add_language, update_catalogues, update_domains, update_templates
from game.resources import checkout_folder


def main() -> int:
    """Do it in the checkout's folder and say what changed; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m game.extract", description=__doc__)
    parser.add_argument("--add", metavar="CODE", help="begin a language too, such as de or pt_BR")
    parser.add_argument(
        "--story", metavar="DIR", type=Path, help="only the story in this folder, which may lie anywhere"
    )
    args = parser.parse_args()
    root = checkout_folder()
    try:
        if root is None:
            raise UsageError("This works in a checkout only", hint="An installed game has no texts to extract.")
        story = own_story(args.story) if args.story else None
        os.chdir(root)
        changed = () if story else update_templates(root)
        if args.add:
            try:
                add_language(root, args.add)
            except ValueError as problem:
                raise UsageError(str(problem)) from problem
        codes = update_domains(root, [story]) if story else update_catalogues(root)
    except LookTwiceError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    print(f"Templates changed: {', '.join(changed) or 'none'}. Languages in step: {', '.join(codes) or 'none'}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
