"""A server on which people sign in, with the cast in it: sessions and invitations made through the services, beside it."""

import http.client
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch
from uuid import UUID

from assessment import inviting, service
from assessment.answering_service import record_answer
from assessment.model import Assessment, Given, Start
from people import invitations, links, sessions, throttle
from people import service as people
from people.door_tables import AccountRow
from people.invitation_model import Invitation, ToJoin, ToRespond
from people.invitations import Made
from people.model import Person, Role, System
from people.work import reading, writing
from questionnaires import library
from questionnaires.model import Questionnaire
from storage.database import FILE, Database, use
from tests.browser.server import Server, serving
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import Cast, found
from tests.tenants import SIGNED_IN

COOKIE = "plumbline"
PERIOD = {"starts": date(2025, 11, 1), "ends": date(2026, 10, 31)}
SMALL = questionnaire(
    dimension(
        "service",
        practice(
            "desk",
            question("desk-why", text="Why is there a desk?", audience=["leader"]),
            question("desk-how", text="How does the desk work?", audience=["leader", "staff"]),
            question("desk-figure", "metric", text="How many use it?", audience=["leader", "staff"]),
        ),
        practice("plan", question("plan-who", text="Who plans?", audience=["leader"])),
        practice("use", question("use-often", text="How often is it used?", audience=["staff", "user"])),
    )
)


class Said(NamedTuple):
    """An answer of the server."""

    status: int
    headers: dict[str, str]
    text: str


class Office:
    """The cast's organisation on a running server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._database = Database(f"sqlite:///{server.home / FILE}")
        self.cast: Cast = found(self._database)

    def start(self, asked: Questionnaire = SMALL, name: str = "Autumn 2026") -> Assessment:
        wanted = Start(questionnaire=asked.id, function_id=self.cast.it.id, name=name, **PERIOD)
        with use(self._database), patch.object(library, "load", lambda *_: asked):
            return writing(self.cast.asha, now(), lambda work: service.start(work, wanted))

    def asks(self, assessment: Assessment, name: str = "", group: str = "staff", **more: object) -> Made:
        """An invitation by Asha; anonymous without a name."""
        wanted = ToRespond(assessment_id=assessment.id, role_group=group, anonymous=not name, name=name or None, **more)
        with use(self._database):
            return writing(self.cast.asha, now(), lambda work: inviting.ask(work, wanted))[0]

    def invites(self, name: str, email: str, role: Role = Role.VIEWER) -> Made:
        """An invitation to join, by Asha."""
        with use(self._database):
            return writing(self.cast.asha, now(), lambda work: invitations.invite(work, ToJoin(role=role, name=name, email=email)))

    def link(self, made: Made) -> str:
        """The address that Asha gives away."""
        return f"{self.server.url}{links.invitation(made.token)}"

    def invitation(self, made: Made) -> Invitation:
        """As it stands now."""
        with use(self._database):
            known = invitations.find(made.token)
        assert known is not None
        return known.invitation

    def signed_in(self, person: Person) -> str:
        """The token of a new session."""
        with use(self._database):
            opened = self._database.write(lambda session: sessions.open_for_person(session, person, now(), SIGNED_IN))
        return opened.token

    def revoke(self, made: Made) -> None:
        with use(self._database):
            writing(self.cast.asha, now(), lambda work: invitations.revoke(work, made.invitation.id))

    def has_account(self, person: Person, email: str) -> None:
        """Without a password: the tests sign people in beside the door."""
        with use(self._database):
            row = AccountRow(id=person.id, login=email)
            writing(System(purpose="tests"), now(), lambda work: work.add(row))

    def role_of(self, person: Person) -> Role | None:
        """In the cast's organisation."""
        with use(self._database), reading(self.cast.asha, now()) as work:
            return next((card.role for card in people.people(work) if card.id == person.id), None)

    def answer(self, assessment: Assessment) -> None:
        """One answer of Asha's."""
        with use(self._database):
            writing(self.cast.asha, now(), lambda work: record_answer(work, assessment.id, "desk-how", Given(value=3)))

    def finalise(self, assessment_id: UUID) -> None:
        with use(self._database):
            writing(self.cast.asha, now(), lambda work: service.finalise(work, assessment_id))

    def responses(self, assessment: Assessment) -> dict[str, list[object]]:
        """What was answered by now, by question."""
        said: dict[str, list[object]] = {}
        with use(self._database), reading(self.cast.asha, now()) as work:
            for answer in service.responses(work, assessment).answers:
                said.setdefault(answer.question, []).append(answer.value)
        return said

    def ask(self, path: str, method: str = "GET", token: str = "", **headers: str) -> Said:
        """A request as a browser of this server would send it; `token` is what its cookie holds."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            kept = {"Cookie": f"{COOKIE}={token}"} if token else {}
            connection.request(method, path, b"" if method == "POST" else None, {"Origin": self.server.url} | kept | named)
            answer = connection.getresponse()
            # Of several cookies the first: the session's.
            told = {name.lower(): value for name, value in reversed(answer.getheaders())}
            return Said(answer.status, told, answer.read().decode())

    def post(self, path: str, token: str = "", **headers: str) -> Said:
        """What a press of the page's button sends."""
        return self.ask(path, "POST", token, **headers)

    def forgives(self) -> None:
        """As after a pause: links may be guessed anew."""
        with use(self._database):
            throttle.succeeded([throttle.by_invitation("127.0.0.1")])

    def close(self) -> None:
        self._database.close()


@contextmanager
def office(home: Path) -> Iterator[Office]:
    """A server of its own, with the cast in it."""
    with serving(home, PLUMBLINE_MODE="accounts") as server, closing(Office(server)) as made:
        yield made


def cookie_of(said: Said) -> str:
    """The token that an answer gives the browser to keep; empty where it gives none."""
    kept = said.headers.get("set-cookie", "")
    return kept.partition(";")[0].removeprefix(f"{COOKIE}=").strip('"') if kept.startswith(f"{COOKIE}=") else ""


def now() -> datetime:
    return datetime.now(UTC)
