"""How far those who answered agree, in plain sentences: of the whole, of one question, between role groups. No statistic's name here."""

from exports.words.answer import answer_words
from exports.words.numbers import between, count, counted, index, inside, listed, quoted, start
from exports.words.options import Chosen, chosen, middle_words, on_scale, rational
from exports.words.spread import GROUPS
from improvement.standing_model import Standing
from questionnaires.model import Anchored, YesNo
from scoring.panel import DISCUSS_BELOW, Gap, Panel, Unshown
from scoring.panel_items import ItemPanel, Untold
from scoring.uncertainty import FEWEST, Interval

FIRST = 5
"""So many questions to talk about are enough for one meeting."""
_ALIKE = 10
"""Below so many points of attainment, half a level of five, two groups' means are called alike."""
_CHANCE = 0.05
_UNTOLD = {
    Untold.NOBODY: "Nobody has answered",
    Untold.NOT_APPLICABLE: "Does not apply here",
    Untold.CONSENSUS: "One agreed answer stands for all",
    Untold.NO_REPLICATION: "no two people of one role group answered",
    Untold.TOO_FEW: "too few for more",
}


def first_questions(panel: Panel) -> tuple[str, ...]:
    """The questions to talk about first, those of least agreement."""
    return panel.discuss[:FIRST]


def agreement_finding(panel: Panel) -> str:
    """`Seven people answered. On nine of twelve practices they largely agree; talk about these three questions first`."""
    compared = [practice.agreement for practice in panel.practices.values() if practice.agreement is not None]
    answered = start(counted(panel.people, "person", "people"))
    if not compared:
        return f"{answered} answered, but no question by two of them with an answer to compare"
    calm = _largely_agree(sum(agreement > DISCUSS_BELOW for agreement in compared), len(compared))
    if not panel.discuss:
        return f"{answered} answered. {calm}"
    first = len(first_questions(panel))
    talk = "this question" if first == 1 else f"these {count(first)} questions"
    return f"{answered} answered. {calm}; talk about {talk} first"


def discuss_lead(panel: Panel) -> str:
    """What the list is, and how many more there are."""
    if all(practice.agreement is None for practice in panel.practices.values()):
        return "How far people agree is told where two of them answer one question; “don’t know” and “does not apply” are no answers."
    if not panel.discuss and any(item.untold is Untold.CONSENSUS for item in panel.items.values()):
        return "Where people differed they have agreed on an answer, which counts instead of theirs; the practice’s page says why."
    if not panel.discuss:
        return "Where people answer alike, the result is one that they share. It says nothing about whether it is right."
    more = len(panel.discuss) - len(first_questions(panel))
    rest = f" {start(counted(more, 'more question'))} {'is' if more == 1 else 'are'} marked on the pages of the practices." if more else ""
    return f"Nobody is wrong here: people see different parts. Let each side tell what they saw, then decide what to do.{rest}"


def split_words(standing: Standing, question: str) -> str:
    """Who sees it higher where both groups have five people; else from where to where the answers run."""
    item = _item(standing, question)
    if len(item.groups) > 1:
        return _groups_words(standing, question, item)
    options = chosen(standing, question, item)
    if isinstance(standing.questionnaire.questions[question], YesNo):
        return f"{start(listed([_say(one) for one in options]))}."
    return f"From {options[0].words} to {options[-1].words}, with {middle_words(standing, question, item)} in the middle."


def question_words(standing: Standing, question: str) -> str:
    """What was agreed and why; else how sure its mean is, and whether it is one to talk about."""
    if question in standing.agreed:
        return agreed_words(standing, question)
    panel = standing.panel
    talk = "Talk about this one. " if panel and question in panel.discuss else ""
    return f"{talk}{sure_words(standing, question)}."


def agreed_words(standing: Standing, question: str) -> str:
    """`Agreed: level 3. “The desk keeps a list.”`: a level by its number, because what it says stands elsewhere."""
    agreed, asked = standing.agreed[question], standing.questionnaire.questions[question]
    said = f"level {agreed.value}" if isinstance(asked, Anchored) else answer_words(standing, asked, agreed.value)
    return f"Agreed: {said.rstrip('.')}. “{agreed.rationale}”"


def agenda_decision(standing: Standing, panel: Panel) -> str:
    """The so-what: what to put on which table."""
    if not panel.discuss:
        return "Nothing here asks for a meeting. Ask more people, or those of another role, before you rely on how alike the answers are."
    first = standing.questionnaire.questions[panel.discuss[0]].text
    when = "before anybody acts on this result" if standing.is_final else "before this result is made final"
    return f"Bring those who answered together {when}. Begin with {quoted(first)}, and note what they agree on."


