"""From a string to placed lines: clusters, runs, breaking, and a cache. Widths come from outside, through `Measure`."""
