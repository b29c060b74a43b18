"""What pygame's events mean for the game."""

from collections.abc import Iterator
from typing import Any

import pygame
import pytest

from game.ui.events import CloseWindow, Event, Focused, Key, Pointer, Wheel
from game.view.input import InputReader, PointerSpace

SPACE = PointerSpace(0.5, 400, 600)


@pytest.fixture
def display() -> Iterator[None]:
    pygame.display.init()
    pygame.event.clear()
    yield
    pygame.display.quit()


def read(*events: pygame.Event) -> list[Event | None]:
    """What events that went through pygame's queue mean."""
    pygame.event.clear()
    for event in events:
        pygame.event.post(event)
    reader = InputReader()
    wanted = {event.type for event in events}
    return [reader.read(event, SPACE) for event in pygame.event.get() if event.type in wanted]


def key(code: int, typed: str = "", **more: Any) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, unicode=typed, **{"mod": 0, **more})


@pytest.mark.usefixtures("display")
class TestKeys:
    @pytest.mark.parametrize(
        ("code", "name"),
        [
            (pygame.K_ESCAPE, "escape"),
            (pygame.K_RETURN, "return"),
            (pygame.K_KP_ENTER, "return"),
            (pygame.K_SPACE, "space"),
            (pygame.K_TAB, "tab"),
            (pygame.K_PAGEDOWN, "page_down"),
            (pygame.K_F11, "f11"),
        ],
    )
    def test_named_keys_have_their_names(self, code: int, name: str) -> None:
        assert read(key(code, "\r")) == [Key(name)]

    def test_the_keys_for_a_full_screen_come_with_what_is_held(self) -> None:
        assert read(key(pygame.K_RETURN, "\r", mod=pygame.KMOD_LALT)) == [Key("return", alt=True)]
        assert read(key(pygame.K_F11)) == [Key("f11")]

    def test_characters_are_what_the_layout_types_in_lower_case(self) -> None:
        assert read(key(pygame.K_q, "A", mod=pygame.KMOD_LSHIFT)) == [Key("a", shift=True)]
        assert read(key(pygame.K_q, "й")) == [Key("й")]
        assert read(key(pygame.K_KP1, "1")) == [Key("1")]

    def test_with_control_a_character_is_the_one_without(self) -> None:
        assert read(key(pygame.K_q, "\x11", mod=pygame.KMOD_LCTRL)) == [Key("q", control=True)]
        assert read(key(pygame.K_q, "", mod=pygame.KMOD_LMETA | pygame.KMOD_ALT)) == [Key("q", control=True, alt=True)]

    def test_keys_that_type_nothing_mean_nothing(self) -> None:
        assert read(key(pygame.K_LSHIFT)) == [None]

    def test_a_key_that_stays_down_repeats_until_it_is_let_go(self) -> None:
        up = pygame.Event(pygame.KEYUP, key=pygame.K_h, mod=0)
        events = read(key(pygame.K_h, "h"), key(pygame.K_h, "h"), up, key(pygame.K_h, "h"))
        assert events == [Key("h"), Key("h", repeat=True), None, Key("h")]

    def test_without_the_keyboard_no_key_is_down(self) -> None:
        lost = pygame.Event(pygame.WINDOWFOCUSLOST)
        assert read(key(pygame.K_h, "h"), lost, key(pygame.K_h, "h")) == [Key("h"), Focused(False), Key("h")]


@pytest.mark.usefixtures("display")
class TestPointers:
    def test_the_main_button_is_placed_in_dp(self) -> None:
        down = pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(100, 60), touch=False)
        move = pygame.Event(pygame.MOUSEMOTION, pos=(102, 60), rel=(2, 0), buttons=(1, 0, 0), touch=False)
        up = pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=(102, 60), touch=False)
        assert read(down, move, up) == [Pointer("down", 50, 30), Pointer("move", 51, 30), Pointer("up", 51, 30)]

    def test_a_mouse_that_leaves_the_window_is_nowhere_in_it(self) -> None:
        assert read(pygame.Event(pygame.WINDOWLEAVE)) == [Pointer("move", -1, -1)]

    def test_a_press_goes_on_outside_the_window(self) -> None:
        down = pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(100, 60), touch=False)
        up = pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=(-20, 60), touch=False)
        leave = pygame.Event(pygame.WINDOWLEAVE)
        assert read(down, leave, up, leave) == [
            Pointer("down", 50, 30),
            None,
            Pointer("up", -10, 30),
            Pointer("move", -1, -1),
        ]

    def test_other_buttons_mean_nothing(self) -> None:
        assert read(pygame.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=(1, 1), touch=False)) == [None]
        assert read(pygame.Event(pygame.MOUSEBUTTONDOWN, button=4, pos=(1, 1), touch=False)) == [None]

    def test_a_mouse_that_is_really_a_finger_is_left_out(self) -> None:
        assert read(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(1, 1), touch=True)) == [None]

    def test_the_first_finger_leads_and_others_mean_nothing(self) -> None:
        def finger(kind: int, number: int, x: float) -> pygame.Event:
            return pygame.Event(kind, finger_id=number, touch_id=1, x=x, y=0.5, dx=0.0, dy=0.0)

        events = read(
            finger(pygame.FINGERDOWN, 7, 0.25),
            finger(pygame.FINGERDOWN, 8, 0.9),
            finger(pygame.FINGERMOTION, 8, 0.8),
            finger(pygame.FINGERMOTION, 7, 0.5),
            finger(pygame.FINGERUP, 8, 0.8),
            finger(pygame.FINGERUP, 7, 0.5),
            finger(pygame.FINGERDOWN, 9, 0.75),
        )
        assert events == [
            Pointer("down", 100, 300, touch=True),
            None,
            None,
            Pointer("move", 200, 300, touch=True),
            None,
            Pointer("up", 200, 300, touch=True),
            Pointer("down", 300, 300, touch=True),
        ]

    def test_a_notch_of_the_wheel_is_48_dp_and_touchpads_are_finer(self) -> None:
        notch = pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0, pos=(20, 40))
        swipe = pygame.Event(pygame.MOUSEWHEEL, x=0, y=0, precise_y=0.25, pos=(20, 40))
        plain = pygame.Event(pygame.MOUSEWHEEL, x=0, y=2, pos=(20, 40))
        sideways = pygame.Event(pygame.MOUSEWHEEL, x=1, y=0, precise_y=0.0, pos=(20, 40))
        assert read(notch, swipe, plain, sideways) == [Wheel(10, 20, 48), Wheel(10, 20, -12), Wheel(10, 20, -96), None]


@pytest.mark.usefixtures("display")
def test_the_windows_own_events_are_passed_on() -> None:
    events = [pygame.Event(kind) for kind in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWCLOSE, pygame.QUIT)]
    assert read(*events) == [Focused(True), CloseWindow(), CloseWindow()]
    assert read(pygame.Event(pygame.USEREVENT)) == [None]