def sure_words(standing: Standing, question: str) -> str:
    """`On average between 2.1 and 3.4, with 95 % confidence`; below five people `From 2 to 4; too few for more`."""
    item = _item(standing, question)
    options = chosen(standing, question, item)
    if item.interval:
        low, high = (on_scale(standing, question, end) for end in item.interval)
        return _ends(options) if len(options) == 1 else f"On average {between(low, high)}, with 95 % confidence"
    why = _UNTOLD[item.untold or Untold.TOO_FEW]
    if not options or item.untold not in {Untold.TOO_FEW, Untold.NO_REPLICATION}:
        return why
    return f"{_ends(options)}; {why}"


def gap_words(standing: Standing, practice: str) -> tuple[str, ...]:
    """How two role groups see the practice, each pair in a sentence; why not, once for all, where none has five people."""
    panel = standing.panel
    gaps = panel.practices[practice].gaps if panel else ()
    told = tuple(_gap(gap) for gap in gaps if gap.unshown is None)
    if told or not gaps:
        return told
    groups = list(dict.fromkeys(GROUPS[group] for gap in gaps if gap.unshown is Unshown.TOO_FEW for group in gap.groups))
    return (f"{start(listed(groups))} are compared once {count(FEWEST)} people of each have answered.",)


def spread_finding(standing: Standing, practice: str) -> str:
    """The title of a practice's spread."""
    panel = standing.panel
    if panel is None:
        return ""
    own = {question.id for question in standing.questionnaire.practices[practice].questions}
    split = sum(question in own for question in panel.discuss)
    people = counted(panel.practices[practice].respondents, "person", "people")
    if panel.practices[practice].agreement is None:
        return start(f"{people} answered here, too few to say how far they agree")
    if not split:
        return start(f"{people} answered here and largely agree")
    return start(f"{people} answered here and see {counted(split, 'question')} differently")


def margin(interval: Interval) -> str:
    """An interval of an index, in whole numbers: `41–60`."""
    low, high = (index_of(end) for end in interval)
    return low if low == high else f"{low}–{high}"


def index_of(number: float) -> str:
    """A whole number of a figure that is no exact one."""
    return index(rational(number))


def _largely_agree(part: int, whole: int) -> str:
    if not part:
        return "On no practice do they largely agree"
    if part == whole:
        every = "the only practice" if whole == 1 else "both practices" if whole == 2 else f"all {count(whole)} practices"
        return f"On {every} they largely agree"
    return f"On {count(part)} of {count(whole)} practices they largely agree"


def _item(standing: Standing, question: str) -> ItemPanel:
    if standing.panel is None:
        raise ValueError("One person agrees with nobody.")
    return standing.panel.items[question]


def _groups_words(standing: Standing, question: str, item: ItemPanel) -> str:
    low, high = min(item.groups, key=item.groups.__getitem__), max(item.groups, key=item.groups.__getitem__)
    if item.groups[high] - item.groups[low] < _ALIKE:
        return f"{start(listed([GROUPS[group] for group in item.groups]))} see it alike on average; each differ among themselves."
    means = [on_scale(standing, question, float(item.groups[group])) for group in (high, low)]
    return f"{start(GROUPS[high])} see it higher than {GROUPS[low]}: {means[0]} against {means[1]} on average."


def _say(one: Chosen) -> str:
    return f"{count(one.people)} {'says' if one.people == 1 else 'say'} {one.words}"


def _ends(options: tuple[Chosen, ...]) -> str:
    first, last = options[0], options[-1]
    if sum(one.people for one in options) == 1:
        return f"One answer, {first.words}"
    return f"All say {first.words}" if first is last else f"From {inside(first.short)} to {inside(last.short)}"


def _gap(gap: Gap) -> str:
    low, high = (GROUPS[group] for group in gap.groups)
    points = gap.points or 0.0
    if points < 0:
        low, high = high, low
    far = index_of(abs(points))
    if gap.p is None or gap.p >= _CHANCE or gap.interval is None:
        chance = "" if far == "0" else f": a difference of {far} points may be chance"
        return f"{start(high)} and {low} see this practice alike{chance}."
    ends = sorted(abs(end) for end in gap.interval)
    sure = f"{between(index_of(ends[0]), index_of(ends[1]))} with 95 % confidence"
    return f"{start(high)} see this practice {far} points higher than {low}, {sure}."
