"""The design system: what every page must keep, looked up in the pages themselves, each check with its twin."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from lxml import html

import sinetra.web
from sinetra.web import format as words
from sinetra.web import menu, parts
from sinetra.web.templatetags import sinetra as tags

pytestmark = pytest.mark.django_db
WEB = Path(str(sinetra.web.__file__)).parent
STATIC = WEB / "static" / "sinetra"
PAGES = (
    "/id/",
    "/en/",
    "/id/bolehkah/",
    "/id/bolehkah/?perbuatan=like",
    "/id/bolehkah/?perbuatan=like&siapa=pns",
    "/en/bolehkah/?perbuatan=attend_campaign&siapa=pns",
    "/id/bolehkah/?perbuatan=x&pada=9",
    "/id/aturan/",
    "/en/aturan/skb2022.ke-3/",
    "/id/aksesibilitas/",
    "/id/privasi/",
    "/en/tentang/",
    "/id/gaya/",
    "/en/gaya/",
    "/id/tidak-ada/",
)


@pytest.fixture(params=PAGES)
def page(request):
    return Client().get(request.param)


def faults(source: str) -> list[str]:
    """What would break the strict content policy, a screen reader or a keyboard."""
    tree = html.document_fromstring(source)
    found = []
    if tree.xpath("//*[@style] | //style | //script[not(@src)]"):
        found.append("inline style or script")
    if tree.xpath("//@*[starts-with(name(), 'on')]"):
        found.append("inline handler")
    if tree.xpath(
        "//link[starts-with(@href, 'http')] | //script[starts-with(@src, 'http')] | //img[contains(@src, '//')]"
    ):
        found.append("third party")
    ids = tree.xpath("//@id")
    found += [f"id {name} twice" for name in set(ids) if ids.count(name) > 1]
    if len(tree.xpath("//h1")) != 1 or len(tree.xpath("//main")) != 1 or not tree.get("lang"):
        found.append("one h1, one main, a language")
    for control in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        name = control.get("id")
        if not tree.xpath("//label[@for=$name]", name=name) and not control.xpath("ancestor::label"):
            found.append(f"no label: {control.get('name')}")
    for control in tree.xpath("//a | //button"):
        if not control.text_content().strip() and not control.get("aria-label"):
            found.append("a link or button without words")
    wanted = {name for value in tree.xpath("//@aria-describedby | //@aria-labelledby") for name in value.split()}
    found += [f"missing {name}" for name in sorted(wanted - set(ids))]
    found += [f"anchor {a}" for a in tree.xpath("//a/@href") if a.startswith("#") and len(a) > 1 and a[1:] not in ids]
    areas = [
        (item.tag, item.get("aria-label")) for item in tree.xpath("//nav | //aside | //header[not(ancestor::article)]")
    ]
    found += [f"two areas {area}" for area in set(areas) if areas.count(area) > 1]
    levels = [int(item.tag[1]) for item in tree.xpath("//h1 | //h2 | //h3 | //h4")]
    found += [f"heading h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1]
    return found


def test_no_page_breaks_the_policy_a_screen_reader_or_a_keyboard(page):
    assert faults(page.content.decode()) == []


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        ('<p style="color:red">x</p>', "inline style or script"),
        ('<a href="/" onclick="x()">x</a>', "inline handler"),
        ('<img src="https://example.org/x.png">', "third party"),
        ('<p id="a"></p><p id="a"></p>', "id a twice"),
        ('<input name="who">', "no label: who"),
        ('<a href="/"><svg></svg></a>', "a link or button without words"),
        ('<a href="#nowhere">x</a>', "anchor #nowhere"),
        ("<h4>x</h4>", "heading h4 after h1"),
        ('<nav aria-label="a"></nav><nav aria-label="a"></nav>', "two areas ('nav', 'a')"),
    ],
)
def test_a_planted_fault_is_found(planted, fault):
    assert fault in faults(f'<html lang="id"><main><h1>x</h1>{planted}</main></html>')


def test_no_page_sets_a_cookie_and_every_page_has_a_strict_policy(page):
    assert not page.cookies
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_every_page_of_an_exercise_says_so_on_screen_and_on_paper(page):
    tree = html.document_fromstring(page.content.decode())
    assert tree.xpath("//body/@data-demo") == ["LATIHAN"]
    assert "22 November 2024" in tree.xpath("string(//aside)")


def test_an_installation_in_earnest_shows_no_exercise_and_no_style_guide(settings):
    settings.SINETRA_PROFILE = "bawaslu"
    home = Client().get("/id/").content.decode()
    assert "LATIHAN" not in home
    assert "/id/gaya/" not in home
    assert Client().get("/id/gaya/").status_code == 404


def test_the_other_language_is_the_same_page_with_the_same_question():
    tree = html.document_fromstring(Client().get("/id/aturan/?pada=2020-01-01&jalur=ethics").content.decode())
    assert tree.xpath("//a[@class='language']/@href") == ["/en/aturan/?pada=2020-01-01&jalur=ethics"]


def test_the_menu_has_at_most_seven_entries_and_one_is_current():
    found = menu.entries("/id/aturan/skb2022.ke-3/")
    assert 0 < len(found) <= 7
    assert [entry.text for entry in found if entry.current] == ["Aturan"]


# Loaded by the pages of one feature and by no other.
OF_ONE_FEATURE = {
    *("attendance.css", "casework.css", "charts.css", "control_room.css", "evidence.css", "index.css"),
    *("maps.css", "prevention.css", "report.css", "talk.css", "uploads.css"),
}


def test_the_style_sheets_stay_small():
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in STATIC.glob("*.css")}
    assert {"sinetra.css", "parts.css", "print.css"} | OF_ONE_FEATURE <= set(sizes)
    assert sum(size for name, size in sizes.items() if name not in OF_ONE_FEATURE) <= 12_000
    assert all(sizes[name] <= 1_500 for name in OF_ONE_FEATURE)


def test_every_icon_that_is_used_is_drawn():
    drawn = set(re.findall(r'<symbol id="([a-z]+)"', (STATIC / "icons.svg").read_text()))
    used = set(parts.SENTIMENT_ICONS.values()) | {"person", "yes", "dot", "ring"}
    for path in WEB.rglob("*.html"):
        used |= set(re.findall(r'\{% icon "([a-z]+)"', path.read_text()))
    assert used <= drawn
    assert "unicorn" not in drawn


def test_an_icon_is_drawn_in_the_page_and_hidden_from_a_screen_reader():
    drawn = tags.icon("check")
    assert "<path" in drawn
    assert 'aria-hidden="true"' in drawn
    assert "href" not in drawn
    with pytest.raises(KeyError):
        tags.icon("unicorn")


def tokens(contrast: str = "") -> dict[str, str]:
    """The colours of the light theme, or what high contrast makes of them."""
    sheet = (STATIC / "sinetra.css").read_text()
    light, _, high = sheet.partition("@media (prefers-contrast: more)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", light))
    if contrast:
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", high.split("@layer")[0]))
    return found


def ratio(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two colours."""

    def light(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
        parts_ = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("contrast", ["", "more"])
def test_text_and_sentiments_stand_out_from_their_grounds(contrast):
    colour = tokens(contrast)
    for ground in ("ground", "surface", "sunken"):
        assert ratio(colour["text"], colour[ground]) >= 7
        assert ratio(colour["muted"], colour[ground]) >= 7
        assert ratio(colour["brand"], colour[ground]) >= 4.5
        assert ratio(colour["edge"], colour[ground]) >= 3
    for sentiment in ("info", "good", "attention", "stop"):
        assert ratio(colour[sentiment], colour[f"{sentiment}-pale"]) >= 4.5
    assert ratio("#ffffff", colour["brand"]) >= 4.5


def test_grey_on_grey_does_not_stand_out():
    assert ratio("#777777", "#cccccc") < 4.5
    assert ratio("#000", "#ffffff") == pytest.approx(21)


def test_dates_times_and_numbers_speak_both_languages():
    day, instant = date(2024, 11, 22), datetime(2024, 11, 22, 15, 30, tzinfo=UTC)
    assert words.day_text(day, "id") == "Jumat, 22 November 2024"
    assert words.day_text(day, "en") == "Friday, 22 November 2024"
    assert words.instant_text(instant, "WITA", "id") == "22 November 2024, 23.30 WITA"
    assert words.instant_text(instant, "Asia/Jayapura", "en") == "23 November 2024, 00:30 WIT"
    assert words.number_text(1234.5, "id") == "1.234,5"
    assert words.size_text(1_250_000, "en") == "1.2 MB"


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        words.instant_text(datetime(2024, 11, 22, 15, 30), "WIB", "id")  # noqa: DTZ001


def test_an_unknown_number_is_a_dash_and_never_a_zero():
    assert tags.angka(None) == "–"
    assert tags.angka(0) == "0"


def test_babel_is_not_loaded_before_a_date_is_printed():
    code = "import sys, sinetra.web.format; assert 'babel' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("due", "done", "said", "sentiment"),
    [
        (date(2024, 11, 28), False, "6 hari lagi", "info"),
        (date(2024, 11, 23), False, "besok", "attention"),
        (date(2024, 11, 22), False, "hari ini", "attention"),
        (date(2024, 11, 21), False, "lewat 1 hari", "stop"),
        (date(2024, 11, 18), False, "lewat 4 hari", "stop"),
        (date(2024, 11, 18), True, "selesai", "good"),
    ],
)
def test_a_clock_says_how_many_days_are_left(due, done, said, sentiment):
    clock = parts.Clock(label="Kajian", due=due, today=date(2024, 11, 22), done=done)
    with translation.override("id"):
        assert (clock.words, clock.sentiment) == (said, sentiment)


def test_marked_facts_are_escaped_and_never_overlap():
    found = parts.segments("<b>Banjar & Jambi", [(3, 9, "a", "kota"), (5, 12, "b", "kota")], [(0, 3)])
    assert "".join(part.text for part in found) == "<b>Banjar & Jambi"
    markup = tags.marked(found)
    assert markup.startswith('<del>&lt;b&gt;</del><mark id="fakta-a" title="kota">Banjar</mark>')
    assert "<mark" not in markup.split("fakta-b")[1].split(">")[0]


def test_the_style_guide_shows_a_form_with_its_errors_leading_to_their_fields():
    tree = html.document_fromstring(Client().get("/id/gaya/").content.decode())
    links = tree.xpath("//div[@class='errors']//a/@href")
    assert len(links) >= 3
    for link in links:
        assert tree.xpath("//*[@id=$name]", name=link[1:])
    assert tree.xpath("//textarea[@aria-invalid='true']")
