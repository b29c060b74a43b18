"""Make the sounds of the game: short, soft notes of wood and strings; the same bytes on every run.

    python assets/sounds/make_sounds.py

Nothing here may startle: every sound swells and fades, stays below a third of full loudness, and none is like an alarm.
"""

import io
import math
import random
import struct
import sys
import wave
from collections.abc import Callable, Mapping
from pathlib import Path

RATE = 22_050
"""Samples per second."""
PEAK = 0.33
"""The loudest a sound may get, as a part of full scale."""
SWELL, FADE = 0.006, 0.025
"""Seconds in which a sound comes up and goes down."""

C4, E4, G4, A4, C5, D5, E5, G5 = 261.63, 329.63, 392.0, 440.0, 523.25, 587.33, 659.26, 783.99

Samples = list[float]


def strike_bar(pitch: float, seconds: float, *, ring: float = 0.09) -> Samples:
    """A wooden bar under a soft mallet; `ring` is the time in which its tone falls to a third."""
    # A marimba's bars are cut so that the second partial stands two octaves up; the third is a short knock.
    partials = ((1.0, 1.0, 1.0), (3.93, 0.16, 0.35), (9.2, 0.04, 0.12))
    notes: Samples = []
    for step in range(round(seconds * RATE)):
        at = step / RATE
        tones = (
            loud * math.exp(-at / (ring * lasting)) * math.sin(2 * math.pi * pitch * times * at)
            for times, loud, lasting in partials
        )
        notes.append(sum(tones))
    return notes


