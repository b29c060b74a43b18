"""A made-up story of any size and the mix of a real one, to measure with and to test with. It is never shipped."""

from random import Random

_HEAD = """\
format: 1
id: sample-story
title: A long week
band: 11-13
level: 1
minutes: 7
about: Sam plays on a team with someone new.
content_note: About presents in games.
player: helper
teaches:
  signs: [gift_with_strings, secrecy_request, platform_shift]
  methods: [incentives, rapport]
  skills: [notice_feeling, set_boundary, seek_help, not_my_fault]
origin: Put together by a program, to measure with.

people:
  sam: {name: Sam, part: friend, picture: fox, says_age: 12, facts: {gender: boy}}
  kai: {name: Kai_77, called: Kai, part: contact, picture: rocket, knows_from: online_only, says_age: 13,
        profile: ["Level 94", "Likes ice maps"], facts: {unsafe: yes}}
  noor: {name: Noor, part: peer, picture: cactus, knows_from: school, facts: {age_group: child, gender: girl}}

chats:
  crew: {title: Sky crew, people: [sam, kai, noor]}
  kai_only: {title: Kai_77, people: [sam, kai]}

scenes:
"""
_TAIL = """\
  told:
    - rehearse: tell
      adults: [parent_or_carer, teacher, older_relative]
      sentences:
        - Someone in my game asked me not to tell you something.
        - Can you read a chat with me? It feels odd.
      helps: yes
      adult_says: I'm glad you told me. This is not your fault. We can tell the game together.
    - ending: helped
      line: They told the game about Kai. Sam kept the crew and the match.

debrief:
  responsibility: Kai used a present to ask for a secret. That was not OK, and it was never Sam's fault.
  feelings: The present felt good. The secret did not.
  questions:
    - What did Kai do that was not OK?
  remember: A surprise ends with everyone knowing. A "don't tell" is a reason to tell.
"""
_FINE = (
    ("kai", "Good game! You saved the whole team.", "It is about the game, and nothing is asked for."),
    ("kai", "Same time tomorrow? We could try the ice map.", "Nothing here has to stay hidden."),
    ("noor", "I have a double of the blue sail. Want it?", "A fair swap, out in the open."),
    ("noor", "And bring your ship drawing, my sister wants to see it!", "A kind ask, and anyone may know."),
    ("noor", "You went quiet. Everything OK?", "Noor asks openly. Sam is free to answer or not."),
)
_SIGNS = (
    ("gift_with_strings", "Pay me back with a favour.", "The present has a string. Nobody says which favour."),
    ("secrecy_request", "Just do not tell your mum.", "Kai asks Sam to hide something from the family."),
    ("platform_shift", "Come over to Nimbo. I'm always on there.", "Kai wants to move Sam away from the team."),
)
_SAM = ("Haha thanks. That last boss was hard.", "Not today, I have training.", "The bridge was all Noor.")
_NOTES = ("Sam has been playing Sky Harbour all week.", "Sam hands you the phone.", "It is late, and the light is off.")


def sample_story(kilobytes: int, seed: int = 0) -> str:
    """Return the text of a story of about this size (8 to 127), without errors; the same for the same seed."""
    random = Random(seed)
    scenes: list[str] = []
    size, number = len(_HEAD) + len(_TAIL), 0
    while size < kilobytes * 1024 - 2400:
        number += 1
        scenes.append(_scene(number, random))
        size += len(scenes[-1])
    scenes.append(f"  scene_{number + 1}:\n    - go: told\n\n")
    return _HEAD + "".join(scenes) + _TAIL


def _scene(number: int, random: Random) -> str:
    """Return a scene of a dozen beats and a choice, which leads to the next scene or to telling."""
    following = f"scene_{number + 1}"
    lines = [f"  scene_{number}:", "    - in: crew", f"    - note: {random.choice(_NOTES)}"]
    for person, text, why in random.sample(_FINE, 4):
        lines += [f"    - {person}: {text}", "      read: fine", f"      why: {why}"]
    lines += [f"    - sam: {random.choice(_SAM)}", "    - later: That evening", "    - in: kai_only"]
    # After the first no Kai pushes once; every later no leads straight to telling.
    signs = _SIGNS if number == 1 else random.sample(_SIGNS, 1 if number == 2 else 3)
    for sign, text, why in signs:
        lines += [f"    - kai: {text}", f"      sign: {sign}", f"      why: {why}"]
    lines += ["    - pulse: kai", "      answer: not_ok", "      why: Put together, the messages lead to a secret."]
    lines += ['    - choice: Sam asks you, "What do I write?"', "      options:"]
    lines += _option(
        f"no_answer_{number}",
        "do: stop" if number == 1 else "do: leave",
        "safe",
        "Sam owes no answer. Silence is an answer too.",
        following,
    )
    lines += _option(f"take_it_{number}", "do: keep_secret", "risky", "The string comes from Kai, not from Sam.", None)
    say_no = "say: No thanks, I don't do secrets.\n          do: say_no"
    lines += _option(f"say_no_{number}", say_no, "safe", "Clear, and enough.", following if number == 1 else "told")
    lines += _option(f"tell_{number}", "do: tell_adult", "safe", "Telling early is a strong move.", "told")
    return "\n".join(lines) + "\n\n"


def _option(id: str, what: str, move: str, feedback: str, go: str | None) -> list[str]:
    lines = [f"        - id: {id}", f"          {what}", f"          move: {move}", f"          feedback: {feedback}"]
    return lines + ([f"          go: {go}"] if go else [])
