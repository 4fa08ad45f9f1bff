"""The demo's register: what was taken on, what came of it, and what waits."""

from typing import Literal, NamedTuple


class Report(NamedTuple):
    """One update by the owner; `due_in` moves the date, for a reason."""

    days_ago: int
    status: str
    per_cent: int
    note: str
    evidence: str = ""
    due_in: int | None = None
    due_reason: str = ""


class Entry(NamedTuple):
    """One action of the register. `advice` is a recommended action's id; without one, `title` is the person's own."""

    assessment: Literal["then", "now"]
    advice: str | None
    owner: str
    accepted_ago: int | None
    """None: still proposed."""
    due_in: int
    reports: tuple[Report, ...] = ()
    verified_ago: int | None = None
    verified_by: str | None = "maya"
    """None: by the person whose demo it is."""
    title: str = ""
    practice: str = ""
    cancelled: tuple[int, str] | None = None


def _done(ago: int, note: str, evidence: str = "") -> Report:
    return Report(ago, "done", 100, note, evidence)


REGISTER: tuple[Entry, ...] = (
    Entry(
        "then",
        "say-the-why",
        "maya",
        700,
        -560,
        (
            Report(640, "in_progress", 40, "Ten conversations held; three sentences agreed with the works council."),
            _done(572, "Briefed in nine departments.", "Briefing dates in the service calendar."),
        ),
        560,
        None,
    ),
    Entry(
        "then",
        "retire-deflection-goal",
        "maya",
        700,
        -600,
        (
            Report(655, "in_progress", 50, "New goal drafted: needs met at the first try."),
            _done(610, "Published in the yearly goals.", "Goals page, version 3."),
        ),
        600,
        "maya",
    ),
    Entry(
        "then",
        "name-product-manager",
        "maya",
        690,
        -500,
        (
            Report(600, "in_progress", 60, "Two days a week agreed for Sofia."),
            _done(505, "Sofia ranks one list for all paths.", "Ranked backlog, first issue."),
        ),
        490,
    ),
    Entry(
        "then",
        "readiness-list",
        "sofia",
        600,
        -420,
        (
            Report(540, "in_progress", 50, "Forty services listed with volume and risk."),
            _done(430, "All teams choose from the list.", "The list, reviewed quarterly."),
        ),
        415,
    ),
    Entry(
        "then",
        "try-before-offer",
        "adaeze",
        560,
        -300,
        (
            Report(470, "in_progress", 30, "First three paths tried by five people each."),
            Report(380, "in_progress", 70, "The network team asked for a shorter form; agreed."),
            _done(305, "No path opens without its page.", "Trial pages of the last quarter."),
        ),
        290,
    ),
    Entry(
        "then",
        "four-measures",
        "ravi",
        540,
        -330,
        (Report(450, "in_progress", 50, "Two of four measures have an owner."), _done(340, "Reviewed monthly since March.", "Minutes.")),
        320,
    ),
    Entry(
        "then",
        "champions",
        "jonas",
        500,
        -200,
        (Report(420, "in_progress", 20, "Three volunteers named."),),
        cancelled=(250, "The volunteers' line managers could not free the hours; taken up again after the reorganisation."),
    ),
    Entry(
        "now",
        "basics-to-85",
        "sofia",
        75,
        95,
        (
            Report(60, "in_progress", 20, "Lowest service is group access at 48 %."),
            Report(12, "in_progress", 45, "Group access rebuilt; first week at 63 %.", "Path log, week 44."),
        ),
    ),
    Entry(
        "now",
        "warm-handover",
        "adaeze",
        70,
        -9,
        (
            Report(55, "in_progress", 35, "Step designed and tried with six people."),
            Report(
                20,
                "blocked",
                35,
                "The telephone supplier has not opened the interface. Decision needed: pay for it, or hand over by chat only.",
            ),
        ),
    ),
    Entry("now", "map-top-ten", "ravi", 18, 60, (Report(6, "in_progress", 15, "Two of ten paths written down."),)),
    Entry("now", "manager-pack", "jonas", 65, 21, (Report(48, "in_progress", 30, "Pack drafted; waiting for the release date."),)),
    Entry("now", "ten-day-reply", "adaeze", 16, 40),
    Entry(
        "now",
        "leaders-go-first",
        "maya",
        64,
        -3,
        (
            Report(45, "in_progress", 60, "All directors agreed in writing."),
            _done(4, "Nine of ten sampled needs of directors began in self-service.", "Sample of 20."),
        ),
    ),
    Entry("now", "story-each-quarter", "jonas", None, 0),
    Entry("now", "stay-six-months", "maya", None, 0),
    Entry(
        "now",
        None,
        "ravi",
        14,
        75,
        title="Agree with finance how a regained working hour is counted",
        practice="success-measures",
    ),
)
