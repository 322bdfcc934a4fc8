"""An account opens with a printed slip, once."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from sinetra.apps.accounts.actions.activate import activate
from sinetra.apps.accounts.actions.change_password import change_password
from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.print_slip import VALID_FOR, print_slip
from sinetra.apps.accounts.models import ActivationSlip, User
from sinetra.apps.accounts.slip_code import GROUPS, SYLLABLE_COUNT, SYLLABLES, hash_code, new_code
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Role
from sinetra.core.errors import BadInput, Conflict, Forbidden

PASSWORD = "kayu manis di tepi kali"


def test_a_code_has_more_than_sixty_bits_and_every_code_can_be_drawn() -> None:
    assert math.log2(SYLLABLE_COUNT) * GROUPS * SYLLABLES > 60
    assert new_code(lambda n: 0) == "BABA-BABA-BABA-BABA-BABA"
    assert new_code(lambda n: n - 1) == "YOYO-YOYO-YOYO-YOYO-YOYO"


@given(st.lists(st.integers(0, SYLLABLE_COUNT - 1), min_size=10, max_size=10, unique=True))
def test_how_a_code_is_typed_does_not_matter_but_every_letter_does(draws: list[int]) -> None:
    drawn = iter(draws)
    code = new_code(lambda below: next(drawn))
    assert hash_code(code) == hash_code(code.lower().replace("-", " "))
    assert hash_code(code) != hash_code(code[:-1] + ("A" if code[-1] != "A" else "I"))


def test_a_slip_opens_the_account_once_and_only_its_hash_is_stored(office) -> None:
    user = office.user("dahlia")
    slip = print_slip(user=user, actor=SYSTEM)
    stored = ActivationSlip.objects.get(user=user)
    assert slip.code not in str(vars(stored)) and stored.code_hash == hash_code(slip.code)
    opened = activate(username="dahlia", code=slip.code.lower(), password=PASSWORD)
    assert opened.check_password(PASSWORD) and not opened.must_change_password
    with pytest.raises(BadInput, match="tidak cocok") as error:
        activate(username="dahlia", code=slip.code, password="kata sandi lain sekali")
    assert error.value.field == "code"
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_a_slip_of_somebody_else_an_expired_and_a_replaced_one_say_the_same(office) -> None:
    dahlia, edelweis = office.user("dahlia"), office.user("edelweis")
    first = print_slip(user=dahlia, actor=SYSTEM)
    other = print_slip(user=edelweis, actor=SYSTEM)
    second = print_slip(user=dahlia, actor=SYSTEM)
    late = timezone.now() + VALID_FOR + timedelta(seconds=1)
    said = set()
    for code, at in [(first.code, None), (other.code, None), (second.code, late), ("BABA", None), ("", None)]:
        with pytest.raises(BadInput) as error:
            activate(username="dahlia", code=code, password=PASSWORD, at=at)
        said.add(str(error.value))
    assert len(said) == 1
    activate(username="dahlia", code=second.code, password=PASSWORD)


@pytest.mark.parametrize("password", ["pendek", "password1234", "dahlia.contohsari"])
def test_a_weak_password_is_refused_and_the_slip_still_works(office, password) -> None:
    office.user("dahlia.contohsari")
    slip = print_slip(user=User.objects.get(username="dahlia.contohsari"), actor=SYSTEM)
    with pytest.raises(BadInput) as error:
        activate(username="dahlia.contohsari", code=slip.code, password=password)
    assert error.value.field == "password"
    activate(username="dahlia.contohsari", code=slip.code, password=PASSWORD)


def test_an_account_that_was_opened_gets_no_further_slip_from_one_administrator(office) -> None:
    user, admin = office.user("dahlia"), office.user("admin", Role.ADMINISTRATOR)
    slip = print_slip(user=user, actor=office.actor(admin))
    activate(username="dahlia", code=slip.code, password=PASSWORD)
    with pytest.raises(Conflict, match="dua admin"):
        print_slip(user=user, actor=office.actor(admin))


def test_only_an_administrator_of_the_same_office_makes_accounts_and_prints_slips(office) -> None:
    admin = office.user("admin", Role.ADMINISTRATOR)
    staff = office.user("staf", Role.BAWASLU_STAFF)
    stranger = office.user("admin.pemko", Role.ADMINISTRATOR, at=office.pemko)
    for actor in (PUBLIC, office.actor(staff), office.actor(stranger)):
        with pytest.raises(Forbidden):
            create_user(username="baru", name="Baru", organisation=office.bawaslu, actor=actor)
        with pytest.raises(Forbidden):
            print_slip(user=staff, actor=actor)
    with pytest.raises(Forbidden):
        print_slip(user=admin, actor=office.actor(admin))
    made = create_user(username="baru", name="Baru", organisation=office.bawaslu, actor=office.actor(admin))
    assert not made.has_usable_password()
    with pytest.raises(Conflict, match="sudah dipakai"):
        create_user(username="baru", name="Lain", organisation=office.bawaslu, actor=office.actor(admin))


@pytest.mark.parametrize("username", ["", "ab", "Dahlia", "dahlia contoh", "dahlia@contoh", "-dahlia"])
def test_a_user_name_of_another_form_is_refused(office, username) -> None:
    with pytest.raises(BadInput) as error:
        create_user(username=username, name="Dahlia", organisation=office.bawaslu, actor=SYSTEM)
    assert error.value.field == "username"


def test_a_person_changes_only_their_own_password(office) -> None:
    user, admin = office.user("dahlia"), office.user("admin", Role.ADMINISTRATOR)
    activate(username="dahlia", code=print_slip(user=user, actor=SYSTEM).code, password=PASSWORD)
    user.refresh_from_db()
    with pytest.raises(Forbidden):
        change_password(user=user, old=PASSWORD, new="pohon randu di alun-alun", actor=office.actor(admin))
    with pytest.raises(BadInput) as error:
        change_password(user=user, old="salah", new="pohon randu di alun-alun", actor=office.actor(user))
    assert error.value.field == "old"
    before = user.get_session_auth_hash()
    change_password(user=user, old=PASSWORD, new="pohon randu di alun-alun", actor=office.actor(user))
    assert user.check_password("pohon randu di alun-alun") and user.get_session_auth_hash() != before


def test_the_chain_covers_the_password_hash_and_checking_a_password_leaves_the_row_alone(office, settings) -> None:
    user = office.user("dahlia")
    activate(username="dahlia", code=print_slip(user=user, actor=SYSTEM).code, password=PASSWORD)
    user = User.objects.get(pk=user.pk)
    last = AuditEntry.objects.filter(object_id=user.pk).latest("seq")
    assert (last.action, last.digest) == ("accounts.activate", user.digest())
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    assert user.check_password(PASSWORD)
    assert User.objects.get(pk=user.pk).digest() == last.digest
    User.objects.filter(pk=user.pk).update(password="md5$x$y")
    assert User.objects.get(pk=user.pk).digest() != last.digest
