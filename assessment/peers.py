"""What an organisation that takes part is told of others: frozen snapshots and imported packs, never anything else."""

from collections.abc import Mapping

from assessment import cohorts, peer_packs, peer_releases
from assessment.model import Assessment
from assessment.participation import participation
from assessment.peer_model import OTHERS, WHOLE, Kind, Participation, PeerCohort, Peers, State, kind_of
from people.work import Work
from scoring.disclosure import Withheld
from scoring.result import AssessmentScore


def peers(work: Work, assessment: Assessment, score: AssessmentScore) -> Peers:
    """Of one assessment. Nothing is read of others where the organisation does not take part: who looks also gives."""
    own, kind = participation(work), kind_of(score.questionnaire, score.version, score.method)
    state = _apart(own, assessment)
    return Peers(state=state, method=score.method, facts=own.facts) if state else _told(work, kind, own)


def _apart(own: Participation, assessment: Assessment) -> State | None:
    if own.is_demo:
        return "demo"
    if not own.takes_part:
        return "off"
    return "quick" if assessment.mode == "quick" else None


def _told(work: Work, kind: Kind, own: Participation) -> Peers:
    frozen, packs = peer_releases.standing(work, kind), peer_packs.imported(work, kind)
    every = (*frozen, packs) if packs else frozen
    told = {"method": kind.method, "facts": own.facts, "cohorts": every}
    if every:
        return Peers(state="told", withheld=_withheld(frozen, own), **told)
    others = cohorts.others(work, kind)
    return Peers(state="too_few" if others < OTHERS else "waiting", others=others, **told)


def _withheld(frozen: tuple[PeerCohort, ...], own: Participation) -> Mapping[str, Withheld]:
    known = {one.name for one in frozen}
    reasons = next((one.withheld for one in frozen if one.name == WHOLE), {})
    return {name: reasons.get(name, Withheld.TOO_FEW) for name in own.facts.cohorts if name not in known}
