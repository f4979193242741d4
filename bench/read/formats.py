"""Articles as files of every format, as the programs that people use would write them."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

import typst

from bench.read.prose import Article

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def text(article: Article) -> bytes:
    """Write plain text: headline, day, paragraphs."""
    day = f"{article.published.day} {article.published:%B %Y}"
    return "\n\n".join((article.headline, day, *article.paragraphs)).encode()


def markdown(article: Article) -> bytes:
    """Write Markdown with front matter."""
    head = f"---\ntitle: {article.headline!r}\ndate: {article.published}\n---\n"
    return "\n\n".join((head, f"# {article.headline}", *article.paragraphs)).encode()


def html(article: Article) -> bytes:
    """Write a web page: metadata, navigation, the article, a footer."""
    body = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in article.paragraphs)
    links = "".join(
        f'<li><a href="/{each}">{each}</a></li>' for each in ("World", "Money", "Sport")
    )
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(article.headline)} | {article.publisher}</title>"
        f'<meta property="og:site_name" content="{article.publisher}">'
        f'<meta name="author" content="{article.author}">'
        f'<meta property="article:published_time" content="{article.published}T08:00:00Z">'
        f'<link rel="canonical" href="{article.url}"></head><body><nav><ul>{links}</ul></nav>'
        f"<article><h1>{escape(article.headline)}</h1>{body}</article>"
        f"<footer>All rights reserved. Write to us.</footer></body></html>"
    )
    return page.encode()


def word(article: Article) -> bytes:
    """Write a Word document with its properties."""
    lines = "".join(
        f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>"
        for line in (article.headline, *article.paragraphs)
    )
    created = f"{article.published}T08:00:00Z"
    core = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(article.headline)}</dc:title><dc:creator>{article.author}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
        f"</cp:coreProperties>"
    )
    types = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{CORE_TYPE}"/></Types>'
    )
    links = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties"'
        f' Target="docProps/core.xml"/></Relationships>'
    )
    document = f'{XML}<w:document xmlns:w="{WORD}"><w:body>{lines}</w:body></w:document>'
    return archive(
        {
            "[Content_Types].xml": types.encode(),
            "_rels/.rels": links.encode(),
            "docProps/core.xml": core.encode(),
            "word/document.xml": document.encode(),
        }
    )


def pdf(article: Article) -> bytes:
    """Set a PDF of two columns, with its title and day."""
    strings = ", ".join(_quoted(paragraph) for paragraph in article.paragraphs)
    day = article.published
    page = (
        f"#set document(title: {_quoted(article.headline)}, author: {_quoted(article.author)},"
        f" date: datetime(year: {day.year}, month: {day.month}, day: {day.day}))\n"
        f"#set page(columns: 2)\n#heading({_quoted(article.headline)})\n"
        f"#for line in ({strings}) {{ par(line) }}\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.typ"
        file.write_text(page, encoding="utf-8")
        made = typst.compile(file, format="pdf")
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


def mail(article: Article) -> bytes:
    """Write a mail with a picture attached, which is no report."""
    message = EmailMessage()
    message["From"] = f"{article.author} <desk@news.example>"
    message["To"] = "analysts@example.org"
    message["Subject"] = article.headline
    message["Date"] = format_datetime(datetime.combine(article.published, time(8), UTC))
    message.set_content("\n\n".join(article.paragraphs))
    message.add_attachment(bytes(64), maintype="image", subtype="png", filename="map.png")
    return message.as_bytes()


def table(articles: Sequence[Article]) -> bytes:
    """Write a CSV with a row an article."""
    lines = io.StringIO()
    rows = csv.writer(lines)
    rows.writerow(("title", "published", "publisher", "author", "url", "text"))
    for each in articles:
        written = "\n\n".join(each.paragraphs)
        told = (each.headline, each.published, each.publisher, each.author, each.url, written)
        rows.writerow(told)
    return lines.getvalue().encode()


def feed(articles: Sequence[Article]) -> bytes:
    """Write an RSS file with the whole text of every article."""
    items = "".join(
        f"<item><title>{escape(each.headline)}</title><link>{each.url}</link>"
        f"<pubDate>{format_datetime(datetime.combine(each.published, time(8), UTC))}</pubDate>"
        f"<description>{escape(''.join(f'<p>{line}</p>' for line in each.paragraphs))}"
        f"</description></item>"
        for each in articles
    )
    channel = f"<channel><title>{articles[0].publisher}</title>{items}</channel>"
    return f'{XML}<rss version="2.0">{channel}</rss>'.encode()


def archive(members: Mapping[str, bytes]) -> bytes:
    """Pack files into an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in members.items():
            whole.writestr(name, data)
    return packed.getvalue()


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


SINGLE: Mapping[str, Callable[[Article], bytes]] = {
    "txt": text,
    "html": html,
    "docx": word,
    "pdf": pdf,
    "eml": mail,
    "md": markdown,
}
"""Formats of which a file holds one article."""
