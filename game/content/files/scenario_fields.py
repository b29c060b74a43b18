"""The table of the scenario format: every key of a story, what it may hold, and what it is for."""

from typing import get_args

from game.content.format.fields import (
    BeatShape,
    Day,
    Id,
    ListOf,
    MapOf,
    OneOf,
    OneOrMore,
    Record,
    Reference,
    TextOr,
    WholeNumber,
    Words,
    YesNo,
    may,
    need,
)
from game.story.model import (
    ADULT_ROLES,
    BANDS,
    HARMLESS_LABELS,
    NEVER_SAFE_DEEDS,
    SAFE_DEEDS,
    UNSAFE_LABELS,
    Move,
    Outcome,
    Part,
    PulseAnswer,
)

FORMAT = 1
KINDS = ("story", "booster")
PLAYERS = ("friend", "helper", "bystander", "supporter")
SKILLS = ("notice_feeling", "set_boundary", "seek_help", "not_my_fault", "tell_for_friend", "check_facts")
METHODS = (
    "private_talk",
    "image_request",
    "rapport",
    "unprompted_image",
    "pretends_younger",
    "offers_image",
    "image_exchange",
    "incentives",
    "pretends_female",
    "pretends_agent",
    "pretends_known",
    "records",
    "bot",
    "rating",
)
KNOWS_FROM = ("online_only", "school", "family", "club", "neighbourhood", "former_partner")
AGE_GROUPS = ("child", "teen", "young_adult", "adult", "unknown")
GENDERS = ("girl", "boy", "woman", "man", "other", "unknown")
REACTIONS = ("heart", "laugh", "thumb", "wow", "sad")

_AUTHORS = Words()
_LINE = Words(cap="line")
_PROSE = Words(cap="sentence")

