"""What the demo's people answered to Three Pillars: IT two years ago, IT three months ago, HR now, facilities four months ago."""

from collections.abc import Mapping
from typing import Any

from improvement.demo.facts import UNSURE, Asked, Proof

THEN, NOW, HR, FACILITIES = range(4)

_SHARE = ("None of them", "Under half of them", "Half of them or more, but under nine tenths", "Nine tenths of them or more")
_PATHS = (
    "None of them",
    "Some, but fewer than half of them",
    "Half of them or more, but fewer than nine in ten",
    "Nine in ten of them or more",
)
_REPLIES = ("None of the 20", "One to nine of the 20", "Ten to seventeen of the 20", "Eighteen or more of the 20")
_FIVE = ("None of the five", "One of the five", "Two of the five", "Three of the five", "Four of the five", "All five")
_PACE = ("Less than once a year", "Once a year or more, but less than quarterly", "Quarterly or more, but less than monthly")

_ANSWERS: Mapping[str, tuple[Any, Any, Any, Any]] = {
    "leadership-purpose-why": (1, 3, 1, 2),
    "leadership-purpose-order": (False, True, True, True),
    "leadership-purpose-heard": (False, True, False, False),
    "leadership-purpose-managers": (0, 2, 1, 1),
    "change-funding-budget": (1, 2, 0, 1),
    "change-funding-share": (_FIVE[0], _FIVE[2], _FIVE[0], _FIVE[1]),
    "change-funding-coaching": (1, 3, 1, 1),
    "change-funding-after": (False, False, False, False),
    "success-measures-set": (
        ["ticket-volume"],
        ["satisfaction", "time-to-resolution", "adoption", "ticket-volume"],
        ["satisfaction", "ticket-volume"],
        ["satisfaction", "time-to-resolution", "ticket-volume"],
    ),
    "success-measures-use": (1, 3, 1, 2),
    "success-measures-goal": (False, True, False, True),
    "success-measures-worth": (0, 1, UNSURE, 0),
    "enabling-role-mandate": (1, 3, 2, 2),
    "enabling-role-example": (1, 2, 2, 3),
    "enabling-role-agenda": (_SHARE[1], _SHARE[2], _SHARE[1], _SHARE[1]),
    "enabling-role-reaction": (2, 3, 1, 2),
    "confidence-works": (1, 3, 1, 3),
    "confidence-fallback": (1, 2, 2, 3),
    "confidence-success": (41, 68, UNSURE, 79),
    "confidence-last-five": (_FIVE[1], _FIVE[3], _FIVE[2], _FIVE[4]),
    "simple-first-order": (1, 3, 1, 3),
    "simple-first-basics": (
        ["password"],
        ["password", "software", "group-access", "request-status", "how-to"],
        ["request-status", "how-to"],
        ["request-status", "how-to", "group-access"],
    ),
    "simple-first-held": (False, True, True, True),
    "simple-first-adopted": (34, 71, 38, 62),
    "social-proof-stories": (0, 2, 0, 1),
    "social-proof-figures": (False, False, False, True),
    "social-proof-champions": (0, 2, 1, 1),
    "autonomy-design": (0, 2, 1, 2),
    "autonomy-control": (
        ["progress"],
        ["progress", "correct-cancel", "phone"],
        ["progress"],
        ["progress", "correct-cancel", "choose-time"],
    ),
    "autonomy-speed": (0, 1, 0, 2),
    "autonomy-choice": (True, True, True, True),
    "journey-insight-journeys": (0, 1, 0, 2),
    "journey-insight-usage": (True, True, True, True),
    "journey-insight-fresh": (
        "Older than a month, or there is none yet",
        "Up to a month old",
        "Older than a month, or there is none yet",
        "Up to a month old",
    ),
    "journey-insight-dropouts": (_PATHS[0], _PATHS[1], _PATHS[0], _PATHS[1]),
    "feedback-action-ask": (False, True, False, True),
    "feedback-action-act": (1, 2, 1, 3),
    "feedback-action-reply": (_REPLIES[1], _REPLIES[2], _REPLIES[1], _REPLIES[3]),
    "feedback-action-told": (0, 1, 0, 3),
    "shared-ecosystem-functions": ([], ["hr", "facilities"], ["facilities"], ["facilities"]),
    "shared-ecosystem-together": (0, 2, 2, 1),
    "shared-ecosystem-handover": (1, UNSURE, 2, 1),
    "product-management-owner": (1, 3, 1, 1),
    "product-management-research": (0, 1, 0, 1),
    "product-management-release": (_PACE[1], _PACE[2], _PACE[1], _PACE[1]),
    "product-management-retire": (False, True, False, False),
}

_PROOF: Mapping[str, Proof] = {
    "leadership-purpose-why": Proof("E2", "Briefings of nine departments, March and June; the starters' welcome."),
    "leadership-purpose-heard": Proof("E3", "Asked 40 employees in September; 27 named a gain."),
    "change-funding-budget": Proof(
        "E1", "Funding requests of the last two releases.", "The second request was cut by half; check before the next one."
    ),
    "success-measures-set": Proof("E2", "Minutes of the monthly service meeting, July to September."),
    "success-measures-use": Proof("E2", "Decision log of the same meeting."),
    "success-measures-worth": Proof("E0", "", "Finance would have to agree how an hour is counted.", discuss=True),
    "enabling-role-mandate": Proof("E2", "Team goals of all five support teams."),
    "confidence-works": Proof("E2", "Trial notes of the three newest paths."),
    "confidence-success": Proof("E3", "Counted from the path log, August to October."),
    "simple-first-order": Proof("E2", "The ranked list, last changed in September."),
    "simple-first-basics": Proof("E2", "Walked through with an ordinary account."),
    "simple-first-adopted": Proof("E3", "Counted from closed requests."),
    "social-proof-stories": Proof("E0", "", "Customer accounts prints one story a quarter; the other departments none.", discuss=True),
    "journey-insight-journeys": Proof("E1", "The network team watched the access path in May."),
    "feedback-action-reply": Proof("E3", "Sample of the last 20 comments: 13 answered in time."),
    "product-management-owner": Proof("E2", "Job description and ranked backlog."),
}

PILLARS = Asked("three-pillars", _ANSWERS, _PROOF, NOW)
