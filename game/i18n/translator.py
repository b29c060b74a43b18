"""From a sentence in English to the player's language. Without a catalogue, the English sentence itself."""

from gettext import NullTranslations


class Translator:
    """Looks sentences up in gettext catalogues, and fills in `{name}` places afterwards."""

    def __init__(self, language: str = "en", catalogue: NullTranslations | None = None, rtl: bool = False) -> None:
        """A translator into `language` (a locale's name) with the catalogue of the screens' sentences."""
        self.language = language
        self.rtl = rtl
        self._catalogue = catalogue or NullTranslations()

    def gettext(self, sentence: str, **values: object) -> str:
        """The sentence in the player's language, its `{places}` filled."""
        return _filled(self._catalogue.gettext(sentence), sentence, values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """The sentence in the plural form for `number`, which is also the place `{number}`."""
        found = self._catalogue.ngettext(one, many, number)
        return _filled(found, one if number == 1 else many, {"number": number, **values})

    def pgettext(self, context: str, sentence: str, **values: object) -> str:
        """Like `gettext`, for a sentence that means different things in different places."""
        return _filled(self._catalogue.pgettext(context, sentence), sentence, values)


def _filled(translated: str, source: str, values: dict[str, object]) -> str:
    if not values:
        return translated
    try:
        return translated.format(**values)
    except (KeyError, IndexError, ValueError):
        # A translation with a broken place must not take the screen down; the English sentence is whole.
        return source.format(**values)
