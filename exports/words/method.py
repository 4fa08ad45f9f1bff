"""Every formula in words, the versions, and the limits."""

from exports.words.numbers import counted, day, period, plain
from exports.words.peers import PEER_METHOD
from exports.words.pillars import nouns
from exports.words.redrawn import redrawn_words
from exports.words.source import all_counts, as_of
from improvement.standing_model import Standing

_GATE = "Adoption gate"
_FORMULAS = (
    (
        "Attainment of an answer",
        "A question with described levels speaks to every level above the lowest: each level up to the chosen one counts "
        "1, each above it 0. Any other question speaks to the level it is tagged with: yes is 1 and no is 0; a share "
        "counts by its table; a percentage by a hundred; a measured number along the line drawn through the points of its "
        "question; options by the weight of those chosen.",
    ),
    (
        "Index",
        "The index of a practice is the weighted mean of its questions’ attainments, times 100. The index of a {one} is "
        "the weighted mean of its practices, that of the whole the weighted mean of its {many}. Nothing is rounded "
        "before it is printed; halves are rounded up.",
    ),
    (
        "Range",
        "An answer that is missing, or is “don’t know”, counts neither as 0 nor as nothing: the low end of the range "
        "takes it as 0, the high end as 1. Where less than 80 % of the weight is answered, the range is printed instead "
        "of a point.",
    ),
    (
        "Level",
        "The attainment of a practice at a level is the weighted mean over the questions that speak to it. A practice is "
        "at the highest level that is largely attained (above 50 %) while every level below it is fully attained (above "
        "85 %). The bands are those of ISO/IEC 33020. A {one} is at the level of its weakest practice, the whole at that "
        "of its weakest mandatory {one}.",
    ),
    (
        "What holds a level back",
        "A practice may need practices of a foundation. It is held at the highest level for which each of them stands at "
        "that level, or at level 3 where that is lower. A foundation that is not assessed makes this not determinable; it "
        "is never taken as passed. The index is not altered.",
    ),
    (
        "Not applicable",
        "A question that does not apply leaves the sum with its weight and states a reason. Above 20 % of a practice’s "
        "weight the practice is marked as limited in scope.",
    ),
    (
        "Evidence",
        "Each answer is asserted, described, seen as an artefact, or sampled. Evidence never raises or lowers a score; "
        "the evidenced index beside it counts only answers of which an artefact was seen or a sample was taken, and "
        "everything else as the lowest answer.",
    ),
    (
        _GATE,
        "A complex service counts as ready once the adoption of the basic services reaches the threshold in the newest "
        "reading of the period. Without a reading it is not determinable, and treated as not passed. It alters no level. "
        "The threshold of 85 % is a policy default from one published example.",
    ),
    (
        "Posture and pitfalls",
        "Posture is the difference of two means over tagged questions, from −1 to +1: a position, not a level. A pitfall "
        "is a rule over answers, levels and readings, printed with the answers that made it true.",
    ),
    (
        "Lift and the order of the ten",
        "The lift of an action is the index with its moves applied minus the index without them, through the same "
        "scoring. Actions that move what holds a level back come first, then the most index points for each mean person- "
        "day. Lifts of actions that move the same question do not add up.",
    ),
)
_SEVERAL = (
    (
        "Several people",
        "An answer of several people is the mean within each role group, then over the groups, all alike. Agreement on a question is "
        "r_wg: 1 minus the variance of the answers over that of answers picked blindly from the same options; a practice’s is the mean "
        "of its questions’. Up to 0.50, weak or none by LeBreton & Senter (2008), a question is put on the list to talk about. Nothing "
        "is deleted.",
    ),
    (
        "How sure a mean is",
        "From five answers on, the interval is Student’s t around the mean with the standard errors of the role groups put together, at "
        "95 %, within the scale; below five only from where to where the answers run. Two role groups are compared where both have five "
        "people: Welch’s interval, with Holm’s correction over all practices. Anonymous answers count in fours.",
    ),
)
_WEIGHTS = (
    "How much hangs on the weights",
    "Weights are judgements, so those of each practice’s questions are drawn again a thousand times, from a Dirichlet distribution around "
    "the model’s (parameter 4 for a question of mean weight): a weight then scatters by about half of itself. Told is the share of draws "
    "that keep the level of the whole, and its weakest practice. The same draws are made each time.",
)
_CHANGE = (
    (
        "Change",
        "Both assessments are scored again on their common questions, by the newer weights. The difference of the issued indices is parted "
        "exactly: other answers to what was asked and applied both times; what was asked or applied at one time only; other weights.",
    ),
    (
        "More than chance",
        "Where five people or more are known to be the same and are at least half of those who answered at either time, each is set "
        "against their own earlier answers: Student’s paired t test, role groups weighing alike. Else, from five people each time on and "
        "with the same role groups, the difference of the two role-weighted means over √(SE₁² + SE₂²), with the degrees of freedom of "
        "Welch (1947). The p values are adjusted by Holm (1979) for all practices that were tested. Improved or declined is said at 0.05 "
        "and below, where in addition the ranges of missing answers do not overlap.",
    ),
    (
        "One assessor",
        "One person’s answers have no spread to tell change from noise by. The reliable change index of Jacobson & Truax (1991), the "
        "difference over √2 · SD √(1 − r), needs the reliability r of a rating made twice; it is not known here, so nothing is said. "
        "Anonymous people are nobody’s pair: nothing that is kept says who they are.",
    ),
)
_NOBODY_ELSE = "No other organisations are compared here, and no norm is implied: targets are your own."
_NO_NORM = "Peers are those who take part, no sample of all organisations, and no norm is implied: targets are your own."
_LIMITS = (
    "The answers are one assessment’s view of itself. They were not audited; the evidenced index shows how much was seen.",
    "Levels are steps: two practices at one level may differ by most of a level in their index.",
    _NOBODY_ELSE,
)
_LIMIT_OF_CHANGE = "A change that cannot be told from chance may still be one: few people show only large ones."


