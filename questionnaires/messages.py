"""What to write instead, for each way in which a value can be wrong."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from pydantic_core import ErrorDetails

from questionnaires.finding import Path

_SEARCHED = 500
"""Names among which the closest is looked for: more would take long in a file of nothing but faults."""
KINDS = "anchored, yes_no, rated, coverage, metric or choices"

_MEANING: Mapping[str, str] = {
    "action": "Write the id of an action.",
    "advice": "Write what to do about it.",
    "answers": "Write a list of answers; it may be empty.",
    "at_least": "Write the number that has to be reached.",
    "audience": "Write who may be asked, such as [leader, staff].",
    "author": "Write who wrote the source.",
    "better": "Write higher or lower.",
    "definition": "Write how the measure is counted.",
    "dimensions": "Write a list of at least one dimension.",
    "done_when": "Write what a third person can check when the action is done.",
    "effect": "Write what happens to those who fall into it.",
    "effort_days": "Write the person-days, low and high, such as [3, 8].",
    "evidence": "Write what a third person could see.",
    "format": "Write `format: 1`.",
    "from": "Write the answer that the action starts from.",
    "group": "Write leader, staff or user.",
    "guidance": "Write the best practice in a few sentences.",
    "how": "Write how to find out and whom to ask.",
    "id": "Write an id of lower-case words joined by hyphens, such as `leadership-purpose`.",
    "kind": f"Write {KINDS}.",
    "label": "Write what the person choosing it reads.",
    "language": "Write a language tag such as en.",
    "level": "Write a level of the scale.",
    "levels": "Write one observable sentence for every level of the scale.",
    "licence": "Write the licence, such as CC-BY-4.0.",
    "measure": "Write the id of a measure in `measures`.",
    "minutes": "Write how long answering takes, such as {quick: 10, full: 35}.",
    "modes": "Write [quick, full] or [full].",
    "moves": "Write which questions the action moves, such as [{question: some-question, from: 1, to: 3}].",
    "name": "Write the name of the level.",
    "options": "Write at least two options, each with an id and a label.",
    "period": "Write a year, a quarter or a month: 2026, 2026-Q3 or 2026-09.",
    "points": "Write at least two points of a figure and its share, such as [[0, 0], [100, 1]].",
    "practices": "Write a list of at least one practice.",
    "purpose": "Write who should answer and what it tells them.",
    "question": "Write the id of a question.",
    "questionnaire": "Write the id of the questionnaire.",
    "questions": "Write a list of at least one question.",
    "respondent": "Write the id of a respondent in `respondents`.",
    "respondents": "Write who answered, such as [{id: r1, group: leader}].",
    "role": "Write pillar, foundation, capability or advanced.",
    "scale": "Write at least two levels, such as [{level: 0, name: Absent}, {level: 1, name: Performed}].",
    "source": "Write a key of `sources`.",
    "sources": "Write where the questions come from: a key with title, author and year for each source.",
    "steps": "Write at least one step.",
    "summary": "Write in two sentences why it matters.",
    "table": "Write at least two labels, each with a value from 0 to 1.",
    "takes_weeks": "Write how many weeks it takes, such as 6.",
    "text": "Write the question.",
    "title": "Write a title.",
    "to": "Write the answer that the action leads to.",
    "unit": 'Write the unit, such as "%".',
    "value": "Write the value.",
    "version": "Write three whole numbers joined by dots, such as 1.0.0.",
    "when": 'Write the rule, such as "level(portal) >= 3".',
    "why": "Write why it is asked.",
    "year": "Write the year, such as 2026.",
}


def holder(path: Path) -> str:
    """The key that holds the value at a path, whether directly or in a list; "" for the file itself."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def missing(key: str) -> str:
    """The sentence for a key that has to be there."""
    return f"`{key}` is missing. {_MEANING.get(key, 'Write it.')}"


def unknown_key(key: str, meant: str | None, allowed: tuple[str, ...]) -> str:
    """The sentence for a key that does not belong here."""
    otherwise = f"Did you mean `{meant}`?" if meant else f"Delete it, or write one of: {', '.join(allowed)}."
    return f"There is no key `{key}` here. {otherwise}"


