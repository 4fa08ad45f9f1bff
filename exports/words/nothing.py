"""An assessment that tells nothing: because nothing applies, or because nobody has answered or knows."""

from exports.words.numbers import counted
from exports.words.source import all_counts
from improvement.standing_model import Standing

CHOOSE_ANOTHER = "Nothing in this questionnaire applies here. Choose one that fits this function, or look at the reasons again."


def applies(standing: Standing) -> bool:
    """At least one question could be answered."""
    return standing.score.overall.completeness is not None


def is_looked_at(standing: Standing) -> bool:
    """Nothing is left but what nobody knows."""
    of = all_counts(standing)
    return of.missing == of.dont_know


def fill_in(standing: Standing, missing: int | None = None) -> str:
    """`Answer the three open questions`; once final, `Reopen the assessment and find out the three missing answers`. None: uncounted."""
    if standing.is_final:
        return f"Reopen the assessment and find out the {counted(missing, 'missing answer') if missing else 'missing answers'}"
    return f"Answer the {counted(missing, 'open question') if missing else 'open questions'}"
