"""What no page may use, whoever writes it: each line has a reason in docs/security.md."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("ground", "questionnaires", "scoring", "storage", "people", "assessment", "improvement", "exports", "ui", "api", "cli")
SOURCES = sorted([*(file for room in ROOMS for file in (ROOT / room).rglob("*.py")), ROOT / "app.py"])
FORBIDDEN_CALLS = {
    "download_button": "it serves the file to whoever guesses its address; use a route of api/",
    "html": "it runs what it is given",
    "components": "it loads and runs what it is given",
    "cache_data": "a cache shared by all sessions hands one organisation the data of another",
    "cache_resource": "a cache shared by all sessions hands one organisation the data of another",
    "experimental_get_query_params": "it is gone",
    "write": "it guesses how to show a thing; say which element is meant",
}
FORBIDDEN_ARGUMENTS = {"unsafe_allow_html": "what people wrote becomes part of the page"}


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def streamlit_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Each `st.NAME`, and each NAME imported from streamlit."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in {"st", "streamlit"}:
            yield node.lineno, node.attr
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "streamlit":
            yield from ((node.lineno, part) for alias in node.names for part in [alias.name, *(node.module or "").split(".")[1:]])
        if isinstance(node, ast.Import):
            yield from (
                (node.lineno, part) for alias in node.names if alias.name.startswith("streamlit.") for part in alias.name.split(".")[1:]
            )


def arguments(tree: ast.Module) -> Iterator[tuple[int, str]]:
    return ((node.value.lineno, node.arg) for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg)


def faults(tree: ast.Module) -> list[str]:
    calls = [f"line {line}: st.{name}: {FORBIDDEN_CALLS[name]}" for line, name in streamlit_names(tree) if name in FORBIDDEN_CALLS]
    named = [f"line {line}: {name}: {FORBIDDEN_ARGUMENTS[name]}" for line, name in arguments(tree) if name in FORBIDDEN_ARGUMENTS]
    return calls + named


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_source_uses_what_was_seen_to_leak(file: Path):
    assert faults(parsed(file)) == []


@pytest.mark.parametrize(
    "source",
    [
        "import streamlit as st\nst.download_button('x', b'')",
        "import streamlit as st\nst.markdown('x', unsafe_allow_html=True)",
        "from streamlit import html",
        "import streamlit.components.v1 as c",
        "from streamlit.components import v1",
        "import streamlit as st\n@st.cache_data\ndef f(): ...",
    ],
)
def test_the_search_finds_each_way_to_use_it(source: str):
    assert faults(ast.parse(source))


def test_only_the_browser_door_and_its_entry_read_the_clock():
    """Time is an argument everywhere else: a report of yesterday's data is the same today."""
    allowed = {"ui/parts/session.py", "api/downloads.py", "api/entry.py", "api/lifespan.py", "api/steps.py"}
    readers = {
        str(file.relative_to(ROOT))
        for file in SOURCES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"} and ast.unparse(node.value) in {"datetime", "date"}
    }
    assert {reader for reader in readers if not reader.startswith("cli/")} <= allowed
