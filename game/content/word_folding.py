"""Folds the ways in which a word can be disguised: accents, letters of other scripts, digits, dots, long letters.

A chunk is what stands between two blanks. `fold` cuts it into pieces of plain small letters; `spellings` are the words
that a piece may stand for.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    "аеіорсухкмтвнјѕԁɡıøłđßœæαεικνορτυχωىةگ",
    "aeiopcyxkmtbhjsdgiotdsoaaeiknoptuxwيهك",
    "'’‘`´ـ\u200b\u200c\u200d\u2060\u00ad\ufe0f*",
)
_AS_LETTERS = str.maketrans("013456789@$!|+€£", "oieasgtbgasiitel")
_ALSO_L = str.maketrans("1!|", "lll")
_PIECE = re.compile(r"[^\W_]+(?:[@$!|+€£]+[^\W_]+)*|[@$][^\W_]+(?:[@$!|+€£]+[^\W_]+)*|[^\W_]+[$]+")
_LONG = re.compile(r"(.)\1{2,}")
_ROAD = re.compile(r"[^\W\d_]\d+|\d+[^\W\d_]")
"""A road, a room, a class: "a55", "7b" are no words."""
_MOST_LONG = 3
_LONGEST = 40
_MOST_PIECES = 20

_ORDINARY_WORDS = """
    a i ah oh hi ok am an and any are as ask at ate be bed big bit boy but by bye can car cat cup cut dad day did do
    dog eat egg end far few for fun get go got had ham has hat he her hey him his hit hot how ice if in is it its
    job joy kid let lie lot mad man map may me men met mr mrs ms mum my net new no nor not now of off old on one or
    our out own pad pan pay pen pet pie pin pit put ran red rod run sad sat saw say see set she sir sit six so son
    sum sun tea ten the tie tip to too top try two up us use van war was way we wet who why win wow yes yet you your
    also away back been best boat book both call came card chat coat coin come cook cool deal door down each even
    ever face fact feel find fine five four free from game gave girl give glad goes gold gone good half hand have
    head hear help here hold home hope hour idea into just keep kind king knew know last late left less life like
    line list live long look lost love made make many mean meet mind mine miss more most move much must name near
    need next nice nine none once only open over page part pass past pick plan play read real rest ring road room
    rude said same save seem seen send sent ship show side sign sing slow some soon stay stop sure swap take talk
    team tell text than that them then they this time told took tree turn upon very wait walk want warm well went
    were what when will wind wise wish with word work year
"""
ORDINARY = frozenset(_ORDINARY_WORDS.split())
"""Words of four letters and fewer that stand in any text: two of them beside each other are two words ("pen is")."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A chunk without its disguise: its pieces, all of them as one, and whether that may be a part of a longer word.

    `closed`: something ends behind the chunk, so that the next one does not go on with it.
    """

    pieces: tuple[str, ...]
    whole: str
    is_light: bool
    closed: bool


@lru_cache(maxsize=65536)
def fold(chunk: str) -> Folded:
    """Fold what stands between two blanks; chunks of more than forty letters or twenty pieces are cut."""
    text = chunk[:_LONGEST] if chunk.isascii() else _plain_letters(chunk[:_LONGEST])
    text = text.lower().translate(_LOOKALIKES)
    pieces = tuple(_PIECE.findall(text))[:_MOST_PIECES]
    whole = "".join(pieces)
    is_light = 0 < len(whole) <= 4 and whole not in ORDINARY and not whole.isdigit()
    return Folded(pieces, whole, is_light, len(whole) > 1 and chunk[-1] in ".,;:!?…)")


@lru_cache(maxsize=65536)
def spellings(piece: str) -> tuple[str, ...]:
    """Return the words a piece may stand for: digits as letters, letters that go on and on as one or as two."""
    if piece.isalpha():
        read = [piece]
    elif any(char.isalpha() for char in piece) and not _ROAD.fullmatch(piece):
        read = [piece.translate(_AS_LETTERS), piece.translate(_ALSO_L).translate(_AS_LETTERS)]
    else:
        return ()
    found: list[str] = []
    for word in dict.fromkeys(read):
        short = [word]
        for match in list(_LONG.finditer(word))[:_MOST_LONG]:
            letter, run = match[1], match[0]
            short = [one.replace(run, times * letter, 1) for one in short for times in (1, 2)]
        ends = [one[:-1] for one in short if len(one) > 2 and one[-1] == one[-2]]
        found += [*short, *ends]
    return tuple(dict.fromkeys(found))


def _plain_letters(text: str) -> str:
    """Return a text without accents and other marks on its letters, in ordinary forms of them."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
