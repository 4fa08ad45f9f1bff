"""What the review says: what is missing, what it does to the result, what is worth a look. Pure."""

from collections.abc import Sequence

from assessment.progress import PracticeProgress, Progress, ReviewItem
from exports.words.numbers import counted, index, listed, plain, rounded, start
from questionnaires.model import Practice, Questionnaire
from scoring.result import Score
from ui.parts.markdown import escaped

_FEW = 2


def finding(done: Progress) -> str:
    """The title: how much is missing."""
    missing = done.of - done.answered
    if not done.answered:
        return "Nothing is answered yet"
    if not missing:
        return complete(done)
    if missing > done.of / 2:
        return f"{missing} of {done.of} answers are missing"
    return start(f"{counted(missing, 'answer')} {_is(missing)} missing; everything else is ready")


def complete(done: Progress) -> str:
    """Nothing is missing; don't knows are told apart, because the result counts them as missing."""
    if done.dont_know:
        return f"Nothing is missing: {done.of - done.dont_know} answered, {done.dont_know} “don’t know”"
    return f"All {done.of} questions are answered"


def missing_effect(done: Progress, overall: Score) -> str:
    """What finalising now would leave open."""
    if not done.answered or overall.low is None or overall.high is None:
        return "Finalising needs at least one answer."
    low, high = index(overall.low), index(overall.high)
    return f"Finalised now, the index reads {low} to {high}, whatever the missing answers are."


def missing_in(questionnaire: Questionnaire, practice: PracticeProgress) -> tuple[str, str]:
    """A practice with its missing questions by number, and their texts."""
    asked = [question.id for question in questionnaire.practices[practice.id].questions]
    numbers = [str(asked.index(question) + 1) for question in practice.missing]
    which = f"all {counted(len(numbers), 'question')}" if len(asked) == len(numbers) > 1 else _numbered(numbers)
    title = f"{escaped(practice.title)}, {which}"
    texts = [escaped(questionnaire.questions[question].text) for question in practice.missing]
    more = f" And {counted(len(texts) - _FEW, 'more', 'more')}." if len(texts) > _FEW else ""
    return title, " ".join(texts[:_FEW]) + more


def item_words(item: ReviewItem, overall: Score) -> tuple[str, str, str, str]:
    """Icon, title, effect, and the label of the way there."""
    many, points = len(item.questions), rounded(item.points, 1)
    answers, questions = counted(many, "answer"), counted(many, "question")
    match item.kind:
        case "evidence":
            title, effect = f"{answers} {_has(many)} no evidence that somebody saw", _evidence_effect(overall, points)
            return ":material/attach_file:", start(title), effect, "Add evidence"
        case "dont_know":
            widened = f"They widen the range, now {index(overall.low)} to {index(overall.high)}, by {points} points."
            return ":material/help:", start(f"{answers} {_is(many)} “don’t know”"), widened, "Find out"
        case "not_applicable":
            left_out = "They leave the result; the report shows the reason of each."
            return ":material/block:", start(f"{questions} {'does' if many == 1 else 'do'} not apply here"), left_out, "See them"
        case "discuss":
            talk = "Talk about them first: once final, the answers do not change."
            return ":material/flag:", start(f"{questions} {_is(many)} marked for discussion"), talk, "See them"


def practices_of(questionnaire: Questionnaire, questions: Sequence[str]) -> dict[str, Practice]:
    """The practices that hold these questions, in order."""
    return {questionnaire.practice_of[question].id: questionnaire.practice_of[question] for question in questions}


def more_questions(quick: int, full: int, minutes: int) -> str:
    """What going on from quick to full means."""
    more = counted(full - quick, "more question")
    return start(f"{more}, about {minutes} minutes for all. Every answer stays, and the result then has levels too.")


def index_words(score: Score) -> str:
    """An earlier result in short."""
    if score.index is None:
        return f"index between {index(score.low)} and {index(score.high)}"
    return f"index {plain(score.index, 1)}"


def _evidence_effect(overall: Score, points: str) -> str:
    claimed = f"{points} points of the index" if overall.index is None else f"Of the index of {index(overall.index)}, {points} points"
    return f"Without it, the result shows what is evidenced beside what is claimed. {claimed} rest on word alone."


def _numbered(numbers: list[str]) -> str:
    return f"question{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def _is(many: int) -> str:
    return "is" if many == 1 else "are"


def _has(many: int) -> str:
    return "has" if many == 1 else "have"
