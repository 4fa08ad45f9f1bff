"""Whether the rule of each pitfall can be read, and names what there is."""

from collections.abc import Mapping

from questionnaires.draft import Draft
from questionnaires.finding import Path
from questionnaires.messages import did_you_mean
from questionnaires.rules import Function, Rule, RuleError, parse

_TAKES: Mapping[Function, str] = {
    "level": "practice or dimension",
    "index": "practice or dimension",
    "answer": "question",
    "reading": "measure",
}


def check(draft: Draft) -> None:
    """Every pitfall's `when`."""
    for pitfall in draft.whole.parts("pitfalls"):
        written = (pitfall.text("when") or "").strip()
        if written:
            _check_rule(draft, (*pitfall.path, "when"), written)


def _check_rule(draft: Draft, path: Path, written: str) -> None:
    try:
        rule: Rule = parse(written)
    except RuleError as error:
        draft.add(path, str(error))
        return
    for function, name in rule.names:
        message = _unknown(draft, function, name)
        if message:
            draft.add(path, message)


def _unknown(draft: Draft, function: Function, name: str) -> str | None:
    """What is wrong with a name; None where nothing is, or where another questionnaire would have to tell."""
    questionnaire, slash, own = name.rpartition("/")
    if slash and function in ("answer", "reading"):
        return f"Of other questionnaires a rule reads levels and indices only. Write a {_TAKES[function]} of this file instead of `{name}`."
    known = _known(draft)
    if (slash and questionnaire != draft.whole.id) or own in known[_TAKES[function]]:
        return None
    return f"No {_TAKES[function]} here has the id `{own}`.{_rather(known, function, own)}"


def _known(draft: Draft) -> Mapping[str, frozenset[str]]:
    return {
        "practice or dimension": draft.ids([*draft.dimensions, *draft.practices]),
        "question": draft.ids(draft.questions),
        "measure": draft.ids(draft.measures),
    }


def _rather(known: Mapping[str, frozenset[str]], function: Function, name: str) -> str:
    """The function that takes this name, or a name that this function takes."""
    other = next((other for other, kind in _TAKES.items() if name in known[kind]), None)
    return f" Did you mean `{other}({name})`?" if other else did_you_mean(name, tuple(sorted(known[_TAKES[function]])))
