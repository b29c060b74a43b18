"""Rules over the stories of a band beside one another."""
