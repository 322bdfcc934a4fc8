"""A walk over every public page of the demo: forms filled in as people fill them in, one page after another."""

from __future__ import annotations

from collections.abc import Iterator

from every_page import NEXT, plain, press
from playwright.sync_api import Page

from sinetra.web.public.urls import urlpatterns as public_patterns


def public_pages(page: Page, language: str) -> Iterator[str]:
    """Each public page and each state of a form; the page shows it when its name is given."""
    for address in plain(public_patterns, f"/{language}/"):
        page.goto(address)
        yield address
    for address in (f"/{language}/dari-berita/", f"/{language}/aturan/"):
        page.goto(address)
        # What is folded is read too.
        page.locator("details.fold").evaluate_all("folds => folds.forEach(fold => fold.open = true)")
        yield f"{address} with every fold open"
    norms = page.locator("main .rule-lines a, main .rule-title").first.get_attribute("href")
    for address in (
        norms or "",
        f"/{language}/aturan/?pada=2024-11-22&siapa=tni&jabatan=camat",
        f"/{language}/aturan/?pada=2024-13-40&siapa=raja",
        f"/{language}/aturan/perubahan/?dari=2021-01-01&sampai=2026-11-21",
        f"/{language}/aturan/cetak/?siapa=pns&perbuatan=like&pada=2024-11-22",
        f"/{language}/aturan/cetak/?siapa=raja",
        f"/{language}/aturan/cetak/apel/?siapa=pns&perbuatan=like&pada=2024-11-22",
        f"/{language}/aturan/cetak/poster.pdf?siapa=pns&kertas=a3",
        f"/{language}/tenggat/?aturan=skb.follow_up&dari=2022-10-25&minggu=6",
        f"/{language}/tenggat/?aturan=pp94.summons&dari=kapan&wilayah=Atlantis",
        f"/{language}/mutasi/?tanggal=2024-03-22&wilayah=99.71&jabatan=administrator&penandatangan=definitive&izin=tidak",
        f"/{language}/mutasi/?tanggal=2024-12-02&wilayah=99.71&penandatangan=pjs&jenis=dismissal",
        f"/{language}/mutasi/?tanggal=kapan&wilayah=Atlantis",
        f"/{language}/mutasi/angka/?pemilihan=pemilu_2019",
        f"/{language}/dari-berita/000/8/",
        f"/{language}/peta/63/",
        f"/{language}/peta/63.72-kelurahan/",
        f"/{language}/peta/99.98/",
        f"/{language}/bolehkah/?perbuatan=like",
        f"/{language}/bolehkah/?perbuatan=like&siapa=pns",
        f"/{language}/bolehkah/?perbuatan=attend_campaign&siapa=pns&langkah=act.active",
        f"/{language}/bolehkah/?cari=kaos",
        f"/{language}/bolehkah/?cari=zzz",
        f"/{language}/pendapat/?q=zzz",
        *(f"/{language}/tur/{number}/" for number in range(1, 6)),
        f"/{language}/tidak-ada/",
    ):
        page.goto(address)
        yield address
    page.goto(f"/{language}/pendapat/")
    page.goto(page.locator("main .rule-title").first.get_attribute("href") or "")
    yield "opinion"
    page.goto(f"/{language}/indeks/")
    page.goto(page.locator("main tbody th a").first.get_attribute("href") or "")
    yield "index: one unit"
    page.goto(f"/{language}/indeks/63.72/")
    yield "index: a city of which little is known"
    page.goto(f"/{language}/edaran/")
    circular = page.locator("main .rule-title").first.get_attribute("href") or ""
    page.goto(circular)
    yield "circular"
    page.goto(f"{circular}terima/")
    yield "circular: received?"
    press(page, NEXT)
    yield "circular: nothing answered"
    page.locator("#id_name").fill("Warga Contoh")
    page.locator("#id_unit").fill("Dinas Contoh")
    press(page, NEXT)
    yield "circular: received"
    yield from question_pages(page, language)
    yield from mediation_pages(page, language)
    yield from invitation_pages(page, language)
    page.goto(f"/{language}/lapor/?perihal=layanan")
    yield "report: begun with a topic"
    yield from report_pages(page, language)


