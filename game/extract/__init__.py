"""Texts for translators: out of stories, signs, practice and screens into POT files, and back as catalogues."""
