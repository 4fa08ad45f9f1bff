"""Measures in a browser: a reading, its correction, a target, a file with a dry run, and the value of a gate."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import follow, go, main, press, title
from tests.browser.driver import opened, seen, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser
LAST = str(datetime.now(UTC).year - 1)
HEAD = "measure;period;value;sample;source"


def measure(page: Page, server: Server, name: str) -> Page:
    opened(page, f"{server.url}/measures")
    return follow(page, name)


def record(page: Page, value: str, source: str = "") -> None:
    main(page).get_by_role("spinbutton", name="Value").fill(value)
    main(page).get_by_role("textbox", name="Period").fill(LAST)
    main(page).get_by_label("Source").fill(source)
    press(page, "Save the reading")


def aside(page: Page) -> None:
    """Off everything: a button under the mouse has a colour of its own."""
    page.mouse.move(5, 700)
    settled(page)


def test_measures_stand_in_the_list_of_pages_and_say_how_each_stands(page: Page, told: Server):
    opened(page, told.url)
    go(page, "Measures")
    expect(title(page)).to_have_text("One of twelve measures is on target; one is not read yet")
    expect(main(page).get_by_role("heading", name="Not at their target")).to_be_visible()
    expect(main(page).get_by_text("Up 3 points: better")).to_be_visible()
    seen(page, "measures")


def test_a_measure_shows_its_way_and_what_it_counts(page: Page, told: Server):
    measure(page, told, "Self-service adoption")
    expect(title(page)).to_have_text("Self-service adoption is 12 points short of its target")
    expect(main(page).get_by_role("heading", name=re.compile("^From 22 % for .*: better$"))).to_be_visible()
    main(page).get_by_text("Show the figures as a table").click()
    settled(page)
    expect(main(page).get_by_text("Sample and source")).to_be_visible()
    expect(main(page).get_by_text("needs completed without a person, divided by", exact=False)).to_be_visible()
    seen(page, "measure")


def test_a_reading_is_recorded_and_replaced_with_its_source(page: Page, told: Server):
    measure(page, told, "Incidents found first")
    record(page, "61")
    expect(main(page).get_by_text("The reading is saved.")).to_be_visible()
    record(page, "64")
    expect(page.get_by_role("alert").filter(has_text="Say where 64 % comes from")).to_be_visible()
    expect(main(page).get_by_role("spinbutton", name="Value")).to_have_value("64")
    main(page).get_by_label("Source").fill("Counted again")
    press(page, "Save the reading")
    main(page).get_by_text("What was corrected").click()
    settled(page)
    expect(main(page).get_by_text(f"{LAST} from 61 % to 64 %. Source: Counted again.")).to_be_visible()
    aside(page)
    seen(page, "measure-corrected")


def test_a_target_is_set(page: Page, told: Server):
    measure(page, told, "Self-service success")
    main(page).get_by_role("spinbutton", name="Target in %").fill("60")
    press(page, "Save the target")
    expect(title(page)).to_have_text("Self-service success is on target with 68 %")


def test_a_file_is_rehearsed_corrected_and_imported(page: Page, told: Server, tmp_path: Path):
    opened(page, f"{told.url}/measures")
    main(page).get_by_text("Import readings from a file").click()
    settled(page)
    give(page, tmp_path / "faulty.csv", f"{HEAD}\nasset-utilisaton;{LAST};64,5;;\n")
    expect(page.get_by_role("alert").filter(has_text="One line cannot be used")).to_be_visible()
    expect(main(page).get_by_text("Did you mean asset-utilisation?")).to_be_visible()
    expect(main(page).get_by_text("with a point for decimals")).to_be_visible()
    aside(page)
    seen(page, "import-faults")
    give(page, tmp_path / "good.csv", f"{HEAD}\nasset-utilisation;{LAST};64.5;900;=1+1\nAsset utilisation;{LAST}-Q2;60;;Stores\n")
    expect(page.get_by_role("status").filter(has_text="Two readings are new. Nothing is changed yet.")).to_be_visible()
    aside(page)
    seen(page, "import")
    press(page, "Import two readings")
    expect(main(page).get_by_text("Two readings are new. Imported.")).to_be_visible()
    follow(page, "Asset utilisation")
    expect(title(page)).to_have_text("Asset utilisation reads 64.5 %, and nobody has set a target")


def give(page: Page, file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    main(page).locator("input[type=file]").set_input_files(file)
    expect(main(page).get_by_text(file.name)).to_be_visible()
    settled(page)


def test_the_value_of_a_gate_is_changed_with_a_reason_and_returned(page: Page, told: Server):
    measure(page, told, "Adoption of basic services")
    expect(main(page).get_by_text("It reads 71 %: not passed")).to_be_visible()
    expect(main(page).get_by_text("Also asked in")).to_be_visible()
    main(page).get_by_text("Change the value").click()
    settled(page)
    main(page).get_by_role("spinbutton", name="Has to reach, in %").fill("70")
    main(page).get_by_label("Why does this value suit you better?").fill("Half of our people work in the field.")
    press(page, "Save the value")
    expect(main(page).get_by_text("Your own value is 70 %: Half of our people work in the field.")).to_be_visible()
    expect(main(page).get_by_text("Today’s policy asks for 70 %; this issued result keeps the value it was made with.")).to_be_visible()
    aside(page)
    seen(page, "measure-gate")
    press(page, "Return to 85 %")
    expect(main(page).get_by_text("85 %: a policy default from one published example.")).to_be_visible()
    expect(main(page).get_by_text("Today’s policy")).to_have_count(0)
