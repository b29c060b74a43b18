"""Lets the tests of languages know who reads what (`readers`)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
