"""What of a frozen result can be compared with those of other organisations."""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ground.value import exact

LEAST = Fraction(4, 5)
"""So much of the weight has to be answered."""

Figures = Mapping[str, float]
"""Indices 0-100 by figure: "" for the whole, "d:" and a dimension's id, "p:" and a practice's."""


def figures(frozen: str) -> Figures:
    """From a result's JSON; empty where nothing of it is comparable: a quick estimate, or less than 80 % answered.

    A practice of which more than a fifth is left out is not compared, and neither is what is made of it.
    """
    score = json.loads(frozen)
    if score["mode"] != "full" or _number(score["overall"]["completeness"], 0) < LEAST:
        return {}
    whole = [name for name, one in score["practices"].items() if not one["scope_limited"] and one["index"] is not None]
    left_out = score["practices"].keys() - set(whole)
    return {
        **_indices("p:", {name: score["practices"][name] for name in whole}),
        **_indices("d:", _untouched(score, left_out)),
        **({} if left_out else _indices("", {"": score["overall"]})),
    }


def _untouched(score: Mapping[str, Any], left_out: set[str]) -> Mapping[str, Any]:
    """The dimensions of which every practice is compared. One with nothing applicable bears no dimension's name: then none is."""
    dimensions: Mapping[str, Any] = score["dimensions"]
    if left_out - {practice for one in dimensions.values() for practice in one["parts"]}:
        return {}
    return {name: one for name, one in dimensions.items() if not left_out & one["parts"].keys()}


def _indices(prefix: str, scores: Mapping[str, Any]) -> Figures:
    return {f"{prefix}{name}": float(exact(one["index"])) for name, one in scores.items() if one["index"] is not None}


def _number(written: object, otherwise: int) -> Fraction:
    return Fraction(otherwise) if written is None else exact(written)
