"""Against the own target: how far each practice is from the level that it was meant to reach."""

from exports import figures
from improvement.standing_model import Standing
from ui.parts import figure, frame


def show(standing: Standing) -> None:
    """The gaps, largest first."""
    if not standing.gaps:
        frame.section("Against your own target")
        frame.nothing_here("No practice has a target", "Nothing here applies to the function, so there is nothing to aim at.")
        return
    figure.show(figures.dumbbell(standing), "benchmark-target")
