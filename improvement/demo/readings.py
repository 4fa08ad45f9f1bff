"""What the demo's functions measured: some with a trend and a target, some once, some not at all."""

from collections.abc import Mapping

# measure, months before now, value, sample, source
READINGS: tuple[tuple[str, int, str, int | None, str], ...] = (
    ("self-service-adoption", 24, "22", 5200, "Closed needs, counted by the service desk"),
    ("self-service-adoption", 18, "29", 5400, "Closed needs, counted by the service desk"),
    ("self-service-adoption", 12, "38", 5100, "Closed needs, counted by the service desk"),
    ("self-service-adoption", 6, "46", 5600, "Closed needs, counted by the service desk"),
    ("self-service-adoption", 4, "50", 5500, "Closed needs, counted by the service desk"),
    ("self-service-adoption", 1, "53", 5500, "Closed needs, counted by the service desk"),
    ("end-user-satisfaction", 24, "61", 412, "Survey after closure"),
    ("end-user-satisfaction", 12, "66", 388, "Survey after closure"),
    ("end-user-satisfaction", 4, "71", 431, "Survey after closure"),
    ("end-user-satisfaction", 1, "72", 402, "Survey after closure"),
    ("time-to-resolution", 24, "19.5", 2900, "Median of closed requests, support calendar"),
    ("time-to-resolution", 12, "14", 2700, "Median of closed requests, support calendar"),
    ("time-to-resolution", 4, "11.5", 2500, "Median of closed requests, support calendar"),
    ("time-to-resolution", 1, "11", 2600, "Median of closed requests, support calendar"),
    ("first-contact-resolution", 9, "46", 1900, "Resolved contacts with a person, telephone and chat"),
    ("first-contact-resolution", 6, "48", 2050, "Resolved contacts with a person, telephone and chat"),
    ("first-contact-resolution", 3, "53", 1980, "Resolved contacts with a person, telephone and chat"),
    ("first-contact-resolution", 1, "57", 1940, "Resolved contacts with a person, telephone and chat"),
    ("ticket-volume-trend", 12, "4.5", 6100, "Tickets handled by people, for each employee"),
    ("ticket-volume-trend", 6, "1.5", 5900, "Tickets handled by people, for each employee"),
    ("ticket-volume-trend", 1, "-5", 5400, "Tickets handled by people, for each employee"),
    ("changes-without-harm", 15, "79", 210, "Change list, incidents linked by hand"),
    ("changes-without-harm", 12, "81", 230, "Change list, incidents linked by hand"),
    ("changes-without-harm", 9, "84", 225, "Change list, incidents linked by hand"),
    ("improvements-on-time", 4, "38", 13, "List of improvements, first agreed dates"),
    ("cost-per-ticket", 12, "31.4", 61000, "Running cost of support, yearly accounts"),
    ("cost-per-ticket", 1, "29.8", 57000, "Running cost of support, yearly accounts"),
)
TARGETS: Mapping[str, str] = {
    "self-service-adoption": "65",
    "end-user-satisfaction": "80",
    "time-to-resolution": "8",
    "basic-service-adoption": "85",
    "first-contact-resolution": "65",
    "ticket-volume-trend": "-4",
    "changes-without-harm": "95",
    "improvements-on-time": "80",
}
