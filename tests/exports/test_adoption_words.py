import pytest

from exports.words.adoption import adoption_words
from scoring.result import GateResult
from tests.exports import standings


@pytest.mark.parametrize(
    ("state", "reading", "said"),
    [
        ("ready", 86, "It reads 86 %: passed."),
        ("not_ready", 71, "It reads 71 %: not passed, and “"),
        ("not_determinable", None, "Nothing was measured in this period, so it is not passed, and “"),
    ],
)
def test_an_adoption_gate_says_what_it_asks_what_it_reads_and_what_waits(state, reading, said):
    standing = standings.full()
    gate = GateResult(id="adoption-85", state=state, reading=reading)
    there = standing.model_copy(update={"score": standing.score.model_copy(update={"gates": (gate,)})})
    (sentence,) = adoption_words(there)
    assert "has to reach 85 % (a policy default from one published example)." in sentence
    assert said in sentence
    assert sentence.endswith(" waits.") is (state != "ready")
