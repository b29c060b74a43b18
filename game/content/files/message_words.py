"""How people point at a message in a file beside a story: by the beginning of what is written.

A hidden tile, a sticker and a call are known by what stands for them in the story: `threat`, the words that a screen
reader says, `declined`. What the friend writes is nobody's to judge, and is not looked at.
"""

from collections.abc import Iterator, Sequence

from game.story.model import Message, Place, Scenario

_FEWEST_WORDS, _SHORT_SENTENCE = 5, 7
"""A beginning that is proposed has at least these many words, so that it can be recognised, or is a short sentence."""
_SAME = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})


def words_of(message: Message) -> str:
    """Return what stands for a message: its text, the words for its sticker, its tile or its call."""
    sticker = message.sticker.says if message.sticker is not None else None
    return " ".join((message.text or sticker or message.hidden or message.call or "").split())


def messages_to_judge(scenario: Scenario, scene: str) -> Iterator[tuple[Place, Message]]:
    """Yield what others than the friend write in a scene; nothing where there is no such scene."""
    friend = scenario.friend.id
    for index, beat in enumerate(scenario.scenes[scene].beats if scene in scenario.scenes else ()):
        if isinstance(beat, Message) and beat.person != friend:
            yield Place(scene, index), beat


def find_by_words(scenario: Scenario, scene: str, words: str, who: str | None = None) -> Sequence[Place]:
    """Return the messages of a scene that begin with these words; the one that is these words counts before others.

    Capitals, blanks and the shape of quotation marks make no difference. `who` is the person who writes, where known.
    """
    wanted = _fold(words)
    begin = [
        (place, text)
        for place, message in messages_to_judge(scenario, scene)
        if (text := _fold(words_of(message))).startswith(wanted) and who in (None, message.person)
    ]
    whole = [place for place, text in begin if text == wanted]
    return whole or [place for place, _ in begin]


def beginning_of(scenario: Scenario, place: Place) -> tuple[str, str | None] | None:
    """Return the first words of a message, as many as it takes, and its person where the words need it.

    None where no words can: somebody sends the same twice in the scene, or it is nobody's to judge.
    """
    message = scenario.beat_at(place)
    if not isinstance(message, Message) or message.person == scenario.friend.id:
        return None
    for who in (None, message.person):
        for words in _beginnings(words_of(message)):
            if find_by_words(scenario, place.scene, words, who) == [place]:
                return words, who
    return None


def _beginnings(text: str) -> Iterator[str]:
    """Yield the first sentence if it is short, then more and more words, then the whole."""
    words = text.split()
    ends = (
        count for count in range(2, _SHORT_SENTENCE + 1) if words[count - 1 : count] and words[count - 1][-1] in ".!?"
    )
    for count in (*ends, *range(_FEWEST_WORDS, len(words))):
        yield " ".join(words[:count]).rstrip(",;:.-\u2026")
    if words:
        yield text


def _fold(text: str) -> str:
    return " ".join(text.translate(_SAME).casefold().split())