def limits(standing: Standing) -> tuple[str, ...]:
    """What the figures cannot tell."""
    told = tuple(_NO_NORM if one == _NOBODY_ELSE and _has_peers(standing) else one for one in _LIMITS)
    return (*told, _LIMIT_OF_CHANGE) if standing.previous else told


def _has_peers(standing: Standing) -> bool:
    return standing.peers is not None and standing.peers.state == "told"


def formulas(standing: Standing) -> tuple[tuple[str, str], ...]:
    """What each figure is, for this questionnaire: its dimensions by their name, and only what it has."""
    one, many = nouns(standing.questionnaire)
    told = [
        *(said for said in _FORMULAS if said[0] != _GATE or standing.questionnaire.gates),
        *((_WEIGHTS,) if redrawn_words(standing) else ()),
        *(_SEVERAL if standing.panel else ()),
        *(_CHANGE if standing.previous else ()),
        *((PEER_METHOD,) if _has_peers(standing) else ()),
    ]
    return tuple((name, said.format(one=one, many=many)) for name, said in told)


def method_finding(standing: Standing) -> str:
    """The title of the method."""
    return f"Every number here follows from {counted(all_counts(standing).answered, 'answer')} and can be worked out again"


def versions(standing: Standing) -> tuple[tuple[str, str], ...]:
    """What was asked and scored, by which editions."""
    score, assessment = standing.score, standing.assessment
    state = "final, frozen" if standing.is_final else "open: answers may still change"
    return (
        ("Questionnaire", f"{standing.questionnaire.title}, {score.questionnaire} {score.version}"),
        ("Its content hash", score.hash),
        ("Scoring method", score.method),
        ("Assessment", f"{assessment.name}, {period(assessment.starts, assessment.ends)}, {assessment.mode} mode"),
        ("State", f"{state}, as of {day(as_of(standing))}"),
        ("Licence of the content", standing.questionnaire.licence),
        ("Sources", "; ".join(f"{s.author}: {s.title} ({s.year})" for s in standing.questionnaire.sources.values())),
    )


def weights(standing: Standing) -> str:
    """Where weights differ from one."""
    odd = [f"{d.title} {plain(d.weight, 3)}" for d in standing.questionnaire.dimensions if d.weight != 1]
    odd += [f"{p.title} {plain(p.weight, 3)}" for p in standing.questionnaire.practices.values() if p.weight != 1]
    odd += [f"{q.id} {plain(q.weight, 3)}" for q in standing.questionnaire.questions.values() if q.weight != 1]
    return (
        f"Weights other than 1: {', '.join(odd)}."
        if odd
        else f"All questions, practices and {nouns(standing.questionnaire)[1]} weigh the same among their siblings."
    )
