"""The exceptions that reach a person: each says what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence


class LookTwiceError(Exception):
    """Anything that stops a command for a reason its user can understand; the command then ends with exit code 1.

    `message` says what is wrong, `where` names the file, folder or option, `hint` says what to do about it.
    """

    exit_code = 1

    def __init__(self, message: str, *, where: object = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = None if where is None else str(where)
        self.hint = hint

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where is not None else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{self.message.rstrip('.')}{place}.{advice}"


class ScenarioError(LookTwiceError):
    """A story cannot be played because its file has errors; `diagnostics` holds every finding, in file order."""

    def __init__(
        self, message: str, *, diagnostics: Sequence[object] = (), where: object = None, hint: str = ""
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.diagnostics = tuple(diagnostics)


class UnknownStoryError(ScenarioError):
    """There is no story of the name that was given; the command then ends with exit code 2, as any wrong usage."""

    exit_code = 2


class SaveError(LookTwiceError):
    """Settings or a kept place could not be read or written; the game goes on without them."""


class ResourceError(LookTwiceError):
    """A file that belongs to the game itself (a story, a picture, a font) is not where it should be."""


class UsageError(LookTwiceError):
    """The command was called in a way it does not know; it ends with exit code 2."""

    exit_code = 2
