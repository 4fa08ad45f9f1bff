"""Who answered both of two assessments, by nothing but the ids that respondents were given by lot.

Members are known by their own id, those invited by name by the address of their invitation. Of an anonymous person nothing is kept
that could tell, so they are nobody's pair, whatever they answered the time before.
"""

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from assessment import store
from assessment.store import Identity
from people.work import Work


def same_people(work: Work, earlier_id: UUID, later_id: UUID) -> Mapping[str, str]:
    """From respondents of the later assessment to the same people's of the earlier one. The same for everybody who sees the results."""
    earlier, later = (_once(store.identities(work, assessment_id)) for assessment_id in (earlier_id, later_id))
    return {str(who): str(earlier[identity]) for identity, who in later.items() if identity in earlier}


def _once(identities: Mapping[UUID, Identity]) -> Mapping[Identity, UUID]:
    """Whoever was invited twice under one address may be two people."""
    often = Counter(identities.values())
    return {identity: who for who, identity in identities.items() if often[identity] == 1}
