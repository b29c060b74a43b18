"""The preview beside an author's text editor: the game with one story, read anew whenever its file is saved.

The words of the strip, the findings and the lists are for authors and in English only: no translator gets them.
"""
