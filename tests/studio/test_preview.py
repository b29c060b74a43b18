"""Promises of the preview: it plays what was saved, keeps the place, and says what is wrong."""

import shutil

import pytest

from game.i18n.pseudo import MIRRORED
from game.resources import data_folder
from game.story.model import Place
from game.story.plays import Judge, Judgement
from game.studio.preview.devices import DEVICES
from game.studio.preview.watch import SETTLED
from game.ui.events import CloseWindow, Key, Pointer, Resized, Wheel
from game.ui.intents import EraseEverything, GoTo, LookAt, Say
from game.ui.tree import find, walk

FINDINGS = "author:findings_panel"
LIST = "author:dialog"
BROKEN = ("scenes:\n  start:", "scenes:\n start:\n  - [")


def break_it(author):
    author.replace(*BROKEN)


# Reading anew


def test_the_topic_note_is_the_first_screen_with_no_gate_and_no_first_start(open_preview):
    author = open_preview()
    assert "One more game" in author.screen
    assert author.sees("start")
    assert "1 note" in author.screen


def test_what_is_saved_is_on_the_screen_at_the_next_look(author):
    author.replace("I made you a paper crane!", "I folded you a boat!")
    assert "I folded you a boat!" in author.screen
    assert "paper crane" not in author.screen


def test_a_sound_version_is_shown_at_once_and_waits_for_nothing(author):
    author.write(author.text.replace("paper crane", "paper boat"))
    author.wait(0.001)
    assert "paper boat" in author.screen


def test_the_place_in_the_story_is_kept_over_a_save(author):
    author.press("pulse:fine")
    author.read()
    author.press("option:no_thanks")
    author.read()
    before = author.playing.state
    assert before.awaiting == "rehearse"
    author.replace("Thanks for telling me.", "Good that you told me.")
    assert author.playing.state == before


def test_an_answer_stays_with_its_message_where_lines_are_added_above_it(author):
    coins = Place("start", 1)
    author.stage.game.perform(LookAt(coins))
    author.stage.game.perform(Say(coins, "not_ok", "gift_with_strings"))
    author.replace("    - noor: I made", "    - note: It is a Monday.\n    - noor: Hi!\n    - noor: I made")
    assert author.playing.state.judgements == {Place("start", 3): Judgement("not_ok", "gift_with_strings")}
    assert author.playing.state.awaiting == "pulse"
    assert "It is a Monday." in author.screen


def test_an_input_that_no_longer_fits_is_where_it_stops_and_the_strip_says_so(author):
    author.press("pulse:fine")
    author.read()
    author.press("option:no_thanks")
    author.read()
    author.replace("id: no_thanks", "id: no_gift")
    assert author.playing.state.awaiting in ("choice", "reading")
    assert [type(done).__name__ for done in author.playing.state.inputs] == ["AnswerPulse"]
    assert "no_thanks" in author.said
    assert not author.sees(FINDINGS)


def test_an_answer_to_a_message_that_went_is_let_go_and_the_strip_says_so(author):
    crane = Place("start", 0)
    author.stage.game.perform(Say(crane, "fine"))
    assert author.playing.state.inputs == (Judge(crane, "fine"),)
    start = author.text.index("    - noor: I made")
    author.save(author.text[:start] + author.text[author.text.index("    - luz:") :])
    assert author.playing.state.inputs == ()
    assert author.playing.state.awaiting == "pulse"
    assert "went with its message" in author.said


def test_a_title_that_changes_while_the_topic_note_is_open_changes_there(open_preview):
    author = open_preview()
    author.replace("title: One more game", "title: Another game")
    assert "Another game" in author.screen


def test_a_story_may_get_another_id_while_it_is_played(author):
    author.replace("id: one-more-game", "id: another-game")
    assert author.playing.scenario.id == "another-game"
    assert author.playing.state.awaiting == "pulse"
    author.press("pulse:fine")
    author.read()
    assert author.playing.state.awaiting == "choice"


# Broken files


def test_a_broken_file_leaves_the_last_version_on_the_screen_with_the_findings_over_it(author):
    break_it(author)
    assert author.sees(FINDINGS)
    assert "paper crane" in author.screen
    assert "error" in author.screen
    assert "You see the last version that could." in author.screen
    assert find(author.stage.draw(), "pulse:fine") is not None


def test_a_finding_shows_its_place_its_line_what_is_meant_in_it_and_what_to_do(author):
    author.replace("sign: gift_with_strings", "sing: gift_with_strings")
    assert "unknown-key" in author.screen
    assert "`sing` is no key of this message." in author.screen
    shown = [item.node.label for item in walk(author.stage.draw()) if item.node.label]
    assert "sing: gift_with_strings" in shown
    assert "caret under: sing" in shown
    assert "Did you mean `sign`?" in shown


