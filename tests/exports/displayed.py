"""The figures of a result, as the page shows them and as the report prints them, read back into one value."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from exports.figures import heatmap, pillars
from exports.words.gates import gated_words, held_words
from exports.words.index import level_number
from improvement.standing_model import Standing
from tests.exports.paper import printed, read
from tests.ui.test_act_views import opened, shown
from ui.parts.verdict import verdict

T = TypeVar("T")
_HOLDS = r"[^\d]+? is at level \d, needs \d"
Row = tuple[str, str]
"""Index or range, and level."""


@dataclass(frozen=True)
class Figures:
    """What is compared, as displayed."""

    index: str
    """A whole number, or its range where less than four fifths are answered."""
    bounds: str
    level: str
    gated: str
    dimensions: Mapping[str, Row]
    practices: Mapping[str, Row]
    held: Mapping[str, str]
    """By practice, the foundations that hold it."""


def on_page(standing: Standing) -> Figures:
    """The words and figures that the results page is made of."""
    said = verdict(standing)
    index, bounds = index_in(f"{said.title} {said.lead}".replace("*", ""))
    return Figures(
        index=index,
        bounds=bounds,
        level=level_number(standing.score.overall),
        gated=gated_words(standing),
        dimensions={title: (index, level) for title, index, level in pillars(standing).table().rows},
        practices={row[0]: (row[-2], row[-1]) for row in heatmap(standing).table().rows},
        held={title: said for title, said in by_title(standing, held_on_page).items() if said},
    )


def by_title(standing: Standing, told: Callable[[Standing, str], T]) -> Mapping[str, T]:
    return {p.title: told(standing, p.id) for p in standing.questionnaire.practices.values() if p.id in standing.score.practices}


def held_on_page(standing: Standing, practice: str) -> str:
    """The foundations that hold a practice, as its page says it."""
    return held_words(standing, practice).partition(": ")[2].removesuffix(".")


def held_at_on_page(standing: Standing) -> Mapping[str, int]:
    """The level at which each practice is held, as its page says it."""
    said = by_title(standing, lambda here, practice: re.match(r"Held at level (\d):", held_words(here, practice)))
    return {title: int(found[1]) for title, found in said.items() if found}


def on_whole_page(assessment_id: UUID, organisation_id: UUID, held: Mapping[str, str]) -> Figures:
    """What the results page shows with its tables open. `held`: it tells that on each practice's own page."""
    at = shown("results", a=assessment_id, o=organisation_id)
    at = opened(at, "table-heatmap", "table-pillars")
    said = [one.value.replace("\\", "").replace("*", "") for one in (*at.title, *at.markdown)]
    heading = next(h for one in at.header if (h := one.value.replace("\\", "")).startswith(("Level: ", "No level: ")))
    index, bounds = index_in(" ".join(said))
    level, gated = level_and_gated(heading, " ".join(said))
    rows = next(one.value for one in at.table if "Dimension" in one.value)
    cells = at.dataframe[0].value
    return Figures(
        index=index,
        bounds=bounds,
        level=level,
        gated=gated,
        dimensions={bare(t): (bare(i), bare(n)) for t, i, n in zip(rows["Dimension"], rows["Index"], rows["Level"], strict=True)},
        practices={t: (i, n) for t, i, n in zip(cells["Practice"], cells["Index"], cells["Level"], strict=True)},
        held=held,
    )


def bare(text: str) -> str:
    return text.replace("\\", "")


def level_and_gated(heading: str, said: str) -> Row:
    if heading.startswith("No level"):
        return "–", ""
    shown_level = heading.removeprefix("Level: ")
    if " by points" in shown_level:
        return shown_level.partition(" by points")[0], shown_level
    after = re.search(r"After the foundations, the level is (.+? not assessed)\.", said)
    some = re.search(r"(\w+ practices? held back) by what they rest on\.", said)
    if some:
        return shown_level, some[1].lower()
    return shown_level, after[1] if after else "carried by its foundations" if "Its foundations carry this level." in said else ""


def index_in(text: str) -> Row:
    """The index or its range, and the bounds, from the first sentence that tells them."""
    if said := re.search(r"between (\d+) and (\d+) of 100", text):
        return f"{said[1]}–{said[2]}", f"between {said[1]} and {said[2]}"
    said = re.search(r"(\d+) of 100(?:, (between \d+ and \d+))?", text)
    assert said, text
    return said[1], said[2] or ""


