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
_PIECE = re.compile(r"[@$]?[^\W_]+(?:[@$!|+€£]+[^\W_]+)*[$]*")
_LONG = re.compile(r"(.)\1{2,}")
_ROAD = re.compile(r"[^\W\d_]\d+|\d+[^\W\d_]")
"""A road, a room, a class: "a55", "7b" are no words."""
_MOST_LONG = 3
_LONGEST_FRAGMENT = 3
_LONGEST = 40
_MOST_PIECES = 20

_ORDINARY_WORDS = """
    a i ad ah am an as at aw ax be by do eh em er go ha he hi ho if in is it ma me mm mr ms my no of oh ok on or ow
    ox pa pi so to tv uh um up us we yo ya ace act add ado age ago aha aid ail aim air ale all and ant any ape app
    apt arc are ark arm art ash ask ate awe axe aye bad bag ban bar bat bay bed bee beg bet bib bid big bin bit boa
    bob bog boo bow box boy bra bud bug bun bus but buy bye cab can cap car cat cob cod cog cot cow coy cry cub cue
    cup cut dab dad dam day den dew did die dig dim din dip doc doe dog don dot dry dub due dug dye ear eat ebb eel
    egg ego elf elk elm end era eve eye fan far fat fax fed fee few fig fin fir fit fix flu fly foe fog fox fry fun
    fur gap gas gel gem get gig gin got gum gun guy gym had hal ham has hat hay hem hen her hew hey hid him hip his
    hit hob hog hop hot how hub hue hug hum hut ice icy ill imp ink inn ion its ivy jab jam jar jaw jay jet jig job
    jog jot joy jug keg key kid kin kit lab lad lag lap law lay lea led leg let lid lie lip lit lob log lot low lug
    mad man map mat max may men met mix mob mom mop mow mrs mud mug mum nan nap net new nil nit nod nor not now nun
    nut oak oar oat odd off oil old one opt orb our out owe owl own pad pal pan par pat paw pay pea peg pen pep per
    pet pie pig pin pit ply pod pop pot pro pry pub pug pun pup put rag ram ran rap rat raw ray red rib rid rig rim
    rip rob rod rot row rub rug rum run rye sad sag sat saw say sea see set sew she shy sin sip sir sit six ski sky
    sly sob sod son sow soy spa spy sty sub sue sum sun tab tag tan tap tar tax tea ten the thy tie tin tip toe ton
    too top tow toy try tub tug two urn use van vat vet vow wag war was wax way web wed wet who why wig win wit woe
    wok won woo wow yak yam yap yes yet yew you zap zip zoo
"""
ORDINARY = frozenset(_ORDINARY_WORDS.split())
"""Words of three letters and fewer that stand in any text, and so are no piece of a longer word ("pen is")."""


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
    is_light = is_fragment(whole)
    return Folded(pieces, whole, is_light, len(whole) > 1 and chunk[-1] in ".,;:!?…)")


def is_fragment(piece: str) -> bool:
    """Whether a piece is so short, and so little of a word, that it may be a part of one that was torn apart."""
    return 0 < len(piece) <= _LONGEST_FRAGMENT and piece not in ORDINARY and not piece.isdigit()


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
