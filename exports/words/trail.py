"""The trail as sentences: Chitra Nair changed action A-07."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from improvement.model import label
from people.model import Event

_DONE: Mapping[str, str] = {
    "accept": "accepted {thing}",
    "accepted": "accepted {thing}",
    "admit": "let in {thing}",
    "answer": "answered {thing}",
    "cancelled": "cancelled {thing}",
    "change role": "changed the role of {thing}",
    "create": "added {thing}",
    "delete": "deleted {thing}",
    "denied": "was refused {thing}",
    "disable": "disabled {thing}",
    "enable": "enabled {thing}",
    "export": "took along all data of {thing}",
    "finalise": "finalised {thing}",
    "freeze": "froze {thing}",
    "handed_over": "handed over {thing}",
    "import": "imported {thing}",
    "invite": "invited {thing}",
    "make link": "made a one-time link for {thing}",
    "pass on": "passed on {thing}",
    "purge": "deleted all data of {thing}",
    "redeem": "used {thing}",
    "remind": "reminded {thing}",
    "remove": "removed {thing}",
    "reopen": "reopened {thing}",
    "replace": "replaced {thing}",
    "revoke": "revoked {thing}",
    "sign in": "signed in",
    "sign out": "signed out",
    "take part": "let the organisation take part in the peer benchmark",
    "take second factor": "took away the second factor of {thing}",
    "update": "changed {thing}",
    "updated": "reported on {thing}",
    "verified": "verified {thing}",
    "withdraw": "withdrew the organisation from the peer benchmark",
}
_KINDS: Mapping[str, str] = {
    "account": "the account",
    "answer": "question",
    "consensus": "the agreed answer to question",
    "gate_policy": "the value of gate",
    "group_role": "the role of group",
    "measure_target": "a target",
    "membership": "",
    "one_time_link": "a one-time link",
    "participation": "what the peer benchmark goes by",
    "peer_pack": "a benchmark pack",
    "peer_release": "a snapshot of peers",
    "person": "",
    "reading": "a reading of",
    "session": "a session",
    "target_profile": "the target profile",
}
_NAMES = ("name", "title", "login", "group", "gate", "measure", "question", "email")
SYSTEM = "Plumbline"


def sentence(event: Event, names: Mapping[UUID, str]) -> str:
    """Who did what to which thing; `names` of people and things by id."""
    done = _DONE.get(event.verb, event.verb.replace("_", " ") + " {thing}")
    return f"{who(event)} {done.format(thing=thing(event, names))}{_role(event)}".strip()


def who(event: Event) -> str:
    """The person, or the program for a purpose."""
    return f"{SYSTEM} ({event.actor_name})" if event.actor_kind == "system" else event.actor_name


def thing(event: Event, names: Mapping[UUID, str]) -> str:
    """Such as `action A-07`, `Chitra Nair` or `function IT`."""
    if event.verb == "denied":
        return f"to {_said(event).get('verb', 'reach')} {kind(event.resource)} of somebody else's or beyond their role"
    words = _KINDS.get(event.resource, kind(event.resource))
    return f"{words} {_named(event, names)}".strip() or kind(event.resource)


def kind(resource: str) -> str:
    """What a resource is called in a sentence."""
    return resource.replace("_", " ")


def details(event: Event) -> tuple[tuple[str, str, str], ...]:
    """What changed: field, before, after; all that was said where nothing stood before."""
    before, after = event.before or {}, event.after or {}
    fields = dict.fromkeys((*before, *after))
    return tuple(
        (kind(field), _plain(before.get(field)), _plain(after.get(field))) for field in fields if before.get(field) != after.get(field)
    )


def _said(event: Event) -> Mapping[str, Any]:
    return {**(event.before or {}), **(event.after or {})}


def _named(event: Event, names: Mapping[UUID, str]) -> str:
    said = _said(event)
    if event.resource == "action" and isinstance(said.get("number"), int):
        return label(said["number"])
    if event.resource in {"membership", "person", "account"} and (person := _person(event, said, names)):
        return person
    told = next((str(said[name]) for name in _NAMES if said.get(name)), "")
    return told or (names.get(event.resource_id, "") if event.resource_id else "")


def _person(event: Event, said: Mapping[str, Any], names: Mapping[UUID, str]) -> str:
    wanted = str(said.get("person_id") or event.resource_id or "")
    return next((name for id_, name in names.items() if str(id_) == wanted), "")


def _role(event: Event) -> str:
    role = (event.after or {}).get("role")
    if event.verb == "change role" and event.before and role:
        return f" from {event.before.get('role')} to {role}"
    return f" as {role}" if event.resource == "membership" and role else ""


def _plain(value: object) -> str:
    if value is None or value == "":
        return "–"
    return ", ".join(f"{key}: {_plain(one)}" for key, one in value.items()) if isinstance(value, dict) else str(value)
