"""The composition root: settings, kept places, and the one object that carries out what the player means."""
