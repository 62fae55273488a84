"""The pages in a real browser: they run nothing foreign, fit a phone, serve every reader, and carry the whole flow."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from crosswire.case import Case
from crosswire.web import Settings
from tests.web.browser import AXE, chromium, serving
from tests.web.hostile import HOSTILE, PADDING
from tests.web.test_pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE = {"width": 1280, "height": 900}
_SERIOUS = ".violations.filter(one => ['serious', 'critical'].includes(one.impact))"
_LEVELS = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']"
AXE_ALL = f"async () => (await axe.run({{runOnly: {_LEVELS}, resultTypes: ['violations']}})){_SERIOUS}"
AXE_COLOURS = f"async () => (await axe.run({{runOnly: {{type: 'rule', values: ['color-contrast']}}}})){_SERIOUS}"
# What the dark changes is colours, and these pages show every colour there is.
DARK = ("/", "/disagreements", "/ledger", "/origins", "/decisions")
REPORT = (
    "# In brief\n\nForty observers landed at Halm on Monday. Ninety observers landed at Halm on Monday. "
    "The president of Estavia has gone on holiday to the mountains."
)
LATE = (
    "Title: Observers land at Halm\nSource: Vesk Mail\nDate: 2025-05-26\n\n"
    "Valmora and Kestria agreed on Sunday to a truce of 45 days. Forty observers landed at Halm on Monday." + PADDING
)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def server(demo_case: Path) -> Iterator[str]:
    with serving(Settings(demo_case, fast=True)) as address:
        yield address


@pytest.fixture(scope="module")
def small(small_case: Path) -> Iterator[str]:
    with serving(Settings(small_case, fast=True)) as address:
        yield address


def open_page(browser: "Browser", **options: Any) -> "Page":
    page = browser.new_context(viewport=options.pop("viewport", WIDE), **options).new_page()
    page.set_default_timeout(20_000)
    return page


def deep_links(page: "Page", server: str, since: str = "2025-05-08") -> list[str]:
    """Return a claim's page and an article opened at a span."""
    page.goto(f"{server}/claims")
    claim = page.locator("li.claim a").first.get_attribute("href")
    page.goto(f"{server}{claim}")
    span = page.locator(".passage-quote a").first.get_attribute("href")
    assert claim
    assert span
    return [claim, span, f"/changes?since={since}", "/disagreements?kind=figure", "/login"]


def check_report(page: "Page", server: str, report: str) -> str:
    """Paste a report to be checked and return the path of the result."""
    page.goto(f"{server}/verify")
    page.get_by_label("Paste the report").fill(report)
    page.get_by_role("button", name="Check it").click()
    page.locator("div.check").wait_for()
    return page.url.removeprefix(server)


