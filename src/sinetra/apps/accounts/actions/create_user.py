"""A new account. It opens with a printed slip; until then nobody can sign in with it."""

from __future__ import annotations

import re
from datetime import datetime

from django.contrib.auth.hashers import make_password

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Person
from sinetra.core.errors import BadInput, Conflict, gettext_noop

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


def check_username(username: str, *, field: str = "username") -> str:
    """The name as given. Errors: ``BadInput`` naming ``field``."""
    if not _USERNAME.fullmatch(username):
        raise BadInput(
            gettext_noop("Nama pengguna %(value)s: 3–60 huruf kecil, angka, titik, garis; contoh: %(accepted)s"),
            field=field,
            accepted=("dahlia.contohsari",),
            value=repr(username),
        )
    return username


def create_user(
    *,
    username: str,
    name: str,
    organisation: Organisation,
    actor: Actor,
    person: Person | None = None,
    at: datetime | None = None,
) -> User:
    """Errors: ``Forbidden``, ``BadInput`` (form of the name), ``Conflict`` (taken in the installation)."""
    check_username(username)
    if not name.strip():
        raise BadInput(gettext_noop("Nama harus diisi"), field="name")
    if person is not None and person.organisation_id != organisation.pk:
        raise BadInput(gettext_noop("Orang ini terdaftar di instansi lain"), field="person")
    user = User(
        organisation=organisation,
        username=username,
        name=name.strip(),
        person=person,
        password=make_password(None),
        created_by_id=actor.user_id,
    )
    require(actor, "accounts.create_user", user)
    with unit_of_work(actor, at=at) as work:
        if User.objects.filter(username=username).exists():
            raise Conflict(gettext_noop("Nama pengguna %(value)s sudah dipakai"), code="username_taken", value=username)
        work.create(user)
        work.record("accounts.create_user", user, name=user.name, username=username)
    return user
