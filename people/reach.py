"""Which rows an actor may do something to, as a condition for the database: the policy table, told in SQL."""

from sqlalchemy import ColumnElement, and_, false, or_, true

from people.model import Actor, Person, Respondent, Verb
from people.policy import Reach, Rule, rules
from storage.row import Row


def allowed(actor: Actor, row_type: type[Row], verb: Verb = "read") -> ColumnElement[bool]:
    """The rows of the actor's organisation that the actor may do this to; none when they may not."""
    granted = rules(actor, row_type.resource, verb)
    if any(rule.reach is Reach.ALL for rule in granted):
        return row_type.within(actor.organisation_id)
    return and_(row_type.within(actor.organisation_id), or_(false(), *(within_reach(actor, rule, row_type) for rule in granted)))


def within_reach(actor: Actor, rule: Rule, row_type: type[Row]) -> ColumnElement[bool]:
    """The rows that one rule lets the actor reach, of whatever organisation."""
    if rule.reach is Reach.ALL:
        return true()
    if isinstance(actor, Person):
        return row_type.owned_by(actor.id)
    return row_type.answered_by(actor.id) if isinstance(actor, Respondent) else false()
