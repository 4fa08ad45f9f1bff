"""How the answers of several people spread: one bar a question, as long as all who answered, parted by what they chose."""

from itertools import accumulate

from exports import theme
from exports.figures.value import Figure, Table
from exports.words.agreement import agreement_finding, first_questions, question_words, split_words, spread_finding
from exports.words.numbers import counted, start
from exports.words.options import chosen, chosen_words, middle
from exports.words.source import source
from ground.value import Value
from improvement.standing_model import Standing

HOW_TO_READ = "In each part stands how many chose what is written below it."


class Part(Value):
    """Those who chose one option."""

    label: str
    people: int
    start: float
    """From where to where of the bar, 0-1."""
    end: float
    shade: int
    """One of the six classes' colours, by where the option stands between the lowest and the highest."""


class SpreadRow(Value):
    """One question."""

    question: str
    practice: str
    label: str
    parts: tuple[Part, ...]
    answers: str
    """The parts in words."""
    median: str
    note: str
    """One line below the bar."""


class Spreads(Figure):
    """The answers to several questions."""

    rows: tuple[SpreadRow, ...]

    def table(self) -> Table:
        """Question, answers, median, what is said of it."""
        headers = ("Question", "Answers", "Median", "What it says")
        return Table(headers, tuple((row.label, row.answers, row.median, row.note) for row in self.rows))


def spreads(standing: Standing, practice: str) -> Spreads | None:
    """Of one practice's questions, in their order; None where one person answered, or nobody answers here."""
    asked = standing.questionnaire.practices[practice].questions
    heard = [question for question in asked if standing.panel and sum(standing.panel.items[question.id].distribution.values())]
    if not heard:
        return None
    title = spread_finding(standing, practice)
    return Spreads(
        title=title,
        caption=f"{HOW_TO_READ} Median: half of the answers are no higher, half no lower.{_left_out(len(asked) - len(heard))}",
        alt=f"{title}. One bar for each of {counted(len(heard), 'question')}, parted by how many chose what.",
        rows=tuple(_row(standing, question.id, question.text, question_words(standing, question.id)) for question in heard),
    )


def agenda(standing: Standing) -> Spreads | None:
    """Of the questions to talk about first; None where one person answered."""
    panel = standing.panel
    if panel is None:
        return None
    title = agreement_finding(panel)
    rows = tuple(_row(standing, name, _with_practice(standing, name), split_words(standing, name)) for name in first_questions(panel))
    return Spreads(
        title=title,
        caption=f"{HOW_TO_READ} {source(standing)}",
        alt=f"{title}. {start(counted(len(rows), 'bar'))}, one a question, parted by how many chose what.",
        rows=rows,
    )


def spread_of(standing: Standing, question: str) -> Spreads | None:
    """Of one question; None where no answers of several people count."""
    item = standing.panel.items.get(question) if standing.panel else None
    if item is None or not sum(item.distribution.values()):
        return None
    text = standing.questionnaire.questions[question].text
    row = _row(standing, question, text, question_words(standing, question))
    return Spreads(title=text, caption=HOW_TO_READ, alt=f"{text} {start(row.answers)}.", rows=(row,))


def alone(figure: Spreads, row: SpreadRow) -> Spreads:
    """The bar of one row, without the words that stand beside it on a page."""
    alt = f"{row.label} {start(row.answers)}."
    return figure.model_copy(update={"title": row.label, "alt": alt, "rows": (row.model_copy(update={"label": "", "note": ""}),)})


def _left_out(number: int) -> str:
    return f" {start(counted(number, 'question'))} without an answer {'is' if number == 1 else 'are'} left out." if number else ""


def _row(standing: Standing, question: str, label: str, note: str) -> SpreadRow:
    item = standing.panel.items[question] if standing.panel else None
    options = chosen(standing, question, item) if item else ()
    whole = sum(one.people for one in options)
    ends = [*accumulate((one.people for one in options), initial=0)]
    return SpreadRow(
        question=question,
        practice=standing.questionnaire.practice_of[question].id,
        label=label,
        parts=tuple(
            Part(label=one.short, people=one.people, start=at / whole, end=to / whole, shade=theme.level_class(one.place, 0, 1))
            for one, at, to in zip(options, ends, ends[1:], strict=False)
        ),
        answers=chosen_words(options),
        median=middle(standing, question, item) if item else "",
        note=note,
    )


def _with_practice(standing: Standing, question: str) -> str:
    return f"{standing.questionnaire.practice_of[question].title}: {standing.questionnaire.questions[question].text}"
