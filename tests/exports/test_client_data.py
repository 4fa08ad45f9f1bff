"""What one organisation takes along: everything of its own, nothing of another, and no secret."""

import io
import json
from hashlib import sha256
from zipfile import ZipFile

import pytest

from exports.client_data import SECRETS, WAYS_IN, write
from ground.errors import NotFound
from people.model import System
from people.work import reading
from storage import tenancy
from storage.row import Row
from tests.cast import NOW
from tests.tenants import account, tenant

KNOWN_TABLES = frozenset({"organisation", "person", "edition"})


@pytest.fixture
def taken(bare):
    ours, other = tenant("canaryalpha"), tenant("canarybravo")
    account(ours.leader, password="$argon2id$hash", totp="SECRET")  # noqa: S106 - not one
    archive = io.BytesIO()
    with reading(System(purpose="export", organisation_id=ours.organisation.id), NOW) as work:
        write(work, archive)
    return ours, other, ZipFile(archive)


def rows(archive, name):
    return [json.loads(line) for line in archive.read(f"{name}.jsonl").decode().splitlines()]


def test_every_table_of_the_organisation_is_in_it_and_nothing_of_another(taken):
    ours, other, archive = taken
    names = {name.removesuffix(".jsonl") for name in archive.namelist()} - {"manifest.json"}
    assert names == ({table.name for table in tenancy.tables()} - WAYS_IN) | KNOWN_TABLES
    everything = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert ours.canary in everything
    assert other.canary not in everything
    assert str(other.organisation.id) not in everything
    assert all(rows(archive, name) for name in names)


def test_the_manifest_proves_that_it_is_whole(taken):
    ours, _, archive = taken
    manifest = json.loads(archive.read("manifest.json"))
    assert manifest["organisation"] == str(ours.organisation.id)
    assert set(manifest["files"]) == set(archive.namelist()) - {"manifest.json"}
    for name, said in manifest["files"].items():
        content = archive.read(name)
        assert (len(content.splitlines()), sha256(content).hexdigest()) == (said["rows"], said["sha256"])


def test_no_secret_leaves(taken):
    *_, archive = taken
    everything = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert "argon2id" not in everything
    assert "SECRET" not in everything
    assert all(SECRETS.isdisjoint(row) for row in rows(archive, "invitation"))
    assert not any(name in everything for name in ("pending_totp", "recovery"))


def test_each_column_that_sounds_like_a_secret_is_declared_one():
    sounds = ("token", "password", "totp", "secret", "recovery")
    found = {
        column.name
        for table in Row.metadata.sorted_tables
        for column in table.c
        if any(part in column.name for part in sounds) and column.name != "password_at"
    }
    assert found <= SECRETS


def test_numbers_dates_and_texts_come_as_they_are_kept(taken):
    ours, _, archive = taken
    (target,) = rows(archive, "measure_target")
    assert target["value"] in {60, "60"}
    (action,) = rows(archive, "action")
    assert (action["title"], action["owner_id"], action["status"]) == (f"Action {ours.canary}", str(ours.owner.id), "in_progress")


def test_only_the_program_itself_writes_it(bare):
    ours = tenant("canaryalpha")
    for actor in (ours.leader, System(purpose="export")):
        with pytest.raises(NotFound), reading(actor, NOW) as work:
            write(work, io.BytesIO())
