"""One change of an action from the browser: a conflict comes back as a value, because both texts belong on the page."""

from collections.abc import Callable

from improvement.model import Action
from improvement.overtaken import ActionConflict
from people.work import Work
from ui.parts import session
from ui.parts.session import Outcome


def attempt(change: Callable[[Work], Action]) -> Outcome[Action | ActionConflict]:
    """What came of it: the action, the conflict, or the sentence of a refusal."""

    def kept() -> Action | ActionConflict:
        try:
            return session.writing(change)
        except ActionConflict as conflict:
            return conflict

    return session.attempted(kept)
