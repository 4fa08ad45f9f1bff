from storage.row import Row, new_id


def test_a_row_of_no_declared_place_is_nobodys():
    assert str(Row.within(None)) == str(Row.within(new_id())) == "false"
