"""What helps authors: maps of stories, coverage of the signs, and new stories to begin from."""
