"""Pages, slides and quizzes as plain text that a person can read aloud and a golden file can hold."""

from collections.abc import Iterator

from lessons.document import (
    Block,
    Callout,
    Cards,
    Chart,
    Chat,
    Deck,
    Document,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Text,
    plain,
)
from lessons.quizzes.quiz import Quiz


def page_text(document: Document) -> str:
    """A document from its title to the line at its foot."""
    head = f"{plain(document.title)} ({document.id}, for: {document.audience})"
    lines = [
        head,
        *(line for block in document.blocks for line in block_text(block)),
        "",
        f"foot: {plain(document.foot)}",
    ]
    return "\n".join(lines) + "\n"


def deck_text(deck: Deck) -> str:
    """The slides by number, each with its notes."""
    lines = [f"{deck.title} ({deck.id})"]
    for number, slide in enumerate(deck.slides, start=1):
        lines += ["", f"== {number} {slide.kind}: {plain(slide.title)}"]
        lines += [line for block in slide.blocks for line in block_text(block)]
        lines += [f"    ({plain(note)})" for note in slide.notes]
    return "\n".join([*lines, "", f"foot: {plain(deck.foot)}"]) + "\n"


def quiz_text(quiz: Quiz) -> str:
    """The questions with their answers; a right one has a plus."""
    lines = [f"{quiz.title} ({quiz.id})"]
    for question in quiz.questions:
        lines += ["", f"== {question.id} ({question.about}, {question.kind})", question.text]
        for answer in question.answers:
            lines.append(f"  {'+' if answer.right else '-'} {answer.text}")
            lines.append(f"      {answer.feedback}")
        lines += [f"  {question.feedback}"] if question.feedback else []
    return "\n".join(lines) + "\n"


def block_text(block: Block, indent: str = "") -> Iterator[str]:
    """A block as lines; ids stand in brackets."""
    name = f" [{block.id}]" if getattr(block, "id", "") else ""
    match block:
        case Heading(text=text, level=level):
            yield ""
            yield f"{indent}{'#' * level} {plain(text)}{name}"
        case Paragraph(text=text, kind=kind):
            yield f"{indent}{'! ' if kind == 'lead' else '~ ' if kind == 'muted' else ''}{plain(text)}{name}"
        case Items(items=items, kind=kind, first=first):
            for number, item in enumerate(items, start=first):
                sign = {"bullet": "-", "check": "[ ]", "number": f"{number}."}[kind]
                yield f"{indent}  {sign} {plain(item)}{name}"
        case Table(head=head, rows=rows):
            for row in (head, *rows):
                yield indent + " | ".join(plain(cell) for cell in row) + name
        case Callout(title=title, blocks=blocks, kind=kind):
            yield f"{indent}[{kind}] {title}{name}"
            for inner in blocks:
                yield from block_text(inner, indent + "    ")
        case Chat(lines=lines):
            yield ""
            for line in lines:
                side = {"friend": "          ", "thread": "--- ", "note": "* ", "gap": ".. "}.get(line.kind, "")
                what = f" ({line.kind})" if line.kind in ("hidden", "call", "sticker") else ""
                who = f"{plain(line.name)}{what}: " if line.name else ""
                mark = f"   <{line.mark}>" if line.mark else ""
                yield f"{indent}{side}{who}{plain(line.text)}{mark}"
        case Cards(cards=cards, columns=columns):
            yield f"{indent}(cards, {columns} in a row){name}"
            for card in cards:
                yield f"{indent}  +- {_one_line(card.title)}{f' <{card.picture}>' if card.picture else ''}"
                yield from (f"{indent}  |  {line}" for line in plain(card.text).split("\n"))
                yield f"{indent}  +- {_one_line(card.foot)}"
        case Lines(count=count, label=label):
            yield f"{indent}{plain(label)}{name}"
            yield from (f"{indent}________" for _ in range(count))
        case Chart(title=title, bars=bars):
            yield f"{indent}(chart) {title}{name}"
            yield from (f"{indent}  {bar.label}: {bar.shown}" for bar in bars)
        case Picture(name=picture, alt=alt):
            yield f"{indent}<{picture}: {alt}>{name}"
        case PageBreak():
            yield f"{indent}------------------------------ page"


def _one_line(text: Text) -> str:
    return plain(text).replace("\n", " / ")
