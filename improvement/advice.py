"""From a result to the recommended actions that would help here, in the order in which to do them. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ground.errors import NotFound
from improvement.findings import Finding, sentence, unanswered
from improvement.levers import Holds
from improvement.profile import Profile, View, total
from improvement.standing_model import Advice, Lift, Shift
from improvement.waiting import Key, Moving, Waits, everything_before, in_order, waits
from questionnaires.answer import Responses
from questionnaires.model import Move, Questionnaire, RecommendedAction
from scoring.result import AssessmentScore, Binding, GateResult, Score

TEN = 10


def recommend(
    questionnaire: Questionnaire,
    responses: Responses,
    score: AssessmentScore,
    targets: Mapping[str, int],
    gates: Sequence[GateResult],
) -> tuple[Advice, ...]:
    """What would move something here: first what holds a level back, then by index points for each mean effort-day.

    What waits comes after what it waits for, and its lift is what it adds to that. Actions that an adoption gate holds back
    come behind the others; last those of which nothing can be told before their questions are answered. `questionnaire` is
    the full one. Ties go by distance from the target, then by id.
    """
    profile = Profile(questionnaire, responses, score)
    adviser = _Adviser(profile, targets, frozenset(gate.id for gate in gates if gate.state == "ready"))
    return (*adviser.promised(), *adviser.to_be_answered())


def lift(questionnaire: Questionnaire, responses: Responses, action_ids: Iterable[str]) -> Lift:
    """What these actions bring together: the result with them minus the result without. Overlaps count once."""
    chosen = frozenset(action_ids)
    if chosen - questionnaire.actions.keys():
        raise NotFound("recommended action")
    return _lift(Profile(questionnaire, responses), frozenset(), chosen)


def ten(advice: Sequence[Advice]) -> tuple[Advice, ...]:
    """The first ten that promise something."""
    return tuple(one for one in advice if one.applies)[:TEN]


def why_none(score: AssessmentScore) -> str:
    """What to say where no action promises anything."""
    share = score.overall.completeness
    if share is None:
        return "Nothing in this assessment applies here, so there is nothing to advise."
    if share == 0:
        return "Nothing is answered yet. Answer the questions first; advice follows from the answers."
    missing = "" if share == 1 else " Questions without an answer may still lead to one."
    return f"No recommended action would raise any answer: each is where the actions lead.{missing}"


@dataclass(frozen=True)
class _Adviser:
    """Works out one list of advice."""

    profile: Profile
    targets: Mapping[str, int]
    open_gates: Collection[str]

    @cached_property
    def moving(self) -> Moving:
        raising = {name: self.profile.moving(action, self.profile.now) for name, action in self.profile.content.actions.items()}
        return {name: moves for name, moves in raising.items() if moves}

    @cached_property
    def waiting(self) -> Waits:
        return waits(self.profile, self.moving)

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The practice of each action; a dimension's own actions have none."""
        return {action.id: practice.id for practice in self.profile.content.practices.values() for action in practice.actions}

    @cached_property
    def held(self) -> Mapping[str, str]:
        """The gate that holds back each action, or each practice with all its actions."""
        closed = (gate for gate in self.profile.content.gates if gate.id not in self.open_gates)
        return {held: gate.id for gate in closed for held in gate.holds_back}

    def promised(self) -> Sequence[Advice]:
        made = {name: one for name in self.moving if (one := self._advise(self.profile.content.actions[name]))}
        order = in_order({name: key for name, (_, key) in made.items()}, self.waiting)
        return [made[name][0].model_copy(update={"waits_for": tuple(w for w in self.waiting[name] if w in made)}) for name in order]

    def to_be_answered(self) -> Iterable[Advice]:
        """Nothing is promised, so the content's own order stays."""
        for name, action in self.profile.content.actions.items():
            missing = self.profile.unanswered(action)
            if missing and name not in self.moving:
                yield Advice(
                    action=action,
                    practice=self.home.get(name),
                    lift=_lift(self.profile, frozenset(), frozenset()),
                    applies=(),
                    held_by_gate=self._gate(action),
                    answer_first=missing,
                    reason=unanswered(self.profile.content, missing),
                )

    def _advise(self, action: RecommendedAction) -> tuple[Advice, Key] | None:
        """None where what comes before it has done all that it would do."""
        before = everything_before(action.id, self.waiting)
        view = self.profile.after(before)
        moves = self.profile.moving(action, view)
        if not moves:
            return None
        frees = {move: self._frees(move, view) for move in moves}
        leading = min(moves, key=frees.__getitem__)
        advice = Advice(
            action=action,
            practice=self.home.get(action.id),
            lift=_lift(self.profile, before, before | {action.id}),
            applies=moves,
            held_by_gate=self._gate(action),
            frees_level=frees[leading] is not Holds.NOTHING,
            rests_on=self._rests_on(self.home.get(action.id), before | {action.id}),
            answer_first=self.profile.unanswered(action),
            reason=sentence(self.profile.content, self._finding(leading, before)),
        )
        return advice, (bool(advice.held_by_gate), frees[leading], -advice.points_per_day, -self._gap(advice.practice), action.id)

    def _frees(self, move: Move, view: View) -> Holds:
        return view.frees(self.profile.raises(move, view), self.profile.content.practice_of[move.question].id)

    def _finding(self, move: Move, before: frozenset[str]) -> Finding:
        term = self.profile.after(before).terms[move.question]
        earlier = [(total(self.profile.worth(m.question, m.to)), n) for n in before for m in self.moving[n] if m.question == move.question]
        if not earlier:
            return Finding(term=term, move=move, said=self.profile.said(move.question))
        return Finding(term=term, move=move, after=self.profile.content.actions[max(earlier)[1]].title)

    def _rests_on(self, practice: str | None, done: frozenset[str]) -> tuple[Binding, ...]:
        return self.profile.after(done).score.practices[practice].binding if practice else ()

    def _gate(self, action: RecommendedAction) -> str | None:
        return self.held.get(action.id) or self.held.get(self.home.get(action.id, ""))

    def _gap(self, practice: str | None) -> int:
        level = self.profile.now.score.practices[practice].level if practice else None
        return 0 if practice is None or level is None else self.targets.get(practice, level) - level


def _lift(profile: Profile, before: frozenset[str], after: frozenset[str]) -> Lift:
    view, with_them = profile.after(before), profile.after(after).score
    without = view.score
    moves = (move for name in sorted(after - before) for move in profile.moving(profile.actions[name], view))
    moved = dict.fromkeys(profile.content.practice_of[move.question].id for move in moves)
    practices = {name: _shift(without.practices[name], with_them.practices[name]) for name in moved}
    return Lift(overall=_shift(without.overall, with_them.overall), practices=practices)


def _shift(before: Score, after: Score) -> Shift:
    return Shift(
        index_before=before.index,
        index_after=after.index,
        low_before=before.low,
        low_after=after.low,
        level_before=before.level,
        level_after=after.level,
        gated_before=before.gated_level,
        gated_after=after.gated_level,
    )
