"""An answers file, checked against its questionnaire: every fault at once, or values that scoring can trust."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError

from ground.value import exact
from questionnaires.answer import Answer, Consensus, InvalidAnswer, Reading, Respondent, Responses, valid_value
from questionnaires.finding import Findings, InvalidAnswers, Path
from questionnaires.fitting import fit_reading
from questionnaires.messages import did_you_mean, holder, missing
from questionnaires.model import Questionnaire
from questionnaires.schema import Shape, keys
from questionnaires.text_file import read_json_tree
from questionnaires.tree import Leaf, List, Map, Node, data, entries, filled, given, items, line_of, text

_OBJECTS: Mapping[str, type[BaseModel]] = {"respondents": Respondent, "answers": Answer, "consensus": Consensus, "readings": Reading}
_NEVER_WRITTEN = frozenset({"foundations", "policies", "withheld"})
_TOP = tuple(key for key in keys(Responses) if key not in _NEVER_WRITTEN)


def read_answers(written: str, questionnaire: Questionnaire, name: str = "answers") -> Responses:
    """The answers in a JSON text; InvalidAnswers with every finding where one does not fit the questionnaire."""
    findings = Findings(name)
    root = read_json_tree(written, findings)
    responses = _Answers(questionnaire, root, findings).read() if isinstance(root, Map) else None
    if root and not isinstance(root, Map):
        findings.add(root.line, (), 'An answers file begins with keys and values, such as {"questionnaire": ...}.')
    if len(findings) or responses is None:
        raise InvalidAnswers(findings)
    return responses


def _allowed(_: Node, path: Path) -> tuple[str, ...]:
    found = _OBJECTS.get(holder(path))
    return keys(found) if found else _TOP


@dataclass(frozen=True)
class _Answers:
    questionnaire: Questionnaire
    root: Map
    findings: Findings
    values: dict[Path, object] = field(default_factory=dict)

    def read(self) -> Responses | None:
        self._same_questionnaire()
        self._once("respondents", lambda entry: text(entry.get("id")), "This respondent is here twice. Keep one.")
        self._once("answers", _who_and_what, "This respondent has answered this question before. Keep one of the two answers.")
        self._once(
            "consensus", lambda entry: text(entry.get("question")), "There is a consensus on this question before. Keep one of the two."
        )
        self._answers()
        self._consensus()
        self._readings()
        self._populations()
        return self._build()

    def add(self, path: Path, message: str) -> None:
        self.findings.add(line_of(self.root, path), path, message)

    def _list(self, key: str) -> list[tuple[Path, Map]]:
        return [((key, number), entry) for number, entry in enumerate(items(self.root.get(key))) if isinstance(entry, Map)]

    def _same_questionnaire(self) -> None:
        own, name, version = self.questionnaire, text(self.root.get("questionnaire")), text(self.root.get("version"))
        if name and name != own.id:
            self.add(("questionnaire",), f"These are answers to `{name}`, not to `{own.id}`. Give them with their own questionnaire.")
        elif version and version != own.version:
            self.add(("version",), f"These are answers to version {version}, not to {own.version}. Give them with their own version.")

    def _once(self, key: str, identity: Callable[[Map], Hashable | None], message: str) -> None:
        seen: set[Hashable] = set()
        for path, entry in self._list(key):
            one = identity(entry)
            if one is not None and one in seen:
                self.add(path, message)
            seen.add(one)

    def _answers(self) -> None:
        known = tuple(name for _, entry in self._list("respondents") if (name := text(entry.get("id"))))
        for path, entry in self._list("answers"):
            who = text(entry.get("respondent"))
            if who and who not in known and isinstance(self.root.get("respondents"), List):
                self.add(
                    (*path, "respondent"), f"No respondent here has the id `{who}`.{did_you_mean(who, known)} Add `{who}` to `respondents`."
                )
            self._value(path, entry)
            self._state(path, entry)

    def _state(self, path: Path, entry: Map) -> None:
        state, value = text(entry.get("state")) or "answered", entry.get("value")
        if state == "answered" and not given(value) and _usable(value):
            self.add(path, 'Write a `value`, or the `state` "dont_know" or "not_applicable".')
        if state in ("dont_know", "not_applicable") and given(value):
            self.add((*path, "value"), f"An answer that is `{state}` has no value. Delete the value or the state.")
        if state == "not_applicable" and not (text(entry.get("reason")) or "").strip():
            self.add(path, "Write the `reason` why the question is not applicable.")

    def _consensus(self) -> None:
        for path, entry in self._list("consensus"):
            self._value(path, entry)

    def _value(self, path: Path, entry: Map) -> None:
        name, value = text(entry.get("question")), entry.get("value")
        question = self.questionnaire.questions.get(name or "")
        if name and question is None:
            self.add(
                (*path, "question"),
                f"{self.questionnaire.id} has no question `{name}`.{did_you_mean(name, tuple(self.questionnaire.questions))}",
            )
        if value is None or not given(value):
            return
        self.values[(*path, "value")] = True
        if question:
            try:
                self.values[(*path, "value")] = valid_value(self.questionnaire, question, data(value))
            except InvalidAnswer as error:
                self.add((*path, "value"), str(error))

    def _readings(self) -> None:
        known = self.questionnaire.measure_by_id
        for path, entry in self._list("readings"):
            name = text(entry.get("measure"))
            if name and name not in known:
                self.add((*path, "measure"), f"{self.questionnaire.id} has no measure `{name}`.{did_you_mean(name, tuple(known))}")
            elif name and entry.get("value"):
                self._reading((*path, "value"), entry, name)

    def _reading(self, path: Path, entry: Map, measure: str) -> None:
        try:
            value = exact(data(entry.entries["value"]))
        except ValueError:
            return
        try:
            fit_reading(value, self.questionnaire.measure_by_id[measure])
        except ValueError as error:
            self.add(path, str(error))

    def _populations(self) -> None:
        groups = [text(entry.get("group")) for _, entry in self._list("respondents")]
        for group, size in entries(self.root.get("populations")).items():
            number = size.value if isinstance(size, Leaf) else None
            if isinstance(number, int) and not isinstance(number, bool) and 0 < number < groups.count(group):
                self.add(
                    ("populations", group),
                    f"{groups.count(group)} people of this group have answered, so it has at least {groups.count(group)} members.",
                )

    def _build(self) -> Responses | None:
        if "answers" not in self.root.entries:
            self.add((), missing("answers"))
        if "foundations" in self.root.entries:
            self.values[("foundations",)] = {}
            self.add(("foundations",), "Foundations come from a result of their own. Delete this key, and use the option --foundations.")
        if "withheld" in self.root.entries:
            self.values[("withheld",)] = {}
            self.add(("withheld",), "Who has no part in a result is decided where anonymous people answer. Delete this key.")
        try:
            return Responses.model_validate(filled(self.root, self.values))
        except ValidationError as error:
            Shape(self.root, self.findings, _allowed).report(error)
            return None


def _who_and_what(entry: Map) -> tuple[str, str] | None:
    who, what = text(entry.get("respondent")), text(entry.get("question"))
    return (who, what) if who and what else None


def _usable(node: Node | None) -> bool:
    return not (isinstance(node, Leaf) and node.broken)
