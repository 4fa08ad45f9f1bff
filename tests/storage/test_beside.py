"""A second program at the data file, such as `plumbline report` beside the server."""

import subprocess
import sys

import pytest

from people.model import System
from people.tables import PersonRow
from people.work import writing
from tests.cast import NOW

TESTS = System(purpose="tests")
_OTHER = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("UPDATE person SET name = name")
    print(database.execute("SELECT count(*) FROM person").fetchone()[0])
database.close()
"""


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_program_that_comes_and_goes_leaves_what_is_saved_afterwards_readable(bare):
    for saved in (1, 2, 3):
        writing(TESTS, NOW, lambda work: work.add(PersonRow(name="Asha", created_at=NOW)))
        assert people_seen_by_another_program(bare.file) == saved


def people_seen_by_another_program(file):
    done = subprocess.run([sys.executable, "-c", _OTHER, str(file)], capture_output=True, text=True, check=True)
    return int(done.stdout)
