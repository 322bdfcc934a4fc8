"""Evidence for machines (contract 10): in pieces, resumed after any break, sealed, taken once, refused in words."""

from __future__ import annotations

import hashlib
import json
import secrets
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.evidence import hostile

from sinetra.apps.base.viewing import closed
from sinetra.apps.evidence.actions.begin_upload import LIFE
from sinetra.apps.evidence.actions.drop_upload import sweep_uploads
from sinetra.apps.evidence.models import CustodyEntry, Evidence, Upload
from sinetra.apps.evidence.originals import name_of, open_original, store
from sinetra.apps.evidence.uploads import files
from sinetra.apps.reports.actions import file_report  # noqa: F401 - loads the module of the verb
from sinetra.apps.reports.models import Report
from sinetra.core.errors import Conflict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]
UPLOADS, REPORTS, ADD = "/api/v1/uploads", "/api/v1/reports", "/api/v1/reports/evidence"
PHOTO = hostile.jpeg(700, 500)
FILING = sys.modules["sinetra.apps.reports.actions.file_report"]  # the package shows the verb under this name
VIDEO = b"\x00\x00\x00\x18ftypisom" + hashlib.shake_128(b"video").digest(700_000)


def begin(size: int, name: str = "foto.jpg") -> Any:
    return Client().post(UPLOADS, json.dumps({"size": size, "name": name}), content_type="application/json")


def send(key: str, offset: int, data: bytes) -> Any:
    answer = Client().patch(
        UPLOADS,
        data,
        content_type="application/octet-stream",
        headers={"X-Upload-Key": key, "Upload-Offset": str(offset)},
    )
    assert "Set-Cookie" not in answer.headers
    return answer


def uploaded(content: bytes, name: str = "foto.jpg") -> str:
    key = str(begin(len(content), name).json()["key"])
    answer = send(key, 0, content)
    assert answer.status_code == 200, answer.content
    return key


def report(**changes: Any) -> dict[str, Any]:
    return {
        "channel": "initial_information",
        "what": "Kata-kata pelapor sendiri.",
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71",
        "reported": [{"role": "lurah", "name": None, "unit": None}],
        "acts": ["like"],
        "reporter": None,
        "idempotency_key": secrets.token_urlsafe(24),
    } | changes


def file(given: dict[str, Any]) -> Any:
    return Client().post(REPORTS, json.dumps(given), content_type="application/json")


def add(code: str, key: str) -> Any:
    body = json.dumps({"upload": key})
    return Client().post(ADD, body, content_type="application/json", headers={"X-Report-Code": code})


def problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    return dict(answer.json())


def left_over() -> list[Path]:
    return list(files.folder().iterdir())


def fails(*_args: Any, **_more: Any) -> None:
    raise Conflict("x")


@pytest.fixture(autouse=True)
def _nothing_of_an_earlier_test() -> None:
    for path in left_over():
        path.unlink()


def test_a_file_comes_whole_and_is_known_by_its_content() -> None:
    begun = begin(len(PHOTO))
    assert begun.status_code == 201
    answer = send(begun.json()["key"], 0, PHOTO)
    told = answer.json()
    assert (told["sha256"], told["media_type"], told["findings"]) == (
        hashlib.sha256(PHOTO).hexdigest(),
        "image/jpeg",
        [],
    )
    assert answer.headers["Upload-Offset"] == str(len(PHOTO))


@given(cuts=st.lists(st.integers(1, len(VIDEO) - 1), max_size=4), again=st.integers(0, 300_000))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_it_is_cut_and_whatever_is_sent_twice_the_same_file_comes_out(cuts: list[int], again: int) -> None:
    key = begin(len(VIDEO), "apel.mp4").json()["key"]
    answer, start = None, 0
    for end in [*sorted(set(cuts)), len(VIDEO)]:
        head = Client().head(UPLOADS, headers={"X-Upload-Key": key})
        assert head.headers["Upload-Offset"] == str(start)
        answer = send(key, max(0, start - again), VIDEO[max(0, start - again) : end])
        assert answer.status_code == 200, answer.content
        start = end
    assert answer is not None
    assert answer.json()["sha256"] == hashlib.sha256(VIDEO).hexdigest()


def test_a_repeat_with_other_bytes_is_refused_and_changes_nothing() -> None:
    key = begin(len(VIDEO)).json()["key"]
    send(key, 0, VIDEO[:300_000])
    assert problem(send(key, 100, b"x" * 100), 409)["code"] == "other_content"
    answer = send(key, 300_000, VIDEO[300_000:])
    assert answer.json()["sha256"] == hashlib.sha256(VIDEO).hexdigest()


def test_a_gap_is_refused_and_tells_where_to_go_on() -> None:
    key = begin(len(VIDEO)).json()["key"]
    send(key, 0, VIDEO[:1000])
    told = problem(send(key, 2000, VIDEO[2000:]), 409)
    assert (told["code"], told["offset"]) == ("offset", 1000)


