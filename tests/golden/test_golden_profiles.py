"""The golden profiles; `python -m tests.golden.renew` renews what is expected of them, once the change has been read and is meant."""

import pytest

from tests.golden.renew import PROFILES, QUESTIONNAIRES, expected, found


@pytest.mark.parametrize("questionnaire", QUESTIONNAIRES)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_golden_profile_keeps_its_level_its_index_and_its_first_ten_actions(questionnaire: str, profile: str):
    assert found(questionnaire, profile) == expected(questionnaire, profile), (
        "Was this meant? Read it as the leader who follows it, then: python -m tests.golden.renew"
    )
