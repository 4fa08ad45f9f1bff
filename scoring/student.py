"""Student's t: the one distribution here that Python does not bring along."""

from functools import lru_cache
from types import ModuleType


def ready() -> None:
    """Load what the functions here need, before somebody waits for it."""
    _special()


def t_quantile(share: float, df: float) -> float:
    """The value that t stays below with this probability; degrees of freedom need not be whole."""
    return float(_special().stdtrit(df, share))


def two_sided(t: float, df: float) -> float:
    """The probability of a t at least this far from 0."""
    return min(1.0, 2 * float(_special().stdtr(df, -abs(t))))


@lru_cache(maxsize=1)
def _special() -> ModuleType:
    # Loading SciPy takes longer than answering most requests, and few of them ask for an interval.
    from scipy import special  # noqa: PLC0415

    return special  # type: ignore[no-any-return]