def test_the_caret_stands_under_the_word_that_is_meant(author):
    author.replace("sign: gift_with_strings", "sign: gift_with_string")
    tree = author.stage.draw()
    caret = next(item for item in walk(tree) if item.node.label == "caret under: gift_with_string")
    line = next(item for item in walk(tree) if item.node.label == "sign: gift_with_string")
    style = line.node.text.lines[0].runs[0].style
    x, end = (line.rect.x + width_of(author, text, style) for text in ("sign: ", "sign: gift_with_string"))
    assert caret.rect.x == pytest.approx(x, abs=4)
    assert caret.rect.right == pytest.approx(end, abs=4)


def width_of(author, text, style):
    return author.stage.desk._layouts.measure.width(text, style, "Latn", False)


def test_a_mended_file_puts_the_findings_away_and_goes_on_at_the_same_place(author):
    whole, before = author.text, author.playing.state
    break_it(author)
    assert author.sees(FINDINGS)
    author.save(whole)
    assert not author.sees(FINDINGS)
    assert author.playing.state == before
    assert author.said.endswith("as saved")


def test_a_story_that_has_errors_and_can_be_played_is_played_as_it_is(author):
    author.replace("I made you a paper crane!\n      read: fine", "I made you a boat!\n      read: fin")
    assert author.sees(FINDINGS)
    author.replace("read: fin\n", "read: fine\n")
    author.replace("go: telling}", "go: nowhere}")
    assert "I made you a boat!" in author.screen
    assert "unknown-scene" in author.screen
    assert "offered to no child" in author.screen


def test_a_way_to_nowhere_stops_the_story_and_the_strip_says_why(author):
    author.replace("go: telling}", "go: nowhere}")
    author.key("escape")
    author.press("pulse:fine")
    author.read()
    author.press("option:say_nothing")
    assert "nowhere" in author.said
    assert author.playing.state.awaiting == "choice"
    author.replace("go: nowhere}", "go: telling}")
    author.press("option:say_nothing")
    assert author.playing.feedback is not None


def test_a_file_that_is_broken_from_the_start_shows_its_findings_alone(open_preview):
    author = open_preview("format: 1\nid: one-more-game\npeople: [")
    assert author.sees(FINDINGS)
    assert "Too little can be read for the story to be played." in author.screen
    for key in ("f2", "f3", "f4", "f7", "f8", "f9", "f10", "return", "h", "m", "escape"):
        author.key(key)
    assert not author.sees("menu")


def test_a_story_that_becomes_readable_starts_at_its_topic_note(open_preview, story):
    whole = story.read_text(encoding="utf-8")
    author = open_preview("nothing")
    author.save(whole)
    assert author.sees("start")
    assert not author.sees(FINDINGS)


def test_a_file_that_is_taken_away_is_a_finding_and_comes_back(author):
    whole = author.text
    author.file.unlink()
    author.wait(0.01)
    author.wait(1.0)
    assert "file-missing" in author.screen
    assert "paper crane" in author.screen
    author.save(whole)
    assert not author.sees(FINDINGS)


def test_a_file_that_is_half_written_for_a_moment_shows_no_error(author):
    whole = author.text
    author.write("")
    author.wait(0.02)
    assert not author.sees(FINDINGS)
    author.wait(SETTLED * 0.6)
    assert not author.sees(FINDINGS)
    author.save(whole.replace("paper crane", "paper boat"))
    assert not author.sees(FINDINGS)
    assert "paper boat" in author.screen


def test_a_file_that_stays_half_written_is_an_error_after_a_moment(author):
    author.write("")
    author.wait(0.02)
    author.wait(SETTLED)
    assert author.sees(FINDINGS)


def test_while_a_version_waits_the_clock_knows_until_when(author):
    author.write("")
    due = author.stage.tick(author.now)
    assert due == pytest.approx(author.now + SETTLED)


def test_findings_that_were_put_away_stay_away_until_there_are_new_ones(author):
    author.replace("go: telling}", "go: nowhere}")
    author.key("escape")
    author.replace("paper crane", "paper boat")
    assert not author.sees(FINDINGS)
    author.replace("sign: gift_with_strings", "sign: gift")
    assert author.sees(FINDINGS)


