"""From a sentence in English to the player's language. Without a catalogue, the English sentence itself."""

from gettext import NullTranslations

from game.i18n.formats import ENGLISH, Formats, write_digits
from game.i18n.places import find_places, fits
from game.i18n.tongue import Tongue, runs_from_right

_ISOLATE, _POP = "\u2068", "\u2069"


class Translator:
    """Looks sentences up in gettext catalogues, and fills in `{name}` places afterwards.

    A translation whose places differ from its source's, or that holds what no screen may show, is left aside for the
    English sentence: a mistake in a catalogue takes no screen down.
    """

    def __init__(
        self,
        language: str = "en",
        catalogue: NullTranslations | None = None,
        rtl: bool = False,
        formats: Formats = ENGLISH,
    ) -> None:
        """A translator into `language` (a locale's name) with the catalogue of the screens' sentences."""
        self.language = language
        self.rtl = rtl
        self.tongue = Tongue(language, rtl)
        """What its sentences are in."""
        self.formats = formats
        self._catalogue = catalogue
        self._verdicts: dict[tuple[str, str], bool] = {}

    def gettext(self, sentence: str, **values: object) -> str:
        """The sentence in the player's language, its `{places}` filled."""
        if self._catalogue is None or not sentence:
            return self._filled(sentence, values)
        return self._filled(self._sound(self._catalogue.gettext(sentence), sentence), values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """The sentence in the plural form for `number`, which is also the place `{number}`."""
        source = one if number == 1 else many
        filling = {"number": number, **values}
        if self._catalogue is None:
            return self._filled(source, filling)
        try:
            found = self._catalogue.ngettext(one, many, number)
        except (ArithmeticError, ValueError, RecursionError):
            # The rule for plurals comes out of the file, and may divide by nothing.
            found = ""
        # "One message" and "two messages" are a word without a number in some languages.
        if found == source or (found and self._fits(found, many, one)):
            return self._filled(found, filling)
        self._lack(source)
        return self._filled(source, filling)

    def pgettext(self, context: str, sentence: str, **values: object) -> str:
        """Like `gettext`, for a sentence that means different things in different places."""
        if self._catalogue is None or not sentence:
            return self._filled(sentence, values)
        return self._filled(self._sound(self._catalogue.pgettext(context, sentence), sentence), values)

    def noting(self) -> "NotingTranslator":
        """A translator with the same words that notes which of them it lacks."""
        return NotingTranslator(self.language, self._catalogue, self.rtl, self.formats)

    def _sound(self, found: str, source: str) -> str:
        """What may be shown; a catalogue that has nothing for a sentence says nothing, or the sentence itself."""
        if found == source or (found and self._fits(found, source)):
            return found
        self._lack(source)
        return source

    def _lack(self, sentence: str) -> None:
        """Hear of a sentence that stays English."""

    def _fits(self, found: str, source: str, one: str | None = None) -> bool:
        key = (found, source)
        verdict = self._verdicts.get(key)
        if verdict is None:
            both = source if one is None else f"{one}{source}"
            may_lack = () if one is None else ("number",)
            verdict = find_places(both) is not None and fits(found, both, may_lack=may_lack)
            self._verdicts[key] = verdict
        return verdict

    def _filled(self, sentence: str, values: dict[str, object]) -> str:
        if not values:
            return sentence
        shown = {
            key: write_digits(str(value), self.formats) if type(value) is int else self.isolate(str(value))
            for key, value in values.items()
        }
        return sentence.format(**shown)

    def isolate(self, text: str) -> str:
        """A text that may run the other way than the language, such as a phone number or a name: kept to itself.

        Without that a number with a "+" in front, or a name that begins with digits, would be torn apart between words
        that run from right to left, and so would be an Arabic name between English words. The direction is that of its
        first letter, left to right where it has none.
        """
        return f"{_ISOLATE}{text}{_POP}" if text and (self.rtl or runs_from_right(text)) else text


class NotingTranslator(Translator):
    """Notes in `lacking` every sentence that it was asked for and had to leave in English."""

    def __init__(
        self,
        language: str = "en",
        catalogue: NullTranslations | None = None,
        rtl: bool = False,
        formats: Formats = ENGLISH,
    ) -> None:
        """A translator that has not been asked for anything yet."""
        super().__init__(language, catalogue, rtl, formats)
        self.lacking: set[str] = set()

    def _lack(self, sentence: str) -> None:
        self.lacking.add(sentence)


class SilentCatalogue(NullTranslations):
    """Says nothing: behind a catalogue it tells what that lacks from what is the same in both languages."""

    def gettext(self, message: str) -> str:
        """Nothing."""
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Nothing."""
        return ""

    def pgettext(self, context: str, message: str) -> str:
        """Nothing."""
        return ""
