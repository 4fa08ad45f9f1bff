"""The frame of a page behind the results: the assessment that its address names, and the way back."""

from collections.abc import Iterator
from contextlib import contextmanager

from improvement.standing import gather
from improvement.standing_model import Standing
from people import links
from ui.parts import frame, picked, places, session
from ui.parts.markdown import escaped


@contextmanager
def page(topic: str, what: str) -> Iterator[Standing | None]:
    """The standing to show; None, with the way to a first assessment, while there is none."""
    with session.reading() as work:
        shown = picked.assessment(work)
        standing = gather(work, shown.id) if shown else None
    with frame.page():
        if standing is None:
            picked.none_yet(topic, what)
        else:
            places.link("Results", links.results(standing.assessment.id), icon=":material/arrow_back:")
        yield standing


def head(standing: Standing, topic: str, finding: str, lead: str) -> None:
    """The head of such a page."""
    about = picked.about(standing.assessment, standing.function)
    frame.head(f"{topic} · {escaped(standing.questionnaire.title)}", escaped(finding), f"{escaped(lead)}  \n{about}")


def to_answers(standing: Standing, practice: str, label: str = "") -> None:
    """To the questions of a practice; to its result where the answers are frozen."""
    title = escaped(label or standing.questionnaire.practices[practice].title)
    if standing.is_final:
        places.link(title, links.practice(standing.assessment.id, practice), icon=":material/arrow_forward:")
    else:
        places.link(title, links.answer(standing.assessment.id, practice), icon=":material/edit:")