def test_more_than_was_announced_is_refused() -> None:
    key = begin(1000).json()["key"]
    assert problem(send(key, 0, PHOTO), 413)["code"] == "longer_than_announced"


def test_another_key_opens_nothing() -> None:
    uploaded(PHOTO)
    assert problem(send(secrets.token_urlsafe(24), 0, b"x"), 404)["code"] == "upload_unknown"
    assert Client().head(UPLOADS, headers={"X-Upload-Key": "x"}).status_code == 404


def test_neither_key_nor_name_nor_content_stands_in_clear() -> None:
    content = b"Percakapan grup rahasia tentang apel." * 900
    key = begin(2 * len(content), "Kamboja Contohwan.txt").json()["key"]
    send(key, 0, content)
    stored = b"".join(path.read_bytes() for path in left_over()) + repr(list(Upload.objects.values())).encode()
    for secret in (b"Percakapan grup", b"Kamboja", key.encode()):
        assert secret not in stored
        assert secret in content + b"Kamboja Contohwan.txt" + key.encode()


def test_a_report_takes_its_evidence_and_a_repeat_gives_the_same_answer() -> None:
    key = uploaded(PHOTO)
    given = report(evidence=[key])
    first, second = file(given), file(given)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    row = Evidence.objects.get()
    with open_original(row) as original:
        assert b"".join(original.chunks()) == PHOTO
    assert (name_of(row), row.media_type, row.state, row.position) == ("foto.jpg", "image/jpeg", "received", 1)
    assert list(CustodyEntry.objects.values_list("what", "by")) == [("received", None)]
    assert not Upload.objects.exists()
    assert left_over() == []


def test_the_same_key_with_other_evidence_is_another_content() -> None:
    given = report(evidence=[uploaded(PHOTO)])
    file(given)
    assert problem(file(given | {"evidence": []}), 409)["code"] == "other_content"
    assert problem(file(given | {"evidence": [uploaded(PHOTO + b"x")]}), 409)["code"] == "other_content"
    assert Evidence.objects.count() == 1


def test_evidence_belongs_to_one_report_only() -> None:
    key = uploaded(PHOTO)
    file(report(evidence=[key]))
    assert problem(file(report(evidence=[key])), 422)["code"] == "upload_taken"


def test_what_is_not_whole_or_not_there_keeps_the_report_from_being_filed_half() -> None:
    key = begin(len(PHOTO)).json()["key"]
    send(key, 0, PHOTO[:100])
    assert problem(file(report(evidence=[key])), 422)["code"] == "upload_unfinished"
    assert problem(file(report(evidence=["x" * 30])), 422)["code"] == "upload_unknown"
    assert problem(file(report(evidence="x")), 422)["field"] == "evidence"
    assert not Report.objects.exists()


def test_evidence_is_added_later_with_the_code_once() -> None:
    code = file(report(evidence=[uploaded(PHOTO)])).json()["code"]
    key = uploaded(VIDEO, "apel.mp4")
    first, second = add(code, key), add(code, key)
    assert first.json() == second.json()
    assert first.json()["sha256"] == hashlib.sha256(VIDEO).hexdigest()
    assert first.json()["media_type"] == "video/mp4"
    assert list(Evidence.objects.order_by("position").values_list("position", flat=True)) == [1, 2]


def test_without_the_code_nothing_is_added() -> None:
    code = file(report()).json()["code"]
    words = code.split()
    swapped = " ".join([words[1], words[0], *words[2:]])
    key = uploaded(PHOTO)
    assert add(swapped, key).status_code in {404, 422}
    assert not Evidence.objects.exists()


HOSTILE = [
    (hostile.SVG, "foto.jpg", "svg"),
    (hostile.HTML, "foto.jpg", "web_page"),
    (hostile.EXE, "foto.jpg", "program"),
    (b"#!/bin/sh\nrm -rf /", "catatan.txt", "program"),
    (hostile.plain_zip(), "surat.docx", "archive"),
    (hostile.zip_bomb(), "surat.docx", "zip_bomb"),
    (hostile.pixel_bomb(), "foto.png", "pixel_bomb"),
    (hostile.docx()[:-40], "surat.docx", "broken"),
    (bytes(range(256)), "foto.jpg", "kind"),
]


@pytest.mark.parametrize(("content", "name", "code"), HOSTILE, ids=[code for _, _, code in HOSTILE])
def test_what_is_not_taken_gets_its_own_answer_and_leaves_nothing(content: bytes, name: str, code: str) -> None:
    key = begin(len(content), name).json()["key"]
    told = problem(send(key, 0, content), 422)
    assert (told["code"], told["field"]) == (code, "file")
    assert told["accepted"]
    assert len(told["detail"]) > 30
    assert not Upload.objects.exists()
    assert left_over() == []


