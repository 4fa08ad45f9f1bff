"""Back-off: failures in a row, kept in the database so that a restart or a second server process forgets none.

A try is counted before it is looked at and given back when it was right: of many at the same moment no more get through than of as many
one after the other. Nothing here touches a session that is open.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import Any, NamedTuple

from sqlalchemy import delete, select

from ground.errors import PlumblineError
from people.door_tables import AttemptRow
from people.tokens import kept
from storage.database import current
from storage.row import new_id
from storage.session import GuardedSession

PAUSE = timedelta(minutes=15)
FORGOTTEN = timedelta(days=1)
_ATTEMPTS = AttemptRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it


class TooManyTries(PlumblineError):
    """Nothing is looked at until the pause is over."""

    def __init__(self) -> None:
        super().__init__("That was one try too many. Wait 15 minutes, then try again.")


class Limit(NamedTuple):
    """What tries are counted by, and how many may fail."""

    key: str
    """Hashed: a mistyped password in the field for the address would otherwise be kept in clear."""
    tries: int = 5


def by_account(login: str) -> Limit:
    """An account, whether it exists or not."""
    return Limit(kept(f"account:{login}"))


def by_code(person_id: object) -> Limit:
    """The second factor of somebody whose password was right."""
    return Limit(kept(f"code:{person_id}"))


def by_change(person_id: object) -> Limit:
    """The old password, asked again of somebody who is signed in."""
    return Limit(kept(f"change:{person_id}"))


def by_link(address: str) -> Limit:
    """Links that nobody made, from one address."""
    return Limit(kept(f"link:{_network(address)}"))


def by_invitation(address: str) -> Limit:
    """Invitations that nobody made, from one address: an office that mistypes shares it."""
    return Limit(kept(f"invitation:{_network(address)}"), 10)


def by_address(address: str) -> Limit:
    """Passwords from one address. More than of one account: an office shares it, and five people may mistype on one morning."""
    return Limit(kept(f"address:{_network(address)}"), 20)


def require(limits: Iterable[Limit], now: datetime) -> None:
    """TooManyTries when one of them has none left; counts nothing."""
    with current().reading() as session:
        for limit in limits:
            _require(_row(session, limit), now)


def failed(limits: Iterable[Limit], now: datetime) -> None:
    """Count one failure for each. Call it before looking, and give it back afterwards. TooManyTries when one of them has none left."""
    wanted = tuple(limits)
    # Who is refused anyway does not wait in the queue of those who write.
    require(wanted, now)
    current().write(lambda session: _count(session, wanted, now))


def succeeded(limits: Iterable[Limit]) -> None:
    """What failed before is forgiven, in a transaction of its own."""
    wanted = tuple(limits)

    def unit(session: GuardedSession) -> None:
        for limit in wanted:
            clear(session, limit)

    current().write(unit)


def give_back(session: GuardedSession, limit: Limit) -> None:
    """The try was right: it counts as none."""
    row = _row(session, limit)
    if row is not None:
        values = {"failures": max(row.failures - 1, 0), "until": None}
        session.connection().execute(_ATTEMPTS.update().where(_ATTEMPTS.c.key == limit.key).values(values))


def clear(session: GuardedSession, limit: Limit) -> int:
    """The try was right, and the ones before it are forgiven; how many of those there were."""
    row = _row(session, limit)
    session.connection().execute(delete(_ATTEMPTS).where(_ATTEMPTS.c.key == limit.key))
    return max(row.failures - 1, 0) if row is not None else 0


def _count(session: GuardedSession, limits: tuple[Limit, ...], now: datetime) -> None:
    rows = [_row(session, limit) for limit in limits]
    for row in rows:
        _require(row, now)
    for limit, row in zip(limits, rows, strict=True):
        _add(session, limit, row, now)
    session.connection().execute(delete(_ATTEMPTS).where(_ATTEMPTS.c.last_at < now - FORGOTTEN))


def _add(
    session: GuardedSession,
    limit: Limit,
    row: Any,  # noqa: ANN401 - a row of the table, or None
    now: datetime,
) -> None:
    failures = _in_a_row(row, now) + 1
    values = {"failures": failures, "last_at": now, "until": now + PAUSE if failures >= limit.tries else None}
    if row is None:
        session.connection().execute(_ATTEMPTS.insert().values(id=new_id(), key=limit.key, **values))
    else:
        session.connection().execute(_ATTEMPTS.update().where(_ATTEMPTS.c.key == limit.key).values(values))


def _in_a_row(
    row: Any,  # noqa: ANN401 - a row of the table, or None
    now: datetime,
) -> int:
    """A pause that is over, or as long a time without a try, starts anew."""
    if row is None or row.until is not None or now - row.last_at >= PAUSE:
        return 0
    return int(row.failures)


def _row(session: GuardedSession, limit: Limit) -> Any:  # noqa: ANN401 - a row of the table, or None
    return session.connection().execute(select(_ATTEMPTS).where(_ATTEMPTS.c.key == limit.key)).one_or_none()


def _require(
    row: Any,  # noqa: ANN401 - a row of the table, or None
    now: datetime,
) -> None:
    if row is not None and row.until is not None and row.until > now:
        raise TooManyTries


def _network(address: str) -> str:
    """Of IPv6 the half that a connection is given: its holder has 2^64 addresses to try from."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    return f"{int(parsed) >> 64:x}::/64" if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is None else address