def closest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that was probably meant; None where none is near."""
    return next(iter(get_close_matches(word[:100], known[:_SEARCHED], n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """A question to the author, with a blank before it; empty where no known word is near."""
    meant = closest(word, known)
    return f" Did you mean `{meant}`?" if meant else ""


def sentence(detail: ErrorDetails, path: Path) -> str:
    """What to write instead of a value that pydantic refuses."""
    key = holder(path)
    if detail["type"] == "missing":
        return missing(key) if path[-1] == key else f"A number is missing here. {_MEANING.get(key, _TWO)}"
    if detail["loc"][-1:] == ("[key]",):
        return f"{_shown(detail['input'])} cannot be a key here. {_KEYS.get(holder(path[:-1]), _MEANING['id'])}"
    say = _SENTENCES.get(detail["type"])
    return say(detail, key) if say else f"{detail['msg']}. {_MEANING.get(key, '')}".strip()


def _limit(detail: ErrorDetails, key: str) -> str:
    bound = detail.get("ctx", {}).get(_LIMITS[detail["type"]][0])
    return f"Write a number {_LIMITS[detail['type']][1]} {bound}."


def _not_a_text(detail: ErrorDetails, key: str) -> str:
    if detail["input"] is None:
        return f"Nothing is written here. {_MEANING.get(key, 'Write a text.')}"
    if key == "version":
        return f"A version is no number. {_MEANING[key]}"
    return 'Write a text here. One that looks like a number, true or false goes into quotes: "2026".'


def _literal(detail: ErrorDetails, key: str) -> str:
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
    return f"Write {expected}; {_shown(detail['input'])} is not known here."


def _shown(value: object) -> str:
    text = str(value)
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


def _own_words(detail: ErrorDetails, key: str) -> str:
    words = str(detail.get("ctx", {}).get("error", detail["msg"]))
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _pattern(detail: ErrorDetails, key: str) -> str:
    return f"{_shown(detail['input'])} will not do. {_MEANING[key if key == 'version' else 'id']}"


def _short_list(detail: ErrorDetails, key: str) -> str:
    return f"This list is too short. {_MEANING.get(key, 'Write one more.')}"


def _long_list(detail: ErrorDetails, key: str) -> str:
    return f"This list is too long. {_MEANING.get(key, _TWO)}"


_TWO = "Write two numbers, low and high, such as [0, 2000]."
_KEYS = {"levels": "Write a level of the scale, such as 3.", "populations": "Write leader, staff or user."}
_LIMITS = {"greater_than": ("gt", "above"), "greater_than_equal": ("ge", "of at least"), "less_than_equal": ("le", "of at most")}
_SENTENCES: Mapping[str, Callable[[ErrorDetails, str], str]] = {
    **dict.fromkeys(_LIMITS, _limit),
    "string_type": _not_a_text,
    "string_too_short": lambda _, key: f"Nothing is written here. {_MEANING.get(key, 'Write a text.')}",
    "string_too_long": lambda detail, _: f"This text is too long. Write at most {detail.get('ctx', {}).get('max_length'):,} characters.",
    "string_pattern_mismatch": _pattern,
    "literal_error": _literal,
    "value_error": _own_words,
    "bool_type": lambda _, __: "Write true or false.",
    "tuple_type": lambda _, key: f"Write a list here. {_MEANING.get(key, 'Put the value in square brackets: [a].')}",
    "too_short": _short_list,
    "too_long": _long_list,
    "union_tag_not_found": lambda _, __: missing("kind"),
    "union_tag_invalid": lambda detail, _: f"Write {KINDS}; {_shown(detail.get('ctx', {}).get('tag'))} is not known here.",
    **dict.fromkeys(
        ("model_type", "model_attributes_type", "mapping_type", "dict_type"),
        lambda *_: "Write keys with values here, such as `id: a-name`.",
    ),
}
