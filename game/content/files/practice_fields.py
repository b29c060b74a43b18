"""The tables of practice items: scenarios/practice/<band>/practice.yaml, a list of single messages and short chats."""

from game.content.format.diagnostics import closest
from game.content.format.fields import Id, ListOf, OneOf, OneOrMore, Record, Reference, WholeNumber, Words, may, need
from game.content.format.yaml_nodes import Map, Scalar

KINDS = ("sort", "pair", "turn")
LONGEST_CHAT = 6

_ID = need("id", Id(), "A short name, never given to another item.")
_KIND = need("kind", OneOf(KINDS), "`sort` one message, `pair` two chats, or `turn`: where did a chat turn?")
_WHY = need("why", Words(cap="sentence"), "What is asked, and whether it can be told openly; never who writes it.")
_FROM = need("from", Words(), "Who writes: a role such as `a team-mate`, or a first name.")
_TEXT = need("text", Words(cap="line"), "The message.")

LINE = Record(name="line", fields=(_FROM, _TEXT))
_SIDE = ListOf(item=LINE, least=1, most=4)

SORT = Record(
    name="sort item",
    fields=(
        _ID,
        _KIND,
        _FROM,
        _TEXT,
        may("read", OneOf(("fine",)), "`fine`, where the message shows no sign."),
        may("sign", OneOrMore(Reference("sign")), "The sign it shows; of several any one is right."),
        may("lookalike_of", Reference("sign"), "The sign that this fine message resembles."),
        _WHY,
    ),
)
PAIR = Record(
    name="pair item",
    fields=(
        _ID,
        _KIND,
        need("a", _SIDE, "The first chat: a list of lines."),
        need("b", _SIDE, "The second chat: a list of lines."),
        need("not_ok", OneOf(("a", "b")), "Which of the two shows the sign."),
        need("sign", Reference("sign"), "The sign it shows."),
        _WHY,
    ),
)
TURN = Record(
    name="turn item",
    fields=(
        _ID,
        _KIND,
        need("chat", ListOf(item=LINE, least=3, most=LONGEST_CHAT), "The chat: a list of lines."),
        need("turned_at", WholeNumber(1, LONGEST_CHAT), "The line that shows the sign, from 1."),
        need("sign", Reference("sign"), "The sign it shows."),
        _WHY,
    ),
)
_TABLES = dict(zip(KINDS, (SORT, PAIR, TURN), strict=True))


def table_of(node: Map) -> Record:
    """Return the table of an item by its `kind`; where that says nothing, by the keys that only one kind has."""
    kind = node.get("kind")
    word = kind.value.strip() if isinstance(kind, Scalar) else ""
    near = word if word in KINDS else closest(word, KINDS)
    if near is not None:
        return _TABLES[near]
    if {"chat", "turned_at"} & set(node.entries):
        return TURN
    return PAIR if {"a", "b", "not_ok"} & set(node.entries) else SORT
