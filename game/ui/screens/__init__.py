"""One module a screen: pure functions from what is known to a node of the display tree."""