FACTS = Record(
    name="facts",
    fields=(
        may("unsafe", YesNo(), "Whether this is the person who is not OK. Never shown."),
        may("age_group", OneOf(AGE_GROUPS), "How old the person really is, for checks and translators."),
        may("gender", OneOf(GENDERS), "For checks and translators."),
        may("relation", _AUTHORS, "How the person stands to the friend, in a few words."),
        may("role", OneOf(ADULT_ROLES), "The adult role of this person: an unsafe one is never offered as a helper."),
    ),
)
PERSON = Record(
    name="person",
    fields=(
        need("name", _AUTHORS, "The name over the person's messages."),
        may("called", _AUTHORS, "The name that running text uses, where it is shorter."),
        need("part", OneOf(get_args(Part)), "What the person is in the story; exactly one is the friend."),
        need("picture", Reference("picture"), "A drawn avatar."),
        may(
            "knows_from", OneOf(KNOWS_FROM), "Where the friend knows the person from; everybody but the friend has it."
        ),
        may("says_age", WholeNumber(1, 120), "The age in years that the person says they have."),
        may("profile", ListOf(item=_LINE), "Lines of the profile card; they may contradict what the person says."),
        need("facts", FACTS, "What authors, checks and translators know. Never shown."),
    ),
)
CHAT = Record(
    name="chat",
    fields=(
        need("title", _LINE, "The name over the chat."),
        need("people", ListOf(item=Reference("person"), least=1, distinct=True), "Who is in it."),
    ),
)
REACT = Record(
    name="reaction",
    fields=(
        need("from", Reference("person"), "Who reacts."),
        need("with", OneOf(REACTIONS), "The small picture they leave."),
    ),
)
SPECIAL_MESSAGE = Record(
    name="special message",
    fields=(
        may("hidden", OneOf(UNSAFE_LABELS + HARMLESS_LABELS), "A grey tile; there is no text behind it, anywhere."),
        may("sticker", Id(), "A drawn picture in place of words."),
        may("says", _LINE, "What a screen reader says for the sticker."),
        may("call", OneOf(("declined",)), "A call that was not taken."),
    ),
)
MESSAGE = Record(
    name="message",
    fields=(
        may("read", OneOf(("fine", "unclear")), "How the message is, where it shows no sign."),
        may("sign", OneOrMore(Reference("sign")), "The sign it shows; of several any one is right."),
        may("why", _PROSE, "Why it is fine or a sign, said at look-back."),
        may("lookalike_of", Reference("sign"), "The sign that this fine message resembles."),
        may("react", REACT, "A small answer somebody leaves on it."),
    ),
)
OPTION = Record(
    name="option",
    fields=(
        need("id", Id(), "A short name that saved games and plays repeat."),
        may("say", _LINE, "What the friend writes."),
        may("do", OneOf(SAFE_DEEDS + NEVER_SAFE_DEEDS), "What the friend does."),
        need("move", OneOf(get_args(Move)), "How safe it is."),
        need("feedback", _PROSE, "What is said kindly after it."),
        may("go", Reference("scene"), "The scene it leads to; without it the choice is asked again."),
    ),
)
_ROLES = ListOf(item=OneOf(ADULT_ROLES), least=1, distinct=True)
BEATS = BeatShape(
    words=(
        Record(name="in", fields=(need("in", Reference("chat"), "The chat in which the following happens."),)),
        Record(
            name="pulse",
            fields=(
                need("pulse", Reference("person"), "All of it together: how is it going with this person?"),
                need("answer", OneOf(get_args(PulseAnswer)), "The right answer."),
                need("why", _PROSE, "Why."),
            ),
        ),
        Record(
            name="note",
            fields=(
                need("note", _PROSE, "A line of the narrator's."),
                may("about", Reference("sign"), "A sign that is told here rather than shown."),
            ),
        ),
        Record(name="later", fields=(need("later", _PROSE, "A gap in time."),)),
        Record(
            name="choice",
            fields=(
                need("choice", _PROSE, "The friend's question."),
                need("options", ListOf(item=OPTION, least=2, most=4), "Two to four things the friend may say or do."),
            ),
        ),
        Record(
            name="rehearse",
            fields=(
                need("rehearse", OneOf(("tell", "keep_telling", "tell_for_friend")), "Which telling is practised."),
                may("adults", _ROLES, "The adults to choose from, by role; a keep_telling has those that are left."),
                need("sentences", ListOf(item=_PROSE, least=1, distinct=True), "Sentences to choose from, said aloud."),
                need("helps", YesNo(), "Whether this adult helps."),
                need("adult_says", _PROSE, "What the adult answers."),
            ),
        ),
        Record(name="go", fields=(need("go", Reference("scene"), "On to another scene."),)),
        Record(
            name="ending",
            fields=(
                need("ending", OneOf(get_args(Outcome)), "How this path ends."),
                need("line", _PROSE, "The last words of the story."),
            ),
        ),
    ),
    message=MESSAGE,
    message_value=TextOr(text=_LINE, record=SPECIAL_MESSAGE),
)
SIGN_OFF = Record(
    name="review",
    fields=(
        need("by", _AUTHORS, "Who read the story."),
        need("role", _AUTHORS, "In which profession."),
        need("on", Day(), "On which day."),
    ),
)
SCENARIO = Record(
    name="story",
    fields=(
        need("format", WholeNumber(1, 99), "By which rules the file is written: 1."),
        need("id", Id(), "The name of the story's folder."),
        may("kind", OneOf(KINDS), "A story, or a short booster."),
        need("title", _PROSE, "The title on the card."),
        need("band", OneOf(BANDS), "For whom it is."),
        may("level", WholeNumber(1, 3), "How hard; the order in the picker."),
        need("minutes", WholeNumber(1, 60), "How long it takes: a story 5 to 9, a booster 2 or 3."),
        need("about", _PROSE, "What it is about, on the card."),
        need("content_note", _PROSE, "The topic, said first; it must not give the answer away."),
        need("player", OneOf(PLAYERS), "What the player is: never the unsafe person."),
        need(
            "teaches",
            Record(
                name="teaches",
                fields=(
                    need("signs", ListOf(item=Reference("sign"), distinct=True), "The signs it shows; [] where none."),
                    may("methods", ListOf(item=OneOf(METHODS), distinct=True), "What NCMEC counted; adult pages only."),
                    need("skills", ListOf(item=OneOf(SKILLS), distinct=True), "What is practised."),
                ),
            ),
            "What the story teaches.",
        ),
        may(
            "series",
            Record(
                name="series",
                fields=(
                    need("name", _AUTHORS, "The name of the series."),
                    need("part", WholeNumber(1, 99), "Which part this is."),
                ),
            ),
            "Recurring friends.",
        ),
        need("origin", _AUTHORS, "Where the story comes from: invented, and by whom."),
        may(
            "review",
            Record(
                name="review",
                fields=(
                    may("safeguarding", SIGN_OFF, "Signed by somebody trained in safeguarding."),
                    may("educator", SIGN_OFF, "Signed by an educator of this band."),
                ),
            ),
            "The two sign-offs; without both the story is a draft.",
        ),
        need("people", MapOf(item=PERSON, what="person"), "Everybody in the story."),
        may("chats", MapOf(item=CHAT, what="chat"), "The threads in the friend's phone; without it there is one."),
        need(
            "scenes", MapOf(item=ListOf(item=BEATS, least=1), what="scene"), "The story itself; the first scene starts."
        ),
        need(
            "debrief",
            Record(
                name="debrief",
                fields=(
                    need(
                        "responsibility",
                        _PROSE,
                        "What the other person did that was not OK, and whose fault it never was.",
                    ),
                    need("feelings", _PROSE, "How it felt, and that one may tell whatever it felt like."),
                    need("questions", ListOf(item=_PROSE, least=1), "To talk about."),
                    need("remember", _PROSE, "The sentence to take home."),
                ),
            ),
            "What is said when the story is over.",
        ),
    ),
)
