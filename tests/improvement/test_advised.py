"""Advice is worked out once for the same answers, and never handed to anybody else's."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from assessment.model import Assessment
from improvement import advised
from improvement.advice import recommend
from questionnaires.answer import Answer, Respondent, Responses
from questionnaires.library import load
from scoring.maturity import score

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def counted(monkeypatch):
    """How often advice was really worked out."""
    advised._recommended.cache_clear()
    calls = []
    monkeypatch.setattr(advised, "recommend", lambda *facts: calls.append(facts) or recommend(*facts))
    return calls


def assessment(edition=1, **targets):
    plain = {"questionnaire": "three-pillars", "version": "1.0.0", "name": "Spring", "mode": "full", "started_at": NOW}
    ids = {"id": UUID(int=5), "function_id": UUID(int=6), "edition_id": UUID(int=edition)}
    return Assessment(**plain, **ids, starts=date(2026, 1, 1), ends=date(2026, 3, 31), targets=targets)


def said(level, respondent="asha"):
    who = (Respondent(id=respondent, group="leader"),)
    given = (Answer(respondent=respondent, question="leadership-purpose-why", state="answered", value=level),)
    return Responses(questionnaire="three-pillars", version="1.0.0", mode="full", respondents=who, answers=given)


def ask(level=1, respondent="asha", edition=1, **targets):
    whole, responses = load("three-pillars"), said(level, respondent)
    return advised.advised(assessment(edition, **targets), whole, responses, score(whole, responses))


def test_the_same_answers_are_advised_once_and_as_if_worked_out_anew(counted):
    whole, responses = load("three-pillars"), said(1)
    assert ask() == ask() == recommend(whole, responses, score(whole, responses), {}, score(whole, responses).gates)
    assert len(counted) == 1


@pytest.mark.parametrize("other", [{"level": 2}, {"respondent": "dev"}, {"edition": 2}, {"confidence": 5}])
def test_another_answer_person_edition_or_target_is_worked_out_by_itself(counted, other):
    ask()
    ask(**other)
    assert len(counted) == 2
