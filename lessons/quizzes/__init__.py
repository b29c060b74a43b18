"""Quiz files for school platforms: sign cards, the ladder and who could help, never a message of a story."""
