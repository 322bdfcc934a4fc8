"""May this account be used now? The password itself is checked by Django, attempts are counted by axes."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet

from sinetra.apps.accounts.models import User
from sinetra.core.errors import Forbidden, NotFound, gettext_noop


def check_sign_in(user: User, *, with_password: bool = True) -> None:
    """Errors: ``Forbidden`` for a closed account, and for one whose slip was not used yet."""
    if not user.is_active:
        raise Forbidden(gettext_noop("Akun ini sudah ditutup"), code="closed")
    if with_password and not user.has_usable_password():
        raise Forbidden(gettext_noop("Buka akun ini dahulu dengan kode pada lembar aktivasi"), code="not_opened")


def demo_accounts() -> QuerySet[User]:
    """The accounts of "Masuk sebagai…", in the order in which the cast was loaded; none outside profile ``demo``."""
    if settings.SINETRA_PROFILE != "demo":
        return User.objects.none()
    return User.objects.filter(organisation__is_demo=True, is_active=True).order_by("created_at", "id")


def demo_account(username: str) -> User:
    """Errors: ``NotFound`` outside profile ``demo`` and for an account of a real organisation."""
    found = demo_accounts().filter(username=username).first()
    if found is None:
        raise NotFound(gettext_noop("Halaman ini tidak ada"))
    return found
