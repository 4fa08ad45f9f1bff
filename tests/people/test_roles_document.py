"""docs/roles.md says what the policy table does."""

from pathlib import Path

from people.roles_document import document

FILE = Path(__file__).parents[2] / "docs" / "roles.md"


def test_the_page_is_the_table_in_words():
    assert FILE.read_text("utf-8") == document(), "Run `python -m people.roles_document > docs/roles.md`."