def pluck_string(pitch: float, seconds: float, *, seed: int, damping: float = 0.985) -> Samples:
    """A string plucked with the thumb: noise going round in a loop that swallows what is shrill (Karplus, Strong)."""
    chance = random.Random(seed)
    length = round(RATE / pitch)
    loop = soften([chance.uniform(-1, 1) for _ in range(length)], max(5, length // 8))
    # What noise has too much on one side would never die away in the loop.
    middle = sum(loop) / length
    loop = [value - middle for value in loop]
    notes: Samples = []
    for step in range(round(seconds * RATE)):
        here = step % len(loop)
        value = loop[here]
        loop[here] = damping * (value + loop[(here + 1) % len(loop)]) / 2
        notes.append(value)
    return notes


def brush_paper(seconds: float, *, seed: int, width: int = 9) -> Samples:
    """A page brushing over another: dull noise that swells and falls once."""
    chance = random.Random(seed)
    length = round(seconds * RATE)
    noise = soften([chance.uniform(-1, 1) for _ in range(length)], width)
    return [value * math.sin(math.pi * step / length) ** 2 for step, value in enumerate(noise)]


def soften(samples: Samples, width: int) -> Samples:
    """Samples with each replaced by the mean of the `width` around it (round the end), twice over."""
    for _ in range(2):
        count = len(samples)
        samples = [sum(samples[(at + off) % count] for off in range(width)) / width for at in range(count)]
    return samples


def mix(*parts: tuple[float, float, Samples]) -> Samples:
    """Parts laid over each other: each starts after so many seconds, and its loudest sample is as high as told."""
    length = max(round(start * RATE) + len(part) for start, _, part in parts)
    whole = [0.0] * length
    for start, loud, part in parts:
        level = loud / max(abs(value) for value in part)
        for step, value in enumerate(swell_and_fade(part), start=round(start * RATE)):
            whole[step] += value * level
    return whole


def swell_and_fade(samples: Samples) -> Samples:
    """Samples that start and end in silence."""
    rise, fall, last = SWELL * RATE, FADE * RATE, len(samples) - 1
    return [value * min(1.0, at / rise, (last - at) / fall) for at, value in enumerate(samples)]


def arrive() -> Samples:
    """A message: one soft bar, with its third behind it."""
    return mix((0.0, 1.0, strike_bar(C5, 0.24)), (0.05, 0.45, strike_bar(E5, 0.19, ring=0.06)))


def send() -> Samples:
    """The friend's answer goes out: a step up."""
    return mix((0.0, 0.8, strike_bar(G4, 0.16, ring=0.05)), (0.07, 1.0, strike_bar(C5, 0.2, ring=0.07)))


def tap() -> Samples:
    """A finger on wood."""
    return mix((0.0, 1.0, strike_bar(G4, 0.07, ring=0.018)), (0.0, 0.1, brush_paper(0.05, seed=3)))


def mark() -> Samples:
    """A message is marked: the same whatever the player said about it."""
    return mix((0.0, 1.0, strike_bar(A4, 0.16, ring=0.045)))


def card() -> Samples:
    """A card is laid down."""
    return mix((0.0, 0.4, brush_paper(0.1, seed=5)), (0.05, 1.0, strike_bar(E4, 0.15, ring=0.04)))


def turn_page() -> Samples:
    """Looking back: a page turns."""
    return mix((0.0, 0.55, brush_paper(0.3, seed=7)), (0.18, 1.0, pluck_string(E4, 0.2, seed=8)))


def told() -> Samples:
    """An adult answers: two warm notes that come to rest."""
    return mix(
        (0.0, 0.5, pluck_string(G4, 0.26, seed=11)),
        (0.0, 0.5, strike_bar(G4, 0.26)),
        (0.13, 0.5, pluck_string(C4, 0.27, seed=12)),
        (0.13, 0.8, strike_bar(C4, 0.27, ring=0.12)),
    )


def done() -> Samples:
    """A story is over: a chord, bar by bar."""
    bars = ((0.0, 0.75, C4), (0.06, 0.75, E4), (0.12, 0.8, G4), (0.18, 1.0, C5))
    return mix(*((start, loud, strike_bar(pitch, 0.4 - start, ring=0.11)) for start, loud, pitch in bars))


def open_panel() -> Samples:
    """A panel opens: two quick strings upwards."""
    return mix((0.0, 0.7, pluck_string(G4, 0.12, seed=21)), (0.05, 1.0, pluck_string(C5, 0.13, seed=22)))


def close_panel() -> Samples:
    """A panel closes: the same two downwards."""
    return mix((0.0, 0.7, pluck_string(C5, 0.12, seed=22)), (0.05, 1.0, pluck_string(G4, 0.13, seed=21)))


def turn_card() -> Samples:
    """A practice item is turned over and explained."""
    return mix((0.0, 0.5, brush_paper(0.12, seed=31)), (0.06, 1.0, strike_bar(D5, 0.14, ring=0.035)))


def gather() -> Samples:
    """Something comes to the album or the hand of adults: two bars side by side."""
    return mix((0.0, 0.8, strike_bar(E5, 0.2, ring=0.06)), (0.08, 1.0, strike_bar(G5, 0.24, ring=0.07)))


SOUNDS: Mapping[str, tuple[Callable[[], Samples], float]] = {
    "arrive": (arrive, 0.85),
    "send": (send, 0.8),
    "tap": (tap, 0.55),
    "mark": (mark, 0.75),
    "card": (card, 0.75),
    "turn_page": (turn_page, 0.7),
    "turn_card": (turn_card, 0.7),
    "told": (told, 1.0),
    "done": (done, 1.0),
    "gather": (gather, 0.75),
    "open": (open_panel, 0.55),
    "close": (close_panel, 0.5),
}
"""Each sound's maker, and how loud it is as a part of PEAK."""


def make_sound(name: str) -> bytes:
    """The bytes of a WAV file: 16 bits, one channel."""
    maker, share = SOUNDS[name]
    samples = swell_and_fade(maker())
    level = PEAK * share * 32_767 / max(abs(value) for value in samples)
    frames = b"".join(struct.pack("<h", round(value * level)) for value in samples)
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(frames)
    return file.getvalue()


def main() -> int:
    """Write every sound beside this script."""
    folder = Path(__file__).resolve().parent
    for name in SOUNDS:
        (folder / f"{name}.wav").write_bytes(make_sound(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
