"""The comparison in sentences: against the own target, the previous assessment, sister functions, and what others have reported."""

from exports.words.gaps import open_gaps, unrated
from exports.words.numbers import count, start
from exports.words.sisters import ask_first, sisters_clause
from exports.words.summary import gap_decision
from improvement.standing_model import Standing

LEAD = (
    "The nearest comparison tells most: first what you meant to reach, then where you stood, then your own sister functions, "
    "and only then anybody else."
)
NO_PREVIOUS = "Assess the function again in half a year; the two then stand side by side here."


def benchmark_finding(standing: Standing) -> str:
    """The title over all comparisons: `Three of 12 practices reach your own target`."""
    clauses = (target_clause(standing), sisters_clause(standing))
    return start("; ".join(clause for clause in clauses if clause))


def benchmark_decision(standing: Standing) -> str:
    """The one so-what."""
    return ask_first(standing) or gap_decision(standing)


def target_clause(standing: Standing) -> str:
    """How many practices are where they were meant to be."""
    rated = len(standing.gaps) - unrated(standing)
    if not standing.gaps:
        return "no practice has a target yet"
    if not rated:
        return "too little is answered to hold a practice against its target"
    there = rated - len(open_gaps(standing))
    if there == rated:
        return f"every practice{' that can be rated' if rated < len(standing.gaps) else ''} reaches your own target"
    of = f"of {len(standing.gaps)} practices"
    return f"{count(there)} {of} reach your own target" if there > 1 else f"{'one' if there else 'none'} {of} reaches your own target"
