"""Who belongs to an organisation, in words. Pure."""

from collections.abc import Mapping, Sequence

from exports.words.numbers import counted, start
from people.memberships import Access, Member
from people.model import Role

ROLES: Mapping[Role, str] = {
    Role.LEADER: "Leader: assesses, decides, looks after people",
    Role.CONSULTANT: "Consultant: assesses and advises from outside",
    Role.OWNER: "Owner: carries out their own actions",
    Role.RESPONDENT: "Respondent: answers, and sees nothing else",
    Role.VIEWER: "Viewer: reads results and register",
}
COLOURS: Mapping[Access, str] = {Access.NONE: "gray", Access.INVITED: "blue", Access.ACTIVE: "green", Access.DISABLED: "orange"}


def finding(members: Sequence[Member]) -> str:
    """`Five people; two of them can sign in`."""
    able = sum(one.access is Access.ACTIVE for one in members)
    who = start(counted(len(members), "person", "people"))
    if not able:
        return f"{who}; nobody can sign in yet"
    return f"{who}; {'all' if able == len(members) else able} can sign in" if len(members) > 1 else f"{who}, who can sign in"


def facts(one: Member) -> str:
    """`Owner · chitra@example.org`."""
    return f"{one.role.capitalize()} · {one.email or 'no address'}"
