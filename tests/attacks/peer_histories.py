"""Histories of an installation in which organisations join and leave the peer benchmark by chance, through the services and the store."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from assessment.cohorts import PROGRAM
from assessment.peer_model import Kind
from assessment.peer_packs import NothingToExport, export
from assessment.peer_releases import Past, figures_known, history
from people.work import reading
from scoring.maturity import METHOD
from scoring.packs import Histogram
from storage.database import Database, use
from storage.migrate import migrate
from tests.peers import NOW, SMALL, Taking, community, frozen, shelf, takes_part
from tests.scoring.attacker import Told

KIND = Kind(SMALL.id, 1, METHOD)
SIZE, ROUNDS = 40, 4
WATCHED = ("", "p:trust")
"""The figures that the solver is asked about."""


class Town(NamedTuple):
    """An installation with all its organisations assessed, in a file to copy."""

    file: Path
    members: list[Taking]


def town(folder: Path) -> Town:
    """Everybody takes part at first."""
    file = folder / "town.db"
    with opened(file):
        return Town(file, community(SIZE))


@contextmanager
def opened(file: Path) -> Iterator[Database]:
    """The current database meanwhile, with the small questionnaire."""
    database = Database(f"sqlite:///{file}")
    migrate(database)
    with use(database), shelf():
        yield database
    database.close()


def lived(of: Town, seed: int) -> dict[str, list[Told]]:
    """All that was told in one history, by watched figure, as the store has it."""
    copy = of.file.with_name(f"town-{seed}.db")
    shutil.copy(of.file, copy)
    with opened(copy):
        _live(of.members, Random(seed))  # noqa: S311 - the same at every run
        with reading(PROGRAM, NOW) as work:
            past = history(work, KIND, figures_known(work))
    copy.unlink()
    return {figure: [_told(one, figure) for one in past if figure in one.told] for figure in WATCHED}


def _live(members: list[Taking], random: Random) -> None:
    taking = set(range(len(members)))
    for day in range(ROUNDS):
        now = NOW + timedelta(days=day)
        frozen(now)
        if random.random() < 0.4:
            _export(now)
        for number in random.sample(range(len(members)), random.choice([1, 3, 5, 6, 12])):
            takes_part(members[number].leader, now=now, still=number not in taking)
            taking ^= {number}


def _export(now) -> None:
    try:
        export(KIND, "Town", now)
    except NothingToExport:
        return


def _told(past: Past, figure: str) -> Told:
    return past.told[figure], Histogram.model_validate(past.row.figures[figure]) if past.form == "pack" else None
