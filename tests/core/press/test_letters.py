"""Letters that went through a wrong encoding come out as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core import press
from sinetra.core.press.letters import mended

SAID = "“Pegawai harus netral – jangan ragu,” kata Ketua Bawaslu Kota Jambi di kafé itu."
SIGNS = st.text(st.sampled_from("abc “”‘’–—…éèüñ"), max_size=60)


def _read(head: str, body: bytes) -> str:
    page = f"<html><head>{head}</head><body><p>".encode() + body + b"</p></body></html>"
    return press.read("a.html", page)[0].text


@pytest.mark.parametrize("declared", ["utf-8", "windows-1252", "iso-8859-1", "tidak-ada", "idna"])
@pytest.mark.parametrize("written", ["utf-8", "cp1252"])
def test_a_wrong_declaration_does_no_harm(declared: str, written: str) -> None:
    assert SAID in _read(f'<meta charset="{declared}">', SAID.encode(written))


def test_utf_8_that_was_encoded_twice_or_thrice_is_put_right() -> None:
    once = "".join(map(_as_cp1252, SAID.encode()))
    assert SAID not in once
    assert SAID in _read("", once.encode())
    assert SAID in _read("", "".join(map(_as_cp1252, once.encode())).encode())


def _as_cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def test_entities_left_as_text_are_read_and_an_ampersand_stays() -> None:
    assert '"Netral," katanya' in _read("", b"&amp;quot;Netral,&amp;quot; katanya")
    assert "Dinas P&K; Jambi" in _read("", b"Dinas P&amp;K; Jambi")
    assert press.read("a.txt", b"Wali&nbsp;Kota &quot;netral&quot;")[0].text == 'Wali\xa0Kota "netral"'


@given(SIGNS)
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert mended(text) == text


@given(SIGNS)
def test_what_was_encoded_twice_comes_back(text: str) -> None:
    assert mended("".join(map(_as_cp1252, text.encode()))) == text
