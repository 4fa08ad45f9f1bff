"""What the workshop says. Pure: words in, words out; text of a questionnaire and of people comes out escaped."""

from collections.abc import Collection, Sequence

from exports.words.agreement import agreed_words
from exports.words.numbers import count, counted, inside, start
from exports.words.options import chosen, middle_words
from improvement.standing_model import Standing
from questionnaires.model import Metric
from scoring.panel import split
from ui.parts.markdown import escaped

TALK, EVERY = "To talk about", "Every question"
HOW = (
    "Nobody is wrong: people see different parts. Ask the lowest and the highest for one example of what they saw, then choose the "
    "highest line that holds **as a whole** on most days. All answers stay as they were given; the agreed one counts instead of them."
)
ALONE = "No answers of several people are counted here yet. What you agree on counts all the same."
FINAL = "This assessment is final: what was agreed no longer changes, unless somebody reopens it on the review page."
_NOTHING = (
    "Nothing here asks for a talk",
    "People largely agree on every question that they answered. You can still agree on an answer to any of them: choose “Every question”.",
)
_TOO_FEW = (
    "Fewer than two people’s answers are counted yet",
    "Ask others to answer too; the questions they see differently appear here. To answer together without that, choose “Every question”.",
)


def open_to_talk(standing: Standing) -> tuple[str, ...]:
    """Every question but figures, which are measured and not agreed on."""
    return tuple(name for name, question in standing.questionnaire.questions.items() if not isinstance(question, Metric))


def to_talk_about(standing: Standing) -> tuple[str, ...]:
    """Those that people see differently or marked for discussion, agreed ones too: the order stays as it is while they are talked over."""
    marked = {name for name, answer in standing.answers.items() if answer.discuss}
    wanted = marked | standing.agreed.keys() | (split(standing.panel) if standing.panel else set())
    return tuple(name for name in open_to_talk(standing) if name in wanted)


def eyebrow(standing: Standing, question: str, within: Sequence[str]) -> str:
    """`Workshop · 2 of 5 · Incident management`."""
    practice = escaped(standing.questionnaire.practice_of[question].title)
    return f"Workshop · {within.index(question) + 1} of {len(within)} · {practice}"


def lead(standing: Standing, question: str) -> str:
    """Who answered what, in a sentence."""
    item = standing.panel.items.get(question) if standing.panel else None
    options = chosen(standing, question, item) if item else ()
    if item is None or not options:
        return ALONE
    people = start(counted(sum(one.people for one in options), "person", "people"))
    if len(options) == 1:
        return f"{people} answered: {options[0].words}. Agree on another answer only where the talk brought up something new."
    return (
        f"{people} answered, from {options[0].words} to {options[-1].words}, with {middle_words(standing, question, item)} in the middle."
    )


def agreed(standing: Standing, question: str) -> str:
    """What was agreed and why."""
    return agreed_words(standing, question)


def options(standing: Standing, question: str) -> Collection[str]:
    """What could be chosen, as the distribution names it."""
    item = standing.panel.items.get(question) if standing.panel else None
    return item.distribution if item else ()


def chosen_by(standing: Standing, question: str, option: str) -> str:
    """`Two people chose this`; empty where nobody did."""
    item = standing.panel.items.get(question) if standing.panel else None
    people = item.distribution.get(option, 0) if item else 0
    return f"{start(counted(people, 'person', 'people'))} chose this" if people else ""


def progress(standing: Standing, within: Collection[str]) -> str:
    """`Two of five are agreed`."""
    done = sum(name in standing.agreed for name in within)
    if not done:
        return "Nothing is agreed yet"
    return f"{start(count(done))} of {count(len(within))} {'is' if done == 1 else 'are'} agreed"


def nothing_to_talk_about(standing: Standing) -> tuple[str, str]:
    """Why the list is empty, and what to do."""
    return _NOTHING if standing.panel else _TOO_FEW


def way(standing: Standing) -> str:
    """The label of the way there."""
    talk = to_talk_about(standing)
    if not talk:
        return "Answer together: the workshop view"
    return f"Talk them over: the workshop view ({inside(progress(standing, talk))})"
