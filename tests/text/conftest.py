"""Lets the tests of text share what they measure and draw samples with."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
