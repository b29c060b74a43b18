"""A quiz for the tests of quiz files, in which a text stands everywhere: one that means something in each format."""

from lessons.quizzes.quiz import Answer, Question, Quiz

HOSTILE = (
    "~ = # { } : \\ ::name:: // ####",
    "%50% of them, [html]<b>x</b>",
    "=HYPERLINK(\"http://example.org\"; 'x')",
    "<script>alert(1)</script> &amp; ]]> <!-- -->",
    "$CATEGORY: x\n\n\n// y\n->z",
    '@SUM(1) +1 -1 \'quoted "twice"',
    "مرحبا +962 7 9012 3456 Kai_77 🎉 \u2066x\u2069",
    "bell\x07 null\x00 tab\t end\u2028line",
)


def quiz_with(text: str, *, rtl: bool = False) -> Quiz:
    """A quiz in which a text stands wherever one can stand: one right answer, several, and true or not."""
    right, wrong = Answer(text=f"{text} a", right=True, feedback=text), Answer(text=f"{text} b", right=False)
    both = (right, Answer(text=f"{text} c", right=True, feedback=f"{text} f"), wrong)
    return Quiz(
        id="quiz",
        title=text,
        questions=(
            Question(id="one", about="sign", kind="one", text=text, answers=(wrong, right), feedback=text),
            Question(id="several", about="ladder", kind="several", text=text, answers=both),
            Question(id="so", about="helper", kind="true_false", text=text, answers=(right, wrong), feedback=text),
        ),
        language="ar" if rtl else "en",
        rtl=rtl,
    )
