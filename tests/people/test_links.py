"""Every deep link, in one place."""

from uuid import UUID

from people import links

ID = UUID("01a20149-ef54-73c8-baa8-6a1c58d2bbcf")


def test_links_say_where_they_lead():
    assert links.answer(ID, "problem") == f"/answer?a={ID}&p=problem"
    assert links.answer(ID) == f"/answer?a={ID}"
    assert links.review(ID) == f"/review?a={ID}"
    assert links.results(ID) == f"/results?a={ID}"
    assert links.practice(ID, "service desk & more") == f"/practice?a={ID}&p=service+desk+%26+more"
    assert links.posture(ID) == f"/posture?a={ID}"
    assert links.pitfalls(ID) == f"/pitfalls?a={ID}"
    assert links.claims(ID) == f"/claims?a={ID}"
    assert (links.benchmark(ID), links.benchmark()) == (f"/benchmark?a={ID}", "/benchmark")
    assert links.report(ID) == f"/report?a={ID}"


def test_an_action_goes_by_the_number_people_use():
    assert links.action(7) == "/action?id=A-07"
    assert links.action(123) == "/action?id=A-123"


def test_lists_and_downloads_have_addresses_too():
    assert (links.home(), links.assessments(), links.reports()) == ("/", "/assessments", "/reports")
    assert links.readings(ID) == f"/readings?a={ID}"
    assert (links.measures(ID), links.measure(ID, "found-first")) == (f"/measures?f={ID}", f"/measure?f={ID}&m=found-first")
    assert links.advice(ID, "problem") == f"/advice?a={ID}&p=problem"
    assert links.register(show="overdue", q="a b") == "/register?show=overdue&q=a+b"
    assert links.download(ID) == f"/download/report/{ID}"
