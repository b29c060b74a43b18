"""Pixels, fonts, the window and its devices: the one room that knows pygame."""
