"""`plumbline migrate`, `backup` and `doctor`."""

import http.server
import socket
import sqlite3
import threading
from collections import namedtuple
from contextlib import closing

import pytest
from typer.testing import CliRunner

from cli import diagnosis, maintenance
from cli.main import app
from ground.settings import settings
from storage import database as storage
from storage import health, sqlite
from storage.database import Database
from storage.failure import DatabaseUnusable, NotSaved
from storage.migrate import migrate, newest


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "PLUMBLINE_DATABASE_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLUMBLINE_PORT", str(free_port()))
    monkeypatch.setattr(storage, "_chosen", [])
    settings.cache_clear()
    yield tmp_path / "home"
    settings.cache_clear()
    for database in storage._chosen:
        database.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*arguments: str):
    return CliRunner().invoke(app, arguments)


def test_migrating_makes_the_database_once(home):
    first, second = run("migrate"), run("migrate")
    assert (first.exit_code, first.stdout) == (0, f"The database is at schema {newest()}.\n")
    assert second.stdout == f"The database is at schema {newest()} already.\n"
    assert (home / "plumbline.db").exists()


def test_drafting_a_migration_names_the_file(home, monkeypatch):
    monkeypatch.setattr(maintenance.migrations, "draft", lambda name: f"0002_{name}.py")
    assert run("migrate", "--draft", "more").stdout == "0002_more.py\n"


def test_a_backup_opens_as_a_database_of_ours(home, tmp_path):
    run("migrate")
    out = tmp_path / "backups" / "today.db"
    told = run("backup", "--out", str(out))
    assert (told.exit_code, told.stdout.startswith(f"Backed up to {out} (")) == (0, True)
    sqlite.require_ours(out)
    with closing(sqlite3.connect(out)) as copied:
        assert copied.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest(),)]


def test_a_backup_replaces_no_file(home, tmp_path):
    run("migrate")
    (tmp_path / "today.db").write_text("an older backup")
    told = run("backup", "--out", str(tmp_path / "today.db"))
    assert (told.exit_code, "Choose another name" in told.stderr) == (2, True)
    assert (tmp_path / "today.db").read_text() == "an older backup"


def test_a_backup_that_cannot_be_written_is_told(home, tmp_path):
    run("migrate")
    (tmp_path / "file").touch()
    assert "No copy can be made at" in run("backup", "--out", str(tmp_path / "file" / "today.db")).stderr


def test_postgresql_is_backed_up_by_its_own_tools(home, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/plumbline")
    assert "pg_dump" in run("backup", "--out", str(tmp_path / "today.db")).stderr


def test_the_doctor_finds_a_new_installation_well(home):
    told = run("doctor")
    assert told.exit_code == 0
    assert f"PLUMBLINE_HOME           {home}" in told.stdout
    assert f"PLUMBLINE_DATABASE_URL   sqlite:///{home}/plumbline.db" in told.stdout
    assert told.stdout.endswith("✓ Everything is well.\n")
    assert not home.exists()


def test_the_doctor_finds_a_used_installation_well(home):
    run("migrate")
    assert run("doctor").exit_code == 0


def test_the_doctor_masks_secrets(home, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://asha:canary1@127.0.0.1:1/plumbline?password=canary2")
    told = run("doctor")
    assert told.exit_code == 1
    assert "cannot be reached. Check DATABASE_URL and that the server runs." in told.stdout
    assert "canary" not in told.stdout


@pytest.mark.parametrize(
    ("variable", "value", "remedy"),
    [
        ("PLUMBLINE_PORT", "abc", "✗ PLUMBLINE_PORT cannot be used"),
        ("DATABASE_URL", "mysql://host/name", "Write postgresql://user:password@host/name"),
        (
            "PLUMBLINE_HOME",
            "/dev/null/home",
            "The data folder /dev/null/home cannot be written to. Make it writable",
        ),
    ],
)
def test_the_doctor_tells_what_is_set_wrongly(home, monkeypatch, variable, value, remedy):
    monkeypatch.setenv(variable, value)
    told = run("doctor")
    assert (told.exit_code, remedy in told.stdout) == (1, True)


def test_the_doctor_tells_a_file_that_is_not_ours(home):
    home.mkdir()
    (home / "plumbline.db").write_text("a diary")
    assert "was not made by Plumbline and was not touched" in run("doctor").stdout


def test_the_doctor_tells_a_newer_schema(home):
    run("migrate")
    with closing(sqlite3.connect(home / "plumbline.db")) as opened, opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "A newer Plumbline made this database." in run("doctor").stdout


def test_the_doctor_tells_a_damaged_file(home):
    run("migrate")
    file = home / "plumbline.db"
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = bytearray(file.read_bytes())
    whole[36:40] = (5).to_bytes(4)  # a count of free pages that are not there
    file.write_bytes(whole)
    assert "damaged. Stop Plumbline and restore the latest backup" in run("doctor").stdout


def test_the_doctor_tells_rows_that_link_to_nothing(home):
    run("migrate")
    with closing(sqlite3.connect(home / "plumbline.db")) as opened, opened:
        opened.execute("INSERT INTO function VALUES (x'01', x'02', 1, 'IT', 'it')")
    assert "link to nothing" in run("doctor").stdout


def test_the_doctor_tells_a_disk_that_is_nearly_full(home, monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(diagnosis.shutil, "disk_usage", lambda _folder: usage(free=1))
    assert "Less than 200 MB are free" in run("doctor").stdout


def test_the_doctor_tells_a_port_that_is_taken(home):
    with socket.socket() as other:
        other.bind(("127.0.0.1", settings().port))
        other.listen()
        told = run("doctor")
    assert told.exit_code == 1
    assert f"Port {settings().port} cannot be used (Address already in use). Stop what uses it, or set PLUMBLINE_PORT" in told.stdout


def test_the_doctor_is_content_when_plumbline_itself_has_the_port(home):
    class Healthy(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_):
            """Quietly."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", settings().port), Healthy) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        told = run("doctor")
        server.shutdown()
        thread.join()
    assert (told.exit_code, told.stdout.splitlines()[-1]) == (0, "✓ Everything is well.")


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_postgresql_database_that_answers_is_well(bare):
    assert health.problems(bare) == ()


def test_failures_while_looking_become_sentences(tmp_path, monkeypatch):
    made = Database(f"sqlite:///{tmp_path}/plumbline.db")
    migrate(made)
    file = made.file
    made.close()
    with file.open("r+b") as opened:
        opened.seek(100)
        opened.write(b"\xff" * 3000)
    (problem,) = health.problems(made)
    assert "damaged" in problem
    with pytest.raises((NotSaved, DatabaseUnusable)):
        migrate(made)
    made.close()