def test_every_page_serves_every_reader(browser: "Browser", small: str) -> None:
    """One visit a page, for time: no serious fault of access by light or in the dark, no fault logged, fits a phone."""
    page, said, wide, faults = open_page(browser), list[str](), list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda one: said.append(one.url) if not one.url.startswith(small) else None)
    source, checked = AXE.read_text(encoding="utf-8"), check_report(page, small, REPORT)
    for path in [*PAGES, *deep_links(page, small, "2025-04-30"), checked, "/positions?party=Kestria"]:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{small}{path}")
        page.evaluate(source)
        found = page.evaluate(AXE_ALL)
        if path in DARK or path == checked or "?at=" in path:
            page.emulate_media(color_scheme="dark")
            found += page.evaluate(AXE_COLOURS)
        faults += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
        page.set_viewport_size({"width": 400, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > 400:
            wide.append(path)
    page.context.close()
    assert (faults, said, wide) == ([], [], [])


def test_the_case_reads_without_scripts(browser: "Browser", server: str) -> None:
    page = open_page(browser, java_script_enabled=False)
    page.goto(f"{server}/")
    page.get_by_label("Ask the case").fill("What have Valmora and Kestria agreed?")
    page.get_by_role("button", name="Assess").click()
    assert page.locator("h1").inner_text() == "What have Valmora and Kestria agreed?"
    page.locator("details.drawer > summary").first.click()
    page.locator("details.drawer .passage-quote a").first.click()
    assert page.locator("mark.here").count() >= 1
    assert page.locator("#citation").input_value()
    page.context.close()


def test_hovering_shows_the_quote_and_keys_move(browser: "Browser", server: str) -> None:
    page = open_page(browser)
    page.goto(f"{server}/assessment")
    chip = page.locator("a.chip").first
    assert not chip.locator(".words").is_visible()
    chip.hover()
    assert chip.locator(".words").is_visible()
    page.goto(f"{server}/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.querySelectorAll('li.claim')[1]")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.context.close()


def test_a_citation_is_copied_with_outlet_date_and_span(browser: "Browser", server: str) -> None:
    page = open_page(browser, permissions=["clipboard-read", "clipboard-write"])
    page.goto(server + deep_links(page, server)[1])
    page.locator("button.copy").first.click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation").input_value()
    assert "2025, characters " in copied
    page.context.close()


def test_hostile_reports_run_nothing(browser: "Browser", tmp_path: Path) -> None:
    with Case(tmp_path / "hostile.crosswire", create=True, fast=True) as case:
        case.receive((name, text[:6_000].encode()) for name, text in HOSTILE.items())
        names = [one.id for one in case.articles()]
    with serving(Settings(tmp_path / "hostile.crosswire", fast=True)) as server:
        page, asked, shown = open_page(browser), list[str](), list[str]()
        page.on("request", lambda one: asked.append(one.url))

        def dismiss(dialog: Any) -> None:
            shown.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        pasted = [check_report(page, server, HOSTILE[name]) for name in ("script.txt", "attribute.txt", "page.html")]
        for path in [*PAGES, *(f"/articles/{name}" for name in names), *pasted]:
            page.goto(f"{server}{path}")
            # Wake whatever waits for a pointer or a focus.
            page.evaluate(
                "document.querySelectorAll('main *').forEach(e => {e.focus && e.focus();"
                "e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))})"
            )
            assert page.evaluate("window.hit") is None, path
        page.context.close()
        assert not shown
        assert not [url for url in asked if not url.startswith(server)]


def test_add_assess_why_edit_undo_diff_verify(browser: "Browser", own_case: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_text(LATE, encoding="utf-8")
    with serving(Settings(own_case, fast=True, author="ada")) as server:
        page = open_page(browser)
        page.goto(f"{server}/add")
        page.get_by_label("Files").set_input_files(late)
        page.get_by_role("button", name="Add to the case").click()
        page.get_by_text("1 new, 0 already known, 1 read, 0 skipped").wait_for()
        page.get_by_role("link", name="To the assessment").click()
        assert "9 reports" in page.locator("main").inner_text()
        page.get_by_label("Question").fill("Have observers landed at Halm?")
        page.get_by_role("button", name="Assess").click()
        page.locator("li", has_text="Forty observers landed").first.get_by_role("link", name="Why").first.click()
        assert page.locator("#why").is_visible()
        assert "Vesk Mail" in page.locator("table.voices").inner_text()
        page.locator(".passage-quote a", has_text="Forty observers").first.click()
        page.get_by_role("link", name="Leave this report out").click()
        page.locator("#note").fill("a hoax")
        page.get_by_role("button", name="Decide").click()
        assert "Vesk Mail: Observers land at Halm" in page.locator("ol.decisions").inner_text()
        page.goto(f"{server}/")
        assert "8 reports" in page.locator("main").inner_text()
        page.goto(f"{server}/decisions")
        page.get_by_role("button", name="Take back decision 1").click()
        page.get_by_text("taken back").first.wait_for()
        page.goto(f"{server}/changes")
        page.get_by_label("After").fill("2025-05-09")
        page.get_by_role("button", name="Compare").click()
        assert "1 more report than before" in page.locator("main").inner_text()
        assert "Vesk Mail" in page.locator("section.changed").inner_text()
        check_report(page, server, REPORT)
        said = page.locator("article.card").all_inner_texts()
        assert [one.split()[0] for one in said] == ["supported", "wrong", "unsupported"]
        page.get_by_role("link", name="wrong figure 1").click()
        assert page.locator("article.card").count() == 1
        page.locator("article.card .passage-quote a").first.click()
        assert "Forty observers landed" in "".join(page.locator("mark.here").all_inner_texts())
        page.context.close()
