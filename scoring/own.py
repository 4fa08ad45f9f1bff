"""What each respondent's own answers come to, at one time and from one time to the next: what every test of a change is made of."""

from collections.abc import Iterable, Mapping, Sequence

from scoring.items import Item

Own = Mapping[str, float]
"""By respondent, in points of the index."""
_PLACES = 9
"""Beyond these a float holds nothing but rounding, and people who differ by that would pass for people who differ."""


def own_indices(items: Iterable[Item]) -> Own:
    """Each respondent's own index: the weighted mean of what they answered themselves, whatever was agreed afterwards."""
    return _means(
        (who, item.asked.reach.weight, said.outcome.attainment.share) for item in items for who, said in item.told.items() if said.outcome
    )


def own_gains(then: Sequence[Item], now: Sequence[Item], same: Mapping[str, str]) -> Own:
    """What each of those who are in both gained, over the questions that they answered both times; `same` leads from now to then.

    The two hold the same questions in the same order, with the same weights.
    """
    return _means(
        (who, item.asked.reach.weight, said.outcome.attainment.share - before.outcome.attainment.share)
        for earlier, item in zip(then, now, strict=True)
        for who, said in item.told.items()
        if said.outcome and (before := earlier.told.get(same.get(who, ""))) and before.outcome
    )


def _means(terms: Iterable[tuple[str, int, float]]) -> Own:
    summed: dict[str, float] = {}
    weights: dict[str, int] = {}
    for who, weight, share in terms:
        summed[who] = summed.get(who, 0.0) + weight * share
        weights[who] = weights.get(who, 0) + weight
    return {who: round(100 * total / weights[who], _PLACES) for who, total in summed.items()}
