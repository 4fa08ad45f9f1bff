"""What IT took on after its assessments of the foundations, what came of it, and what waits."""

from improvement.demo.entry import Entry, Report, done

FOUNDATION_ENTRIES: tuple[Entry, ...] = (
    Entry(
        "ground",
        "ten-ideas-one-page",
        "maya",
        168,
        -135,
        (
            Report(155, "in_progress", 60, "Eight difficulties listed, three of them from users."),
            done(139, "Ten ideas in order; the next ranking is in the calendar.", "One page, first ranking."),
        ),
        136,
        None,
    ),
    Entry(
        "ground",
        "capture-while-solving",
        "adaeze",
        165,
        -30,
        (
            Report(130, "in_progress", 30, "The service desk writes while it solves; the network team starts next month."),
            Report(75, "in_progress", 70, "All five teams write in one place; half of the articles have no review date."),
            done(33, "Nine of ten articles have an owner and a review date.", "Article list, sample of 20."),
        ),
        29,
    ),
    Entry(
        "ground",
        "first-three-promises",
        "jonas",
        163,
        -60,
        (
            Report(120, "in_progress", 40, "Billing and field service agreed; the control room wants a shorter time."),
            done(64, "Three promises signed and published.", "The promises page, with three signatures."),
        ),
        58,
    ),
    Entry(
        "ground",
        "top-20-catalogue",
        "sofia",
        160,
        -26,
        (
            Report(118, "in_progress", 25, "List of the 20 most frequent requests agreed with all teams."),
            Report(66, "in_progress", 65, "Thirteen entries published."),
            done(31, "22 entries published; 18 of 20 sampled requests had one.", "Sample of the last 20 requests."),
        ),
        27,
    ),
    Entry(
        "ground",
        "owner-and-date",
        "maya",
        132,
        -95,
        (
            Report(118, "in_progress", 40, "Two teams have gone through their open improvements; five were closed."),
            done(99, "All 14 open improvements have one name and one date.", "The list, gone through with every team."),
        ),
        96,
        None,
    ),
    Entry(
        "ground",
        "known-error-list",
        "ravi",
        128,
        -55,
        (
            Report(92, "in_progress", 50, "Eleven faults listed, seven with a workaround."),
            done(57, "Sixteen faults in the order of lost hours; the printer queue goes first.", "List of known causes."),
        ),
        50,
    ),
    Entry(
        "ground",
        "count-after-the-repair",
        "ravi",
        48,
        14,
        (
            Report(30, "in_progress", 50, "Printer queue repaired: 41 incidents in the quarter before."),
            done(5, "Both counts stand beside the last four repairs.", "List of known causes, columns before and after."),
        ),
        verified_ago=None,
    ),
    Entry(
        "ground",
        "decision-column",
        "jonas",
        62,
        36,
        (
            Report(40, "in_progress", 20, "The monthly report has the column; most lines are still empty."),
            Report(11, "in_progress", 45, "Two of five reports end every line with a decision."),
        ),
    ),
    Entry(
        "ground",
        "reclaim-unused",
        "ravi",
        54,
        30,
        (
            Report(35, "in_progress", 30, "Drawing licences compared with use: 60 of 210 not opened for 90 days."),
            Report(
                9, "blocked", 30, "The supplier wants the old contract to end first. Decision needed: give notice now, or wait until March."
            ),
        ),
    ),
    Entry(
        "ground now",
        "ask-what-must-work",
        "maya",
        10,
        24,
        (Report(4, "in_progress", 30, "Talked with billing; the control room is next."),),
    ),
    Entry("ground now", "let-a-reader-try", "adaeze", 9, 90),
    Entry("ground now", "tell-first", "jonas", 8, 105),
    Entry("ground now", "one-register", "maya", None, 0),
    Entry("ground now", "listen-to-users", "sofia", None, 0),
    Entry(
        "ground now",
        None,
        "ravi",
        7,
        60,
        title="Agree with the workshops on one list of critical services",
        practice="proactive-engagement",
    ),
)
