"""What holds a level back, and what cannot be told because its foundations are not assessed."""

from collections.abc import Iterable, Sequence

from exports.words.index import level_number
from exports.words.numbers import counted, listed, month, quoted, start
from improvement.levers import holding_most
from improvement.standing_model import Advice, Beside, Standing
from questionnaires.model import Practice, Questionnaire
from scoring.result import AssessmentScore, Binding, Score

_KNOWN = {"itsm-foundations": "ITSM Foundations"}
"""Named before anybody assessed it: reading its file for a title would cost more than the whole report."""


def questionnaire_title(reference: str) -> str:
    """The questionnaire that a prerequisite belongs to, by name."""
    name = reference.split("/", maxsplit=1)[0]
    return _KNOWN.get(name, start(name.replace("-", " ")))


def prerequisite(standing: Standing, reference: str) -> str:
    """A prerequisite practice by name: in quotes where it is of this questionnaire; as its questionnaire has it once that is assessed."""
    own = _own(standing, reference)
    known = (*standing.stands_on, *(standing.renewed.stands_on if standing.renewed else ()))
    return quoted(own.title) if own else foundation(reference, [beside.questionnaire for beside in known])


def foundation(reference: str, known: Iterable[Questionnaire]) -> str:
    """A practice by its title in one of these questionnaires; by its id where none has it."""
    practice = reference.rsplit("/", maxsplit=1)[-1]
    found = next((asked.practices[practice] for asked in known if practice in asked.practices), None)
    return found.title if found else start(practice.replace("-", " "))


def unassessed(standing: Standing) -> tuple[str, ...]:
    """The other questionnaires, by name, that would have to be assessed first: nobody has done so until today."""
    return _titles(unassessed_elsewhere(standing))


def unassessed_elsewhere(standing: Standing) -> tuple[Binding, ...]:
    """The prerequisites of other questionnaires that nobody has assessed. One of this questionnaire has only to be answered."""
    return _elsewhere(standing, standing.score_today)


def laid_since(standing: Standing) -> str:
    """`When this was issued, ITSM Foundations were not assessed; today’s are below.` Empty where that is not so."""
    since = [title for title in _titles(_elsewhere(standing, standing.score)) if title not in unassessed(standing)]
    some = "" if not standing.stands_on else "fully "
    return f"When this was issued, {listed(since)} were not {some}assessed; today’s are below." if since else ""


