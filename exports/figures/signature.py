"""The signature picture: pillars as columns on the stones of their foundations, each beside a plumb line."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from exports.figures.value import Figure, Table
from exports.theme import level_class
from exports.words.gates import foundation, questionnaire_title
from exports.words.index import index_figure, level_number
from exports.words.numbers import NOBODY_KNOWS, counted, start
from exports.words.signature import (
    INVITATION,
    Bearings,
    Naming,
    bearing_finding,
    bearing_source,
    column_words,
    held_words,
    naming,
    needs_words,
    place_words,
)
from ground.value import Value
from improvement.standing_model import Beside, Standing
from questionnaires.model import Dimension, Questionnaire
from scoring.bearing import bearings
from scoring.result import Binding, GroupScore, PracticeScore

ABREAST = 4
"""Stones in a course: more would leave no room for their names on a phone."""


class Column(Value):
    """One pillar. Heights are steps of its scale."""

    dimension: str
    letter: str
    """By which a stone names it."""
    title: str
    is_told: bool
    """Its level and what carries it are both known; otherwise no plumb line can be hung."""
    is_estimate: bool
    """It has no level, so its height is a share of the index."""
    height: float
    """Its level by points; the most it could be where that is not known."""
    solid: int
    """As far as its foundations carry it; 0 where nobody can tell."""
    lean: int
    """Levels that nothing carries."""
    says: str
    index: str
    held: str
    level: str


class Stone(Value):
    """One practice of the foundations."""

    practice: str
    title: str
    shade: int | None
    """One of six classes; None: no level."""
    says: str
    needs: str
    is_marked: bool
    """It holds something back."""
    is_cracked: bool
    """Pillars lean by it."""
    index: str
    level: str


class Signature(Figure):
    """Columns on courses of stones, the highest course first."""

    columns: tuple[Column, ...]
    courses: tuple[tuple[Stone, ...], ...]
    steps: int
    """How many levels the columns' scale has above its lowest."""
    above: str
    """In place of columns, where there are none."""
    below: str
    """Whose foundations these are, or that nobody has assessed them."""

    def table(self) -> Table:
        """Pillars, then foundations: index, level, and what holds or is held."""
        pillars = tuple((f"{c.letter} {c.title}", c.index, c.level, c.held) for c in self.columns)
        stones = tuple((s.title, s.index, s.level, s.needs) for each in self.courses for s in each)
        return Table(("Pillar or foundation", "Index", "Level", "Held by, or needed for"), (*pillars, *stones))


def signature(pillars: Beside | None, ground: Sequence[Beside] = ()) -> Signature:
    """What is drawn: the pillars judged on the levels of exactly these foundations, whatever they were issued on."""
    levels = {f"{g.score.questionnaire}/{name}": score.level for g in ground for name, score in g.score.practices.items()}
    judged = bearings(pillars.questionnaire, pillars.score, levels) if pillars else {}
    columns = tuple(_columns(pillars, judged, naming((pillars, *ground)))) if pillars else ()
    courses = _courses(pillars, ground, judged)
    title = bearing_finding(pillars, ground, judged)
    return Signature(
        title=title,
        caption=bearing_source(pillars, ground),
        alt=_alt(title, columns, courses),
        columns=columns,
        courses=courses,
        steps=max((one.questionnaire.highest - one.questionnaire.lowest for one in (pillars, *ground) if one), default=1),
        above="" if pillars else INVITATION,
        below=". ".join([*map(place_words, ground), *_unassessed(pillars, ground)]),
    )


def signature_of(standing: Standing) -> Signature | None:
    """The pillars on their foundations, from either side; None for an assessment that neither needs the other nor is one."""
    if not has_signature(standing):
        return None
    own = _own(standing)
    return signature(own, standing.stands_on) if needed(standing.questionnaire) else signature(standing.carries, (own,))


def has_signature(standing: Standing) -> bool:
    """It rests on other foundations, carries something, or is itself nothing but foundations."""
    lies_below = all(dimension.role in ("foundation", "capability") for dimension in standing.questionnaire.dimensions)
    return bool(needed(standing.questionnaire) or standing.carries or lies_below)


def renewed_signature(standing: Standing) -> Signature | None:
    """The same pillars on today's foundations; None where these are the ones of the issued result."""
    if standing.renewed is None:
        return None
    return signature(_own(standing).model_copy(update={"score": standing.renewed.score}), standing.renewed.stands_on)


