"""What reminds somebody to answer: a message to pass on, by mail or by chat. Plumbline sends nothing itself."""

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from assessment.inviting import Named
from exports.words.numbers import counted, day
from ground.value import Value
from people.model import Organisation

_LOST = "If your link is lost, tell me and I will make a new one."


class Message(Value):
    """Plain text."""

    subject: str
    text: str

    def mail(self, to: str = "", blind: Sequence[str] = ()) -> str:
        """The address that opens it in a mail program; `blind` copies keep people from each other's addresses."""
        said = {"subject": self.subject, "body": self.text} | ({"bcc": ",".join(blind)} if blind else {})
        return f"mailto:{quote(to, safe='@')}?{urlencode(said, quote_via=quote)}"


def reminder(one: Named, assessment: str, organisation: Organisation) -> Message:
    """To somebody invited by name."""
    until = day(organisation.local(one.invitation.expires_at))
    said = f"{_how_far(one, assessment, organisation.name)} {_way_in(one)} It is open until {until}. {_LOST}"
    return Message(subject=f"Your view on “{assessment}”", text=f"Dear {one.invitation.name},\n\n{said}")


def to_everybody(assessment: str, organisation: Organisation) -> Message:
    """To all at once, whoever has answered by now."""
    asked = f"some of you have not yet answered “{assessment}” for {organisation.name}."
    way = f"If that is you: open the link that you were given, or go on in the browser in which you began. {_LOST}"
    return Message(subject=f"Your view on “{assessment}”", text=f"Dear all,\n\n{asked} {way} If you are done, thank you.")


def _how_far(one: Named, assessment: str, organisation: str) -> str:
    if one.progress is None or not one.progress.answered:
        return f"you are asked for your view in “{assessment}” for {organisation}, and have not begun yet."
    left = counted(max(one.progress.minutes_left, 1), "minute")
    return f"you have answered {one.progress.answered} of {one.progress.of} questions of “{assessment}”; the rest takes about {left}."


def _way_in(one: Named) -> str:
    return "Please open the link that you were given." if one.progress is None else "Please go on in the browser in which you began."
