"""What pages say of the demo organisation where a count or a word once misled, run in this process."""

from people.model import Person
from people.work import Work
from tests.ui.test_act_views import newest, plain, shown


def test_the_register_says_what_it_leaves_out(leader: Person):
    assert "Shown only when asked for: 4 proposed and 1 cancelled." in plain(shown("register"))
    assert "only when asked for" not in plain(shown("register", show="proposed"))


def test_what_would_help_is_counted_as_it_is_listed(work: Work):
    at = shown("advice", a=newest(work, "final").id)
    helping = int(at.title[0].value.split("; ")[-1].split(" ")[0])
    first, apart = at.toggle
    assert first.label == f"Show the other {helping - 10}"
    assert apart.label == "Show three actions that would help only once more is answered"
    assert "53\\." not in plain(at)


def test_that_a_report_takes_some_seconds_stands_beside_its_link(work: Work):
    assert "takes some seconds" in plain(shown("reports"))
    assert "takes some seconds" in plain(shown("results", a=newest(work, "final").id))


def test_the_name_of_a_measure_looks_like_the_link_that_it_is(leader: Person):
    names = [link.proto.label for link in shown("measures").get("page_link")]
    assert ":blue[**Self-service adoption**]" in names
