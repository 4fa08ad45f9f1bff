"""Claims in sentences: against their outcomes, without any reading, and beside the evidence that was seen."""

from fractions import Fraction

from exports.words.answer import answer_short, with_unit
from exports.words.index import is_told
from exports.words.measures import claim_words
from exports.words.nothing import CHOOSE_ANOTHER, applies, fill_in
from exports.words.numbers import count, counted, index, listed, quoted, start
from exports.words.pillars import nouns
from exports.words.source import scored
from improvement.evidence import Unseen, unseen
from improvement.outcomes import Held, borne_out, contradicted, practices, unmeasured, without_target
from improvement.standing_model import Standing
from scoring.result import Score

WHAT_IT_IS = "A claim is a level of 3 or more; an outcome measure linked to its practice should show it."
NOBODY_SAW = "Evidenced counts every answer whose artefact nobody has seen as the lowest; unseen is the difference."


def claims_finding(standing: Standing) -> str:
    """The title of claims and evidence: what contradicts a claim, else what nobody measured, else what nobody saw."""
    against, nobody = len(practices(contradicted(standing))), len(practices(unmeasured(standing)))
    if against:
        said = f"{counted(against, 'claim')} {'is' if against == 1 else 'are'} not borne out by what was measured"
        return start(f"{said}, and {count(nobody)} {'was' if nobody == 1 else 'were'} not measured" if nobody else said)
    if nobody:
        return start(f"nobody measured what {counted(nobody, 'claim')} of level 3 or more should bring")
    if not applies(standing):
        return "Nothing is claimed, because nothing applies here"
    return evidence_finding(standing) or "Nothing is claimed yet, so nothing has to be proven"


def claims_lead(standing: Standing) -> str:
    """What a claim is, and how much of the whole is evidenced where the title does not say so already."""
    said = evidence_finding(standing)
    return f"{WHAT_IT_IS} {said}." if said and said != claims_finding(standing) else WHAT_IT_IS


def evidence_finding(standing: Standing) -> str:
    """`Of 46 points claimed, 17 are evidenced`; empty while too little is answered to tell any practice."""
    overall = standing.score.overall
    if not any(is_told(score) for score in scored(standing).values()):
        return ""
    if not standing.has_headline or overall.evidenced_index is None:
        return widest_finding(standing)
    claimed, seen = index(overall.index), index(overall.evidenced_index)
    if overall.index == overall.evidenced_index:
        return (
            f"All {claimed} points claimed have evidence that was seen"
            if overall.index
            else "Nothing is claimed, so nothing has to be seen"
        )
    if not overall.evidenced_index:
        return f"No evidence was seen: all {claimed} points claimed rest on word alone"
    return f"Of {claimed} points claimed, {seen} {'is' if seen == '1' else 'are'} evidenced"


def claims_decision(standing: Standing) -> str:
    """The so-what of claims and evidence."""
    if standing.claims:
        claim = standing.claims[0]
        return f"{claim_words(standing, claim)} {check_words(standing, claim.practice)}"
    if nobody := unmeasured(standing):
        measures = [one.measure for one in nobody]
        wanted = max(dict.fromkeys(measures), key=measures.count)
        resting = measures.count(wanted)
        title = quoted(standing.questionnaire.measure_by_id[wanted].title)
        return f"Name an owner who takes a reading of {title}: {counted(resting, 'claim')} {'rests' if resting == 1 else 'rest'} on it."
    return _ask_for(standing)


def check_words(standing: Standing, practice: str) -> str:
    """What to check first where claim and outcome disagree."""
    open_ = unseen(standing.score.practices[practice])
    if not open_:
        return "Every answer of it has evidence, so check first how the measure is counted."
    text = standing.questionnaire.questions[open_[0].term.question].text
    return f"Check first {quoted(text)}: answered {_answer(standing, open_[0])}, and nobody has seen an artefact."


def target_words(standing: Standing, measure: str, target: Fraction | None) -> str:
    """`60 %, your own target`, `85 %, the adoption gate`."""
    if target is None:
        return "no target"
    whose = "your own target" if measure in standing.measure_targets else "the adoption gate"
    return f"{with_unit(standing, measure, target)}, {whose}"