def question_pages(page: Page, language: str) -> Iterator[str]:
    """From an answer to the Tim Netralitas, to the code, and back with it."""
    page.goto(f"/{language}/tanya/?perbuatan=attend_campaign&siapa=pns")
    yield "question: with the facts of the interview"
    press(page, NEXT)
    yield "question: nothing written"
    page.locator("#id_text").fill("Bolehkah saya datang sepulang kerja, tanpa atribut?")
    press(page, NEXT)
    yield "question: sent"
    code = page.locator("#question-code").inner_text()
    page.goto(f"/{language}/tanya/jawaban/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "question: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "question: not answered yet"


def mediation_pages(page: Page, language: str) -> Iterator[str]:
    """A threat is led elsewhere; friction gets two codes; a code reads, writes and stops."""
    page.goto(f"/{language}/mediasi/minta/")
    press(page, NEXT)
    yield "mediation: nothing written"
    page.locator("#id_text").fill("Kami saling menyindir di grup kantor, lalu tidak bertegur sapa.")
    page.locator("input[name=danger][value=yes]").check()
    press(page, NEXT)
    yield "mediation: not friction"
    page.goto(f"/{language}/mediasi/minta/")
    page.locator("#id_text").fill("Kami saling menyindir di grup kantor, lalu tidak bertegur sapa.")
    page.locator("input[name=danger][value=no]").check()
    press(page, NEXT)
    yield "mediation: sent"
    code = page.locator("#mediation-code").inner_text()
    page.goto(f"/{language}/mediasi/ikuti/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "mediation: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "mediation: followed"
    page.locator("#id_text").fill("Selasa sore saya bisa.")
    press(page, "main form button[value=write]")
    yield "mediation: a message"
    press(page, "main form button[value=leave]")
    yield "mediation: before stopping"
    press(page, "main form button[value=stop]")
    yield "mediation: stopped"


def fill_invitation(page: Page, event_on: str, *, asks: tuple[str, ...] = ("listen", "photo")) -> None:
    page.locator("input[name=whom][value=self]").check()
    page.locator("#id_status").select_option("acting_regional_head")
    page.locator("#id_inviter").fill("Pasangan calon nomor urut 2")
    page.locator("#id_target").select_option("candidate")
    page.locator("#id_capacity").select_option("official")
    page.locator("input[name=event][value=campaign]").check()
    page.locator("#id_event_on").fill(event_on)
    page.locator("#id_place").fill("Lapangan Damar")
    for ask in asks:
        page.locator(f"input[name=asks][value={ask}]").check()
    page.locator("#id_text").fill("Diminta hadir mendengarkan visi dan misi, lalu berfoto bersama.")


def invitation_pages(page: Page, language: str) -> Iterator[str]:
    """From the invitation to the reading, to the code, to the decision, and a proof that is none."""
    page.goto(f"/{language}/undangan/")
    press(page, "main form button[value=read]")
    yield "invitation: nothing written"
    fill_invitation(page, "2024-10-12")
    press(page, "main form button[value=read]")
    yield "invitation: an event that is over"
    press(page, "main form button[value=back]")
    yield "invitation: changed"
    page.locator("#id_event_on").fill("2024-11-23")
    press(page, "main form button[value=read]")
    yield "invitation: the reading"
    page.locator("input[name='subject.acting_kind'][value=pjs]").check()
    press(page, "main form button[value=answer]")
    yield "invitation: an answer more"
    press(page, "main form button[value=send]")
    yield "invitation: recorded"
    code = page.locator("#invitation-code").inner_text()
    page.goto(f"/{language}/undangan/ikuti/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "invitation: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "invitation: followed"
    press(page, "main form button[value=decide]")
    yield "invitation: no decision chosen"
    page.locator("input[name=choice][value=decline]").check()
    press(page, "main form button[value=decide]")
    yield "invitation: decided"
    page.locator("#id_text").fill("Tidak hadir; meminta maaf secara tertulis.")
    press(page, "main form button[value=note]")
    yield "invitation: noted"
    page.goto(f"/{language}/undangan/periksa/")
    page.locator("#id_text").fill("halo apa kabar")
    press(page, "main form button")
    yield "invitation: no proof"


def report_pages(page: Page, language: str) -> Iterator[str]:
    """The report with a wrong answer on every page, to its code, and back with the code."""
    page.goto(f"/{language}/lapor/")
    press(page, "[data-draft-ask]")
    page.locator("#draft-pin").wait_for()
    yield "report: before a draft"
    page.locator("#draft-save").click()
    yield "report: a PIN that is too short"
    for css in ("#draft-pin", "#draft-pin-again"):
        page.locator(css).fill("kopi tubruk 7")
    page.locator("#draft-save").click()
    page.locator("#draft-kept").wait_for()
    yield "report: a draft is kept"
    page.goto(f"/{language}/lapor/")
    page.locator("#draft-old-pin").wait_for()
    yield "report: a draft waits"
    page.locator("#draft-open [data-draft-wipe]").click()
    yield "report: no draft any more"
    for name, answer in (
        ("channel", _with_a_name),
        ("what", _what),
        ("when", _when),
        ("where", _where),
        ("who", _who),
        ("reporter", _reporter),
    ):
        if name == "reporter":
            yield from _evidence(page)
        yield f"report: {name}"
        press(page, NEXT)
        yield f"report: {name}, nothing answered"
        answer(page)
        press(page, NEXT)
    yield "report: summary"
    press(page, "button[name=go][value=send]")
    yield "report: filed"
    code = page.locator("#report-code").inner_text()
    page.goto(f"/{language}/ikuti/")
    page.locator("#id_code").fill("bukan kode")
    press(page, "main form button")
    yield "follow: a wrong code"
    page.locator("#id_code").fill(code)
    press(page, "main form button")
    yield "follow: steps"
    press(page, "button[value=write]")
    yield "follow: nothing written"
    page.locator("#id_write_text").fill("Spanduknya masih ada.")
    press(page, "button[value=write]")
    yield "follow: a message"
    page.locator("section[aria-labelledby=bukti] details").first.locator("summary").first.click()
    _choose(page, "lagi.txt", b"Undangan apel.")
    press(page, "form[enctype] .actions button")
    yield "follow: evidence added"
    press(page, "button[value=ask_withdraw]")
    yield "follow: before asking to withdraw"
    press(page, "button[value=withdraw]")
    yield "follow: asked to withdraw"


def at_evidence(page: Page, language: str) -> None:
    """The form up to the question for evidence, as initial information."""
    page.goto(f"/{language}/lapor/")
    page.locator("input[name=channel][value=initial_information]").check()
    press(page, NEXT)
    for answer in (_what, _when, _where, _who):
        answer(page)
        press(page, NEXT)


def _evidence(page: Page) -> Iterator[str]:
    """A file that is refused and one that is taken, each sent by itself."""
    yield "report: evidence"
    page.locator("#id_files").set_input_files(
        {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": b"MZ" + bytes(99)}
    )
    page.locator(".upload-list li.wrong").wait_for()
    yield "report: evidence, a program refused"
    page.locator(".upload-list li.wrong button").click()
    _choose(page, "undangan.txt", b"Undangan apel hari Senin." * 99)
    press(page, "button[name=go][value=add]")
    yield "report: evidence, one file"
    press(page, "button[name=go][value=next]")


def _choose(page: Page, name: str, content: bytes) -> None:
    page.locator("#id_files").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    page.locator("input[name=upload]").wait_for(state="attached")


def _with_a_name(page: Page) -> None:
    page.locator("input[name=channel][value=report]").check()


def _what(page: Page) -> None:
    page.locator("#id_what").fill("Seorang lurah membagikan unggahan pasangan calon di grup warga.")
    if not page.locator("details[open] input[name=acts]").count():
        page.locator("fieldset details summary").first.click()
    page.locator("details[open] input[name=acts]").first.check()


def _when(page: Page) -> None:
    page.locator("#id_happened_on").fill("2024-11-20")
    page.locator("#id_known_on").fill("2024-11-21")


def _where(page: Page) -> None:
    page.locator("details.more summary").click()
    page.locator("#id_step").select_option("99")
    press(page, "button[name=go][value=step]")
    page.locator("#id_search").fill("akar wangi")
    press(page, "button[name=go][value=find]")
    page.locator("input[name=region]").first.check()


def _who(page: Page) -> None:
    page.locator("input[name=role]").first.check()


def _reporter(page: Page) -> None:
    page.locator("#id_name").fill("Warga Contoh")
    page.locator("#id_address").fill("Jalan Contoh 1")
