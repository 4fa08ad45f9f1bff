"""What each question of a result may be told with: the same for everybody who may see the result."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from uuid import UUID

from assessment import answers as kept
from assessment import editions, service, store
from assessment.anonymity import Waiting
from assessment.model import Assessment, RecordedAnswer, Spread
from ground.value import Value
from people.work import Work
from questionnaires.answer import Answer
from questionnaires.model import Questionnaire
from scoring.items import Item, read
from scoring.plan import plan

_BESIDE = {"reason": "", "note": "", "evidence_text": "", "evidence_link": ""}


class Telling(Value):
    """By question: one answer where there is one, the spread where there are several, and what waits."""

    answers: Mapping[str, RecordedAnswer]
    """In full where a member of the organisation gave it; without what stands beside it where somebody invited did."""
    spreads: Mapping[str, Spread]
    waiting: Mapping[str, tuple[Waiting, ...]]


def telling(work: Work, assessment_id: UUID) -> Telling:
    """Denied to those who only answer; what is frozen with a final result, as it stands otherwise."""
    assessment = service.get(work, assessment_id)
    whole = editions.questionnaire_of(work, assessment.edition_id)
    given = service.responses(work, assessment)
    by_question: dict[str, list[Answer]] = defaultdict(list)
    for answer in given.answers:
        by_question[answer.question].append(answer)
    items = read(plan(whole, assessment.mode), given)
    return Telling(
        answers=_alone(work, assessment, whole, by_question),
        spreads={name: _spread(items[name]) for name, said in by_question.items() if len(said) > 1 and name in items},
        waiting=service.waiting(work, assessment),
    )


def _alone(
    work: Work, assessment: Assessment, whole: Questionnaire, by_question: Mapping[str, Sequence[Answer]]
) -> Mapping[str, RecordedAnswer]:
    places = store.places(work, assessment.id)
    rows = {(row.respondent_id, row.question): row for row in kept.rows(work, assessment.id)}
    told: dict[str, RecordedAnswer] = {}
    for name, said in by_question.items():
        who = UUID(said[0].respondent)
        if len(said) == 1 and (who, name) in rows:
            answer = kept.as_answer(whole, rows[who, name]).model_copy(update={"value": said[0].value})
            told[name] = answer if places[who].is_member else answer.model_copy(update=_BESIDE)
    return told


def _spread(item: Item) -> Spread:
    values: Counter[Fraction] = Counter(outcome.raw for _, outcome in item.voices)
    return Spread(people=len(item.voices), values=tuple(sorted(values.items())))
