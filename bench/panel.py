"""What many respondents cost: the figures and the agreement of 20 people over 120 questions, and the redrawing of weights.

python -m bench.panel
"""

import sys

from bench.score_assessment import QUESTIONS, milliseconds, naive, questionnaire, responses
from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.maturity import score
from scoring.panel import Panel, panel
from scoring.robustness import robustness
from scoring.student import t_quantile

PEOPLE, PANEL_MS, PANEL_RATIO = 20, 30, 16
"""As in `bench.score_assessment`: only a cost above both budgets is scoring's own fault."""
DRAWS, REDRAW_MS = 1000, 200


def main() -> int:
    asked = questionnaire()
    many = responses(asked, PEOPLE)
    found = score(asked, many)
    t_quantile(0.975, 5)  # Loading SciPy is paid once by a server, not by an assessment.
    yardstick = milliseconds(naive)
    together = milliseconds(lambda: _told(asked, many.model_copy()), 20)
    redrawn = milliseconds(lambda: robustness(asked, found, DRAWS), 10)
    print(f"{together:8.2f} ms  {together / yardstick:6.2f} x the yardstick  {QUESTIONS} questions, {PEOPLE} respondents: score and panel")
    print(f"{redrawn:8.2f} ms  {redrawn / yardstick:6.2f} x the yardstick  {DRAWS} redraws of all weights")
    print(f"budgets: {PANEL_MS} ms, or {PANEL_RATIO} x the yardstick on a busy machine, and {REDRAW_MS} ms")
    return int(together > max(PANEL_MS, PANEL_RATIO * yardstick) or redrawn > REDRAW_MS)


def _told(asked: Questionnaire, answered: Responses) -> Panel:
    return panel(asked, answered, score(asked, answered))


if __name__ == "__main__":
    sys.exit(main())
