"""`plumbline score`: one answers file, scored."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from exports.words.numbers import index_1, level, per_cent, span
from questionnaires.model import Questionnaire
from questionnaires.reader import read_answers, read_file
from questionnaires.text_file import contents
from scoring.maturity import score as scored
from scoring.published import foundations as levels_in
from scoring.published import published
from scoring.result import AssessmentScore, Score


def register(app: typer.Typer) -> None:
    """Add the command to the terminal door."""
    app.command()(score)


def score(
    questionnaire: Annotated[Path, typer.Argument(help="The questionnaire file.")],
    answers: Annotated[Path, typer.Argument(help="The answers, as JSON.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole result as JSON.")] = False,
    foundations: Annotated[
        list[Path] | None, typer.Option(metavar="RESULT", help="A result printed with --json, for prerequisites of that questionnaire.")
    ] = None,
) -> None:
    """Score one answers file; end with 2 where a file cannot be used."""
    asked = read_file(questionnaire)
    responses = read_answers(contents(answers), asked, str(answers))
    known = {name: reached for path in foundations or [] for name, reached in levels_in(contents(path), str(path)).items()}
    result = scored(asked, responses.model_copy(update={"foundations": known}))
    print(json.dumps(published(result), indent=2, ensure_ascii=False) if as_json else _table(asked, result))


def _table(asked: Questionnaire, result: AssessmentScore) -> str:
    rows = [("", "Index", "Range", "Level", "Gated", "Answered"), _row("Overall", result.overall)]
    for dimension in asked.dimensions:
        if dimension.id in result.dimensions:
            rows.append(_row(dimension.title, result.dimensions[dimension.id]))
            rows += [_row(f"  {p.title}", result.practices[p.id]) for p in dimension.practices if p.id in result.practices]
    estimate = ["An estimate from the quick questions: no levels."] if result.mode == "quick" else []
    return "\n".join([f"{asked.title} {asked.version}", *estimate, "", *_lines(rows), *_held_back(result)])


def _row(title: str, score: Score) -> tuple[str, ...]:
    answered = f"{per_cent(score.completeness)} %" if score.completeness is not None else "not applicable"
    levels = level(score.level) if score.level is None else f"{score.level} ({span(score.level_low, score.level_high)})"
    return (title, index_1(score.index), span(index_1(score.low), index_1(score.high)), levels, level(score.gated_level), answered)


def _lines(rows: list[tuple[str, ...]]) -> Iterable[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *figures in rows:
        rest = (figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True))
        yield "  ".join([first.ljust(widths[0]), *rest])


def _held_back(result: AssessmentScore) -> Iterable[str]:
    for binding in result.overall.binding:
        reached = "not assessed" if binding.level is None else f"at level {binding.level}"
        yield f"{binding.holds} is held back by {binding.id}: {reached}, needs {binding.needs}"