def needed(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Practices of other questionnaires that it rests on, in order."""
    needs = (need for practice in questionnaire.practices.values() for need in practice.needs)
    return tuple(dict.fromkeys(need for need in needs if "/" in need and not need.startswith(f"{questionnaire.id}/")))


def _own(standing: Standing) -> Beside:
    return Beside(assessment=standing.assessment, function=standing.function, questionnaire=standing.questionnaire, score=standing.score)


def _columns(pillars: Beside, judged: Bearings, name: Naming) -> Iterator[Column]:
    titles = {d.id: d.title for d in pillars.questionnaire.dimensions}
    lowest = pillars.questionnaire.lowest
    for at, (dimension, bearing) in enumerate(judged.items()):
        score = pillars.score.dimensions[dimension]
        yield Column(
            dimension=dimension,
            letter=_letter(at),
            title=titles[dimension],
            is_told=bearing.level is not None and bearing.carried is not None,
            is_estimate=score.level_low is None,
            height=_height(score, pillars.questionnaire),
            solid=0 if bearing.carried is None else bearing.carried - lowest,
            lean=bearing.lean,
            says=column_words(score, bearing),
            index=index_figure(score),
            held=held_words(bearing, name),
            level=level_number(score),
        )


def _letter(at: int) -> str:
    return ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)


def _height(score: GroupScore, questionnaire: Questionnaire) -> float:
    known = score.level if score.level is not None else score.level_high
    if known is not None:
        return float(known - questionnaire.lowest)
    return float((score.index or 0) * (questionnaire.highest - questionnaire.lowest) / 100)


class _Load(NamedTuple):
    """What a stone has to carry and does not."""

    binding: tuple[Binding, ...]
    letters: tuple[str, ...]
    """Of the columns that lean by it."""


def _load(judged: Bearings, reference: str) -> _Load:
    binding = tuple(b for one in judged.values() for b in one.binding if b.id == reference and b.level is not None)
    letters = tuple(_letter(at) for at, one in enumerate(judged.values()) if any(b.id == reference for b in one.tilting))
    return _Load(binding, letters)


def _courses(pillars: Beside | None, ground: Sequence[Beside], judged: Bearings) -> tuple[tuple[Stone, ...], ...]:
    """Capabilities above foundations, as a mason would lay them; then what is needed and nobody has assessed."""
    known = {f"{g.questionnaire.id}/{name}" for g in ground for name in g.questionnaire.practices}
    missing = tuple(_missing(need) for need in (needed(pillars.questionnaire) if pillars else ()) if need not in known)
    layers = [tuple(_stones(g, dimension, judged)) for g in ground for dimension in _laid(g.questionnaire)]
    return tuple(course for layer in (*layers, missing) for course in _split(layer))


def _laid(questionnaire: Questionnaire) -> list[Dimension]:
    return sorted(questionnaire.dimensions, key=lambda dimension: dimension.role != "capability")


def _split(layer: tuple[Stone, ...]) -> list[tuple[Stone, ...]]:
    """In courses of about the same number of stones."""
    rows = -(-len(layer) // ABREAST)
    return [layer[len(layer) * row // rows : len(layer) * (row + 1) // rows] for row in range(rows)]


def _stones(one: Beside, dimension: Dimension, judged: Bearings) -> Iterator[Stone]:
    for practice in dimension.practices:
        if score := one.score.practices.get(practice.id):
            load = _load(judged, f"{one.questionnaire.id}/{practice.id}")
            yield Stone(
                practice=practice.id,
                title=practice.title,
                shade=None if score.level is None else level_class(score.level, one.questionnaire.lowest, one.questionnaire.highest),
                says=_says(score),
                needs=needs_words(load.binding, load.letters),
                is_marked=bool(load.binding),
                is_cracked=bool(load.letters),
                index=index_figure(score),
                level=level_number(score),
            )


def _says(score: PracticeScore) -> str:
    if score.low is None:
        return "does not apply"
    return f"Level {level_number(score)}" if score.level_low is not None else f"Index {index_figure(score)}"


def _missing(reference: str) -> Stone:
    return Stone(
        practice=reference,
        title=foundation(reference, ()),
        shade=None,
        says="?",
        needs="",
        is_marked=False,
        is_cracked=False,
        index=NOBODY_KNOWS,
        level="Not assessed",
    )


def _unassessed(pillars: Beside | None, ground: Sequence[Beside]) -> list[str]:
    there = {g.questionnaire.id for g in ground}
    wanted = dict.fromkeys(need.split("/", maxsplit=1)[0] for need in (needed(pillars.questionnaire) if pillars else ()))
    return [f"Not determinable: {questionnaire_title(name)} not assessed" for name in wanted if name not in there]


def _alt(title: str, columns: Sequence[Column], courses: Sequence[Sequence[Stone]]) -> str:
    stones = [stone for course in courses for stone in course]
    said = [f"{column.title}: {column.says}." for column in columns]
    cracked = [f"{stone.title}: {stone.says}, {stone.needs}." for stone in stones if stone.is_marked]
    marked = f" Marked stones: {' '.join(cracked)}" if cracked else ""
    drawn = f"{counted(len(columns), 'column')} on {counted(len(stones), 'stone')}" if columns else counted(len(stones), "stone")
    return f"{title}. {start(drawn)}. {' '.join(said)}{marked}".rstrip()
