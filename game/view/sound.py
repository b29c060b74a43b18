"""Soft sounds for what happens: opened at the first one, and silent for good where there is nothing to play them on."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pygame

from game.errors import LookTwiceError
from game.resources import data_folder

__all__ = ["SoundBox"]

_RATE: Final = 22_050
_BUFFER: Final = 512
"""Samples between asking for a sound and hearing it: a fortieth of a second."""
_VOLUME: Final = 0.7
_NAME: Final = re.compile(r"[a-z0-9_]+")
# A pygame without its mixer answers with NotImplementedError.
_SILENCING: Final = (pygame.error, OSError, ValueError, NotImplementedError, ImportError, LookTwiceError)


class SoundBox:
    """Plays the sounds of `assets/sounds`. Nothing in here ever raises: a game without sound is a whole game."""

    def __init__(self, enabled: bool = True) -> None:
        """`enabled` may be changed at any time; a box that never plays a sound opens no device."""
        self.enabled = enabled
        self._works: bool | None = None
        self._sounds: dict[str, pygame.mixer.Sound | None] = {}

    def play(self, name: str) -> None:
        """Start a sound beside those that are playing; a sound that is not there is passed over."""
        if not self.enabled or self._works is False:
            return
        if self._works is None:
            self._works = _open_device()
        # A sound that outlives the mixer it was loaded for takes the whole program down when it is played.
        if not self._works or pygame.mixer.get_init() is None:
            self._works = False
            return
        if name not in self._sounds:
            self._sounds[name] = _load_sound(name)
        sound = self._sounds[name]
        if sound is None:
            return
        try:
            sound.play()
        except _SILENCING:
            self._works = False

    def close(self) -> None:
        """Give the device back. The next sound would open it again, unless there was none."""
        self._sounds.clear()
        if self._works:
            self._works = None
            pygame.mixer.quit()


def _open_device() -> bool:
    if not _can_be_heard(sys.platform, os.environ):
        return False
    try:
        pygame.mixer.init(_RATE, -16, 1, _BUFFER)
    except _SILENCING:
        return False
    return True


def _can_be_heard(platform: str, environ: Mapping[str, str], devices: Path = Path("/dev/snd")) -> bool:
    """Whether it is worth asking for a device: on a Linux without any, asking costs time and a page of warnings."""
    if platform != "linux" or environ.get("SDL_AUDIODRIVER") or environ.get("PULSE_SERVER"):
        return True
    servers = Path(environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    return devices.is_dir() or any((servers / server).exists() for server in ("pulse/native", "pipewire-0"))


def _load_sound(name: str) -> pygame.mixer.Sound | None:
    try:
        file = data_folder("assets") / "sounds" / f"{name}.wav"
        if not _NAME.fullmatch(name) or not file.is_file():
            return None
        sound = pygame.mixer.Sound(file)
        sound.set_volume(_VOLUME)
    except _SILENCING:
        return None
    return sound
