"""What a translator of the screens can do: a sentence by itself, or by where it stands and of whom it speaks."""

from typing import Protocol


class Words(Protocol):
    """The sentences of a language."""

    def gettext(self, sentence: str, **values: object) -> str:
        """The sentence in the language, its `{places}` filled."""
        ...

    def pgettext(self, context: str, sentence: str, **values: object) -> str:
        """Like `gettext`, for a sentence that differs by its context."""
        ...
