"""The time of an upload is over while somebody finishes or files it: told in words, and nothing of it is left."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from report_cast import Cast

from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.begin_upload import begin_upload
from sinetra.apps.evidence.actions.continue_upload import continue_upload
from sinetra.apps.evidence.actions.drop_upload import sweep_uploads
from sinetra.apps.evidence.models import Evidence, Upload
from sinetra.apps.evidence.originals import store
from sinetra.apps.evidence.pieces import pieces_of, store_pieces
from sinetra.apps.evidence.uploads import files, whole
from sinetra.core.errors import BadInput, NotFound

pytestmark = pytest.mark.django_db
MEMO = b"Undangan apel hari Senin. " * 30_000
ADDING = sys.modules[add_evidence.__module__]


def sweep() -> None:
    sweep_uploads(now=timezone.now() + timedelta(hours=25))


def swept_before(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
    """Right before ``name`` does its work."""
    real = getattr(owner, name)

    def later(*args: Any, **more: Any) -> Any:
        sweep()
        return real(*args, **more)

    monkeypatch.setattr(owner, name, later)


@pytest.fixture
def kept(cast: Cast) -> Iterator[set[Any]]:
    """What lay on the disk before; afterwards there is no more, and no upload."""
    before = here()
    yield before
    assert here() <= before
    assert not Upload.objects.exists()


def here() -> set[Any]:
    return {*files.folder().iterdir(), *store().names()}


def begun() -> str:
    return begin_upload(size=len(MEMO), name="undangan.txt")[0]


def go_on(key: str, offset: int, *chunks: bytes) -> Upload:
    return continue_upload(key=key, offset=offset, chunks=chunks)


@pytest.mark.parametrize("step", ["inspect", "name_of"])
def test_while_its_last_part_is_looked_at(kept: set[Any], monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    owner, name = (whole, step) if step == "inspect" else (whole.rows, step)
    swept_before(monkeypatch, owner, name)
    with pytest.raises(NotFound) as caught:
        go_on(begun(), 0, MEMO)
    assert caught.value.code == "upload_unknown"


def test_while_more_of_it_comes(kept: set[Any]) -> None:
    def chunks() -> Iterator[bytes]:
        yield MEMO[:300_000]
        sweep()
        yield MEMO[300_000:]

    with pytest.raises(NotFound) as caught:
        continue_upload(key=begun(), offset=0, chunks=chunks())
    assert caught.value.code == "upload_unknown"


def test_when_the_sweep_saw_it_unfinished_and_a_filing_has_stored_it_already(kept: set[Any]) -> None:
    key = begun()
    go_on(key, 0, MEMO[:1000])
    seen_by_the_sweep = Upload.objects.get()
    go_on(key, 1000, MEMO[1000:])
    store_pieces(pieces_of([key]))
    assert len(set(store().names()) - kept) == 1
    whole.drop(seen_by_the_sweep)


@pytest.mark.parametrize("step", ["check_new", "store_pieces", "full_disk_is_told"])
def test_while_a_report_takes_it(kept: set[Any], cast: Cast, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    report, key = cast.report(), begun()
    go_on(key, 0, MEMO)
    swept_before(monkeypatch, ADDING, step)
    with pytest.raises(BadInput) as caught:
        add_evidence(report=report, keys=[key], actor=reporter(report.pk))
    assert caught.value.code == "upload_unknown"
    assert not Evidence.objects.exists()


def test_what_a_report_has_taken_is_not_swept(cast: Cast) -> None:
    report, key = cast.report(), begun()
    go_on(key, 0, MEMO)
    seen_by_the_sweep = Upload.objects.get()
    (row,) = add_evidence(report=report, keys=[key], actor=reporter(report.pk))
    whole.drop(seen_by_the_sweep)
    sweep()
    assert store().exists(row.blob)
