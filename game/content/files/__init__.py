"""The kinds of files: stories, plays, practice, signs, wordings, facts, guides and help rows, each read into values."""
