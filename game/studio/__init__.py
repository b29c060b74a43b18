"""For whoever makes the game: pictures of every screen, and what this machine measures."""