def test_warnings_and_notes_are_a_count_that_a_key_and_a_press_open(author):
    assert not author.sees(FINDINGS)
    author.key("f6")
    assert author.sees(FINDINGS)
    assert "note draft" in author.screen
    author.key("escape")
    assert not author.sees(FINDINGS)
    author.press("author:findings")
    assert author.sees(FINDINGS)


def test_a_key_and_a_press_go_to_the_next_finding_and_round(author):
    author.replace("read: fine\n      lookalike_of", "read: fyn\n      lookalike_off")
    count = len(author.stage.bench.version.findings)
    assert count >= 3
    chosen = [author.stage.desk.chosen]
    for _ in range(count):
        author.key("f6")
        assert author.sees(f"author:finding:{author.stage.desk.chosen}")
        chosen.append(author.stage.desk.chosen)
    assert chosen == [*range(count), 0]
    author.press("author:next")
    assert author.stage.desk.chosen == 1
    author.key("f6", shift=True)
    assert author.stage.desk.chosen == 0
    author.press("author:finding:0")
    assert author.stage.desk.chosen == 0


def test_the_wheel_over_the_findings_scrolls_them_and_not_the_chat(author):
    author.replace("read: fine\n      lookalike_of", "read: fyn\n      lookalike_off")
    placed = find(author.stage.draw(), "author:findings_list")
    author.do(Wheel(*placed.visible.centre, 200.0))
    assert find(author.stage.draw(), "author:findings_list").node.scroll.offset > 0


# The author's keys


def test_restart_goes_to_the_first_beat(author):
    author.press("pulse:fine")
    author.key("f2")
    assert author.playing.state.inputs == ()
    assert author.playing.state.path == ("start",)


def test_a_jump_plays_the_shortest_way_to_a_scene(author):
    author.key("f3")
    assert author.sees(LIST)
    author.press("author:row:jump:telling")
    assert not author.sees(LIST)
    assert author.playing.state.path == ("start", "telling")
    author.read()
    assert author.playing.state.awaiting == "rehearse"


def test_scenes_are_picked_with_arrows_and_return(author):
    second = list(author.playing.scenario.scenes)[1]
    author.key("f3")
    author.key("down")
    author.key("return")
    assert author.playing.state.path == ("start", second)
    author.key("f3")
    author.key("up")
    author.key("up")
    author.key("return")
    assert author.stage.game.sitting.screen == "topic"


def test_a_scene_that_no_way_leads_to_is_listed_and_cannot_be_picked(author):
    author.replace("\n  telling:", "\n  island:\n    - ending: helped\n      line: All is well.\n\n  telling:")
    author.key("escape")
    author.key("f3")
    assert "island (no way leads here)" in author.screen
    author.press("author:row:jump:island")
    assert author.sees(LIST)


def test_nothing_under_an_open_list_is_pressed(author):
    tree = author.stage.draw()
    x, y = find(tree, "quick_exit").visible.centre
    author.key("f3")
    author.do(Pointer("down", x, y))
    author.do(Pointer("up", x, y))
    assert not author.stage.closing
    assert not author.sees(LIST)


def test_marks_stand_under_messages_and_answers_and_go_again(author):
    assert "sign: gift_with_strings" not in author.screen
    author.key("f4")
    assert "sign: gift_with_strings" in author.screen
    assert "looks like gift_with_strings" in author.screen
    assert "The present has a string." in author.screen
    author.press("pulse:fine")
    author.read()
    assert "goes to telling" in author.screen
    author.press("author:marks")
    assert "sign: gift_with_strings" not in author.screen


def test_marks_cover_no_message_and_nothing_else(author):
    author.key("f4")
    author.press("pulse:fine")
    author.read()
    seen = [item for item in walk(author.stage.draw()) if item.node.text is not None and item.visible.height > 0]
    for index, one in enumerate(seen):
        for other in seen[index + 1 :]:
            shared = one.rect.common(other.rect)
            assert shared.width < 1 or shared.height < 1, (one.node.label, other.node.label)


def test_a_message_under_its_mark_is_still_pressed_where_it_is_seen(author):
    author.key("f4")
    author.press("message:start:1")
    assert author.playing.looking_at == Place("start", 1)


def test_languages_come_one_after_the_other_with_the_two_that_nobody_speaks(author):
    codes = [code for code, _ in author.stage.bench.languages.names()]
    assert codes[0] == "en"
    assert codes[-2:] == ["en_XA", "ar_XB"]
    seen = []
    for _ in codes:
        author.key("f7")
        seen.append(author.stage.game.sitting.language)
        author.stage.draw()
    assert seen == [*codes[1:], "en"]
    author.key("f7", shift=True)
    assert author.stage.game.sitting.language == MIRRORED
    assert author.stage.draw().rtl


