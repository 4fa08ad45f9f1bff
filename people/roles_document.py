"""docs/roles.md, told from the policy table: `python -m people.roles_document > docs/roles.md`."""

from collections.abc import Iterator, Mapping

from people.model import Role, Verb
from people.policy import ABOUT_THEMSELVES, POLICY, Reach, Rule, may_give

_VERBS: Mapping[Verb, str] = {
    "create": "make",
    "read": "see",
    "update": "change",
    "delete": "delete",
    "finalise": "finalise",
    "reopen": "reopen",
    "verify": "verify",
}


def document() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from (
        "# Who may do what",
        "",
        "Made from the table in `people/policy.py` (`python -m people.roles_document > docs/roles.md`); a test holds the two together.",
        "What no cell names is denied. Everything is limited to one organisation: the one that the person works in at that moment. "
        "*Own* means: the person\u2019s own action, their own answers, the assessment that they are asked to answer, themselves.",
        "",
        "| | " + " | ".join(Role) + " |",
        "| --- " * (len(Role) + 1) + "|",
    )
    for resource in dict.fromkeys(resource for _, resource in POLICY):
        yield f"| {resource.replace('_', ' ')} | " + " | ".join(_cell(POLICY[role, resource]) for role in Role) + " |"
    yield from ("", f"Everybody sees, of themselves: {', '.join(sorted(ABOUT_THEMSELVES))}.", "", "## Only these fields", "")
    yield from _limits()
    yield from ("", "## Who gives which role", "")
    yield from (f"- **{role}**: {', '.join(sorted(may_give(role))) or 'none'}" for role in Role)
    yield from ("", "Nobody makes administrators from within: `plumbline user create-admin` does, on the machine itself.")


def _cell(rules: Mapping[Verb, Rule]) -> str:
    every = [_VERBS[verb] for verb, rule in rules.items() if rule.reach is Reach.ALL]
    own = [_VERBS[verb] for verb, rule in rules.items() if rule.reach is Reach.OWN]
    return "; ".join(part for part in (", ".join(every), f"own: {', '.join(own)}" if own else "") if part) or "\u2013"


def _limits() -> Iterator[str]:
    for (role, resource), rules in POLICY.items():
        for verb, rule in rules.items():
            if rule.fields is not None:
                yield f"- **{role}** may {_VERBS[verb]} of their own {resource.replace('_', ' ')}: {', '.join(sorted(rule.fields))}."


if __name__ == "__main__":
    print(document(), end="")  # noqa: T201 - what it is for
