"""Two languages that nobody speaks, made from English: one long and accented, one from right to left.

They show what a real language will do to every screen, before anybody has translated it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from gettext import NullTranslations
from itertools import cycle

from game.i18n.formats import ENGLISH, Formats

ACCENTED, MIRRORED = "en_XA", "ar_XB"
PSEUDO_LOCALES: Mapping[str, Formats] = {
    ACCENTED: replace(ENGLISH, code=ACCENTED, name="[Éñglíšh]"),
    MIRRORED: replace(ENGLISH, code=MIRRORED, name="هنغليسح", rtl=True),
}

_LONGER = 0.4
_ACCENTS = str.maketrans("aceginosuyzACEGINOSUYZ", "áçéğíñöšüýžÁÇÉĞÍÑÖŠÜÝŽ")
_PADDING = "öñé twö thréé föür fívé šíx šévéñ éíght ñíñé téñ"
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz?,;", "\u0627بجدهفغحيضكلم\u0646وثقرستعطشخىز\u061f\u060c\u061b")
_PLACE = re.compile(r"\{[^{}]*\}")
# Places stay; so do words with a digit or an underscore and web addresses: text of both directions in one line.
_KEPT = re.compile(r"\{[^{}]*\}|\S*[0-9_@/]\S*")


class PseudoCatalogue(NullTranslations):
    """A catalogue that makes its translations; of screens and of stories alike."""

    def __init__(self, code: str) -> None:
        """A catalogue of one of the two pseudo-locales."""
        super().__init__()
        self._make = mirror if code == MIRRORED else accent

    def gettext(self, message: str) -> str:
        """The sentence, made over."""
        return self._make(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The singular or the plural, made over."""
        return self._make(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The sentence, made over."""
        return self._make(message)

    def find(self, context: str, text: str) -> str | None:
        """The text of a story, made over."""
        return self._make(text)

    def is_complete(self, part: str) -> bool:
        """Nothing is ever missing."""
        return True


def accent(sentence: str) -> str:
    """Return a sentence with accents, at least 40 % longer, in brackets that show where it ends; its places stay."""
    accented = _change(sentence, _PLACE, lambda text: text.translate(_ACCENTS))
    wanted = int(len(sentence) * _LONGER + 0.999)
    words, padding = cycle(_PADDING.split()), ""
    while len(padding) + len("[]") < wanted:
        padding += f" {next(words)}"
    return f"[{accented}{padding}]"


def mirror(sentence: str) -> str:
    """Return a sentence in Arabic letters, each Latin letter one; its places stay, and words with digits."""
    return _change(sentence, _KEPT, lambda text: text.lower().translate(_LETTERS))


def _change(sentence: str, kept: re.Pattern[str], change: Callable[[str], str]) -> str:
    """Change everything but what is kept."""
    parts, end = [], 0
    for found in kept.finditer(sentence):
        parts += [change(sentence[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, change(sentence[end:])])
