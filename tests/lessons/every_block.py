"""A page that holds every kind of block, in English and in Arabic: the tests of all writers read it back."""

from dataclasses import replace

from lessons.document import (
    Audience,
    Bar,
    Callout,
    Cards,
    Chart,
    Chat,
    ChatLine,
    CutCard,
    Document,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Run,
    Table,
)

PHONE = "+962 7 9012 3456"


def english_page(audience: Audience = "teacher", paper: Paper = "a4") -> Document:
    """Every block, every kind of callout and chat line, in English."""
    return Document(
        id="lesson-plan",
        title="Blue sails",
        audience=audience,
        paper=paper,
        foot="Lesson plan for Blue sails, a draft",
        blocks=(
            Paragraph(text="Teacher page, 40 minutes", kind="muted"),
            Callout(title="Draft", kind="draft", blocks=(Paragraph(text="Nobody has reviewed this page."),)),
            Paragraph(text="Pupils tell a present from a trick.", kind="lead"),
            Heading(text="Before you start"),
            Items(
                kind="check",
                items=("The lead knows.", (Run("Not the last lesson "), Run("of the day", bold=True), Run("."))),
            ),
            Heading(text="Minute by minute", level=2),
            Table(
                head=("Minutes", "Part", "What happens"),
                widths=(1, 2, 5),
                caption="The lesson",
                rows=(
                    ((Run("0-4", ltr=True),), (Run("Ground rules", bold=True),), "Right to pass, no names."),
                    ((Run("4-8", ltr=True),), (Run("Starter", bold=True),), "Three practice cards."),
                ),
            ),
            Callout(
                title="Say aloud",
                kind="say",
                blocks=(
                    Paragraph(text="“You may pass at any time.”"),
                    Items(items=("No names.", "No own stories.")),
                ),
            ),
            Callout(title="Take care", kind="care", blocks=(Paragraph(text="Not an answer to an incident."),)),
            Callout(title="Where help is", kind="help", blocks=(Paragraph(text=(Run("Call "), Run(PHONE, ltr=True))),)),
            Callout(title="Note", kind="note", blocks=(Paragraph(text="Words for the wall."),)),
            Heading(text="The chat", level=3),
            Chat(
                lines=(
                    ChatLine(kind="thread", text="Sky crew", picture="avatars/cactus"),
                    ChatLine(kind="note", text="Sam shows you the phone."),
                    ChatLine(
                        kind="them", text="We can swap at lunch.", name="Noor", picture="avatars/fox", mark="Vote 1"
                    ),
                    ChatLine(kind="friend", text="Yes please! 🎉", name="Sam", mark="2"),
                    ChatLine(kind="gap", text="That evening"),
                    ChatLine(kind="hidden", text="A hidden picture", name="Kai_77", picture="avatars/rocket"),
                    ChatLine(kind="call", text="Video call, declined", name="Kai_77"),
                    ChatLine(kind="sticker", text="Pizza!", name="Noor", picture="stickers/pizza"),
                )
            ),
            Chart(
                title="How it was counted",
                bars=(Bar("Had a chat", 82, "82 %"), Bar("Met offline", 2, "under 5 %")),
                source=(Run("Source: a sample, "), Run("https://example.org/report.pdf", ltr=True)),
                caution="Reports are not how often it happens.",
            ),
            PageBreak(),
            Cards(
                cards=(
                    CutCard(title="A catch", text="A present to be paid back.", picture="signs/gift", foot="Sign 1"),
                    CutCard(title="Secrets", text="Leave the grown-ups out.", picture="signs/secrets", foot="Sign 2"),
                    CutCard(text="Only a text."),
                )
            ),
            Lines(count=3, label="What could Sam say?"),
            Picture(name="signs/two_cakes", alt="Two cakes that look the same"),
            Items(kind="number", first=3, items=("Stop", "Keep", "Tell")),
        ),
    )


