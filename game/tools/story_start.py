"""A small whole story of each band, with comments, for an author to begin from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Template
from typing import Final

from game.story.model import Band
from game.tools.file_schema import EDITOR_LINE

_STORY: Final = Template("""\
$editor_line
# A story to begin from: replace what it tells, keep what helps. `looktwice check` on its folder says what is wrong.
# Here are signs and fine messages (a third at least of the judged ones are fine), two choices and a rehearsal.
# Words: a chat line has $cap at most in this band, and so has each sentence of the other texts.
# Nothing sexual, nothing that scares or blames, no real people, brands or places.
format: 1
id: $id                # the name of the folder, too
kind: story
title: $title
band: $band
level: 1
minutes: 5             # a story takes 5 to 9
about: $about
content_note: $content_note   # names a topic, and never says whether something is wrong
player: helper         # or friend, bystander, supporter: who the player is to the friend
teaches:
  signs: [$signs]      # ids from signs.yaml; each is shown below
  methods: [$methods]
  skills: [notice_feeling, set_boundary, seek_help, not_my_fault]
origin: Begun from the example of this program.
todo: Tell a story of your own, then take this line out.

people:                # one friend; `facts` are for authors and are never shown
  alex: {name: Alex, part: friend, picture: otter, says_age: $age, facts: {age_group: child}}
  rio: {name: $contact, called: Rio, part: contact, picture: kite, knows_from: online_only, says_age: $age,
        facts: {unsafe: yes, age_group: unknown}}
  mina: {name: Mina, part: peer, picture: sunflower, knows_from: school, facts: {age_group: child, gender: girl}}

chats:
  group: {title: $group, people: [alex, rio, mina]}
  rio_only: {title: $contact, people: [alex, rio]}

scenes:                # the first scene starts; each ends in a choice, a `go` or an ending
  start:
    - in: group
    - note: $note
    - mina: $look_alike
      read: fine
      lookalike_of: $first_sign      # it resembles the sign below; `why` says what makes the difference
      why: $look_alike_why
    - rio: $fine
      read: fine
      why: $fine_why
    - later: That evening
    - in: rio_only
    - rio: $sign_1
      sign: $first_sign
      why: $sign_1_why
    - rio: $sign_2
      sign: $second_sign
      why: $sign_2_why
    - pulse: rio                     # all of it together: fine, keep_looking or not_ok
      answer: not_ok
      why: $pulse_why
    - choice: What could Alex do now?
      options:                       # 2 to 4; one way at least is not to answer; `do` comes from a fixed list
        - id: stop_here
          do: stop
          move: safe
          feedback: No answer is an answer too. Alex owes Rio nothing.
          go: asked_again
        - id: say_yes                # without `go` the choice is asked again
          say: $risky
          do: $risky_deed
          move: risky
          feedback: $risky_feedback
        - id: say_no                 # every story practises a no, and somebody pushes after it
          say: $refusal
          do: say_no
          move: safe
          feedback: Clear and kind. A no needs no reason.
          go: asked_again
        - id: tell_now
          do: tell_adult
          move: safe
          feedback: Telling is strong. Alex did nothing wrong.
          go: telling

  asked_again:
    - in: rio_only
    - rio: $push
      sign: $push_sign
      why: $push_why
    - choice: Rio asks again. What now?
      options:
        - id: ask_mina
          say: Mina, did Rio write to you too?
          move: unsure
          feedback: Asking a friend is a good start. An adult can do more.
          go: telling
        - id: mute_rio
          do: mute_or_block
          move: safe
          feedback: Now it is quiet. Then tell, so that Alex is not alone with it.
          go: telling

  telling:
    - note: Alex thinks about who could read the chat.
    - rehearse: tell
      adults: [$adults]
      sentences:
        - Something in a chat feels odd. Can you look?
        - $sentence
      helps: yes
      adult_says: I'm glad you told me. This is not your fault. We do this together.
    - in: group
    - later: The next day
    - mina: $after
    - ending: helped
      line: $ending

debrief:
  responsibility: $responsibility
  feelings: $feelings
  questions:
    - What did Rio do that was not OK?
    - How was Mina's message different?
  remember: $remember
