"""A benchmark pack as a file: what is written, and all that is looked at before one is believed."""

import json
from itertools import pairwise
from typing import Literal

from pydantic import ValidationError

from assessment.peer_model import OTHERS, Kind
from ground.errors import PlumblineError
from ground.text import line
from ground.value import Value
from scoring.benchmark import K
from scoring.packs import GRID, Histogram, Pack

LARGEST = 1_000_000
"""Bytes. A pack of a hundred practices and a hundred sources has a tenth of that."""


class RefusedPack(PlumblineError):
    """A file that is no pack, or one that must not be counted."""


class _File(Value):
    format: Literal["plumbline-peers-1"]
    k: int
    hash: str
    pack: Pack


def write(pack: Pack) -> bytes:
    """The file, the same bytes for the same pack."""
    made = _File(format="plumbline-peers-1", k=K, hash=pack.hash, pack=pack)
    return (json.dumps(made.model_dump(mode="json"), indent=1, sort_keys=True) + "\n").encode()


def read(raw: bytes) -> Pack:
    """The pack of a file. RefusedPack with a sentence where it was altered, or tells of fewer organisations than may be told of."""
    try:
        found = _File.model_validate_json(raw if len(raw) <= LARGEST else b"")
    except ValidationError as error:
        raise RefusedPack("This file is no benchmark pack. Give one that `plumbline benchmark export` has written.") from error
    if not all(_is_line(words) for one in found.pack.provenance for words in (one.source, one.population, one.period)):
        raise RefusedPack("The source, population or period of this pack is no plain line of text. Ask its source for it again.")
    if found.hash != found.pack.hash:
        raise RefusedPack("This pack was altered after it was written: its hash is another. Ask its source for it again.")
    if found.k < K or not all(_is_anonymous(one) for one in found.pack.practices.values()):
        raise RefusedPack(f"This pack tells of groups of fewer than {K} organisations, so one could be worked out. It is not used.")
    return found.pack


def kind(pack: Pack) -> Kind:
    """What its results can be compared with. RefusedPack where its sources differ in that."""
    found = {Kind(one.questionnaire, one.major, one.method) for one in pack.provenance}
    if len(found) > 1:
        raise RefusedPack("The sources of this pack used different questionnaires or scoring methods, so they cannot be put together.")
    return found.pop()


def _is_line(words: str) -> bool:
    try:
        return line(words) == words
    except ValueError:
        return False


def _is_anonymous(told: Histogram) -> bool:
    on_grid = told.edges[:1] + told.edges[-1:] == (GRID[0], GRID[-1]) and set(told.edges) <= set(GRID)
    in_order = all(low < high for low, high in pairwise(told.edges)) and len(told.counts) == len(told.edges) - 1
    return on_grid and in_order and min(told.counts, default=0) >= K and told.organisations > OTHERS
