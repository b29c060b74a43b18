"""Writes a quiz as Moodle XML, with what GIFT cannot say: no points, the language, and the direction."""

import xml.etree.ElementTree as ET
from html import escape

from lessons.clean_text import clean, one_line
from lessons.quizzes.gift import CAUTION, shares_of, shown_answers
from lessons.quizzes.quiz import Question, Quiz


def write_moodle_xml(quiz: Quiz) -> bytes:
    """A quiz as Moodle XML in UTF-8, in a category of its own. Every question is worth 0 points: it is practice."""
    root = ET.Element("quiz")
    root.append(ET.Comment(f" {CAUTION} "))
    category = ET.SubElement(ET.SubElement(root, "question", type="category"), "category")
    _plain(category, "$course$/top/" + one_line(quiz.title).replace("/", "//"))
    for question in quiz.questions:
        _question(root, question, quiz)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _question(root: ET.Element, question: Question, quiz: Quiz) -> None:
    node = ET.SubElement(root, "question", type="multichoice")
    _plain(ET.SubElement(node, "name"), one_line(question.id))
    _html(node, "questiontext", question.text, quiz)
    _html(node, "generalfeedback", question.feedback, quiz)
    settings = {
        "defaultgrade": "0",
        "penalty": "0",
        "hidden": "0",
        "single": "false" if question.kind == "several" else "true",
        "shuffleanswers": "false" if question.kind == "true_false" else "true",
        "answernumbering": "none",
    }
    for name, value in settings.items():
        ET.SubElement(node, name).text = value
    answers = shown_answers(question)
    for answer, share in zip(answers, shares_of(answers), strict=True):
        fraction = share if question.kind == "several" else "100" if answer.right else "0"
        there = _html(node, "answer", answer.text, quiz, fraction=fraction)
        _html(there, "feedback", answer.feedback, quiz)


def _plain(parent: ET.Element, text: str) -> None:
    ET.SubElement(parent, "text").text = text


def _html(parent: ET.Element, name: str, text: str, quiz: Quiz, **attributes: str) -> ET.Element:
    """A text as the platform shows it: one paragraph that says its language and direction, nothing in it markup."""
    node = ET.SubElement(parent, name, {"format": "html", **attributes})
    lines = "<br>".join(escape(line) for line in clean(text).strip().split("\n"))
    language = escape(quiz.language.replace("_", "-"))
    direction = "rtl" if quiz.rtl else "ltr"
    _plain(node, f'<p lang="{language}" dir="{direction}">{lines}</p>' if lines else "")
    return node
