"""``sinetra verify-document FILE``: is this PDF, or the text of a proof's QR code, exactly what the office issued?"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.core.documents.consult_check import ConsultVerdict
    from sinetra.core.documents.filing_check import ProofVerdict
    from sinetra.core.documents.seal import Verdict

HELP: str = gettext_noop("Memeriksa PDF yang diterbitkan: segel, isi, dan penerbitnya")
#: No document of an office is larger; a whole file is read into memory.
LARGEST = 64 * 1024 * 1024
_PROBLEMS = {
    "no_seal": gettext_noop("tidak ada segel Sinetra di dalam berkas ini"),
    "altered": gettext_noop("isinya berubah sejak diterbitkan"),
    "appended": gettext_noop(
        "ada tambahan sesudah segel, misalnya tanda tangan layanan lain; periksa pada penerbitnya, bukan di sini"
    ),
    "signature": gettext_noop("tanda tangan segelnya bukan dari kunci penerbit"),
    "unknown_key": gettext_noop("kunci segelnya tidak dikenal di sini; beri kunci publiknya dengan --trust"),
    "no_proof": gettext_noop("tidak ada bukti penyampaian di dalam berkas ini"),
    "other_content": gettext_noop("berkas isi itu bukan isi yang disampaikan dengan bukti ini"),
}


def configure(parser: argparse.ArgumentParser) -> None:
    given = _("PDF yang diterbitkan sebuah kantor, atau teks dengan isi kode QR bukti penyampaian")
    parser.add_argument("file", metavar="FILE", type=Path, help=given)
    content = _("berkas isi (JSON) yang dikatakan disampaikan dengan bukti penyampaian itu")
    parser.add_argument("--content", metavar="FILE", type=Path, help=content)
    trusted = _("kunci publik penerbit, 64 digit heksadesimal, bila bukan pemasangan ini (boleh diulang)")
    parser.add_argument("--trust", metavar="PUBLIC_KEY", action="append", default=[], help=trusted)
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0 when it is exactly what was issued, 3 when not."""
    found = _checked(args)
    if args.json:
        print(json.dumps(found.as_json(), ensure_ascii=False))
    else:
        _tell(found)
    for problem in found.problems:
        print(f"{problem}: {_(_PROBLEMS[problem])}", file=sys.stderr)
    return 0 if found.ok else 3


def _checked(args: argparse.Namespace) -> Verdict | ProofVerdict | ConsultVerdict:
    """A proof of filing says more than its seal, and its text can be checked without the PDF."""
    from sinetra.core.documents.consult_check import check_consult, is_consult_text
    from sinetra.core.documents.filing_check import check_filing, is_pdf
    from sinetra.core.documents.seal import check_pdf
    from sinetra.core.filing_proof import KIND

    given, check = _content(args.file), _checker([_public_key(text) for text in args.trust])
    if is_consult_text(given):
        return check_consult(given, check)
    found = check_pdf(given, check)
    if args.content is None and is_pdf(given) and not (found.seal and found.seal.kind == KIND):
        return found
    content = _content(args.content) if args.content is not None else None
    return check_filing(given, check, content=content)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        message = gettext_noop("%(field)s: berkas tidak dapat dibaca (%(reason)s)")
        raise BadInput(message, field="FILE", reason=error.strerror or "") from None
    if len(content) > LARGEST:
        raise BadInput(
            gettext_noop("%(field)s: berkas terlalu besar (%(accepted)s)"), field="FILE", accepted=("64 MB",)
        )
    return content


def _public_key(text: str) -> bytes:
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != 32:
        message = gettext_noop("%(field)s: kunci publik tidak sah; yang diterima: %(accepted)s")
        raise BadInput(message, field="--trust", accepted=(_("64 digit heksadesimal"),))
    return key


def _checker(trusted: Sequence[bytes]) -> Callable[[bytes, bytes], bool | None]:
    """By the keys that were named, else by those of this installation; it needs no database."""
    from sinetra.cli.installation import own_folder
    from sinetra.ports.keyring import Keyring, verify_with
    from sinetra.ports.signer import LocalTestSigner
    from sinetra.settings.env import Environment

    own = LocalTestSigner(Keyring(Environment().path("SINETRA_KEYS", own_folder() / "keys")))

    def check(message: bytes, signature: bytes) -> bool | None:
        if any(verify_with(key, message, signature) for key in trusted):
            return True
        return own.check(message, signature)

    return check


def _tell(found: Verdict | ProofVerdict | ConsultVerdict) -> None:
    told = found.as_json()
    lines = (
        (_("hasil"), _("utuh, seperti diterbitkan") if found.ok else _("TIDAK COCOK")),
        ("SHA-256", told["sha256"]),
        (_("disegel oleh"), told["signed_by"]),
        (_("jenis"), told["kind"]),
        (_("diterbitkan"), told["issued_at"]),
    )
    for term, value in lines:
        if value:
            print(f"{term}: {value}")
