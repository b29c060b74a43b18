"""The seven things that may have happened, and what to do now. Plain words on purpose: worried people read worse."""

from collections.abc import Callable
from dataclasses import dataclass, field

Say = Callable[..., str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A service as it may be shown today: what is stale or unchecked was taken out before."""

    organisation: str
    purpose: tuple[str, ...]
    web: str = ""
    phone: str = ""
    text_or_chat: str = ""
    status: str = ""
    """When the row was last seen or checked, as a sentence."""
    note: str = ""
    """What it does not do, as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHelp:
    """What there is in a place: the emergency number (empty where none is known) and the services."""

    place: str
    emergency: str = ""
    emergency_source: str = ""
    lines: tuple[HelpLine, ...] = ()

    def first(self, *purposes: str) -> HelpLine | None:
        """The first service for the first of these purposes that has one."""
        for purpose in purposes:
            for line in self.lines:
                if purpose in line.purpose:
                    return line
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCard:
    """One thing that may have happened."""

    id: str
    title: str
    short: str
    """The line under the title on the page."""
    steps: tuple[str, ...]
    sentence: str
    """Words to start telling with."""
    purposes: tuple[str, ...] = ()
    """Kinds of services that fit, best first."""
    shows_emergency: bool = False
    picture: str = "help"
    urgent: bool = field(default=False)


def help_cards(_: Say, here: PlaceHelp) -> tuple[HelpCard, ...]:
    """The seven cards, with the numbers of the place filled in."""
    emergency = (
        _("Call {number} now.", number=here.emergency)
        if here.emergency
        else _("Call the police or an ambulance where you are.")
    )
    in_danger = (
        _("If your friend is in danger now, call {number}.", number=here.emergency)
        if here.emergency
        else _("If your friend is in danger now, call the police or an ambulance where you are.")
    )
    crisis_line = here.first("crisis", "child_line")
    if crisis_line is not None and crisis_line.phone:
        phone, who = crisis_line.phone, crisis_line.organisation
        if crisis_line.text_or_chat:
            crisis = _("Call {phone} ({who}) now, or write to them. Or wake an adult.", phone=phone, who=who)
        else:
            crisis = _("Call {phone} ({who}) now, or wake an adult.", phone=phone, who=who)
    else:
        crisis = _("Wake an adult now.")
    removal = here.first("take_down")
    take_down = removal.web if removal is not None else "https://takeitdown.ncmec.org"
    own = here.first("own_behaviour", "child_line")
    calm = _("Talk to {who}.", who=own.organisation) if own is not None else _("Talk to an adult who can stay calm.")
    return (
        HelpCard(
            id="danger",
            title=_("I am in danger, or I may be going to meet someone"),
            short=" ".join((emergency, _("Go where people are."))),
            steps=(emergency, _("Go where people are: a shop, a school, a busy street."), _("Tell the nearest adult.")),
            sentence=_("I need help now. Someone wants to meet me, and I am scared."),
            purposes=("emergency", "child_line"),
            shows_emergency=True,
            picture="bell",
            urgent=True,
        ),
        HelpCard(
            id="hurting",
            title=_("I feel like hurting myself, or someone tells me to"),
            short=" ".join((crisis, _("No picture is worth more than you."))),
            steps=(
                crisis,
                emergency,
                _("Do not stay alone with this. Sit with someone until help is there."),
                _("No picture is worth more than you."),
            ),
            sentence=_("I feel so bad that I want to hurt myself. Please stay with me."),
            purposes=("crisis", "child_line", "emergency"),
            shows_emergency=True,
            picture="tell",
            urgent=True,
        ),
        HelpCard(
            id="threat",
            title=_("Someone is threatening me"),
            short=_("Do not pay. Do not send more. You need not answer."),
            steps=(
                _("Do not pay. Do not send more. You need not answer."),
                _("You may mute or block. Do not delete the chat."),
                _("Did you pay already? Stop now, and tell the bank or the card shop with an adult."),
                _("Tell one person today."),
            ),
            sentence=_("Someone is threatening me online. I need you to help me, not to be cross."),
            purposes=("report", "child_line", "take_down"),
            picture="stop",
        ),
        HelpCard(
            id="picture",
            title=_("I sent a picture, or there is a real or fake one of me"),
            short=_("Pictures can often be taken down."),
            steps=(
                _("Pictures can often be taken down: {site}", site=take_down),
                _("Do not copy it or send it to anyone, not even to show it."),
                _("This is not your fault. Tell an adult you trust, or a helpline."),
                private_picture(_),
            ),
            sentence=_("There is a private picture of me. I need help to get it taken down."),
            purposes=("take_down", "child_line", "report"),
            picture="spoiler_tile",
        ),
        HelpCard(
            id="saw",
            title=_("I saw something I did not want to see"),
            short=_("Look away. You did nothing wrong."),
            steps=(
                _("Look away, and close it."),
                _("You did nothing wrong."),
                _("Do not pass it on. Tell someone you trust."),
            ),
            sentence=_("I saw something online and I cannot stop thinking about it."),
            purposes=("child_line", "report"),
            picture="loupe",
        ),
        HelpCard(
            id="friend",
            title=_("I worry about a friend"),
            short=_("You do not have to fix it. Telling is helping."),
            steps=(
                _("You do not have to fix it."),
                _("Tell an adult, even if your friend asked you not to. Telling is helping."),
                in_danger,
            ),
            sentence=_("I am worried about a friend. Can I tell you about it?"),
            purposes=("child_line", "report"),
            picture="people",
        ),
        HelpCard(
            id="own",
            title=_("I pushed or shared something that hurt someone"),
            short=_("You can stop now."),
            steps=(_("You can stop now."), calm, _("You can help to put it right: say it, and take it down.")),
            sentence=_("I did something online that hurt someone. I want to put it right."),
            purposes=("own_behaviour", "child_line"),
            picture="undo",
        ),
    )


def private_picture(_: Say) -> str:
    """What is meant by a private picture."""
    return _(
        "A private picture shows parts that underwear or swimwear covers. "
        "It can also be anything you would not want everyone to see."
    )


def telling_words(_: Say) -> tuple[str, ...]:
    """Sentences that start a talk, for any of it."""
    return (
        _("Can I show you something? It feels wrong."),
        _("Something happened online. I need you to listen."),
        _("Someone told me not to tell you. I am telling you."),
    )