""")

_YOUNGEST: Final = {
    "cap": "12 words",
    "title": "The golden shell",
    "about": "Alex builds a sand town in a game.",
    "content_note": "About presents in games.",
    "signs": "gift_with_strings, secrecy_request",
    "first_sign": "gift_with_strings",
    "second_sign": "secrecy_request",
    "methods": "incentives",
    "age": "9",
    "contact": "Rio_55",
    "group": "Sand town",
    "note": "Alex and Mina build a sand town in a game.",
    "look_alike": "I have two flags. One is for you!",
    "look_alike_why": "A present in front of everyone. Mina wants nothing back.",
    "fine": "Your tower is so tall!",
    "fine_why": "It is about the game. Nothing is asked for.",
    "sign_1": "Here is a golden shell. Now you owe me.",
    "sign_1_why": "The present has a catch. Rio wants something back.",
    "sign_2": "Do not tell your dad about it.",
    "sign_2_why": "Rio wants Alex to hide it at home.",
    "pulse_why": "First it was nice. Now it is a secret.",
    "risky": "OK. I will not tell.",
    "risky_deed": "keep_secret",
    "risky_feedback": "A shell is great. The catch comes from Rio. What else could Alex do?",
    "refusal": "No thanks. I like my own shells.",
    "push": "Come on! It is only our small secret.",
    "push_sign": "secrecy_request",
    "push_why": "Alex did not say yes. Rio asks for the secret again.",
    "adults": "parent_or_carer, teacher, older_relative",
    "sentence": "Someone in my game wants a secret.",
    "after": "My flag fell into the sea, haha.",
    "ending": "They told the game about Rio. The sand town has a new flag.",
    "responsibility": "Rio used a present to get a secret. That was not OK.",
    "feelings": "The shell felt good. The secret did not.",
    "remember": "If a present comes with a secret, tell.",
}
_MIDDLE: Final = {
    "cap": "18 words",
    "title": "The other map",
    "about": "Alex draws maps with a club, and someone new joins.",
    "content_note": "About new people in a club.",
    "signs": "platform_shift, secrecy_request",
    "first_sign": "platform_shift",
    "second_sign": "secrecy_request",
    "methods": "rapport",
    "age": "12",
    "contact": "Rio_55",
    "group": "Map club",
    "note": "Alex draws maps of invented islands. The club shares them.",
    "look_alike": "The club moves to the school page on Friday. Everyone gets the link in class.",
    "look_alike_why": "All of them move, and the teacher knows. Nobody is led away alone.",
    "fine": "Your harbour looks great. How did you draw the waves?",
    "fine_why": "A question about the map, where everyone can read it.",
    "sign_1": "Come over to my other app. It is quieter there, just us.",
    "sign_1_why": "Rio wants Alex away from the club, with nobody else there.",
    "sign_2": "And keep it from your parents. They would only fuss.",
    "sign_2_why": "Rio asks Alex to hide something from the people who look after Alex.",
    "pulse_why": "Praise for a map was fine. Together with the move and the secret it is not.",
    "risky": "OK, what is it called?",
    "risky_deed": "move_over",
    "risky_feedback": "Being asked can feel good. The move is Rio's plan. What else could Alex do?",
    "refusal": "No thanks, I like it here.",
    "push": "Oh come on. Two minutes, and nobody will know.",
    "push_sign": "secrecy_request",
    "push_why": "Alex did not say yes, and Rio pushes on for a secret.",
    "adults": "parent_or_carer, teacher, older_relative",
    "sentence": "Someone from the club wants me to write elsewhere, in secret.",
    "after": "I found a whale in your map. Was that on purpose?",
    "ending": "They told the club about Rio together. Alex's whale has a name now.",
    "responsibility": "Rio tried to lead Alex away in secret. That was not OK, and it was never Alex's fault.",
    "feelings": "The praise felt good. The secret did not. Both can be true.",
    "remember": "If someone wants you elsewhere and in secret, that is a reason to tell.",
}
_OLDEST: Final = {
    "cap": "24 words",
    "title": "Track nine",
    "about": "Alex makes music with friends, and a listener writes.",
    "content_note": "About praise from people online.",
    "signs": "big_offer, hurry_up",
    "first_sign": "big_offer",
    "second_sign": "hurry_up",
    "methods": "pretends_agent",
    "age": "15",
    "contact": "rio.beats",
    "group": "Basement band",
    "note": "Alex and Mina put a new track online. It is the ninth.",
    "look_alike": "The youth centre asks if we play at the summer party. Your mum has the form.",
    "look_alike_why": "An offer from a place they know, with a form that parents read first.",
    "fine": "That bass line in the middle is really something.",
    "fine_why": "Praise for the music, in the open. Nothing is asked for.",
    "sign_1": "I can get you a record deal. I only want you, not the band.",
    "sign_1_why": "A great offer out of nowhere, for Alex alone. No name, no firm, nothing to look up.",
    "sign_2": "You have to say yes tonight. Tomorrow it goes to someone else.",
    "sign_2_why": "Rio leaves no time to think or to ask anybody.",
    "pulse_why": "The praise was fine by itself. With the offer and the rush it looks like a plan.",
    "risky": "Wow. OK, I'm in.",
    "risky_deed": "accept",
    "risky_feedback": "Wanting this is no mistake. The rush is Rio's doing. What else could Alex do?",
    "refusal": "No. I decide nothing tonight.",
    "push": "Last call. In an hour the deal is gone.",
    "push_sign": "hurry_up",
    "push_why": "Alex did not say yes. Rio turns the clock up instead of waiting.",
    "adults": "parent_or_carer, youth_worker, older_relative",
    "sentence": "I got an offer, and it feels rushed.",
    "after": "Drummer found. It is my aunt. Do not laugh, she is good.",
    "ending": "Nobody could find Rio's firm, and they reported the account together. The band has a drummer now.",
    "responsibility": "Rio made up an offer and pushed. That was not OK, and it was never Alex's fault.",
    "feelings": "It felt great to be heard, and odd to be rushed. Both can be true.",
    "remember": "A real offer can wait until somebody you trust has read it.",
}
_BANDS: Final[Mapping[Band, Mapping[str, str]]] = {"8-10": _YOUNGEST, "11-13": _MIDDLE, "14-17": _OLDEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStart:
    """A story that does not exist yet: its id and its band."""

    id: str
    band: Band

    def text(self) -> str:
        """Return its scenario.yaml: a whole story without errors or warnings, with a reminder to replace it."""
        return _STORY.substitute(_BANDS[self.band], id=self.id, band=self.band, editor_line=EDITOR_LINE)