def test_a_story_without_a_translated_line_is_shown_in_english_and_the_strip_says_so(author):
    while author.stage.game.sitting.language != "es":
        author.key("f7")
    assert "paper crane" in author.screen
    assert author.stage.draw().language == "es"
    said = [item.node for item in walk(author.stage.draw()) if "paper crane" in item.node.label and item.node.text]
    assert {node.language for node in said} == {"en"}
    assert "children get it in English" in author.said


def test_a_story_that_is_translated_in_part_shows_the_part_and_counts_the_rest(story, open_preview):
    own = data_folder("scenarios") / "paper-kite"
    shutil.copytree(own / "locales", story.parent / "locales")
    text = (own / "scenario.yaml").read_text(encoding="utf-8")
    author = open_preview(text, language="ar")
    assert author.stage.draw().rtl
    card = author.stage.bench.languages.card("ar", author.stage.game.sitting.cards[0])
    title, about = card.title, card.about
    assert title != "The paper kite"
    author.save(text.replace("title: The paper kite", "title: The tin kite"))
    assert "The tin kite" in author.screen
    assert about in author.screen
    assert "1 line not translated" in author.said


def test_the_size_of_a_device_is_what_the_game_is_laid_out_for(author):
    for device in (*DEVICES[1:], DEVICES[0]):
        author.key("f8")
        assert author.stage.bench.device == device
        zoom = author.stage.zoom(1280.0, 800.0)
        author.do(Resized(1280.0 / zoom, 800.0 / zoom))
        game = author.stage.game.draw().root.rect
        if device.size is not None:
            assert (game.width, game.height) == device.size
        assert game.width * zoom <= 1280.0
        strip = find(author.stage.draw(), "author:strip")
        assert strip.rect.height * zoom == pytest.approx(52.0, abs=0.5)
        placed = find(author.stage.draw(), "pulse:fine")
        assert placed is not None


def test_a_press_on_a_small_device_hits_what_is_seen_there(author):
    author.key("f8")
    assert author.stage.bench.device.name == "phone"
    author.press("pulse:not_ok")
    author.read()
    assert author.playing.state.awaiting == "choice"


def test_theme_and_text_size_go_round(author):
    themes = []
    for _ in range(3):
        author.key("f9")
        themes.append(author.stage.theme)
    assert themes == ["night", "contrast", "paper"]
    author.key("f10")
    assert author.stage.game.sitting.settings.text_size == 125
    author.key("f10", shift=True)
    assert author.stage.game.sitting.settings.text_size == 100


def test_the_list_of_keys_does_what_it_lists(author):
    author.press("author:keys")
    assert author.sees(LIST)
    author.press("author:row:theme:")
    assert author.stage.theme == "night"
    author.key("f1")
    assert not author.sees(LIST)


def test_every_key_of_the_author_is_in_the_list_and_none_is_the_games(author):
    author.key("f1")
    listed = {row.key for row in author.stage.desk.sheet.rows} | {"F1"}
    assert listed == {f"F{number}" for number in range(1, 11)}
    author.key("escape")
    for number in range(1, 11):
        before = author.stage.game.draw()
        author.stage.game.handle(Key(f"f{number}"))
        assert author.stage.game.draw() is before


def test_on_a_narrow_window_the_findings_and_the_list_of_keys_stay_in_reach(author):
    author.do(Resized(360.0, 640.0))
    assert author.sees("author:findings")
    author.press("author:keys")
    author.press("author:row:marks:")
    assert author.stage.game.shows_marks


def test_the_same_tree_is_drawn_while_nothing_changes(author):
    author.wait(5.0)
    first = author.stage.draw()
    for _ in range(3):
        author.stage.tick(author.now + 1.0)
        assert author.stage.draw() is first


@pytest.mark.parametrize("intent", [EraseEverything(sure=True), GoTo("welcome"), GoTo("band")], ids=repr)
def test_what_leads_to_the_first_start_in_the_game_leads_to_the_topic_note(author, intent):
    author.stage.game.perform(intent)
    author.wait(0.1)
    assert author.stage.game.sitting.screen == "topic"
    assert author.sees("start")


def test_nothing_is_written_anywhere(author, home):
    before = {file: file.read_bytes() for file in author.file.parent.rglob("*") if file.is_file()}
    author.press("pulse:fine")
    author.key("f9")
    author.do(CloseWindow())
    assert author.stage.closing
    assert list(home.iterdir()) == []
    assert {file: file.read_bytes() for file in author.file.parent.rglob("*") if file.is_file()} == before
