"""The specification read slowly: plain fractions, no caches, nothing shared with scoring/."""

from fractions import Fraction
from itertools import pairwise
from math import exp, log

from questionnaires.answer import Answer, Responses
from questionnaires.model import Practice, Question, Questionnaire

HALF, FULLY = Fraction(1, 2), Fraction(85, 100)
BANDS = {"N": (0, 15), "P": (15, 50), "L": (50, 85), "F": (85, 100)}


class Oracle:
    def __init__(self, questionnaire: Questionnaire, responses: Responses) -> None:
        self.q, self.r = questionnaire, responses
        self.lowest = questionnaire.scale[0].level
        self.climbable = [level.level for level in questionnaire.scale[1:]]
        self.group = {one.id: one.group for one in responses.respondents}
        self.quick = responses.mode == "quick"
        self.asked = {name for name, q in questionnaire.questions.items() if not self.quick or "quick" in q.modes}

    # One answer

    def levels(self, question: Question) -> list[int]:
        level = getattr(question, "level", None)
        return self.climbable if level is None else [level]

    def raw(self, question: Question, value: object) -> Fraction:
        if question.kind == "rated" and value in BANDS:
            return Fraction(sum(BANDS[value]), 2)
        if question.kind == "coverage":
            return {choice.label: choice.value for choice in question.table}[value]
        return Fraction(len(value) if question.kind == "choices" else value)

    def shares(self, question: Question, value: object) -> dict[str, Fraction]:
        """Attainment of all but anchored questions: as it is, at worst, at best."""
        raw = self.raw(question, value)
        if question.kind == "rated":
            low, high = BANDS.get(value, (raw, raw))
            return {"point": raw / 100, "low": Fraction(low) / 100, "high": Fraction(high) / 100}
        if question.kind == "metric":
            raw = self.interpolated(question.points, raw)
        if question.kind == "choices":
            raw = sum((o.weight for o in question.options if o.id in value), Fraction(0)) / sum(o.weight for o in question.options)
        return dict.fromkeys(("point", "low", "high"), raw)

    def interpolated(self, points: tuple, x: Fraction) -> Fraction:
        for (x0, y0), (x1, y1) in pairwise(points):
            if x0 <= x <= x1:
                return y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        return points[0][1] if x < points[0][0] else points[-1][1]

    def attainment(self, question: Question, value: object, view: str) -> dict[int, Fraction]:
        if value == "implied":
            return dict.fromkeys(self.levels(question), Fraction(0))
        if question.kind == "anchored":
            return {level: Fraction(int(value >= level)) for level in self.levels(question)}
        return dict.fromkeys(self.levels(question), self.shares(question, value)[view])

    # One respondent

    def said(self, respondent: str, question: Question) -> Answer | None:
        return next((a for a in self.r.answers if a.respondent == respondent and a.question == question.id), None)

    def state(self, respondent: str, question: Question) -> tuple[str, object]:
        """State and value ("implied" for a hidden question that means no)."""
        if question.shown_if and question.shown_if.question in self.asked:
            parent = self.q.questions[question.shown_if.question]
            state, value = self.state(respondent, parent)
            if state == "not_applicable":
                return "not_applicable", None
            if state in ("unanswered", "dont_know"):
                return "unanswered", None
            if state == "implied_no" or self.raw(parent, value) < question.shown_if.at_least:
                return ("not_applicable", None) if question.hidden_means == "not_applicable" else ("implied_no", "implied")
        answer = self.said(respondent, question)
        if answer is None or (answer.state == "answered" and answer.value is None):
            return "unanswered", None
        return answer.state, answer.value

    # One item

    def item(self, question: Question) -> dict:
        stands = {who: self.state(who, question) for who in self.group}
        consensus = next((c for c in self.r.consensus if c.question == question.id), None)
        values = {who: value for who, (_, value) in stands.items() if value is not None}
        states = {state for state, _ in stands.values()}
        if consensus:
            state = "answered"
        elif values:
            state = "answered" if "answered" in states else "implied_no"
        else:
            state = next((s for s in ("not_applicable", "dont_know") if s in states), "unanswered")
        grades = [self.said(who, question).evidence for who, (state_, _) in stands.items() if state_ == "answered"]
        grades += [consensus.evidence or "E0"] if consensus else []
        return {
            "question": question,
            "state": state,
            "evidenced": max(grades, default="E0") >= "E2",
            **{view: self.mean(question, consensus, values, view) for view in ("point", "low", "high")},
        }

    def mean(self, question: Question, consensus: object, values: dict[str, object], view: str) -> dict[int, Fraction] | None:
        if consensus:
            return self.attainment(question, consensus.value, view)
        groups = {self.group[who] for who in values}
        if not groups:
            return None
        mean = dict.fromkeys(self.levels(question), Fraction(0))
        for group in groups:
            members = [value for who, value in values.items() if self.group[who] == group]
            for value in members:
                for level, share in self.attainment(question, value, view).items():
                    mean[level] += share / len(members) / len(groups)
        return mean

    # One practice

    def practice(self, practice: Practice) -> dict:
        items = [self.item(question) for question in practice.questions if question.id in self.asked]
        applicable = [item for item in items if item["state"] != "not_applicable"]
        answered = [item for item in applicable if item["point"] is not None]
        weight = sum(item["question"].weight for item in items)
        skipped = weight - sum(item["question"].weight for item in applicable)
        if not applicable:
            return {"applicable": False, "items": items, "scope_limited": True, **dict.fromkeys(FIGURES)}
        low, high = ([self.bounded(item, view) for item in applicable] for view in ("low", "high"))
        point = [item | {"seen": item["point"]} for item in answered]
        return {
            "applicable": True,
            "items": items,
            "index": self.index(point),
            "low": self.index(low),
            "high": self.index(high),
            "level": self.level(point, applicable) if answered and not self.quick else None,
            "level_low": None if self.quick else self.level(low, applicable),
            "level_high": None if self.quick else self.level(high, applicable) if answered else self.climbable[-1],
            "completeness": sum(item["question"].weight for item in answered) / sum(item["question"].weight for item in applicable),
            "evidenced_index": self.index([i | {"seen": i["point"] if i["evidenced"] else {0: Fraction(0)}} for i in answered]),
            "scope_limited": skipped / weight > Fraction(1, 5),
        }

    def bounded(self, item: dict, view: str) -> dict:
        missing = dict.fromkeys(self.levels(item["question"]), Fraction(int(view == "high")))
        return item | {"seen": missing if item[view] is None else item[view]}

    def index(self, items: list[dict]) -> Fraction | None:
        if not items:
            return None
        total = sum(item["question"].weight * sum(item["seen"].values()) / len(item["seen"]) for item in items)
        return 100 * total / sum(item["question"].weight for item in items)

    def level(self, seen: list[dict], applicable: list[dict]) -> int:
        caps = [
            max(self.lowest, item["question"].level - 1)
            for item in seen
            if item["question"].knockout is not None and item["seen"][item["question"].level] < item["question"].knockout
        ]
        return min([self.climbed(seen, applicable), *caps])

    def climbed(self, seen: list[dict], applicable: list[dict]) -> int:
        reached = self.lowest
        for n in [n for n in self.climbable if any(n in self.levels(item["question"]) for item in applicable)]:
            here = [item for item in seen if n in self.levels(item["question"])]
            share = sum(i["question"].weight * i["seen"][n] for i in here) / sum(i["question"].weight for i in here) if here else 0
            reached = n if share > HALF else reached
            if share <= FULLY:
                break
        return reached

    # The whole

    def whole(self) -> dict:
        practices = {p.id: self.practice(p) for p in self.q.practices.values() if any(q.id in self.asked for q in p.questions)}
        for name, figures in practices.items():
            figures["gated_level"] = self.gated(self.q.practices[name], practices)
        dimensions, shares = {}, {}
        for dimension in self.q.dimensions:
            parts = {p.id: p.weight for p in dimension.practices if p.id in practices and practices[p.id]["applicable"]}
            shares |= {name: dimension.weight * weight / sum(parts.values()) for name, weight in parts.items()}
            if any(p.id in practices for p in dimension.practices):
                dimensions[dimension.id] = self.together(parts, practices, parts, parts, practices)
        weights = {d.id: d.weight for d in self.q.dimensions if d.id in dimensions and dimensions[d.id]["applicable"]}
        mandatory = [d.id for d in self.q.dimensions if d.mandatory and d.id in weights]
        overall = self.together(weights, dimensions, mandatory or weights, shares, practices)
        return {"practices": practices, "dimensions": dimensions, "overall": overall}

    def gated(self, practice: Practice, practices: dict) -> int | None:
        level = practices[practice.id]["level"]
        reached = [practices[need]["level"] if need in practices else self.r.foundations.get(need) for need in practice.needs]
        if level is None or None in reached:
            return None
        return max(k for k in range(self.lowest, level + 1) if all(there >= min(k, 3) or k == self.lowest for there in reached))

    def together(self, weights: dict, parts: dict, levelled: object, shares: dict, practices: dict) -> dict:
        if not weights:
            return {"applicable": False, **dict.fromkeys(FIGURES), **dict.fromkeys(("gated_level", "geometric", "minimum", "range"))}

        def mean(figure: str) -> Fraction | None:
            values = {name: parts[name][figure] for name in weights}
            if None in values.values():
                return None
            return sum(weights[name] * value for name, value in values.items()) / sum(weights.values())

        def least(figure: str) -> int | None:
            levels = [parts[name][figure] for name in levelled]
            return None if None in levels else min(levels)

        indices = [practices[name]["index"] for name in shares]
        known = None not in indices
        logarithms = sum(float(w) * log(max(float(practices[n]["index"]) / 100, 0.01)) for n, w in shares.items()) if known else 0
        return {
            "applicable": True,
            **{figure: mean(figure) for figure in ("index", "low", "high", "completeness", "evidenced_index")},
            **{figure: least(figure) for figure in ("level", "level_low", "level_high", "gated_level")},
            "geometric": 100 * exp(logarithms / float(sum(shares.values()))) if known else None,
            "minimum": min(indices) if known else None,
            "range": max(indices) - min(indices) if known else None,
        }


FIGURES = ("index", "low", "high", "level", "level_low", "level_high", "completeness", "evidenced_index")