def arabic_page(audience: Audience = "pupil", paper: Paper = "a4") -> Document:
    """Every block in Arabic, with a phone number and a user name that run the other way."""
    return Document(
        id="handout",
        title="أشرعة زرقاء",
        audience=audience,
        language="ar",
        rtl=True,
        paper=paper,
        foot="ورقة للتلاميذ، مسودة",
        blocks=(
            Paragraph(text="ورقة للتلاميذ، 40 دقيقة", kind="muted"),
            Callout(title="مسودة", kind="draft", blocks=(Paragraph(text="لم يراجع هذه الورقة أحد بعد."),)),
            Paragraph(text="نميّز الهدية من الحيلة.", kind="lead"),
            Heading(text="قبل أن نبدأ"),
            Items(kind="check", items=("يمكنك ألا تجيب.", (Run("رقم المساعدة: "), Run(PHONE, ltr=True, bold=True)))),
            Heading(text="دقيقة بدقيقة", level=2),
            Table(
                head=("الدقائق", "الجزء", "ماذا نفعل"),
                widths=(1, 2, 4),
                caption="الدرس",
                rows=(((Run("0-4", ltr=True),), (Run("القواعد", bold=True),), "لا أسماء."),),
            ),
            Callout(title="اقرأ", kind="say", blocks=(Paragraph(text="«كل ما في هذه القصة خيال.»"),)),
            Callout(title="انتبه", kind="care", blocks=(Items(items=("لا قصص شخصية.",)),)),
            Callout(title="المساعدة", kind="help", blocks=(Paragraph(text="تحدث مع شخص كبير تثق به."),)),
            Callout(title="ملاحظة", kind="note", blocks=(Paragraph(text="كلمات للحائط."),)),
            Heading(text="المحادثة", level=3),
            Chat(
                lines=(
                    ChatLine(kind="thread", text="طاقم السماء", picture="avatars/cactus"),
                    ChatLine(kind="note", text="يريك سام هاتفه."),
                    ChatLine(kind="them", text="نتبادل وقت الغداء.", name="نور", picture="avatars/fox", mark="تصويت 1"),
                    ChatLine(kind="friend", text="نعم من فضلك! 🎉", name="سام", mark="2"),
                    ChatLine(kind="gap", text="في المساء"),
                    ChatLine(kind="hidden", text="صورة مخفية", name="Kai_77", picture="avatars/rocket"),
                    ChatLine(kind="call", text="مكالمة مرفوضة", name="Kai_77"),
                    ChatLine(kind="sticker", text="بيتزا!", name="نور", picture="stickers/pizza"),
                )
            ),
            Chart(
                title="كيف جرى العد",
                bars=(Bar("محادثة", 82, "82%"), Bar("لقاء", 2, "أقل من 5%")),
                source=(Run("المصدر: مثال، "), Run("https://example.org/report.pdf", ltr=True)),
                caution="الأرقام لا تعني الانتشار.",
            ),
            PageBreak(),
            Cards(
                cards=(
                    CutCard(title="هدية بمقابل", text="هدية يجب ردها.", picture="signs/gift", foot="علامة 1"),
                    CutCard(title="أسرار", text="ألا يعرف الكبار.", picture="signs/secrets", foot="علامة 2"),
                )
            ),
            Lines(count=3, label="ماذا يمكن أن يقول سام؟"),
            Picture(name="signs/two_cakes", alt="كعكتان متشابهتان"),
            Items(kind="number", first=3, items=("توقف", "احتفظ", "أخبر")),
        ),
    )


def page_with(text: str, *, rtl: bool = False, audience: Audience = "teacher") -> Document:
    """A page on which a text stands wherever one can stand; its beginning where only a few words ever do."""
    few = text[:40]
    line = ChatLine(kind="them", text=text, name=few, mark=few)
    kinds = ("friend", "hidden", "call", "sticker", "note", "gap", "thread")
    blocks = (
        Heading(text=text),
        Paragraph(text=(Run(text, bold=True), Run(text, ltr=True))),
        Items(items=(text,)),
        Table(head=(text, text), rows=((text, text),), caption=text),
        Callout(title=text, blocks=(Paragraph(text=text),)),
        Chat(lines=(line, *(replace(line, kind=kind) for kind in kinds))),
        Cards(cards=(CutCard(title=few, text=text, foot=few),)),
        Lines(count=1, label=text),
        Chart(title=text, bars=(Bar(text, 1, few),), source=text, caution=text),
        Picture(name="signs/gift", alt=text),
    )
    language = "ar" if rtl else "en"
    return Document(id="test", title=few, audience=audience, blocks=blocks, language=language, rtl=rtl, foot=few)
