"""Everything a person may be told about one assessment, gathered once: results page, home and PDF read the same value."""

from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID

from assessment import editions, facts, measures, policies, target_profiles
from assessment import service as assessments
from assessment.changing import changed, occasion
from assessment.hearing import hearing
from assessment.model import Assessment, OutcomeReading
from assessment.peers import peers
from assessment.periods import period_ends
from assessment.telling import telling
from improvement import footing, store
from improvement.acting import function_names, moment, names
from improvement.advice import ten
from improvement.advised import advised
from improvement.gaps import gaps
from improvement.model import Action
from improvement.proof import found_pitfalls
from improvement.sisters import sisters
from improvement.standing_model import Advice, Claim, Previous, Renewed, Standing
from people import service as people
from people.work import Work
from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.change import Occasion
from scoring.outcomes import claims_against_outcomes
from scoring.redrawn import Robustness
from scoring.result import AssessmentScore


def gather(work: Work, assessment_id: UUID) -> Standing:
    """Where the function stands by this assessment; NotFound alike for missing and foreign."""
    assessment = assessments.get(work, assessment_id)
    whole = editions.questionnaire_of(work, assessment.edition_id)
    asked, score = assessments.questionnaire(work, assessment), assessments.result(work, assessment_id)
    readings, targets = measures.readings(work, assessment.function_id), measures.targets(work, assessment.function_id)
    renewed = footing.renewed(work, assessment, whole)
    now = occasion(work, assessment, score)
    advice = _advice(assessment, whole, now.responses, renewed or score)
    organisation, said = people.organisation(work), telling(work, assessment_id)
    return Standing(
        organisation=organisation.name,
        function=function_names(work)[assessment.function_id],
        currency=organisation.currency,
        assessment=assessment,
        questionnaire=asked,
        score=score,
        answers=said.answers,
        agreed={one.question: one for one in now.responses.consensus if one.question in asked.questions},
        spreads=said.spreads,
        waiting=said.waiting,
        peers=peers(work, assessment, score),
        panel=hearing(work, assessment, score),
        redrawn=_redrawn(asked, score),
        gaps=gaps(asked, score, assessment.targets),
        advice=advice,
        ten=ten(advice),
        actions=_register(work, assessment.function_id),
        readings=tuple(sorted(readings, key=lambda reading: (period_ends(reading.period), reading.measure))),
        measure_targets=targets,
        previous=_previous(work, assessment, now),
        target_profiles=target_profiles.profiles(work, assessment.questionnaire),
        sisters=sisters(work, assessment, whole),
        pitfalls=found_pitfalls(asked, score),
        claims=claims(asked, score, facts.counting(readings, assessment), targets),
        stands_on=footing.stands_on(work, assessment, whole),
        renewed=renewed,
        carries=footing.carries(work, assessment),
        policies=policies.policies(work),
        people=names(work),
        today=moment(work).today,
        now=work.now,
    )


def claims(
    questionnaire: Questionnaire, score: AssessmentScore, readings: tuple[OutcomeReading, ...], targets: Mapping[str, Fraction]
) -> tuple[Claim, ...]:
    """Levels that the newest of these readings do not bear out: against the own target, else against an adoption gate's value."""
    newest = {reading.measure: reading for reading in readings}
    asked = {gate.id: gate.at_least for gate in score.gates if gate.at_least is not None}
    expected = {gate.measure: asked.get(gate.id, gate.at_least) for gate in questionnaire.gates} | dict(targets)
    found = claims_against_outcomes(questionnaire, score, {name: reading.value for name, reading in newest.items()}, expected)
    return tuple(
        Claim(practice=one.practice, level=one.level, measure=one.measure, reading=newest[one.measure], target=one.expected)
        for one in found
    )


def _advice(assessment: Assessment, whole: Questionnaire, given: Responses, judged: Renewed | AssessmentScore) -> tuple[Advice, ...]:
    """On today's foundations, where those are newer: what an action waits for is laid by now, or is not."""
    if isinstance(judged, AssessmentScore):
        return advised(assessment, whole, given, judged)
    return advised(assessment, whole, given.model_copy(update={"foundations": judged.levels}), judged.score)


def _register(work: Work, function_id: UUID) -> tuple[Action, ...]:
    return tuple(action for action in store.actions(work) if action.function_id == function_id)


def _redrawn(asked: Questionnaire, score: AssessmentScore) -> Robustness:
    # Loading NumPy takes longer than most commands do, and few of them gather anything.
    from scoring.robustness import robustness  # noqa: PLC0415

    return robustness(asked, score)


def _previous(work: Work, assessment: Assessment, now: Occasion) -> Previous | None:
    before = assessments.previous_final(work, assessment)
    if before is None:
        return None
    score = assessments.result(work, before.id)
    found = changed(work, (before, occasion(work, before, score)), (assessment, now))
    return Previous(assessment=before, score=score, change=found.change, moved=found.practices, split=found.split)
