"""Home: where we stand, what holds us back, what waits for a decision."""

from ui.parts import frame, session
from ui.parts.markdown import escaped


def page() -> None:
    """Until something is assessed there is nothing to show but where to begin."""
    organisation = session.organisation()
    with frame.page():
        frame.head(
            escaped(organisation.name),
            "Nothing is assessed yet",
            "Begin with one assessment; it takes about an hour, and less in quick mode.",
        )
