"""The whole way in a real browser, in both languages; how pages look; that nothing leaves the machine."""

import os
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect, sync_playwright

from tests.web import letters

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PHOTOGRAPHS = os.environ.get("RENMAI_PHOTOGRAPHS")
"""The folder where every page is photographed, if somebody wants to look at them."""
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW, HEIGHT = 1280, 390, 900
HANGS_MS = 600_000
"""Ends a test that hangs; nothing waits for it. Every wait ends with what the page promises, however long the
machine takes: a limit of seconds measures how busy the machine is, and failed where it was busy."""
LOCALES = {"zh-hans": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}
WORDS = {
    "zh-hans": {
        "bring": "把你有的放进来",
        "me": "这就是我",
        "look": "看一看",
        "today": "看今日",
        "undo": "撤销",
        "same": "是同一人",
        "join": "另有一份其实是同一人",
        "done": "已完成：简宁",
        "know": "我来更正",
        "weak": "弱关系",
        "note": "记下",
        "said": "你说",
    },
    "en": {
        "bring": "Bring in what you have",
        "me": "That is me",
        "look": "Look at them",
        "today": "See Today",
        "undo": "Undo",
        "same": "Same",
        "join": "Somebody else here is the same person",
        "done": "Done: 简宁",
        "know": "Correct this",
        "weak": "Weak",
        "note": "Note it",
        "said": "You say",
    },
}


@dataclass
class House:
    """A served book: its folder, language, address, and the link it printed."""

    home: Path
    language: str
    address: str
    link: str


def renmai(home: Path, language: str, *words: str) -> tuple[list[str], dict[str, str]]:
    """Return a command line of ours with its environment."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "DJANGO"))}
    environment |= {"RENMAI_HOME": str(home), "LANG": LOCALES[language], "TZ": "Asia/Shanghai"}
    return [sys.executable, "-c", "from renmai.config.command import main; main()", *words], environment


def start(home: Path, language: str):
    """Serve a book in a process of its own and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words, environment = renmai(
        home, language, "serve", "--port", str(port), "--today", letters.TODAY.isoformat()
    )
    log = home.parent / "serve.log"
    with log.open("w") as said:
        process = subprocess.Popen(
            words, env=environment, stdout=said, stderr=subprocess.STDOUT, cwd=home.parent
        )
    deadline = time.monotonic() + HANGS_MS / 1000
    found = None
    while not found and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.1)
        printed = re.sub(r"\s+", "", log.read_text())
        found = re.search(rf"http://\w+\.localhost:{port}/enter/[\w-]+/", printed)
    assert found, log.read_text()
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    return process, House(home, language, found.group().partition("/enter/")[0], found.group())


expect.set_options(timeout=HANGS_MS)


