"""A request for mediation, checked field by field. What is no friction is refused and shown another way."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.apps.advice.intake import plain_text
from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, gettext_noop

TEXT, SHORT, NOTE = (10, 2000), (0, 300), (1, 1000)


class NotFriction(BadInput):
    """A threat, violence, or an order of a superior: nobody is asked to settle that with the other."""

    code = "not_friction"

    def __init__(self) -> None:
        super().__init__(
            gettext_noop("Ancaman, kekerasan, atau perintah atasan bukan urusan mediasi. Laporkan."), field="danger"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMediation:
    """``units`` and ``names``: from where, and who, should not mediate. ``contact``: only when the asker wants it."""

    text: str
    units: str
    names: str
    contact: str
    idempotency_key: str

    def request(self) -> dict[str, str]:
        """What is sealed: everything but the key."""
        values = asdict(self)
        del values["idempotency_key"]
        return values

    def content(self) -> bytes:
        return canonical(self.request())


def read_mediation(
    *, danger: bool, text: str, idempotency_key: str, units: str = "", names: str = "", contact: str = ""
) -> NewMediation:
    """``danger``: there was a threat, violence, or an order of a superior.

    Errors: ``NotFriction``; ``BadInput`` naming the field with too little or too much, or the key.
    """
    if danger:
        raise NotFriction
    if not 22 <= len(idempotency_key) <= 200:
        raise BadInput(
            gettext_noop("%(field)s: perlu 128 bit acak yang dirahasiakan (%(accepted)s)."),
            field="idempotency_key",
            accepted=("22-200 characters",),
        )
    return NewMediation(
        text=plain_text(text, "text", TEXT, gettext_noop("Tuliskan apa yang terjadi, %(accepted)s huruf.")),
        units=plain_text(units, "units", SHORT),
        names=plain_text(names, "names", SHORT),
        contact=plain_text(contact, "contact", SHORT),
        idempotency_key=idempotency_key,
    )
