"""What holds a level back, and what cannot be told because its foundations are not assessed."""

from exports.words.numbers import counted, listed, quoted, start
from improvement.standing_model import Standing
from scoring.result import Binding

_KNOWN = {"itsm-foundations": "ITSM Foundations"}


def questionnaire_title(reference: str) -> str:
    """The questionnaire that a prerequisite belongs to, by name."""
    name = reference.split("/", maxsplit=1)[0]
    return _KNOWN.get(name, start(name.replace("-", " ")))


def prerequisite(standing: Standing, reference: str) -> str:
    """A prerequisite practice by name: its title where it is of this questionnaire."""
    practice = reference.rsplit("/", maxsplit=1)[-1]
    own = standing.questionnaire.practices.get(practice)
    return own.title if own else start(practice.replace("-", " "))


def unassessed(standing: Standing) -> tuple[str, ...]:
    """The questionnaires, by name, that would have to be assessed first."""
    return tuple(dict.fromkeys(questionnaire_title(b.id) for b in standing.score.overall.binding if b.level is None))


def gated_words(standing: Standing) -> str:
    """`not determinable: ITSM Foundations not assessed`, `held at 1`, `carried by its foundations`; empty in quick mode."""
    overall = standing.score.overall
    if standing.assessment.mode == "quick" or overall.level is None:
        return ""
    if missing := unassessed(standing):
        return f"not determinable: {listed(missing)} not assessed"
    if overall.gated_level is not None and overall.gated_level < overall.level:
        return f"{overall.level} by points, held at {overall.gated_level}"
    return "carried by its foundations"


def binding_words(standing: Standing, binding: Binding) -> str:
    """`Knowledge is at level 1, needs 2`."""
    name = prerequisite(standing, binding.id)
    where = "is not assessed" if binding.level is None else f"is at level {binding.level}"
    return f"{name} {where}, needs {binding.needs}"


def held_practices(standing: Standing) -> tuple[str, ...]:
    """The practices that an assessed prerequisite holds."""
    return tuple(dict.fromkeys(b.holds for b in standing.score.overall.binding if b.level is not None))


def unassessed_words(standing: Standing) -> str:
    """Which prerequisites nobody has assessed, and what rests on each; empty where there is none."""
    titles = {p.id: quoted(p.title) for p in standing.questionnaire.practices.values()}
    rests: dict[str, list[str]] = {}
    for binding in standing.score.overall.binding:
        if binding.level is None:
            rests.setdefault(prerequisite(standing, binding.id), []).append(titles[binding.holds])
    said = "; ".join(f"{name} carries {listed(list(dict.fromkeys(held)))}" for name, held in rests.items())
    return f"Not assessed yet: {said}." if said else ""


def gate_decision(standing: Standing) -> str:
    """The so-what where foundations bind; empty where none does."""
    if missing := unassessed(standing):
        held = [b.holds for b in standing.score.overall.binding if b.level is None]
        number = len(dict.fromkeys(held))
        who = counted(number, "practice")
        return start(
            f"{who} {'rests' if number == 1 else 'rest'} on practices of {listed(missing)} that nobody has assessed. "
            "Assess them next: until then the levels above are by points only, and nobody can tell what holds them back."
        )
    if standing.score.overall.binding:
        first = min(standing.score.overall.binding, key=lambda b: b.level or 0)
        title = quoted(standing.questionnaire.practices[first.holds].title)
        return f"Put {prerequisite(standing, first.id)} first: it is at level {first.level}, and {title} needs it at {first.needs}."
    return ""
