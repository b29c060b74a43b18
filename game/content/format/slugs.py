"""The kinds of findings: a slug, how grave it is, and one line on why the rule is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Slug:
    """A kind of finding. An error keeps content away from children; a note never fails anything."""

    name: str
    severity: Literal["error", "warning", "note"]
    explanation: str


_ERRORS = {
    # the file
    "file-missing": "The file has to be there before it can be read.",
    "file-unreadable": "The file is there, and is no ordinary file or may not be opened.",
    "file-empty": "The file holds nothing but blanks or comments.",
    "file-too-big": "A file may have 128 KiB at most, so that a broken or hostile one cannot stop the game.",
    "not-utf8": "Files are read as UTF-8, the usual way to store text with every language's letters.",
    "odd-character": "Some characters cannot be seen and break lines or programs; they may not stand in a file.",
    "too-deep": "Lists and maps may be put into one another 20 deep at most.",
    "yaml-syntax": "The file breaks a rule of YAML: its dashes, colons, quotes and indents.",
    "unclosed-quote": "A text that begins with a quotation mark has to end with one.",
    "tab-indent": "Lines are indented with blanks; a tab looks like blanks and is none.",
    "yaml-feature": "Anchors, aliases, merge keys, tags and second documents hide what a story says, so none is read.",
    # the form
    "duplicate-key": "A key may be given once in a map: nobody can tell which of two is meant.",
    "missing-key": "Something that this part always needs is not there.",
    "unknown-key": "This part has no key of this name; a typing mistake would otherwise go unseen.",
    "empty-value": "The key is there, and nothing stands behind it.",
    "wrong-shape": "A text, a list or a map stands where one of the others belongs.",
    "unknown-value": "Some keys take only words from a fixed list.",
    "bad-number": "A whole number stands here, within its limits.",
    "bad-id": "Ids are short and plain, [a-z][a-z0-9_-]*, since saved games and plays repeat them.",
    "bad-date": "Dates are written year-month-day, as 2026-11-24.",
    "too-few": "This list needs more entries.",
    "too-many": "This list may not have so many entries.",
    "repeated-entry": "An entry stands twice in a list whose entries have to differ.",
    "duplicate-id": "Two stories, options, signs or other things may not have the same id.",
    "wrong-format": "The number after `format` says by which rules the file is written; this program knows format 1.",
    # a story's head and people
    "folder-name": "A story's folder has the name of its id, so that it can be found.",
    "reserved-id": "A person's id stands where beat words stand, so it must not be one of them.",
    "one-friend": "A story has one friend, whose phone the player looks at.",
    "unsafe-friend": "The player stands beside the friend and never beside the unsafe person (A4).",
    "no-unsafe-person": "A story that teaches signs says for its authors who the unsafe person is.",
    "minutes": "A story takes 5 to 9 minutes, a booster 2 or 3.",
    "unclear-level": "Messages that are truly unclear come at level 3 only.",
    "methods-without-signs": "Where nothing is wrong, no method of NCMEC's is taught.",
    # references
    "unknown-person": "Whoever writes or is meant stands under `people`.",
    "unknown-beat": "A beat begins with a person's id or with one of the beat words.",
    "two-beats": "Every beat has a dash of its own.",
    "unknown-chat": "A chat stands under `chats` before the story goes there.",
    "unknown-scene": "A scene that is gone to has to be there.",
    "unknown-sign": "Signs are those of signs.yaml.",
    "unknown-figure": "Figures are those of facts.yaml.",
    "unknown-picture": "A picture that is named has to be among the drawn ones.",
    "not-in-chat": "A person writes only in the chats they are in.",
    "no-in": "With two chats or more, a scene says where it happens before somebody writes.",
    # messages
    "sign-not-taught": "Every sign that is shown stands in `teaches`, so that its card is in the player's hand.",
    "taught-not-shown": "Every sign that is taught is shown or told somewhere in the story.",
    "read-and-sign": "A message is fine, unclear, or a sign: one of them.",
    "why-alone": "A `why` is shown with a judgement, so it needs `read` or `sign` beside it.",
    "friend-judged": "The player looks at what others write; what the friend writes is not judged.",
    "lookalike-not-fine": "A look-alike resembles a sign and is fine.",
    "lookalike-threat": "A threat has no harmless look-alike.",
    "hidden-text": "There is no text behind a hidden message, anywhere (A2).",
    "hidden-reading": "A harmless label is `read: fine`; the other labels never are.",
    # choices, telling, the road through the story
    "option-empty": "An option says something, does something, or both.",
    "never-safe": "Accepting, keeping the secret, moving over or chatting on is never called safe.",
    "telling-not-safe": "Asking a trusted adult is never wrong, on any item (C3).",
    "deed-band": "For the band 8-10 the ladder is STOP and TELL only (E6).",
    "choice-no-way": "At least one option leads on.",
    "one-role": "When the first adult does not help, there has to be another one to ask.",
    "keep-telling-next": "An adult who does not help is followed at once by `keep_telling`.",
    "keep-telling-alone": "`keep_telling` follows a `tell` that did not help.",
    "unsafe-adult": "Nobody is sent to the unsafe person for help (C9).",
    "dead-end": "Every path ends with help: a scene ends in a choice, a `go` or an ending (A6).",
    "after-the-end": "Nothing can come behind a choice, a `go` or an ending.",
    "loop": "No way leads back to a scene that was already played.",
    "unreachable": "Every scene can be reached from the first one.",
    "not-your-fault": "Every unsafe path says that it is not the child's fault, in a reviewed wording (B1).",
    "responsibility": "The debrief names the other person's action as the problem (B6).",
    # words that must not stand in a story
    "denied-word": "Nothing sexual stands in what children read; the list holds digests, and no words (A1).",
    "real-name": "Stories invent their apps and games, so that no real one is praised, blamed or copied (A5).",
    "invisible-character": "Characters without a shape can hide words or turn them round (A5).",
    "web-address": "Stories hold no web address: children would try it (A5).",
    "email-address": "Stories hold no e-mail address: it may be somebody's (A5).",
    "phone-number": "Stories hold no phone number: it may be somebody's (A5).",
    "at-handle": "Stories hold no @name: it may be somebody's account (A5).",
    "blame-why": "Asking a child why it did something says that the child is to blame (B2).",
    "blame-fault": "It is never a child's fault; the one who did it is responsible (B2).",
    "blame-risk": "Nobody brings this on themselves; the other person did something (B2).",
    "blame-lose": "Nobody loses here: a less safe choice gets kind words and another go (B2, B5).",
    "insult": "A child who is called stupid does not tell (B2).",
    "scare": "Fear keeps children from telling, and teaches nothing (B4).",
    "image-copy": "Copying a private picture of a child is against the law, for whatever good reason (E6).",
    "bad-advice": "Nobody pays, sends, meets, deletes, tricks or investigates: stop, keep, tell (E6).",
    "trick-praise": "The player helps and never tricks, and is not praised for it (A4).",
    "overclaim": "Nobody has shown yet that the game prevents anything, so it does not say so (H1).",
    # play-throughs
    "play-fails": "A play-through goes where it says, with the counts it says.",
    "play-unknown": "A play-through names scenes, options, messages and pulses that are there.",
    "play-stops": "A play-through takes every choice on its way, and no more.",
    # guides of lessons
    "translation-file": "A story's translations can be read, and are of this story.",
    "guide-story": "A guide belongs to one story, and is found by the story's id.",
    "guide-path": "The class's way takes every choice and rehearsal it meets, and leads to an ending (A6).",
    "guide-place": "Votes and questions stand at judged messages that the class reads on its way.",
    "guide-minutes": "The steps of a lesson add up to its length, so that the clock beside them is right.",
    "guide-order": "A lesson begins with the ground rules and ends with a calm close (F4, E8).",
    "should-have": "Asking what a child should have done says that the child is to blame (B3).",
    # the other files
    "practice-name": "A file of practice has the name of its band, so that the game knows for whom it is.",
    "too-few-wordings": "A band needs six different ways to say that it is not the child's fault.",
    "family-missing": "The six families come first in signs.yaml; every sign is in one of them.",
    "table-header": "The table's first line names its columns.",
    "wrong-contact": "This contact was met on the way and is wrong, dead or made up.",
    "helpline-source": "A row without a source is a rumour.",
    "helpline-expired": "Somebody checked this row, and the check has run out.",
    "helpline-unsigned": "A check counts with its date, its person and its last day together.",
}

_WARNINGS = {
    "long-line": "Short lines are read; the cap is 12, 18 or 24 words by band (D3).",
    "translation-long": "A translation is short too: it may have a tenth more words than the English.",
    "translation-repeats": "Two different English texts of one place do not have the same translation.",
    "cut-text": "A blank and # begin a comment, and a comment is read by nobody.",
    "reading-level": "Texts that are too hard are not read: grade 4, 6 or 9 by band at most (D2).",
    "no-glyph": "A character that no font of the game has is shown as an empty box.",
    "fine-share": "A story in which nearly everything is a sign teaches distrust, not telling apart (C1).",
    "sign-band": "Signs come in the bands that fit them (D1).",
    "too-many-signs": "Two, three or four signs by band are enough for one story (A3).",
    "long-sign": "A message that shows a sign is short: the sign, not the method (A3).",
    "early-signs": "Three unsafe messages are enough before the first choice (A3).",
    "not-your-fault-twice": "Said twice on one way, a comfort begins to sound like a formula.",
    "not-rehearsed": "Every unsafe path practises telling (C8).",
    "second-adult": "The adult who is asked next helps (C8).",
    "no-silent-way": "Not answering is open at every choice after the first sign (C13).",
    "no-safe-option": "Once a sign was there, every choice has a safe way on (B5).",
    "no-refusal": "Saying no is practised, and holding on to it when somebody pushes (C14).",
    "second-push": "Between a refusal and the next choice one push is enough (A3).",
    "gives-away": "Safe and other options are mixed, so that they have to be read (C14).",
    "picture-ask": "The ask for a private picture is told or hidden, and never written out (A3).",
    "telling-doubted": "Whoever asks an adult is praised first, whatever comes of it (C3).",
    "helper-burden": "A child who helps is not responsible for what becomes of the friend (C13).",
    "skill-not-practised": "The skills that a story names are those that it practises (C11).",
    "sign-alone": "To be known, older or kind is no sign: only what is asked for is one (C4).",
    "content-note": "The content note names a topic and does not tell the story (E7).",
    "countdown": "Nobody has to decide fast; hurry is one of the signs (D7).",
    "loud-end": "The last screen is calm (E8).",
    "blame-should": "What somebody should have done helps nobody now, and blames (B3).",
    "forever": "Pictures can often be taken down; who believes they cannot, gives up (B9).",
    "old-term": "A picture of abuse is no pornography, and no child sells itself: words say who did it (B10).",
    "adult-secret": "No adult can promise secrecy; a broken promise would be the next harm (C8).",
    "adult-why": "To a child that has just told, a why sounds like an accusation (C8).",
    "body-signal": "Many children feel no signal, and it can feel nice and still not be OK (C11).",
    "person-as-sign": "Neither new people nor kind ones are a sign, and no test clears a person (C10).",
    "role-play": "Nobody acts the one who pushes or the one who is pushed; telling is practised (F5).",
    "undefined-term": "A term is explained where it is first met (D5).",
    "band-word": "Some words are too hard for a band, or too heavy (D5).",
    "note-tells": "The note before a story names a topic; it must not give the answer away (E7).",
    "own-story": "The game asks about its people only: what really happened belongs with a person (E4).",
    "sender-reason": "Who writes tells nothing; what is asked, and whether it may be told, does (C4).",
    "practice-share": "Of the messages to sort about half are fine, 40 to 60 in a hundred (C1, C5).",
    "turn-anywhere": "Where a chat turns, the lines next to it are right too, so another line has to be further off.",
    "vote-share": "Where nearly every vote is a sign, a class learns to call everything one (C1).",
    "no-second-go": "A risky choice leads to where a safe one can be made (B5).",
    # stories beside one another
    "cue-gives-away": "Whoever can tell signs by the sender, the place or the length learns nothing about signs (C2).",
    "known-senders": "Those who harm children are often known to them, so a sign can come from anybody (B7).",
    "online-fine": "Contact online is mostly harmless, and a child who sees only the rest learns to distrust (B7).",
    "not-crossed": "Somebody from online who is fine, beside somebody known who is not: that teaches what counts (B7).",
    "one-sort-unsafe": "Where only strangers or only adults are unsafe, a child looks for strangers or adults (B7).",
    "no-good-friendship": "Life online is mostly good, and one story at least shows it (B8).",
    "far-away-unsafe": "Unsafe people are often near: known already, or of one's own age (B7).",
    "pretended-age": "Most of them say openly how old they are, so half of them at most pretend (B7).",
    "one-gender-unsafe": "Unsafe people are no one gender, and a picture of them would be wrong for somebody (B7).",
    "few-boys": "Boys are approached too, and have to find themselves in the stories (B7).",
    "band-fine-share": "Of the messages of a band about half are fine, 40 to 60 in a hundred (C1).",
    "lookalike-missing": "Whoever never sees the harmless form of a sign distrusts it too (C1).",
    "practice-missing": "What a story showed is sorted straight after it, in a round of six items (C5).",
    "booster-missing": "What was learnt fades, so a band comes back to it after some weeks (C6).",
    "keep-telling-share": "Most adults listen; some do not at first, and then one tells another (C8).",
    "no-tell-for-friend": "A friend may hear it first, and should know that telling an adult is no betrayal (C8).",
    "same-first-adult": "Where the same adults always fail, a child learns whom not to ask (C8).",
    "same-sentence": "Who has read a sentence before knows its answer, and looks no more.",
}

_NOTES = {
    "translation-term": "A term has one word in a language, so that children know it again.",
    "todo": "The author's own reminder.",
    "draft": "Two people have to read a story before it stops being a draft (H2).",
    "standard-unverified": "A standard's code is printed only where somebody read it on its official page (F8).",
    "cue-level": "How far one gets in a band by looking at one thing only, such as who writes (C2).",
    "helpline-unchecked": "Nobody has opened the live page of this service for us yet.",
}


def _register() -> Mapping[str, Slug]:
    registry = {name: Slug(name, "error", text) for name, text in _ERRORS.items()}
    registry |= {name: Slug(name, "warning", text) for name, text in _WARNINGS.items()}
    registry |= {name: Slug(name, "note", text) for name, text in _NOTES.items()}
    return MappingProxyType(registry)


SLUGS: Mapping[str, Slug] = _register()
"""Every kind of finding by its slug."""
