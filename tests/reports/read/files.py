"""Real files of every kind that is read, made here, whole and spoiled."""

import csv
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage
from io import BytesIO, StringIO

import typst
from docx import Document
from docx.document import Document as WordDocument
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

TITLE = "Flood empties villages"
SENTENCE = "Some 340 families left Etulia on Tuesday, the district's council said in a note."
SECOND = "Nobody was hurt, and the bridge over the Botna was opened again in the evening."


def docx(
    build: Callable[[WordDocument], object] | None = None, **properties: str | datetime
) -> bytes:
    """Make a Word document: a title, two paragraphs, and what ``build`` adds."""
    document = Document()
    document.core_properties.author = "python-docx"
    document.add_heading(TITLE, 0)
    document.add_paragraph(SENTENCE)
    document.add_paragraph(SECOND)
    if build:
        build(document)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    return _saved(document.save)


def changed_zip(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Put other parts into a ZIP file, in place of those of the same names or besides."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**whole, **parts})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Make a ZIP file."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def locked_zip(files: Mapping[str, bytes]) -> bytes:
    """Make a ZIP file whose members say that they need a password."""
    data = bytearray(zipped(files))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 1)
    return bytes(data)


def pdf(markup: str, title: str = "", page: str = "a5") -> bytes:
    """Typeset a PDF file."""
    head = f'#set document(title: "{title}", date: none)\n#set page("{page}")\n'
    made = typst.compile((head + markup).encode())
    assert isinstance(made, bytes)
    return made


def drawn_pdf(*contents: bytes, packed: bool = True) -> bytes:
    """Make a PDF file of pages that are drawn by these operators, with one font, F1."""
    writer = PdfWriter()
    for content in contents:
        page = writer.add_blank_page(300, 300)
        stream = DecodedStreamObject()
        stream.set_data(content)
        page[NameObject("/Resources")] = _one_font()
        page[NameObject("/Contents")] = writer._add_object(
            stream.flate_encode() if packed else stream
        )
    return _saved(writer.write)


def pdf_with_form(form: bytes) -> bytes:
    """Make a PDF file of one page with a sentence, which draws a form besides."""
    name = NameObject

    def add(writer: PdfWriter) -> None:
        drawn = DecodedStreamObject()
        drawn.set_data(form)
        packed = drawn.flate_encode()
        packed[name("/Type")], packed[name("/Subtype")] = name("/XObject"), name("/Form")
        forms = DictionaryObject({name("/X"): writer._add_object(packed)})
        resources = writer.pages[0][name("/Resources")]
        assert isinstance(resources, DictionaryObject)
        resources[name("/XObject")] = forms

    return rewritten_pdf(drawn_pdf(b"BT /F1 12 Tf 20 200 Td (Some words.) Tj ET /X Do"), add)


def rewritten_pdf(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """Write a PDF file anew with a change: other properties, a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    change(writer)
    return _saved(writer.write)


def mail(
    text: str | None = f"{SENTENCE}\n\n{SECOND}\n",
    *,
    html: str | None = None,
    files: Mapping[str, bytes] | None = None,
    **headers: str,
) -> bytes:
    """Write a mail."""
    message = EmailMessage()
    known = {"From": "Ana Rusu <ana@botna.example>", "Subject": TITLE}
    for name, value in (known | headers).items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        if text is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def table(*rows: Sequence[str], delimiter: str = ",") -> bytes:
    """Write a CSV file."""
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def rss(
    *items: str, head: str = "<title>The Botna Courier</title><language>en-gb</language>"
) -> bytes:
    """Write an RSS file."""
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {spaces}><channel>{head}{inside}</channel></rss>'.encode()


def _one_font() -> DictionaryObject:
    name = NameObject
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({name(key): name(value) for key, value in font.items()})
    fonts = DictionaryObject({name("/F1"): named})
    return DictionaryObject({name("/Font"): fonts})


def _saved(save: Callable[[BytesIO], object]) -> bytes:
    out = BytesIO()
    save(out)
    return out.getvalue()
