"""One practice in sentences: its finding, what was seen, what to keep, what the next level needs."""

from exports.words.answer import FULLY, answer_value, result_words, still_needed, waiting
from exports.words.index import level_words, sure_level
from exports.words.numbers import between, count, counted, index, start
from exports.words.source import MISSING, counts
from ground.value import Value
from improvement.standing_model import HEADLINE_FROM, Standing
from questionnaires.model import Anchored
from scoring.result import PracticeScore, Term


class Seen(Value):
    """One question and what was answered."""

    question: str
    text: str
    answer: str
    evidenced: bool
    missing: bool


def observed(seen: Seen) -> str:
    """The answer as a sentence, with whether its evidence was seen."""
    answer = seen.answer if seen.answer.endswith((".", "!", "?")) else f"{seen.answer}."
    return f"{answer} Evidence seen." if seen.evidenced else answer


def practice_source(standing: Standing, practice: str) -> str:
    """Such as: `4 of 4 questions answered, one with evidence seen`."""
    of = counts(standing.score.practices[practice].trace)
    seen = f"{count(of.evidenced) if of.evidenced else 'none'} with evidence seen"
    apart = f", {count(of.not_applicable)} not applicable" if of.not_applicable else ""
    return f"{of.answered} of {of.applicable} questions answered, {seen}{apart}."


def practice_finding(standing: Standing, practice: str) -> str:
    """The title of a practice's page."""
    score = standing.score.practices[practice]
    if score.completeness is None:
        return "Nothing in this practice applies here"
    if score.index is None:
        return "Nothing is answered here yet, so any level is possible"
    if score.completeness < HEADLINE_FROM:
        return _open(standing, score)
    if score.level is None:
        return _estimate(standing, practice)
    return _of_level(standing, practice, score, score.level)


def question_finding(standing: Standing, practice: str) -> str:
    """The title of the bars."""
    target = standing.assessment.targets.get(practice)
    told = tuple(term for term in standing.score.practices[practice].trace if term.attainment is not None)
    if not told:
        return "No question is answered yet"
    if target is None:
        full = sum((term.attainment or 0) > FULLY for term in told)
        return (
            start(f"{_some(full, len(told), 'answer')} {'is' if full == 1 else 'are'} as high as can be")
            if full
            else "Every answer can rise"
        )
    short = sum(not reaches(term, target) for term in told)
    if not short:
        return f"Every answer reaches level {target}"
    return start(f"{_some(short, len(told), 'answer')} {'falls' if short == 1 else 'fall'} short of level {target}")


def reaches(term: Term, level: int) -> bool:
    """Whatever this question says about the levels up to this one is fully attained."""
    return all(share is not None and share > FULLY for at, share in term.by_level.items() if at <= level)


def yardstick(standing: Standing, practice: str) -> int:
    """The level that answers are held against: the target; without one, the next level."""
    score = standing.score.practices[practice]
    lowest, highest = standing.questionnaire.lowest, standing.questionnaire.highest
    return standing.assessment.targets.get(practice, min(highest, (lowest if score.level is None else score.level) + 1))


def weak_points(standing: Standing, practice: str) -> tuple[Seen, ...]:
    """What falls short of the target, missing answers among it."""
    return _seen(standing, practice, strong=False)


def strengths(standing: Standing, practice: str) -> tuple[Seen, ...]:
    """What is at the target or above."""
    return _seen(standing, practice, strong=True)


def next_step(standing: Standing, practice: str) -> tuple[int, tuple[str, ...]]:
    """The next level (the target, in quick mode) and what it still needs; nothing where the target is reached."""
    score = standing.score.practices[practice]
    aim = yardstick(standing, practice)
    level = sure_level(score)
    if level is not None:
        aim = min(aim, level + 1)
        if level >= yardstick(standing, practice):
            return level, ()
    needs = (still_needed(standing, term, aim) for term in score.trace)
    return aim, tuple(need for need in needs if need)


def _seen(standing: Standing, practice: str, *, strong: bool) -> tuple[Seen, ...]:
    aim = yardstick(standing, practice)
    trace = (term for term in standing.score.practices[practice].trace if term.state != "not_applicable")
    return tuple(_observed(standing, term) for term in trace if _carries(term, aim) is strong)


def _carries(term: Term, aim: int) -> bool:
    """It helps to reach the target, or is a full yes to something above; a no to something above is no strength."""
    return reaches(term, aim) and ((term.attainment or 0) > FULLY or any(at <= aim for at in term.by_level))


def _observed(standing: Standing, term: Term) -> Seen:
    question = standing.questionnaire.questions[term.question]
    return Seen(
        question=term.question,
        text=question.text,
        answer=_with_wait(result_words(standing, term), waiting(standing, term.question)),
        evidenced=term.evidenced,
        missing=term.state in MISSING,
    )


def _open(standing: Standing, score: PracticeScore) -> str:
    of = counts(score.trace)
    still = f"{_some(of.missing, of.applicable, 'question')} {'is' if of.missing == 1 else 'are'} still open"
    if standing.assessment.mode == "quick":
        return f"The index lies {between(index(score.low), index(score.high))}; {still}"
    return f"{start(level_words(score))}; {still}"


def _estimate(standing: Standing, practice: str) -> str:
    score = standing.score.practices[practice]
    gap = next((gap for gap in standing.gaps if gap.practice == practice), None)
    now = f"A quick estimate of {index(score.index)} of 100"
    if gap is None:
        return now
    return f"{now}, {index(gap.points)} short of the target" if gap.points else f"{now}, at the target or above"


def _of_level(standing: Standing, practice: str, score: PracticeScore, level: int) -> str:
    aim = yardstick(standing, practice)
    told = tuple(term for term in score.trace if term.attainment is not None)
    if level >= aim:
        full = sum(reaches(term, aim) for term in told)
        whole = f"{_some(full, len(told), 'answer')} {'reaches' if full == 1 else 'reach'} the target in full"
        return f"Level {level} meets the target; {whole}" if level == aim else f"Level {level} is above the target of {aim}; {whole}"
    if score.knockouts and _caps(standing, score, level):
        return f"One answer caps this practice at level {level}, whatever the others reach"
    holding = sum(not reaches(term, level + 1) for term in told)
    best = max((_anchored_level(standing, term) for term in told), default=level)
    them = f"{_some(holding, len(told), 'answer')} {'keeps' if holding == 1 else 'keep'} it from level {level + 1}"
    if best >= level + 2 and holding < len(told):
        return f"The best answer is at level {best}, the practice at level {level}: {them}"
    return f"Level {level}, {counted(aim - level, 'level')} short of the target: {them}"


def _caps(standing: Standing, score: PracticeScore, level: int) -> bool:
    tagged = (standing.questionnaire.questions[q] for q in score.knockouts)
    return any(not isinstance(q, Anchored) and q.level == level + 1 for q in tagged)


def _anchored_level(standing: Standing, term: Term) -> int:
    value = answer_value(standing, term)
    is_anchored = isinstance(standing.questionnaire.questions[term.question], Anchored)
    return int(str(value)) if is_anchored and value is not None else standing.questionnaire.lowest


def _some(part: int, whole: int, noun: str) -> str:
    if whole == 1:
        return f"the only {noun}"
    if part == whole:
        return f"{'both' if whole == 2 else f'all {count(whole)}'} {noun}s"
    return f"{count(part)} of {count(whole)} {noun}s"


def _with_wait(said: str, wait: str) -> str:
    # What an option says may end as a sentence already.
    return f"{said.rstrip('.')}. {wait}" if wait else said
