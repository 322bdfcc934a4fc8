"""Where a report stands, what taking it back brings about, and who protects: in plain words for its reporter.

Never about whom. A test holds that every state of the machine has its words.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.reports.withdrawal import Effect, Withdrawal
from sinetra.core.casework.states import State
from sinetra.web.parts import Citation, Reason

WAITS = _lazy("Sudah diterima. Belum ada petugas yang membukanya.")
STANDING: Mapping[str, str | Promise] = {
    State.INITIAL_INFORMATION: _lazy("Disimpan sebagai informasi awal. Kantor menimbang apakah perlu ditelusuri."),
    State.TRACING: _lazy("Sedang ditelusuri oleh pengawas."),
    State.SUPERVISION_REPORT: _lazy("Penelusuran selesai. Rapat pleno menentukan lanjutannya."),
    State.FINDING: _lazy("Ditetapkan sebagai temuan. Menunggu registrasi."),
    State.REPORT_RECEIVED: _lazy("Sudah dibuka sebagai perkara. Menunggu kajian awal."),
    State.WITHDRAWN: _lazy("Laporan sudah dicabut. Isinya dapat disimpan sebagai informasi awal."),
    State.INITIAL_STUDY: _lazy("Kantor sedang memeriksa apakah syarat laporan lengkap."),
    State.REPAIR: _lazy("Menunggu Anda: ada yang perlu dilengkapi."),
    State.COMPLETE: _lazy("Syarat lengkap. Menunggu registrasi."),
    State.NOT_REGISTERED: _lazy("Tidak diregistrasi. Alasannya ada pada langkah di bawah."),
    State.TRANSFERRED: _lazy("Dilimpahkan ke kantor Bawaslu lain. Menunggu tanda terimanya."),
    State.TAKEN_OVER: _lazy("Diambil alih kantor Bawaslu lain. Menunggu tanda terimanya."),
    State.REGISTERED: _lazy("Diregistrasi. Orang-orang akan dimintai keterangan."),
    State.CLARIFICATION: _lazy("Orang-orang sedang dimintai keterangan."),
    State.STUDY: _lazy("Kajian sudah disusun. Menunggu rapat pleno."),
    State.PLENARY: _lazy("Dibahas dalam rapat pleno. Menunggu langkah berikutnya."),
    State.STOPPED: _lazy("Dihentikan sesudah rapat pleno. Menunggu pengumuman status."),
    State.FORWARDED: _lazy("Diteruskan ke lembaga lain. Menunggu tanda terimanya."),
    State.RETURNED: _lazy("Dikembalikan oleh lembaga tujuan. Kantor menentukan lanjutannya."),
    State.ACKNOWLEDGED: _lazy("Sudah diterima lembaga tujuan, dan ditangani di sana."),
    State.STATUS_ANNOUNCED: _lazy("Status sudah diumumkan. Menunggu penutupan."),
    State.CLOSED: _lazy("Perkara sudah ditutup. Hasilnya ada pada langkah di bawah."),
}
_EFFECTS: Mapping[Effect, tuple[str | Promise, ...]] = {
    Effect.ENDS: (
        _lazy("Laporan Anda belum diregistrasi. Bila kantor mencatat pencabutan, laporan berhenti di sini."),
        _lazy("Bila isinya menunjukkan dugaan pelanggaran, isinya dapat menjadi informasi awal dan tetap ditelusuri."),
    ),
    Effect.GOES_ON: (_lazy("Laporan Anda sudah diregistrasi. Pencabutan hanya dicatat; penanganan tetap berjalan."),),
    Effect.ELSEWHERE: (_lazy("Laporan Anda ada di kantor Bawaslu lain. Kantor itu yang menentukan lanjutannya."),),
}
_NOTED = (_lazy("Pencabutan Anda dicatat. Penanganan peristiwa ini tetap berjalan."),)
_ALWAYS = (
    _lazy("Kantor menerima permintaan Anda. Seorang petugas memutuskan dan mencatatnya; tidak ada yang otomatis."),
    _lazy("Pencabutan tidak menghapus isi laporan. Isinya dihapus menurut masa simpan."),
    _lazy("Kode Anda tetap berlaku."),
)


def standing(state: str) -> str:
    """``state`` empty: nobody has opened the report yet."""
    return str(STANDING[state]) if state else str(WAITS)


def consequences(found: Withdrawal) -> list[str]:
    """What happens when the reporter asks. Empty when it cannot be taken back."""
    if found.effect is None:
        return []
    told = _EFFECTS[found.effect]
    if found.effect is Effect.GOES_ON and not found.is_registered:
        told = _NOTED
    return [str(line) for line in (*told, *_ALWAYS)]


def protection() -> list[Reason]:
    """What a reporter should know before saying more; each line with its source and how far it was checked."""
    return [
        Reason(
            text=_("Tanpa nama tidak selalu sampai akhir. Bila perkara sampai ke sidang, Anda dapat diminta hadir."),
            citations=[Citation(text=_("Bawaslu Rembang, menurut pers"), confidence="pers")],
        ),
        Reason(
            text=_("LPSK dapat melindungi saksi dan pelapor, sejak perkara ditangani untuk peradilan."),
            citations=[Citation(text=_("Bawaslu Bali, menurut pers, 9 September 2024"), confidence="pers")],
        ),
        Reason(
            text=_("Pelapor yang beriktikad baik tidak dapat dituntut atau digugat karena laporannya."),
            citations=[Citation(text=_("UU 31/2014 pasal 10"), confidence="terverifikasi")],
        ),
        Reason(text=_("Anda tidak harus menjawab. Jangan menulis hal yang membuka jati diri Anda.")),
    ]
