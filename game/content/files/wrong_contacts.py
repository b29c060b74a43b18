"""Contacts that are wrong, dead or made up, and were met on the way: none of them may come into the table."""

import re

# Numbers by country: misprints, made-up ones, and ones that were replaced. Short ones mean other things elsewhere.
_NUMBERS = {
    "KR": ("02-1234-5678",),
    "FR": ("09 62 57 15 87", "0800 200 000"),
    "EG": ("1600",),
    "ZA": ("166", "08000 55 555", "0800 148 148"),
    "IN": ("122", "155260"),
    "ES": ("920 202 010",),
    "DE": ("166 111",),
    "BR": ("(61) 99656-5008",),
    "JP": ("0570-0-78310",),
    "US": ("1-800-273-8255",),
}
_DOMAINS = ("necmec.org", "teprotejo.org", "betterinternetforkids.eu", "science-edu.fr")
_UNDER_NAME = (("DE", "hilfe-telefon", "0800 30 50 750"),)
_RUN = re.compile(r"\+?\(?\d(?:[ ().\-/]{0,2}\d)*")
_LONG = 7


def is_wrong_contact(country: str, organisation: str, column: str, text: str) -> str:
    """Return the wrong contact that a field of a row holds, as it stands there; "" where it holds none.

    Long numbers and domains are looked for everywhere, short numbers as a whole in `phone` and `text_or_chat` of their
    own country only.

    Args:
        country: the row's country, as two capital letters.
        organisation: the row's service: some numbers are wrong under one name alone.
        column: which field of the row it is.
        text: what stands in it.
    """
    lower = text.lower()
    for domain in _DOMAINS:
        match = re.search(rf"(?<![\w-]){re.escape(domain)}", lower)
        if match:
            return text[match.start() : match.end()]
    for match in _RUN.finditer(text):
        digits = _digits(match.group())
        for place, numbers in _NUMBERS.items():
            for number in numbers:
                wrong = _digits(number)
                is_same = digits == wrong or (len(wrong) >= _LONG and digits.endswith(wrong))
                counts = len(wrong) >= _LONG or (place == country and column in ("phone", "text_or_chat"))
                if is_same and counts:
                    return match.group()
        for place, name, number in _UNDER_NAME:
            if place == country and name in organisation.lower() and digits.endswith(_digits(number)):
                return match.group()
    return ""


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