def test_each_refusal_has_words_of_its_own() -> None:
    details = set()
    for content, name, _code in HOSTILE:
        key = begin(len(content), name).json()["key"]
        details.add(send(key, 0, content).json()["detail"])
    assert len(details) == len({code for _, _, code in HOSTILE})


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (hostile.pdf("app.alert(1)"), "pdf_script"),
        (hostile.jpeg() + hostile.plain_zip(), "second_kind"),
        (hostile.docx({"word/vbaProject.bin": b"x"}), "macro"),
    ],
)
def test_what_may_be_evidence_is_kept_sealed_in_quarantine_and_that_is_said(content: bytes, finding: str) -> None:
    code = file(report()).json()["code"]
    answer = add(code, uploaded(content, "surat"))
    assert (answer.status_code, answer.json()["state"]) == (200, "quarantined")
    row = Evidence.objects.get()
    assert row.findings == [finding]
    with open_original(row) as original:
        assert b"".join(original.chunks()) == content
    assert set(CustodyEntry.objects.values_list("what", flat=True)) == {"received", "quarantined"}


def test_five_gigabytes_are_refused_before_a_byte_is_sent() -> None:
    told = problem(begin(5 << 30, "video.mp4"), 413)
    assert (told["code"], told["accepted"]) == ("too_large", ["2000 MB"])


def test_an_empty_file_is_refused() -> None:
    assert problem(begin(0), 422)["code"] == "empty"


def test_a_path_in_the_name_is_left_out() -> None:
    file(report(evidence=[uploaded(PHOTO, "..\\..\\../etc/cron.d/foto\u202egpj.jpg")]))
    assert name_of(Evidence.objects.get()) == "fotogpj.jpg"


def test_a_report_takes_no_more_than_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "SINETRA_MOST_EVIDENCE_MB", 1)
    large = VIDEO + VIDEO
    code = file(report(evidence=[uploaded(VIDEO)])).json()["code"]
    assert problem(add(code, uploaded(VIDEO + b"x")), 413)["accepted"] == ["1 MB"]
    assert problem(file(report(evidence=[uploaded(large)])), 413)["code"] == "too_large"
    monkeypatch.setattr("sinetra.apps.evidence.limits.MOST_FILES", 1)
    assert problem(add(code, uploaded(PHOTO)), 413)["code"] == "too_many"
    assert Evidence.objects.count() == 1


def test_the_rest_of_the_disk_belongs_to_the_register(monkeypatch: pytest.MonkeyPatch) -> None:
    assert begin(100).status_code == 201
    monkeypatch.setattr(site, "SINETRA_KEEP_FREE_MB", 1_000_000_000)
    told = problem(begin(100), 507)
    assert (told["code"], Upload.objects.count()) == ("no_space", 1)


def test_what_nobody_filed_in_a_day_is_swept_away_with_its_files() -> None:
    uploaded(PHOTO)
    key = begin(len(VIDEO)).json()["key"]
    send(key, 0, VIDEO[:300_000])
    now = timezone.now()
    assert sweep_uploads(now=now) == 0
    assert (Upload.objects.count(), len(left_over())) == (2, 3)
    assert sweep_uploads(now=now + LIFE) == 2
    assert (Upload.objects.count(), left_over()) == (0, [])
    assert problem(send(key, 300_000, b"x"), 404)


def test_a_file_that_a_crash_left_without_a_row_is_swept_away_after_a_day() -> None:
    orphan = files.folder() / ("a" * 32)
    orphan.write_bytes(b"x")
    uploaded(PHOTO)
    assert sweep_uploads(now=timezone.now()) == 0
    assert sweep_uploads(now=timezone.now() + LIFE * 0.99) == 0
    Upload.objects.update(expires_at=timezone.now() + 9 * LIFE)
    assert sweep_uploads(now=timezone.now() + LIFE * 1.1) == 1
    assert not orphan.exists()
    assert len(left_over()) == 1


def test_a_filing_that_failed_leaves_its_evidence_for_the_next_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    key = uploaded(PHOTO)
    given = report(evidence=[key])
    with monkeypatch.context() as broken:
        broken.setattr(FILING, "add_step", fails)
        assert file(given).status_code == 409
    assert (Report.objects.count(), Evidence.objects.count(), Upload.objects.count()) == (0, 0, 1)
    assert file(given).status_code == 201
    assert store().verify(Evidence.objects.get().blob)


def test_a_failed_filing_that_nobody_repeats_leaves_no_blob_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FILING, "add_step", fails)
    key = uploaded(PHOTO)
    file(report(evidence=[key]))
    blob = Upload.objects.get().blob
    assert store().exists(blob)
    sweep_uploads(now=timezone.now() + LIFE)
    assert not store().exists(blob)


def test_on_the_staff_side_an_original_opens_in_a_view_with_its_access_log_only() -> None:
    file(report(evidence=[uploaded(PHOTO)]))
    with closed(), pytest.raises(RuntimeError):
        open_original(Evidence.objects.get())


def test_a_local_government_takes_no_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "SINETRA_PROFILE", "pemda")
    assert begin(100).status_code == 421
