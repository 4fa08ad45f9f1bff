"""Ways to spoil the small questionnaire, one at a time, each with the finding that is owed for it."""

from tests.questionnaires.planting import P0, P1, Fault

FAULTS = {
    "another format": Fault("format: 1", "format: 2", "format: 2", "format", "Write 1"),
    "an id with capitals": Fault("id: small\n", "id: Small One\n", "id: Small One", "id", "lower-case words joined by hyphens"),
    "a version of two numbers": Fault("version: 1.0.0", "version: 1.0", "version: 1.0", "version", "A version is no number"),
    "a version of words": Fault("version: 1.0.0", "version: one", "version: one", "version", "such as 1.0.0"),
    "a missing title": Fault("title: A small questionnaire\n", "", "format:", "title", "`title` is missing"),
    "a language in words": Fault("language: en", "language: English", "language: English", "language", "no language tag"),
    "an empty purpose": Fault(
        "purpose: For tests, with one question of every kind.", "purpose:", "purpose:", "purpose", "Nothing is written here"
    ),
    "minutes of zero": Fault("quick: 1,", "quick: 0,", "quick: 0", "minutes.quick", "above 0"),
    "a gap in the scale": Fault(
        "{level: 3, name: Established}", "{level: 4, name: Established}", "level: 4", "scale[3].level", "after 2 comes 3"
    ),
    "an unknown key": Fault("licence: CC-BY-4.0", "licence: CC-BY-4.0\nauthors: me", "authors: me", "authors", "no key `authors`"),
    "a misspelt key": Fault(
        "summary: People are heard.", "summaries: People are heard.", "summaries:", f"{P0}.summaries", "Did you mean `summary`?"
    ),
    "a duplicate key": Fault(
        "role: pillar", "role: pillar\n    role:  pillar", "    role:  pillar", "dimensions[0].role", "in line 19 and in line 20"
    ),
    "an unknown role": Fault(
        "role: pillar", "role: column", "role: column", "dimensions[0].role", "pillar, foundation, capability or advanced"
    ),
    "a truth value in words": Fault(
        "mandatory: true", "mandatory: yes", "mandatory: yes", "dimensions[0].mandatory", "Write true or false"
    ),
    "better neither higher nor lower": Fault("better: higher", "better: bigger", "better: bigger", "measures[0].better", "higher or lower"),
    "bounds the wrong way round": Fault("minimum: 0,", "minimum: 200,", "minimum: 200", "measures[0].minimum", "above the maximum"),
    "a bound that is no number": Fault(
        "maximum: 100", "maximum: lots", "maximum: lots", "measures[0].maximum", "Write a number such as 3, 0.5 or 1/3"
    ),
    "a dimension's id taken by a practice": Fault(
        "id: care", "id: using", "id: using\n        title: Using", f"{P1}.id", "taken in line 17"
    ),
    "two questions of one id": Fault(
        "          - id: using-rated",
        "          - {id: listening-how, kind: yes_no, text: Is it?, why: W, how: H, evidence: E, "
        "audience: [user], modes: [full], source: book}\n"
        "          - id: using-rated",
        "- {id: listening-how",
        f"{P1}.questions[0].id",
        "taken in line 27",
    ),
    "two actions of one id": Fault(
        "        actions:\n          - id: count-needs",
        "        actions:\n          - {id: ask-weekly, title: Ask, moves: [{question: using-metric, from: 0, to: 1}], steps: [Ask.], "
        "effort_days: [1, 1], takes_weeks: 1, done_when: Asked.}\n          - id: count-needs",
        "- {id: ask-weekly",
        f"{P1}.actions[0].id",
        "taken in line 66",
    ),
    "an unknown kind": Fault("kind: rated", "kind: rating", "kind: rating", f"{P1}.questions[0].kind", "anchored, yes_no, rated"),
    "a missing kind": Fault("            kind: rated\n", "", "id: using-rated", f"{P1}.questions[0].kind", "`kind` is missing"),
    "a missing text": Fault(
        "            text: How are people heard?\n", "", "id: listening-how", f"{P0}.questions[0].text", "`text` is missing"
    ),
    "a missing why": Fault("            why: It shows use.\n", "", "id: using-metric", f"{P1}.questions[1].why", "`why` is missing"),
    "an empty how": Fault("how: Try each.", 'how: ""', 'how: ""', f"{P1}.questions[2].how", "Nothing is written here"),
    "evidence that is a number": Fault(
        "evidence: The count.", "evidence: 7", "evidence: 7", f"{P1}.questions[1].evidence", "goes into quotes"
    ),
    "an unknown audience": Fault(
        "[leader, staff]", "[leader, boss]", "boss", f"{P0}.questions[0].audience[1]", "leader, staff or user; `boss`"
    ),
    "an audience that is no list": Fault(
        "audience: [user]", "audience: user", "audience: user", f"{P0}.questions[1].audience", "Write a list here"
    ),
    "an unknown mode": Fault("modes: [quick, full]", "modes: [quick, long]", "long]", f"{P0}.questions[0].modes[1]", "quick or full"),
    "a mode twice": Fault("modes: [quick, full]", "modes: [full, full]", "[full, full]", f"{P0}.questions[0].modes[1]", "twice"),
    "no mode": Fault("modes: [quick, full]", "modes: []", "modes: []", f"{P0}.questions[0].modes", "too short"),
    "an unknown stance": Fault(
        "stance: proactive", "stance: active", "stance: active", f"{P0}.questions[0].stance", "proactive or reactive"
    ),
    "an unknown posture": Fault(
        "stance: proactive", "posture: bold", "posture: bold", f"{P0}.questions[0].posture", "strategic or defensive"
    ),
    "an unknown aspect": Fault(
        "stance: proactive", "aspect: money", "aspect: money", f"{P0}.questions[0].aspect", "value, flow, tool or measure"
    ),
    "a missing anchor": Fault(
        "              2: One team asks every quarter and keeps the notes.\n",
        "",
        "            levels:",
        f"{P0}.questions[0].levels",
        "Level 2 has no",
    ),
    "an anchor too many": Fault(
        "              3: Every team",
        "              4: More.\n              3: Every team",
        "4: More",
        f"{P0}.questions[0].levels.4",
        "no level 4",
    ),
    "an anchor under a word": Fault(
        "              3: Every team",
        "              top: More.\n              3: Every team",
        "top: More",
        f"{P0}.questions[0].levels.top",
        "cannot be a key here",
    ),
    "an anchor under a padded number": Fault(
        "              3: Every team", "              03: Every team", "03: Every", f"{P0}.questions[0].levels.03", "as 3, not as 03"
    ),
    "a level outside the scale": Fault(
        "            level: 3\n            measure: adoption",
        "            level: 9\n            measure: adoption",
        "level: 9",
        f"{P1}.questions[1].level",
        "no level 9",
    ),
    "a level that is true": Fault(
        "            level: 3\n            measure: adoption",
        "            level: true\n            measure: adoption",
        "level: true",
        f"{P1}.questions[1].level",
        "Write a number",
    ),
    "half a level": Fault(
        "            level: 3\n            measure: adoption",
        "            level: 2.5\n            measure: adoption",
        "level: 2.5",
        f"{P1}.questions[1].level",
        "whole number",
    ),
    "a weight of zero": Fault("weight: 1/2", "weight: 0", "weight: 0", f"{P1}.questions[2].weight", "above 0"),
    "a negative weight": Fault("weight: 1/2", "weight: -1", "weight: -1", f"{P1}.questions[2].weight", "above 0"),
    "a weight in words": Fault("weight: 1/2", "weight: heavy", "weight: heavy", f"{P1}.questions[2].weight", "Write a number"),
    "a weight over nothing": Fault("weight: 1/2", "weight: 1/0", "weight: 1/0", f"{P1}.questions[2].weight", "Write a number"),
    "a weight without bounds": Fault("weight: 1/2", "weight: .inf", "weight: .inf", f"{P1}.questions[2].weight", "Write a number"),
    "a weight beyond measure": Fault("weight: 1/2", "weight: 1e999999999", "weight: 1e", f"{P1}.questions[2].weight", "too long"),
    "a knockout above one": Fault("knockout: 0.5", "knockout: 50", "knockout: 50", f"{P0}.questions[1].knockout", "at most 1"),
    "a knockout on every level": Fault(
        "            level: 2\n            knockout: 0.5",
        "            knockout: 0.5",
        "knockout: 0.5",
        f"{P0}.questions[1].knockout",
        "tagged with one level",
    ),
    "a knockout on an anchored question": Fault(
        "stance: proactive", "knockout: 0.5", "knockout: 0.5", f"{P0}.questions[0].knockout", "takes no knockout"
    ),
    "a level on an anchored question": Fault(
        "stance: proactive", "level: 2", "            level: 2", f"{P0}.questions[0].level", "Did you mean `levels`?"
    ),
    "a share above one": Fault(
        "{label: All, value: 1}", "{label: All, value: 1.5}", "value: 1.5", f"{P0}.questions[2].table[2].value", "at most 1"
    ),
    "a label twice": Fault(
        "{label: Half, value: 0.5}",
        "{label: None, value: 0.5}",
        "label: None, value: 0.5",
        f"{P0}.questions[2].table[1].label",
        "`None` is taken",
    ),
    "a table of one label": Fault(
        "table: [{label: None, value: 0}, {label: Half, value: 0.5}, {label: All, value: 1}]",
        "table: [{label: All, value: 1}]",
        "table:",
        f"{P0}.questions[2].table",
        "too short",
    ),
    "a condition on nothing": Fault(
        "shown_if: {question: listening-place,",
        "shown_if: {question: listening-plaze,",
        "plaze",
        f"{P0}.questions[2].shown_if.question",
        "Did you mean `listening-place`?",
    ),
    "a condition on itself": Fault(
        "shown_if: {question: listening-place,",
        "shown_if: {question: listening-share,",
        "shown_if",
        f"{P0}.questions[2].shown_if.question",
        "names itself",
    ),
    "a condition that nothing meets": Fault(
        "at_least: 1}", "at_least: 2}", "at_least: 2}", f"{P0}.questions[2].shown_if.at_least", "the highest is 1"
    ),
    "an unknown source": Fault("source: talk", "source: tolk", "source: tolk", f"{P1}.questions[2].source", "Did you mean `talk`?"),
    "points that do not ascend": Fault("[[0, 0], [85, 1]]", "[[0, 0], [0, 1]]", "points:", f"{P1}.questions[1].points[1]", "ascend"),
    "points that turn back": Fault(
        "[[0, 0], [85, 1]]", "[[0, 0], [50, 1], [85, 0.5]]", "points:", f"{P1}.questions[1].points[2]", "turn back"
    ),
    "one point": Fault("[[0, 0], [85, 1]]", "[[0, 0]]", "points:", f"{P1}.questions[1].points", "too short"),
    "a point of three numbers": Fault("[[0, 0], [85, 1]]", "[[0, 0], [85, 1, 2]]", "points:", f"{P1}.questions[1].points[1]", "too long"),
    "a metric without its measure": Fault(
        "            measure: adoption\n", "", "id: using-metric", f"{P1}.questions[1].measure", "`measure` is missing"
    ),
    "a metric of an unknown measure": Fault(
        "            measure: adoption\n",
        "            measure: adoptoin\n",
        "adoptoin",
        f"{P1}.questions[1].measure",
        "Did you mean `adoption`?",
    ),
    "an option without weight": Fault("weight: 3}", "weight: 0}", "weight: 0}", f"{P1}.questions[2].options[0].weight", "above 0"),
    "two options of one id": Fault("{id: order,", "{id: unlock,", "options:", f"{P1}.questions[2].options[1].id", "`unlock` is taken"),
    "two options of one label": Fault(
        "label: Order a screen", "label: Unlock an account", "options:", f"{P1}.questions[2].options[1].label", "is taken"
    ),
    "a move of an unknown question": Fault(
        "question: using-metric",
        "question: using-meter",
        "using-meter",
        f"{P1}.actions[0].moves[0].question",
        "Did you mean `using-metric`?",
    ),
    "a move to no answer": Fault("from: 1, to: 3}", "from: 1, to: 7}", "to: 7}", f"{P0}.actions[0].moves[0].to", "from 0 to 3"),
    "a move between equal answers": Fault(
        "from: 1, to: 3}", "from: 3, to: 3}", "from: 3", f"{P0}.actions[0].moves[0].to", "not above `from`"
    ),
    "a move downwards": Fault("from: P, to: 90", "from: F, to: 90", "from: F", f"{P1}.actions[0].moves[2].to", "not above `from`"),
    "a move beyond the last point": Fault(
        "from: 0, to: 85}", "from: 85, to: 90}", "to: 90}", f"{P1}.actions[0].moves[0].to", "not above `from`"
    ),
    "a move of options to fewer": Fault(
        "from: [], to: [unlock]", "from: [unlock], to: [order]", "to: [order]", f"{P1}.actions[0].moves[1].to", "not above `from`"
    ),
    "a move from nowhere": Fault("from: 1, to: 3}", "to: 3}", "to: 3}", f"{P0}.actions[0].moves[0].from", "`from` is missing"),
    "no steps": Fault("steps: [Count.]", "steps: []", "steps: []", f"{P1}.actions[0].steps", "too short"),
    "an effort the wrong way round": Fault("[2, 3]", "[3, 2]", "[3, 2]", f"{P1}.actions[0].effort_days", "Write low first"),
    "a single effort": Fault("[2, 3]", "[2]", "[2]", f"{P1}.actions[0].effort_days[1]", "A number is missing here"),
    "no effort": Fault("[2, 3]", "[0, 0]", "effort_days: [0, 0]", f"{P1}.actions[0].effort_days", "takes some effort"),
    "a negative cost": Fault("cost: [0, 100]", "cost: [-5, 100]", "cost: [-5", f"{P0}.actions[0].cost", "cannot be negative"),
    "no time": Fault("takes_weeks: 4", "takes_weeks: 0", "takes_weeks: 0", f"{P0}.actions[0].takes_weeks", "above 0"),
    "an action for an unknown measure": Fault(
        "            measures: [adoption]\n            after",
        "            measures: [speed]\n            after",
        "[speed]",
        f"{P1}.actions[0].measures[0]",
        "No measure here",
    ),
    "a practice of an unknown measure": Fault(
        "        measures: [adoption]\n        questions",
        "        measures: [speed]\n        questions",
        "[speed]",
        f"{P1}.measures[0]",
        "No measure here",
    ),
    "an action after an unknown one": Fault(
        "after: [ask-weekly]", "after: [ask-daily]", "ask-daily", f"{P1}.actions[0].after[0]", "Did you mean `ask-weekly`?"
    ),
    "an action after itself": Fault(
        "after: [ask-weekly]", "after: [count-needs]", "after: [count", f"{P1}.actions[0].after[0]", "names itself"
    ),
    "a need of an unknown practice": Fault(
        "needs: [listening,", "needs: [hearing,", "needs: [hearing", f"{P1}.needs[0]", "No practice here"
    ),
    "a need of an unknown practice by the full name": Fault(
        "needs: [listening,", "needs: [small/hearing,", "needs: [small", f"{P1}.needs[0]", "No practice here"
    ),
    "needs in a circle": Fault(
        "        guidance: Ask and answer.\n",
        "        guidance: Ask and answer.\n        needs: [using]\n",
        "needs: [using]",
        f"{P0}.needs[0]",
        "listening → using → listening",
    ),
    "a gate of an unknown measure": Fault(
        "measure: adoption, at_least", "measure: speed, at_least", "speed", "gates[0].measure", "No measure here"
    ),
    "a gate beyond its measure": Fault("at_least: 85,", "at_least: 850,", "850", "gates[0].at_least", "up to 100"),
    "a gate that holds back nothing known": Fault(
        "holds_back: [count-needs]", "holds_back: [count-needz]", "needz", "gates[0].holds_back[0]", "Did you mean `count-needs`?"
    ),
    "a rule that cannot be read": Fault("<= 1 and", "= 1 and", "= 1 and", "pitfalls[0].when", "Write =="),
    "a rule on an unknown practice": Fault(
        "level(listening)", "level(hearing)", "level(hearing)", "pitfalls[0].when", "No practice or dimension"
    ),
    "a rule on a question's level": Fault(
        "level(listening)", "level(listening-how)", "listening-how)", "pitfalls[0].when", "Did you mean `answer(listening-how)`?"
    ),
    "a rule on another questionnaire's answer": Fault(
        "answer(using-options)", "answer(other/using)", "other/using", "pitfalls[0].when", "levels and indices only"
    ),
    "a source without a year": Fault(", year: 2026}", "}", "book:", "sources.book.year", "`year` is missing"),
    "HTML in guidance": Fault("guidance: Make it easy.", "guidance: Make it <b>easy</b>.", "<b>", f"{P1}.guidance", "without HTML"),
    "an alias": Fault("title: Using", "title: *other", "*other", f"{P1}.title", "Write the value out"),
    "an anchor of YAML": Fault("title: Using", "title: &it Using", "&it", f"{P1}.title", "Delete `&it`"),
    "a tag": Fault("title: Using", "title: !!python/name:os.system Using", "python", f"{P1}.title", "Delete the tag"),
    "a key that is a list": Fault("title: Using", "title: Using\n        [a]: 1", "[a]", P1, "plain word"),
    "a control character": Fault("title: Using", 'title: "Using\\a"', "Using\\a", f"{P1}.title", "cannot be printed"),
    "half a character": Fault("title: Using", 'title: "Using\\ud800"', "ud800", f"{P1}.title", "cannot be printed"),
}
