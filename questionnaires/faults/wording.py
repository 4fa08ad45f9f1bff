"""What else a text may not be: HTML in guidance, a language that is no language tag."""

import re

from questionnaires.draft import Draft

_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*", re.ASCII)


def check(draft: Draft) -> None:
    """The language of the file and the guidance of its practices."""
    language = draft.whole.text("language")
    if language and not _LANGUAGE.fullmatch(language):
        draft.add(("language",), f"`{language[:40]}` is no language tag. Write one such as en, de or pt-BR.")
    for practice in draft.practices:
        found = _HTML.search(practice.text("guidance") or "")
        if found:
            draft.add((*practice.path, "guidance"), f"Guidance is Markdown without HTML. Delete `{found[0][:40]}`.")