def _titles(missing: Iterable[Binding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(questionnaire_title(b.id) for b in missing))


def _elsewhere(standing: Standing, score: AssessmentScore) -> tuple[Binding, ...]:
    return tuple(b for b in score.overall.binding if b.level is None and _own(standing, b.id) is None)


def gated_words(standing: Standing, score: AssessmentScore | None = None) -> str:
    """Such as `not determinable: ITSM Foundations not assessed`, `2 by points, held at 1`, `five practices held back`.

    `carried by its foundations` where nothing is held; empty in quick mode, and where nothing rests on anything. Of the standing's
    own score, or of the same answers judged on other foundations.
    """
    judged = score or standing.score
    overall = judged.overall
    if standing.assessment.mode == "quick" or overall.level is None:
        return ""
    missing = tuple(dict.fromkeys(_whose(standing, b.id) for b in overall.binding if b.level is None))
    if missing:
        return f"not determinable: {listed(missing)} not assessed"
    if overall.gated_level is not None and overall.gated_level < overall.level:
        return f"{level_number(overall)} by points, held at {overall.gated_level}"
    if held := _held_in(judged):
        return f"{counted(len(held), 'practice')} held back"
    rests = any(practice.needs for practice in standing.questionnaire.practices.values())
    return "carried by its foundations" if rests else ""


def binding_words(standing: Standing, binding: Binding) -> str:
    """`Knowledge is at level 1, needs 2`."""
    where = "is not assessed" if binding.level is None else f"is at level {binding.level}"
    return f"{prerequisite(standing, binding.id)} {where}, needs {binding.needs}"


def held_practices(standing: Standing) -> tuple[str, ...]:
    """The practices that an assessed prerequisite holds."""
    return _held_in(standing.score)


def holding_it(score: Score) -> tuple[Binding, ...]:
    """The prerequisites that hold the level where it is: those that stand no higher than it; none where the level is not held."""
    if score.level is None or score.gated_level is None or score.gated_level >= score.level:
        return ()
    return tuple(b for b in holding_most(score) if b.level is not None and b.level <= score.gated_level)


def held_words(standing: Standing, practice: str, judged: AssessmentScore | None = None) -> str:
    """`Held at level 1: Knowledge is at level 1, needs 2.` for a practice that its foundations hold; empty otherwise.

    By the standing's own score, or by the same answers judged on other foundations.
    """
    score = (judged or standing.score).practices[practice]
    if not score.binding:
        return ""
    if score.gated_level is None:
        missing = [b.id for b in score.binding if b.level is None]
        names = listed([prerequisite(standing, reference) for reference in missing])
        if not any(b.level is None and b.id in missing for b in standing.score_today.practices[practice].binding):
            return f"When this was issued, nobody had assessed {names}, which it rests on."
        return f"It rests on {names}, which nobody has assessed, so nobody can tell what it carries."
    return f"Held at level {score.gated_level}: {listed([binding_words(standing, b) for b in score.binding])}."


def held_today(standing: Standing, practice: str) -> str:
    """The same by the foundations as they are today, which may be newer than those the result was issued on."""
    return held_words(standing, practice, standing.score_today)


def rests_here(standing: Standing, practice: str) -> str:
    """Which practices rest on this one, of this questionnaire and of the assessment that stands on it; empty where none does."""
    above = [(standing.questionnaire, practice), *_above(standing, practice)]
    titles = [quoted(p.title) for asked, need in above for p in asked.practices.values() if need in p.needs]
    rest, them = ("rests", "it") if len(titles) == 1 else ("rest", "them")
    return f"{listed(titles)} {rest} on it: a low level here holds {them} back." if titles else ""


def _above(standing: Standing, practice: str) -> Sequence[tuple[Questionnaire, str]]:
    return [(standing.carries.questionnaire, f"{standing.questionnaire.id}/{practice}")] if standing.carries else []


def rests_words(standing: Standing, advice: Advice) -> str:
    """`Its level pays off only once Knowledge management reaches 3; until then it stays held.` Empty where nothing known holds it."""
    until = held_until(standing, advice)
    return f"It lifts the index, but {until}." if until else ""


def held_until(standing: Standing, advice: Advice) -> str:
    """`the level stays held until Knowledge management reaches level 3`; empty where nothing known holds it."""
    known = [f"{prerequisite(standing, b.id)} reaches level {b.needs}" for b in advice.rests_on if b.level is not None]
    return f"the level stays held until {listed(known)}" if known else ""


def unassessed_words(standing: Standing) -> str:
    """Which prerequisites nobody has assessed, and what rests on each; empty where there is none."""
    titles = {p.id: quoted(p.title) for p in standing.questionnaire.practices.values()}
    rests: dict[str, list[str]] = {}
    for binding in standing.score.overall.binding:
        if binding.level is None:
            rests.setdefault(prerequisite(standing, binding.id), []).append(titles[binding.holds])
    said = "; ".join(f"{name} carries {listed(list(dict.fromkeys(held)))}" for name, held in rests.items())
    when = "when this was issued" if laid_since(standing) else "yet"
    return f"Not assessed {when}: {said}." if said else ""


def gate_decision(standing: Standing) -> str:
    """The so-what where foundations bind; empty where none does."""
    if missing := unassessed(standing):
        number = len({b.holds for b in unassessed_elsewhere(standing)})
        who = counted(number, "practice")
        return start(
            f"{who} {'rests' if number == 1 else 'rest'} on practices of {listed(missing)} that nobody has assessed. "
            "Assess them next: until then the levels above are by points only, and nobody can tell what holds them back."
        )
    return today_first(standing) or _lay_before(standing)


def today_first(standing: Standing) -> str:
    """What to lay first as the foundations are today, which may be newer than those the result was issued on."""
    return lay_first(standing, standing.score_today)


def lay_first(standing: Standing, score: AssessmentScore) -> str:
    """`Lay Knowledge first: it is at level 1, and “Confidence” needs it at 2.` Empty where no known foundation holds the level."""
    most = holding_it(score.overall)
    return f"Lay {prerequisite(standing, most[0].id)} first: {_why_it(standing, score, most[0])}." if most else ""


def _lay_before(standing: Standing) -> str:
    """Where practices are held today but the whole is not."""
    most = holding_most(standing.score_today.overall)
    if not most:
        return ""
    name, why = prerequisite(standing, most[0].id), _why_it(standing, standing.score_today, most[0])
    return f"Lay {name} before raising what rests on it: {why}."


def _why_it(standing: Standing, score: AssessmentScore, binding: Binding) -> str:
    titles = [quoted(standing.questionnaire.practices[b.holds].title) for b in score.overall.binding if b.id == binding.id]
    who = f"{titles[0]} needs" if len(titles) == 1 else f"{counted(len(titles), 'practice')} need"
    return f"it is at level {binding.level}, and {who} it at {binding.needs}"


def lay_under(standing: Standing, practice: str) -> str:
    """`Lay Knowledge first: it is at level 1, and this practice needs it at 2.` Empty where no foundation of today holds the practice."""
    most = holding_most(standing.score_today.practices[practice])
    if not most:
        return ""
    return f"Lay {prerequisite(standing, most[0].id)} first: it is at level {most[0].level}, and this practice needs it at {most[0].needs}."


def _whose(standing: Standing, reference: str) -> str:
    """What is missing: another questionnaire, or a practice of this one."""
    return prerequisite(standing, reference) if _own(standing, reference) else questionnaire_title(reference)


def _own(standing: Standing, reference: str) -> Practice | None:
    questionnaire, _, practice = reference.rpartition("/")
    return standing.questionnaire.practices.get(practice) if questionnaire in {"", standing.questionnaire.id} else None


def ground_words(beside: Beside) -> str:
    """`ITSM Foundations of IT, “IT, March 2026”, period to March 2026`."""
    return f"{beside.questionnaire.title} of {beside.function}, {quoted(beside.assessment.name)}, period to {month(beside.ended)}"


def renewed_words(standing: Standing) -> tuple[str, str]:
    """As issued, and with today's foundations; two empty texts where nothing newer is there, or no level to be judged."""
    if standing.renewed is None or standing.score.overall.level is None:
        return "", ""
    as_issued = _issued(standing.stands_on, _gated(standing, standing.score))
    return as_issued, _issued(standing.renewed.stands_on, _gated(standing, standing.renewed.score))


def _gated(standing: Standing, score: AssessmentScore) -> str:
    said = gated_words(standing, score)
    return said if said[:1].isdigit() else f"{score.overall.level} by points, {said}"


def _held_in(score: AssessmentScore) -> tuple[str, ...]:
    return tuple(dict.fromkeys(b.holds for b in score.overall.binding if b.level is not None))


def _issued(besides: Sequence[Beside], gated: str) -> str:
    on = listed([ground_words(beside) for beside in besides])
    return f"Level {gated}. Judged on {on}." if on else f"Level {gated}."