@pytest.fixture(scope="module")
def browser(chromium_path):
    """One Chromium for this module."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", params=["zh-hans", "en"])
def house(request, tmp_path_factory):
    """A book that begins empty, served."""
    home = tmp_path_factory.mktemp("house") / "home"
    process, served = start(home, request.param)
    yield served
    process.terminate()
    process.wait(HANGS_MS / 1000)


def opened(browser, served: House):
    """Return a page that has not entered yet, its faults and the hosts it asked."""
    context = browser.new_context(
        viewport={"width": WIDE, "height": HEIGHT}, locale=LOCALES[served.language][:2]
    )
    page = context.new_page()
    page.set_default_timeout(HANGS_MS)
    page.faults, page.hosts = [], set()
    page.on("pageerror", lambda fault: page.faults.append(str(fault)))
    page.on("console", lambda line: page.faults.append(line.text) if is_fault(line) else None)
    context.on("request", lambda request: page.hosts.add(urlsplit(request.url).netloc))
    return page


def is_fault(line: ConsoleMessage) -> bool:
    """Tell a fault from what htmx logs of a search that the next letter replaced; a real one says more."""
    return line.type == "error" and not line.text.startswith(("htmx:afterRequest,", "htmx:sendAbort,"))


def wait_for_import(page: Page) -> None:
    """Wait until the page of an import no longer asks how far the worker is; hold that it ended well."""
    page.wait_for_selector("#import:not([hx-get])")
    assert page.locator("#import").get_attribute("data-state") == "done"


def the_same_host_only(page: Page, served: House) -> None:
    assert page.hosts <= {urlsplit(served.address).netloc}
    assert page.faults == []


@pytest.fixture(scope="module")
def brought(browser, house, tmp_path_factory):
    """The page on which the owner of the empty book brought in two years of mail, and what it said before."""
    words, folder = WORDS[house.language], tmp_path_factory.mktemp("brought")
    page = opened(browser, house)
    page.goto(house.link)
    page.get_by_role("link", name=words["bring"]).click()
    page.get_by_role("textbox").first.fill(letters.ME[1])
    page.get_by_role("button", name=words["me"]).click()
    page.set_input_files(
        "#files", [letters.mailbox(folder / "mail.mbox"), letters.cards(folder / "cards.vcf")]
    )
    page.get_by_role("button", name=words["look"]).click()
    wait_for_import(page)
    found = page.locator("#import").inner_text()
    page.locator("#keep").click()
    page.wait_for_url("**/sources/*/")
    page.reload()
    wait_for_import(page)
    page.wait_for_selector("#undo-import")
    page.get_by_role("link", name=words["today"]).click()
    page.wait_for_selector(".entry")
    yield page, found
    page.context.close()


@pytest.fixture(scope="module")
def full_house(house, brought):
    """The same book with the mail in it, looked at once; whoever changes it takes that back."""
    return house


def test_the_whole_way_from_an_empty_book_to_a_merge_undone(house, brought):
    words = WORDS[house.language]
    page, found = brought
    assert "顾望舒" in found

    page.goto(house.address)
    reply = page.locator(".entry", has_text="简宁")
    expect(reply).to_have_count(1)
    while "简宁" not in page.locator(".entry[aria-current=true]").inner_text():
        page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("#toast")).to_contain_text(words["done"])
    expect(reply).to_have_count(0)
    page.keyboard.press("z")
    expect(reply).to_have_count(1)

    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/people/")
    page.keyboard.press("/")
    page.keyboard.type("gws")
    expect(page.locator("tr[data-row]").first).to_contain_text("顾望舒")
    page.locator("tr[data-row] a", has_text="顾望舒").click()

    page.get_by_text(words["join"]).click()
    page.locator("#same-q").fill("chenghai")
    page.get_by_role("button", name=words["same"], exact=True).click()
    known_as = page.get_by_role("complementary")
    expect(known_as).to_contain_text(letters.GU_OLD[1])
    page.locator("#toast").get_by_role("button", name=words["undo"]).click()
    expect(known_as).not_to_contain_text(letters.GU_OLD[1])
    the_same_host_only(page, house)


def pages_of(page: Page, served: House) -> dict[str, str]:
    """Return the address of every page worth a look."""
    page.goto(f"{served.address}/people/?q=gws")
    person = page.locator("tr[data-row] a").first.get_attribute("href")
    page.goto(f"{served.address}/people/?q=mallory")
    hostile = page.locator("tr[data-row] a").first.get_attribute("href")
    page.goto(f"{served.address}/sources/")
    brought = page.locator("table a").first.get_attribute("href")
    return {
        "today": "/",
        "people": "/people/",
        "nobody": "/people/?q=zzzz",
        "person": person,
        "hostile": hostile,
        "merge": f"{person}same/?q=chenghai",
        "path": "/path/?to=douyu",
        "ways": f"{hostile}ways/",
        "sources": "/sources/",
        "import": brought,
        "settings": "/settings/",
        "more": "/more/",
        "accuracy": "/accuracy/",
        "network": "/network/",
        "value": "/value/",
        "cooperation": "/cooperation/",
        "tiers": "/tiers/",
        "reputation": "/reputation/",
        "leaving": "/leaving/",
        "past_leaving": "/leaving/past/",
        "ask": f"/ask/?person={person.strip('/').split('/')[-1]}&what=a+word&size=large",
        "asks": "/ask/past/",
        "favours": "/favours/",
        "begin": f"{person}cooperation/",
        "styleguide": "/styleguide/",
    }


WIDTHS = {"zh-hans": (WIDE, NARROW), "en": (NARROW, WIDE)}
DARK = "document.documentElement.dataset.theme = 'dark'"


def test_every_page_is_readable_by_everybody_and_leaves_nothing_outside(browser, full_house):
    """axe finds nothing serious and no page is too wide, wide or narrow; nothing hostile runs.

    A page is opened at one width, looked through there, and brought to the other: in Chinese from wide to
    narrow, in English from narrow to wide. Dark changes colours alone, so these alone are looked at again.
    """
    first, then = WIDTHS[full_house.language]
    page = opened(browser, full_house)
    page.goto(sign_in(full_house))
    page.emulate_media(reduced_motion="reduce")
    for name, path in pages_of(page, full_house).items():
        page.set_viewport_size({"width": first, "height": HEIGHT})
        page.goto(full_house.address + path)
        assert page.evaluate("window.ran") is None, name
        if PHOTOGRAPHS:
            photograph = Path(PHOTOGRAPHS) / f"{name}-{full_house.language}-{first}.png"
            page.screenshot(path=str(photograph), full_page=first == WIDE)
        assert fits(page), f"{name} is too wide at {first}"
        assert serious(page) == [], f"{name} at {first}"
        page.evaluate(DARK)
        assert serious(page, "color-contrast") == [], f"{name}, dark, at {first}"
        page.set_viewport_size({"width": then, "height": HEIGHT})
        assert fits(page), f"{name} is too wide at {then}"
    the_same_host_only(page, full_house)
    page.context.close()


def fits(page: Page) -> bool:
    """Tell whether a page is no wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def sign_in(served: House) -> str:
    """Return a fresh one-time address."""
    from datetime import UTC, datetime

    from renmai.web.frame.links import make_link

    return f"{served.address}/enter/{make_link(served.home, now=datetime.now(UTC))}/"


