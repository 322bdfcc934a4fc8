"""From the secret idempotency key to the code, and back from a code to its row. Only keyed hashes are stored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sinetra.apps.reports.models import Report
from sinetra.catalogue import ROOT
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.report_code import WordList
from sinetra.ports.keyring import Purpose, keyed_hashes


@dataclass(frozen=True, slots=True)
class Secrets:
    """What one version of the code key makes of one idempotency key."""

    code: str
    code_hash: bytes
    key_hash: bytes


@lru_cache(maxsize=1)
def words() -> WordList:
    return WordList.read(ROOT / "code_words.txt")


def secrets_of(idempotency_key: str) -> tuple[Secrets, ...]:
    """By every version of the code key, the newest first: a repeat after a rotation must give the old code."""
    key = idempotency_key.encode()
    found = []
    pairs = zip(keyed_hashes(Purpose.CODE, b"derive\0" + key), keyed_hashes(Purpose.CODE, b"key\0" + key), strict=True)
    for version, (derived, key_hash) in enumerate(pairs):
        code = words().code(derived)
        found.append(Secrets(code, _code_hashes(code)[version], key_hash))
    return tuple(found)


def content_hashes(content: bytes) -> tuple[bytes, ...]:
    return keyed_hashes(Purpose.CODE, b"content\0" + content)


def find_by_code(typed: str) -> Report:
    """One look-up by keyed hash. Errors: ``BadInput`` when it cannot be a code (see ``core.report_code``),
    ``NotFound`` with code ``code_unknown`` when it is well formed and was never given out."""
    report = Report.objects.filter(code_hash__in=hashes_of_typed(typed)).first()
    if report is None:
        raise NotFound(gettext_noop("Kode ini tidak terdaftar di sini."), code="code_unknown")
    return report


def hashes_of_typed(typed: str) -> tuple[bytes, ...]:
    """What a code as typed may be stored as. Errors: ``BadInput`` when it cannot be a code."""
    return _code_hashes(words().read_code(typed).text)


def _code_hashes(code: str) -> tuple[bytes, ...]:
    return keyed_hashes(Purpose.CODE, b"code\0" + code.encode())