def reading_words(standing: Standing, one: Held) -> str:
    """`44 % for 2026-Q3, n = 1,200, Portal log`, `no reading`."""
    if one.reading is None:
        return "no reading"
    sample = f", n = {one.reading.sample:,}" if one.reading.sample else ""
    source = f", {one.reading.source}" if one.reading.source else ", source not said"
    late = ", outside the period of this assessment" if one.verdict == "out_of_period" else ""
    return f"{with_unit(standing, one.measure, one.reading.value)} for {one.reading.period}{sample}{source}{late}"


def borne_out_words(standing: Standing) -> str:
    """The claims that their outcomes bear out, and those whose measure has no target; empty where there is none."""
    said = []
    groups = {"Borne out by what was measured": borne_out, "Measured, but without a target to reach": without_target}
    for words, found in groups.items():
        titles = [quoted(standing.questionnaire.practices[practice].title) for practice in practices(found(standing))]
        said += [f"{words}: {listed(titles)}."] if titles else []
    return " ".join(said)


def unseen_words(standing: Standing, practice: str) -> str:
    """`three answers rest on word alone: 40 of 60 points`; empty where none does."""
    score = standing.score.practices[practice]
    open_ = unseen(score)
    if not open_:
        return ""
    answers = f"{counted(len(open_), 'answer')} {'rests' if len(open_) == 1 else 'rest'}"
    return f"{answers} on word alone: {index(_distance(score))} of {index(score.index)} points"


def widest(standing: Standing) -> tuple[str, ...]:
    """The practices of which enough is answered, largest distance between claim and evidence first."""
    gaps = {p: _distance(s) for p, s in scored(standing).items() if is_told(s)}
    return tuple(sorted(gaps, key=lambda practice: -gaps[practice]))


def widest_finding(standing: Standing) -> str:
    """`“Confidence” rests on word alone most: 40 of 60 points`; for a standing with a practice that can be told."""
    practice = widest(standing)[0]
    score, title = standing.score.practices[practice], standing.questionnaire.practices[practice].title
    points = index(_distance(score))
    if not _distance(score):
        return "Every claimed point has evidence that was seen"
    return f"{quoted(title)} rests on word alone most: {points} of {index(score.index)} points"


def above_finding(standing: Standing) -> str:
    """The same of the dimensions: `“Leadership mindset” rests on word alone most`; of the whole where none stands out."""
    gaps = {d.title: _distance(standing.score.dimensions[d.id]) for d in standing.questionnaire.dimensions if _is_told(standing, d.id)}
    widest_one = max(gaps, key=lambda title: gaps[title], default="")
    if len(gaps) < 2 or min(gaps.values()) == gaps[widest_one] or not standing.score.overall.evidenced_index:
        return evidence_finding(standing)
    return f"{quoted(widest_one)} rests on word alone more than any other {nouns(standing.questionnaire)[0]}"


def _is_told(standing: Standing, dimension: str) -> bool:
    return dimension in standing.score.dimensions and is_told(standing.score.dimensions[dimension])


def _distance(score: Score) -> Fraction:
    return (score.index or Fraction(0)) - (score.evidenced_index or 0)


def _ask_for(standing: Standing) -> str:
    told = widest(standing)
    open_ = unseen(standing.score.practices[told[0]]) if told else ()
    if not applies(standing):
        return CHOOSE_ANOTHER
    if not told:
        find_out = fill_in(standing) if standing.is_final else "Answer the questions"
        return f"{find_out} first; then claims can be held against outcomes and evidence."
    if not open_:
        return "Nothing here asks for a decision. Take the readings again, and sample the evidence at the next assessment."
    question = standing.questionnaire.questions[open_[0].term.question]
    where = quoted(standing.questionnaire.practices[told[0]].title)
    carries = f"{quoted(question.text)} carries {index(open_[0].points)} points of {where}"
    return f"Ask for one artefact first: {carries}. It would be shown by this: {question.evidence}"


def _answer(standing: Standing, one: Unseen) -> str:
    return answer_short(standing, one.term)