def serious(page: Page, *rules: str) -> list[str]:
    """Return what axe finds serious or critical, by all of its rules or some."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text())
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"][:3]
    ]


def test_the_palette_finds_a_person_by_initials_and_opens_them(browser, full_house):
    page = opened(browser, full_house)
    page.goto(sign_in(full_house))
    page.keyboard.press("Control+k")
    page.locator("#palette-q").fill("gws")
    expect(page.locator("#palette-list [aria-selected=true]")).to_contain_text("顾望舒")
    assert serious(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).not_to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-list [aria-selected=true]")).to_contain_text("顾望舒")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("顾望舒")
    the_same_host_only(page, full_house)
    page.context.close()


def test_keys_are_silent_while_somebody_types_and_where_they_are_switched_off(browser, full_house):
    page = opened(browser, full_house)
    page.goto(sign_in(full_house))
    page.goto(f"{full_house.address}/people/")
    page.keyboard.press("/")
    page.keyboard.type("?")
    expect(page.locator("#keys")).not_to_be_visible()
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.context.add_cookies([{"name": "keys", "value": "off", "url": full_house.address}])
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("#keys")).not_to_be_visible()
    page.context.close()


def test_later_offers_days_by_key_and_escape_takes_the_offer_back(browser, full_house):
    page = opened(browser, full_house)
    page.goto(sign_in(full_house))
    first = page.locator(".entry").first
    name = first.locator("h2").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("l")
    expect(first.locator(".menu-list:visible")).to_be_visible()
    page.keyboard.press("Escape")
    expect(first.locator(".menu-list:visible")).not_to_be_visible()
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text(name)
    page.locator("#toast button").click()
    expect(page.locator(".entry", has_text=name).first).to_be_visible()
    the_same_host_only(page, full_house)
    page.context.close()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_the_owner_says_what_a_tie_is_and_takes_it_back(browser, full_house, has_scripts):
    """T2: beside what is computed, with a toast to undo it; with and without JavaScript."""
    words = WORDS[full_house.language]
    context = browser.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    page.set_default_timeout(HANGS_MS)
    page.goto(sign_in(full_house))
    page.goto(f"{full_house.address}/people/?q=gws")
    page.locator("tr[data-row] a").first.click()
    page.locator("#fold-why > summary").click()
    page.get_by_text(words["know"]).click()
    page.locator("#tie_class").select_option("weak")
    page.locator("#word-because").fill("We met once.")
    page.locator("form[action$='/tie/']").get_by_role("button", name=words["note"], exact=True).click()
    expect(page.locator("#word")).to_contain_text(words["said"])
    expect(page.locator("#word")).to_contain_text("We met once.")
    expect(page.locator(".person-head .tie")).to_contain_text(words["weak"])
    page.locator("#toast button").click()
    expect(page.locator("#word")).not_to_contain_text("We met once.")
    context.close()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_refused_form_comes_back_whole_with_the_cursor_in_its_wrong_field(browser, full_house, has_scripts):
    """With and without JavaScript nothing that was typed is lost, and nobody is shut out."""
    context = browser.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    page.goto(sign_in(full_house))
    page.goto(f"{full_house.address}/people/?q=gws")
    page.goto(f"{full_house.address}{page.locator('tr[data-row] a').first.get_attribute('href')}cooperation/")
    typed = {"#coop-title": "A <b>fair</b>", "#coop-need": "访客", "#coop-due": "2026-12-31"}
    for box, text in {**typed, "#coop-margin": "300"}.items():
        page.locator(box).fill(text)
    page.locator("#main form .btn-primary").click()
    expect(page.locator("#coop-margin-error")).to_contain_text("300")
    expect(page.locator("#coop-margin")).to_be_focused()
    for box, text in typed.items():
        expect(page.locator(box)).to_have_value(text)
    assert not has_scripts or serious(page) == []
    page.locator("#coop-margin").fill("12")
    page.locator("#main form .btn-primary").click()
    expect(page.locator("#coop")).to_contain_text("A <b>fair</b>")
    page.locator("#toast button").click()
    expect(page.locator("#coop")).not_to_contain_text("A <b>fair</b>")
    context.close()


def test_everything_can_be_read_and_done_without_javascript(browser, full_house):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sign_in(full_house))
    key = page.locator(".entry").first.get_attribute("id")
    name = page.locator(f"#{key} h2").inner_text()
    page.locator(f"#{key} button[value=done]").click()
    expect(page.locator("#toast")).to_contain_text(name)
    page.locator("#toast button").click()
    expect(page.locator(".entry", has_text=name).first).to_be_visible()
    context.close()


def test_a_stranger_sees_only_how_to_get_in(browser, full_house):
    page = opened(browser, full_house)
    page.goto(full_house.address)
    expect(page.locator("main")).to_contain_text("renmai serve --link")
    assert serious(page) == []
    page.context.close()