def on_paper(standing: Standing, *, every_page: bool) -> Figures:
    """What the report prints, read back from its bytes."""
    is_quick = standing.assessment.mode == "quick"
    text = texts(printed(standing), until="" if every_page or is_quick else "DISTANCE TO TARGET")
    summary = re.search(r"(\S+) of 100 Index (Between \d+ and \d+)?", text[1])
    assert summary
    level = re.search(r"(\S+) of \d Level of the weakest practice", text[1])
    whole = " ".join(text)
    gated = re.search(r"Gated level: (.+?(?:not assessed|held at \d|held back|by its foundations))", whole)
    practices = by_practice(standing, whole) if is_quick else in_heatmap(standing, whole)
    if every_page and not is_quick:
        assert by_practice(standing, whole) == practices, "a practice's own page and the table of all"
    return Figures(
        index=summary[1],
        bounds=(summary[2] or "").lower(),
        level=level[1] if level else "–",
        gated=gated[1] if gated else "",
        dimensions=rows_before(text[1].split("Index 0 to 100")[0], [d.title for d in shown_dimensions(standing)], levels=not is_quick),
        practices=practices,
        held={
            title: said for title, said in by_title(standing, lambda here, practice: held_on_paper(here, practice, whole)).items() if said
        },
    )


def held_on_paper(standing: Standing, practice: str, whole: str) -> str:
    """The foundations beside the practice's level by points, in the table of what is held."""
    title, level = standing.questionnaire.practices[practice].title, standing.score.practices[practice].level
    table = whole.partition("Practice Level by points Held back by")[2]
    said = re.search(rf"{re.escape(title)} {level} ({_HOLDS}(?:(?:, | and ){_HOLDS})*)", table)
    return said[1] if said else ""


def texts(report: bytes, until: str) -> Sequence[str]:
    """Page by page, up to the one that bears this heading: reading costs as much as printing."""
    found: list[str] = []
    for page in read(report).pages:
        found.append(" ".join(page.extract_text().split()))
        if until and until in found[-1]:
            break
    return found


def shown_dimensions(standing: Standing) -> Sequence[Any]:
    return [d for d in standing.questionnaire.dimensions if standing.score.dimensions[d.id].low is not None]


def shown_practices(standing: Standing) -> Sequence[str]:
    return [p.title for p in standing.questionnaire.practices.values() if standing.score.practices[p.id].low is not None]


def in_heatmap(standing: Standing, whole: str) -> Mapping[str, Row]:
    """The last two figures of each row; the row's name may be cut to fit."""
    rows = rows_before(whole.split("not, to 15 %", maxsplit=1)[0], labels_in(standing), levels=True)
    return {title: rows[title] for title in shown_practices(standing)}


def labels_in(standing: Standing) -> Sequence[str]:
    shown_here = set(shown_practices(standing))
    return [label for d in shown_dimensions(standing) for label in (d.title, *(p.title for p in d.practices if p.title in shown_here))]


def rows_before(text: str, labels: Sequence[str], *, levels: bool) -> Mapping[str, Row]:
    """Each label's last words, read from the end of the text backwards."""
    found: dict[str, Row] = {}
    for label in reversed(labels):
        at = text.rfind(label[:14])
        assert at >= 0, f"{label} is not there"
        words = ["", *text[at:].split()]
        found[label] = (words[-2], words[-1]) if levels else (words[-1], "–")
        text = text[:at]
    return {label: found[label] for label in labels}


def by_practice(standing: Standing, whole: str) -> Mapping[str, Row]:
    """The figures beside the name of each practice on its own page."""
    found: dict[str, Row] = {}
    for dimension in shown_dimensions(standing):
        for practice in dimension.practices:
            if practice.title in shown_practices(standing):
                own = whole.partition(f"{dimension.title} · {practice.title}".upper())[2]
                if standing.assessment.mode == "quick":
                    found[practice.title] = (re.search(r"(\S+) of 100 Quick estimate of the index", own)[1], "–")
                else:
                    told = re.search(r"(\S+) of \d Level; index (\S+) of 100", own)
                    found[practice.title] = (told[2], told[1])
    return found
