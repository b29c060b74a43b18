"""The story core: what a story is, how it is played and what was judged. Knows no time, no language and no pixels."""
