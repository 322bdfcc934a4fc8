"""Evidence on the pages of staff: the section, one file, its answers in a sandbox, masking, the custody log."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from hostile_files import acting_pdf, half_damaged_document, telling_jpeg
from kept_evidence import cleaned, keep
from once import Once

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of
from staff_pages import rows

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.evidence.models import CustodyEntry, Evidence, EvidenceCopy
from sinetra.apps.reports.models import Report
from sinetra.core.evidence.findings import Finding
from sinetra.core.evidence.jpeg_segments import without_notes
from sinetra.core.evidence.sealed_file import SEGMENT
from sinetra.web.staff.evidence.responses import _SANDBOX

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reports")]
REASON = "Pemeriksaan keaslian atas permintaan pleno."
OTHERS = ("kustodian", "auditor.bkn", "petugas.bkpsdm", "ppk", "admin", "pemeriksa.jejak", "orang.luar")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VIDEO = b"\0\0\0\x18ftypisom" + bytes(range(256)) * 3000


@pytest.fixture
def report() -> Report:
    return rows()[0]


@pytest.fixture
def photo(report: Report, once: Once) -> Evidence:
    """Cleaned once in this process; the sealed files stay where they are."""
    once("photo", lambda: cleaned(report, telling_jpeg(400, 300), "image/jpeg", name="apel <pagi>.jpg"))
    return Evidence.objects.select_related("report").get()


@pytest.fixture
def staff(signed_in: Any) -> Client:
    client = signed_in("staf.bawaslu")
    assert isinstance(client, Client)
    return client


def _copy(row: Evidence) -> str:
    return reverse("evidence_copy", args=[EvidenceCopy.objects.get(evidence=row, kind="cleaned").pk])


def _page(row: Evidence, name: str = "evidence_file") -> str:
    return reverse(name, args=[row.pk])


def _body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def _touches(row: Evidence) -> list[str]:
    return list(CustodyEntry.objects.filter(evidence=row).order_by("id").values_list("what", flat=True))


def test_a_report_shows_its_files_with_digest_and_state_and_no_picture_yet(
    staff: Client, report: Report, photo: Evidence
) -> None:
    answer = staff.get(reverse("received_report", args=[report.pk]))
    text = text_of(answer)
    for said in ("apel <pagi>.jpg", photo.sha256, "ada salinan bersih", "belum diperiksa antivirus", "JPEG"):
        assert said in text
    assert _copy(photo) not in answer.content.decode()
    assert _touches(photo) == ["received", "cleaned"], "a list is no look at a file"


def test_what_the_reporter_adds_later_is_told_where_work_begins(staff: Client, report: Report) -> None:
    assert "menambahkan bukti" not in text_of(staff.get(reverse("inbox")))
    incoming = receive_file(name="catatan.txt")
    incoming.write(b"Catatan kejadian.")
    incoming.finish()
    add_evidence(report=report, keys=[incoming.key], actor=reporter(report.pk))
    assert "menambahkan bukti" in text_of(staff.get(reverse("inbox")))
    assert "menambahkan bukti" in text_of(staff.get(reverse("report_talk", args=[report.pk])))
    assert "added evidence" in text_of(staff.get(reverse("inbox").replace("/id/", "/en/")))


def test_a_report_without_files_has_no_section(staff: Client, report: Report) -> None:
    assert 'id="bukti"' not in staff.get(reverse("received_report", args=[report.pk])).content.decode()


def test_a_matter_shows_the_files_of_its_report(staff: Client) -> None:
    matter = rows()[1]
    assert matter.report is not None
    keep(matter.report, b"catatan", "text/plain", name="catatan.txt")
    text = text_of(staff.get(reverse("matter", args=[matter.pk])))
    assert "catatan.txt" in text and "salinan bersih sedang dibuat" in text


def test_one_file_says_where_it_was_taken_and_shows_the_copy(staff: Client, photo: Evidence) -> None:
    answer = staff.get(_page(photo))
    text = text_of(answer)
    assert "-3.32000, 114.59167" in text and "rumah pelapor" in text
    assert "Model 7" in text and "Sari Cendana" in text
    assert _copy(photo) in answer.content.decode()
    entry = AccessEntry.objects.get(page="evidence_file")
    assert (entry.subject_id, "file" in entry.kinds) == (photo.report_id, True)


def test_the_page_in_english(staff: Client, photo: Evidence) -> None:
    text = text_of(staff.get(_page(photo).replace("/id/", "/en/")))
    assert "The original says where it was taken" in text
    assert "Cleaned copy" in text


def test_a_copy_is_answered_in_a_sandbox_and_looking_is_written_down(staff: Client, photo: Evidence) -> None:
    answer = staff.get(_copy(photo))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"] == _SANDBOX and _SANDBOX.startswith("sandbox;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("inline")
    assert "no-store" in answer["Cache-Control"]
    body = _body(answer)
    assert body[:3] == b"\xff\xd8\xff" and b"Exif" not in body
    assert int(answer["Content-Length"]) == len(body)
    assert _touches(photo)[-1] == "viewed"
    download = staff.get(f"{_copy(photo)}?unduh=1")
    assert download["Content-Disposition"].startswith("attachment")
    assert _body(download) == body
    assert _touches(photo)[-1] == "downloaded"
    assert AccessEntry.objects.filter(page="evidence_copy", subject_id=photo.report_id).exists()


def test_a_pdf_leaves_as_a_download_only(staff: Client, report: Report) -> None:
    row = cleaned(report, acting_pdf(), "application/pdf", findings=[Finding.PDF_SCRIPT])
    answer = staff.get(_copy(row))
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"/JavaScript" not in _body(answer)
    text = text_of(staff.get(_page(row)))
    assert (
        "karantina: PDF ini memuat program (JavaScript)" in text
        and "Di dalamnya juga ada" in text
        and "daftar.txt" in text
    )


@pytest.mark.parametrize("who", OTHERS)
def test_who_may_not(signed_in: Any, photo: Evidence, who: str) -> None:
    client = signed_in(who)
    for address in (
        _page(photo),
        _copy(photo),
        *(_page(photo, name) for name in ("evidence_custody", "evidence_play", "evidence_original", "mask_evidence")),
    ):
        assert client.get(address).status_code in {403, 404}, (who, address)
    assert client.post(_page(photo, "evidence_original"), {"reason": REASON}).status_code in {403, 404}
    assert _touches(photo) == ["received", "cleaned"]


def test_nobody_who_is_not_signed_in_gets_a_file(photo: Evidence) -> None:
    assert Client().get(_copy(photo)).status_code == 302


def test_the_original_is_never_shown_and_leaves_for_a_reason(staff: Client, photo: Evidence) -> None:
    address = _page(photo, "evidence_original")
    page = staff.get(address)
    assert "jejak bukti" in text_of(page) and "Content-Disposition" not in page
    for reason, said in (("", "Tuliskan alasannya"), ("perlu", "sedikitnya 10")):
        wrong = staff.post(address, {"reason": reason})
        assert said in text_of(wrong) and "Content-Disposition" not in wrong
        assert f">{reason}</textarea>" in wrong.content.decode().replace("\n", "")
    answer = staff.post(address, {"reason": REASON})
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == _SANDBOX
    assert _body(answer) == telling_jpeg(400, 300)
    assert _touches(photo)[-1] == "original_opened"
    assert AccessEntry.objects.get(page="evidence_original", purpose=REASON)


def test_video_plays_from_any_place(staff: Client, report: Report) -> None:
    row = cleaned(report, VIDEO, "video/mp4")
    page = staff.get(_page(row))
    assert "<video" in page.content.decode()
    assert "media-src 'self'" in page["Content-Security-Policy"]
    address = _page(row, "evidence_play")
    whole = staff.get(address, headers={"Accept-Encoding": "gzip"})
    assert _body(whole) == VIDEO and whole["Accept-Ranges"] == "bytes" and whole["Content-Type"] == "video/mp4"
    across = staff.get(address, headers={"Range": f"bytes={SEGMENT - 3}-{SEGMENT + 4}"})
    assert across.status_code == 206
    assert across["Content-Range"] == f"bytes {SEGMENT - 3}-{SEGMENT + 4}/{len(VIDEO)}"
    assert _body(across) == VIDEO[SEGMENT - 3 : SEGMENT + 5]
    tail = staff.get(address, headers={"Range": "bytes=-10"})
    assert _body(tail) == VIDEO[-10:]
    beyond = staff.get(address, headers={"Range": f"bytes={len(VIDEO)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(VIDEO)}")
    assert _touches(row).count("viewed") == 1, "all pieces are one look"


def test_video_in_quarantine_and_pictures_are_not_played(staff: Client, report: Report, photo: Evidence) -> None:
    quiet = cleaned(report, VIDEO, "video/mp4", findings=[Finding.SECOND_KIND])
    for row in (quiet, photo):
        assert staff.get(_page(row, "evidence_play")).status_code == 404
    assert "<video" not in staff.get(_page(quiet)).content.decode()


def _masking(client: Client, row: Evidence, *boxes: tuple[str, ...], **more: str) -> Any:
    sides = ("left", "top", "width", "height")
    given = {"box-TOTAL_FORMS": "12", "box-INITIAL_FORMS": "0"} | more
    for place, box in enumerate(boxes):
        given |= {f"box-{place}-{side}": value for side, value in zip(sides, box, strict=True)}
    return client.post(_page(row, "mask_evidence"), given)


def test_a_picture_is_masked_with_numbers_alone(staff: Client, photo: Evidence) -> None:
    page = staff.get(_page(photo, "mask_evidence"))
    assert len(html.document_fromstring(page.content.decode()).xpath("//fieldset[@class='box']")) == 12
    preview = _masking(staff, photo, ("10", "20", "30", "40"), preview="1", note="wajah di kiri")
    text = preview.content.decode()
    assert '<rect x="40.0" y="60.0" width="120.0" height="120.0"/>' in text
    assert "wajah di kiri" in text and not EvidenceCopy.objects.filter(kind="masked").exists()
    made = _masking(staff, photo, ("10", "20", "30", "40"), note="wajah di kiri")
    assert made.status_code == 302
    masked = EvidenceCopy.objects.get(kind="masked")
    after = staff.get(_page(photo)).content.decode()
    assert f'src="{reverse("evidence_copy", args=[masked.pk])}"' in after
    again = staff.get(_page(photo, "mask_evidence")).content.decode()
    assert '<rect x="40.0"' in again, "what was covered stands there again"


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        ([("10", "20", "", "40")], "Isi keempat angka"),
        ([("90", "0", "20", "10")], "tidak seluruhnya di dalam gambar"),
        ([("x", "0", "20", "10")], "Kotak 1"),
        ([], "sedikitnya satu kotak"),
    ],
)
def test_a_wrong_box_is_told_and_what_was_typed_stays(
    staff: Client, photo: Evidence, boxes: list[tuple[str, ...]], said: str
) -> None:
    answer = _masking(staff, photo, *boxes, note="wajah di kiri")
    assert answer.status_code == 200 and said in text_of(answer)
    text = answer.content.decode()
    assert 'value="wajah di kiri"' in text
    assert all(f'value="{value}"' in text for box in boxes for value in box if value)
    assert not EvidenceCopy.objects.filter(kind="masked").exists()


def test_masking_without_saying_what_is_told_at_the_field(staff: Client, photo: Evidence) -> None:
    answer = _masking(staff, photo, ("10", "20", "30", "40"), note="")
    assert "Tuliskan apa yang disamarkan" in text_of(answer)
    assert '<rect x="40.0"' in answer.content.decode()


def test_the_custody_log_says_who_when_and_what_for(staff: Client, photo: Evidence) -> None:
    _body(staff.get(_copy(photo)))
    _body(staff.post(_page(photo, "evidence_original"), {"reason": REASON}))
    text = text_of(staff.get(_page(photo, "evidence_custody")))
    for said in ("diterima dan disegel", "salinan bersih dibuat", "dilihat", "berkas asli diambil", REASON, "sistem"):
        assert said in text


def test_that_only_the_masked_copy_was_seen_is_told_apart(staff: Client, photo: Evidence) -> None:
    _body(staff.get(_copy(photo)))
    _masking(staff, photo, ("10", "20", "30", "40"), note="wajah di kiri")
    masked = reverse("evidence_copy", args=[EvidenceCopy.objects.get(kind="masked").pk])
    _body(staff.get(masked))
    assert _touches(photo)[2:] == ["viewed", "masked", "masked_viewed"]
    assert "salinan tersamar dilihat" in text_of(staff.get(_page(photo, "evidence_custody")))
    _body(staff.get(f"{masked}?unduh=1"))
    assert _touches(photo)[-1] == "downloaded"


def test_a_file_that_could_not_be_cleaned_says_why(staff: Client, report: Report) -> None:
    row = cleaned(report, telling_jpeg()[:-400], "image/jpeg")
    text = text_of(staff.get(_page(row)))
    assert "rusak atau terpotong" in text and "Tidak ditampilkan di sini" in text
    assert staff.get(_page(row, "mask_evidence")).status_code == 404


@pytest.mark.parametrize(
    ("content", "media_type", "said"),
    [
        (telling_jpeg(20, 20), "image/jpeg", "Lihat"),
        (half_damaged_document("packed"), WORD, "Sebagian metadata tidak dapat dibaca."),
        (b"PK\x03\x04word/", WORD, "Sebagian metadata tidak dapat dibaca."),
        (without_notes(telling_jpeg()), "image/jpeg", "Tidak ada metadata."),
        (VIDEO, "video/mp4", "Metadatanya tidak dibaca."),
        (b"catatan", "text/plain", "Metadatanya tidak dibaca."),
    ],
    ids=["whole", "half damaged", "broken", "nothing in it", "video", "text"],
)
def test_whether_metadata_is_absent_unread_or_unreadable_is_told_apart(
    staff: Client, report: Report, content: bytes, media_type: str, said: str
) -> None:
    text = text_of(staff.get(_page(cleaned(report, content, media_type))))
    told = text.partition("Metadata berkas asli")[2]
    others = {"Sebagian metadata tidak dapat dibaca.", "Tidak ada metadata.", "Metadatanya tidak dibaca."} - {said}
    assert said in told and not any(other in told for other in others)
