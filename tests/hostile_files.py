"""Files as phones, offices and attackers make them; everything in them is invented."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PLACE = {1: "S", 2: (3.0, 19.0, 12.0), 3: "E", 4: (114.0, 35.0, 30.0)}
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    b"<dc:creator><rdf:Seq><rdf:li>Sari Cendana</rdf:li></rdf:Seq></dc:creator>"
    b"</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def telling_jpeg(width: int = 80, height: int = 60, *, orientation: int = 1) -> bytes:
    """A photo with place, camera, time, author, comment and a thumbnail's worth of notes; red left, blue right."""
    from PIL import Image

    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Kamera Contoh", "Model 7", orientation
    exif[0x8769] = {0x9003: "2024:11:20 19:30:00"}
    exif[0x8825] = PLACE
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=b"rumah saya", xmp=XMP, quality=90)
    return out.getvalue()


def pixel_bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of 900 million points in about 100 kB."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    packer = zlib.compressobj(9)
    row = bytes(1 + width // 8 + 1)
    packed = b"".join(packer.compress(row) for _row in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def slow_picture() -> bytes:
    """A drawing of noise with an author, read at once and drawn anew only in seconds."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    out, told = BytesIO(), PngInfo()
    told.add_text("Author", "Sari Cendana")
    Image.effect_noise((6000, 6000), 80).save(out, "PNG", compress_level=0, pnginfo=told)
    return out.getvalue()


def acting_pdf() -> bytes:
    """Two pages; a script on opening, another file inside, a link, a note, author and XMP, and a telling picture."""
    from PIL import Image
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import FreeText, Link
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

    sheet = BytesIO()
    Image.open(BytesIO(telling_jpeg(200, 100))).save(sheet, "PDF")
    writer = PdfWriter()
    writer.append(PdfReader(sheet))
    writer.add_blank_page(200, 100)
    writer.add_attachment("daftar.txt", b"nama-nama")
    writer.add_annotation(0, FreeText(text="catatan tepi", rect=(10, 10, 90, 40)))
    writer.add_annotation(0, Link(rect=(0, 0, 50, 50), url="https://contoh.test/lacak"))
    script = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.beep(0)")}
    act = DictionaryObject({NameObject(name): value for name, value in script.items()})
    writer.root_object[NameObject("/OpenAction")] = act
    named = ArrayObject([TextStringObject("awal"), act])
    tree = DictionaryObject({NameObject("/Names"): named})
    writer.root_object["/Names"].get_object()[NameObject("/JavaScript")] = tree
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): act})
    writer.add_metadata({"/Author": "Sari Cendana", "/Producer": "Penulis Contoh 3"})
    packet = StreamObject()
    packet.set_data(XMP)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def layered_pdf() -> bytes:
    """One page: words in a layer with a name and a usage; XMP, a thumbnail and a structure behind pattern, state and
    font; an optional picture that stands in a dictionary of the page's own."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, StreamObject, TextStringObject

    def named(**values: object) -> DictionaryObject:
        return DictionaryObject({NameObject(f"/{name}"): value for name, value in values.items()})

    def packet(word: bytes) -> object:
        stream = StreamObject()
        stream.set_data(b"<x>" + word + b"</x>")
        return writer._add_object(stream)

    writer = PdfWriter()
    page = writer.add_blank_page(200, 100)
    usage = named(CreatorInfo=named(Creator=TextStringObject("Pembuat Lapisan")))
    layer = writer._add_object(named(Type=NameObject("/OCG"), Name=TextStringObject("Lapisan Rahasia"), Usage=usage))
    order = ArrayObject([layer])
    setting = named(Order=order, ON=order, Name=TextStringObject("Susunan Rahasia"))
    writer.root_object[NameObject("/OCProperties")] = named(OCGs=order, D=setting)
    state = named(Type=NameObject("/ExtGState"), CA=NullObject(), Metadata=packet(b"XMP Rahasia"))
    font = named(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
    font[NameObject("/PieceInfo")] = named(Program=TextStringObject("Catatan Rahasia"))
    page[NameObject("/Resources")] = named(
        Properties=named(MC0=layer), ExtGState=named(G0=state), Font=named(F1=font), Metadata=packet(b"XMP Luar")
    )
    content = StreamObject()
    content.set_data(b"/OC /MC0 BDC BT /F1 12 Tf 10 50 Td (Tulisan tampak) Tj ET EMC")
    page[NameObject("/Contents")] = writer._add_object(content)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def office_document() -> bytes:
    core = (
        b'<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<dc:creator>Sari Cendana</dc:creator><cp:lastModifiedBy>Budi</cp:lastModifiedBy></cp:coreProperties>"
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b"<w/>")
        archive.writestr("word/comments.xml", b"<w/>")
        archive.writestr("docProps/core.xml", core)
    return out.getvalue()


def half_damaged_document(damage: str) -> bytes:
    """With comments and macros; of its properties one part is whole, the other has a wrong ``checksum`` or is not
    ``packed`` rightly."""
    out, whole = BytesIO(), BytesIO(office_document())
    told = b"<Properties><Company>Kantor Contoh</Company></Properties>"
    with ZipFile(whole) as old, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in old.namelist():
            archive.writestr(name, old.read(name))
        archive.writestr("docProps/app.xml", told)
        archive.writestr("word/vbaProject.bin", b"makro")
        place = archive.getinfo("docProps/app.xml").header_offset + 30 + len("docProps/app.xml")
    content = bytearray(out.getvalue())
    content[place + (0 if damage == "packed" else 8)] ^= 0xFF if damage == "packed" else 1
    return bytes(content)


def swollen_document() -> bytes:
    """Properties of forty megabytes in forty kilobytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive, archive.open("docProps/core.xml", "w") as part:
        part.write(b"<a>")
        for _megabyte in range(40):
            part.write(b"a" * (1 << 20))
        part.write(b"</a>")
    return out.getvalue()
