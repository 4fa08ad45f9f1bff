import pytest

from ui.parts.markdown import escaped

JOINER = "\u2060"


def test_every_mark_that_could_start_markup_is_escaped():
    assert escaped("**b** [l](u)") == r"\*\*b\*\* \[l\]\(u\)"
    assert escaped("<b>x") == r"\<b\>x"


def test_line_breaks_and_indents_are_kept_and_make_no_code():
    assert escaped("a\n    b") == "a  \n\u00a0\u00a0\u00a0\u00a0b"


@pytest.mark.parametrize("text", [":tada:", ":material/home:", "http://a.b", "www.a.b", "me@a.b", "a -> b", "a <- b", "a >= b", "a ~= b"])
def test_what_is_turned_into_something_else_after_the_escapes_is_parted(text):
    assert JOINER in escaped(text)


@pytest.mark.parametrize("text", ["10:42", "C: drive", "Ümläut مرحبا 😀", "plain", ""])
def test_ordinary_text_gets_no_invisible_character(text):
    assert JOINER not in escaped(text)
    assert escaped(text).replace("\\", "") == text
