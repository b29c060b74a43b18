"""Rules about words: who says what to whom, and what nobody says."""
