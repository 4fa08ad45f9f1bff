"""Outcome measures in sentences: the latest reading, its target, and what the reading says about a claim."""

from collections.abc import Mapping

from assessment.catalogue import catalogue
from assessment.followed import Followed
from assessment.model import OutcomeReading
from exports.words.answer import with_unit
from exports.words.numbers import count, counted, quoted, start
from improvement.standing_model import Claim, Standing


def readings_of(standing: Standing) -> Mapping[str, tuple[OutcomeReading, ...]]:
    """The readings of each measure of this questionnaire, oldest first."""
    return {m.id: tuple(r for r in standing.readings if r.measure == m.id) for m in standing.questionnaire.measures}


def followed(standing: Standing) -> tuple[Followed, ...]:
    """The measures of this questionnaire as its function follows them; money in its own currency."""
    read, own = readings_of(standing), standing.assessment.function_id
    return tuple(
        Followed(function_id=own, uses=uses, readings=read[uses.measure.id], target=standing.measure_targets.get(uses.measure.id))
        for uses in catalogue([standing.questionnaire], standing.currency)
    )


def measures_finding(standing: Standing) -> str:
    """The title of the outcome measures."""
    read = {m: r for m, r in readings_of(standing).items() if r}
    of = len(standing.questionnaire.measures)
    if not read:
        return "No outcome has been measured yet, so nothing proves the levels"
    aimed = {m: r for m, r in read.items() if m in standing.measure_targets}
    by_id = standing.questionnaire.measure_by_id
    met = sum(by_id[m].reaches(r[-1].value, standing.measure_targets[m]) for m, r in aimed.items())
    if not aimed:
        return start(f"{counted(len(read), 'measure')} of {of} {'has' if len(read) == 1 else 'have'} a reading, none has a target")
    if met == len(aimed):
        return "Every measure with a target meets it" if met > 1 else "The one measure with a target meets it"
    if not met:
        return (
            f"None of {counted(len(aimed), 'measure')} with a target meets it"
            if len(aimed) > 1
            else "The one measure with a target misses it"
        )
    return start(f"{count(met)} of {counted(len(aimed), 'measure')} {'meets its' if met == 1 else 'meet their'} target")


def measures_decision(standing: Standing) -> str:
    """The so-what of the outcome measures: a claim that a reading does not bear out comes first."""
    if standing.claims:
        claim = standing.claims[0]
        return f"{claim_words(standing, claim)} Check the answers of that practice first: the reading and the claim cannot both be right."
    return reading_decision(standing)


def reading_decision(standing: Standing) -> str:
    """What to do about the readings themselves."""
    read = readings_of(standing)
    blank = [m.title for m in standing.questionnaire.measures if not read[m.id]]
    untargeted = [m.title for m in standing.questionnaire.measures if read[m.id] and m.id not in standing.measure_targets]
    if blank:
        return f"Name an owner who takes a first reading of {quoted(blank[0])} before the next review; without it no lift can be proven."
    if untargeted:
        return f"Set a target for {quoted(untargeted[0])}; a reading without a target leads to no decision."
    return "Read every measure again before the next review, by the same definition and from the same source."


def claim_words(standing: Standing, claim: Claim) -> str:
    """Such as: `“Confidence before convenience” claims level 4, yet “Self-service adoption” reads 41 % against a target of 60 %`."""
    title = standing.questionnaire.practices[claim.practice].title
    measure = standing.questionnaire.measure_by_id[claim.measure]
    reading, target = with_unit(standing, claim.measure, claim.reading.value), with_unit(standing, claim.measure, claim.target)
    return f"{quoted(title)} claims level {claim.level}, yet {quoted(measure.title)} reads {reading} against a target of {target}."
