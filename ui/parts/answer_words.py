"""What the pages of assessing say. Pure: words in, words out; text of a questionnaire comes out escaped."""

from collections.abc import Mapping
from datetime import datetime

from assessment.progress import PracticeProgress, Progress
from exports.words.numbers import counted
from questionnaires.answer import Evidence
from questionnaires.model import Question
from ui.parts import offers
from ui.parts.markdown import escaped

INSTRUCTION = "Choose the line that describes **most days this year**, not the best day."
NOT_SAVED = "Not saved. Your answer is still here; try again."

GRADES: Mapping[Evidence, str] = {
    "E0": "Nothing yet: it is what we say",
    "E1": "Described: somebody told or wrote how it is done",
    "E2": "Seen: somebody looked at the record or the thing itself",
    "E3": "Sampled: several cases checked, or measured by a tool",
}
_ALL = "Nothing is missing; review and finalise when you are ready."
_ALL_ASKED = "Nothing is missing. You can still change every answer."
_ASPECTS = {"value": "Purpose", "flow": "Way of working", "tool": "Tools and data", "measure": "Measurement"}
_FOLLOWS = {offers.NOT_APPLICABLE: "say why", offers.PERCENTAGE: "write the percentage", offers.ANSWER: "answer below"}


def question_line(question: Question, position: int, of: int) -> str:
    """The grey line above a question."""
    aspect = f" · {_ASPECTS[question.aspect]}" if question.aspect else ""
    return f"Question {position} of {of}{aspect}"


def progress_line(progress: Progress, *, only_asked: bool = False) -> str:
    """How far, how long still, and that nothing gets lost. Who is only asked has nothing to finalise."""
    done = f"**{progress.answered} of {progress.of}** answered."
    if progress.answered >= progress.of:
        return f"{done} {_ALL_ASKED if only_asked else _ALL}"
    return f"{done} About {counted(max(progress.minutes_left, 1), 'minute')} left. Every answer is saved as you choose it."


def practice_icon(practice: PracticeProgress, *, here: bool) -> str:
    """An arrow for the page shown, a tick for what is complete, half a circle for what is begun, a ring for the rest."""
    if here:
        return ":material/arrow_forward:"
    if practice.is_complete:
        return ":material/check_circle:"
    return ":material/contrast:" if practice.answered else ":material/radio_button_unchecked:"


def practice_label(practice: PracticeProgress, *, here: bool) -> str:
    """The practice's name, bold where it is the page shown."""
    title = escaped(practice.title)
    return f"**{title}**" if here else title


def pending_words(chosen: str | None, stored: str | None) -> str:
    """What still has to follow a choice that stores nothing by itself; empty where nothing has to. `stored`: None for no answer."""
    if chosen == stored or (chosen == offers.ANSWER and stored is None):
        return ""
    follows = _FOLLOWS.get(chosen or "")
    return f"Not saved yet: {follows}" if follows else ""


def moment(at: datetime, now: datetime) -> str:
    """The time on the day itself, the date on other days, on the clock of `now`."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{local.day} {local:%B}" if local.year == now.year else f"{local.day} {local:%B %Y}"
