"""Feeds: entries of RSS, Atom and RDF, each a feed of its own, whatever the file declares."""

from datetime import date

import pytest

from reports.errors import BrokenReportError, EmptyReportError, ReportError, UnknownFormatError
from reports.read import pieces, read
from tests.reports.read.files import SECOND, SENTENCE, TITLE, rss

PAGE = f"<![CDATA[<p>{SENTENCE}</p><p>{SECOND}</p>]]>"
ITEM = (
    f"<title>{TITLE}</title><link>https://botna.example/1</link><dc:creator>Ana Rusu</dc:creator>"
    "<pubDate>Thu, 14 Aug 2025 23:30:00 +0300</pubDate><description>A note.</description>"
    f"<content:encoded>{PAGE}</content:encoded>"
)
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Botna Courier</title><link rel="self" href="https://botna.example/feed"/>
<entry><title>{TITLE}</title><link rel="self" href="https://botna.example/x"/>
<link href="https://botna.example/1"/><author><name>Ana Rusu</name></author>
<published>2025-08-14T23:30:00+03:00</published><updated>2025-08-20T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SENTENCE}</p><p>{SECOND}</p></div>
</content></entry></feed>""".encode()
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="x"><title>The Botna Courier</title><dc:language>en</dc:language></channel>
<item rdf:about="y"><title>{TITLE}</title><link>https://botna.example/1</link>
<dc:creator>Ana Rusu</dc:creator><dc:date>2025-08-14T23:30:00+03:00</dc:date>
<content:encoded>{PAGE}</content:encoded></item></rdf:RDF>""".encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [(rss(ITEM), "a.rss"), (ATOM, "a.atom"), (RDF, "a.rdf"), (rss(ITEM), "a.xml"), (ATOM, "-")],
    ids=["rss", "atom", "rdf", "xml", "no suffix"],
)
def test_an_entry_states_what_it_is(data: bytes, name: str) -> None:
    reading = read(data, name)
    assert reading.text == f"{TITLE}\n\n{SENTENCE}\n\n{SECOND}"
    assert (reading.title, reading.publisher) == (TITLE, "The Botna Courier")
    assert (reading.author, reading.url) == ("Ana Rusu", "https://botna.example/1")
    assert (reading.published, reading.lang) == (date(2025, 8, 14), "en")
    assert reading.warnings == ()


def test_each_entry_is_a_feed_of_its_own_that_later_fetches_repeat() -> None:
    other = f"<title>Bridge opened</title><description>{SECOND}</description>"
    head = "<title>The Botna Courier</title><lastBuildDate>{}</lastBuildDate>"
    first = pieces(rss(ITEM, other, head=head.format("now")), "a.rss").pieces
    later = pieces(rss(other, ITEM, head=head.format("later")), "a.rss").pieces
    assert [one.name for one in first] == [
        "a.rss/1-flood-empties-villages.xml",
        "a.rss/2-bridge-opened.xml",
    ]
    assert {one.data for one in first} == {one.data for one in later}
    assert [pieces(one.data, one.name).pieces for one in first] == [(one,) for one in first]
    assert read(first[0].data, first[0].name).publisher == "The Botna Courier"


def test_a_summary_is_said_to_be_one() -> None:
    item = f"<title>{TITLE}</title><description>{SENTENCE}</description>"
    assert "only a summary" in read(rss(item), "a.rss").warnings[0]
    assert read(rss(item.replace(SENTENCE, f"{SENTENCE} " * 12)), "a.rss").warnings == ()


def test_an_entry_taken_over_names_its_source() -> None:
    reading = read(rss(f'{ITEM}<source url="x">Lakeside Radio</source>'), "a.rss")
    assert reading.publisher == "Lakeside Radio"


def test_characters_that_pages_name_are_known() -> None:
    reading = read(rss("<title>Caf&eacute; owners &amp; guests</title>"), "a.rss")
    assert reading.title == "Café owners & guests"


def test_a_feed_that_breaks_off_gives_the_entries_before() -> None:
    whole = rss(ITEM, ITEM.replace(TITLE, "Second"), ITEM)
    opened = pieces(whole[: whole.rfind(b"<pubDate>")], "a.rss")
    assert len(opened.pieces) == 2
    assert "breaks off after 2 entries" in opened.left_out[0].why


LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 100) for n in range(8))
BROKEN: list[tuple[str, bytes, type[ReportError], str]] = [
    ("empty", b"", EmptyReportError, "is empty"),
    ("no entries", rss(), EmptyReportError, "has no entries"),
    ("no words", rss("<link>https://x.example</link>"), EmptyReportError, "without text"),
    ("several", rss(ITEM, ITEM), UnknownFormatError, "holds 2 entries"),
    ("plain text", SENTENCE.encode(), BrokenReportError, "is no XML"),
    ("other XML", b"<kml><a/></kml>", UnknownFormatError, "no feed"),
    ("truncated", rss(ITEM)[:200], BrokenReportError, "breaks off"),
    ("depth", b"<rss><channel><item>" + b"<a>" * 9_000, BrokenReportError, "is no XML"),
    (
        "laughs",
        b'<!DOCTYPE rss [<!ENTITY a "ha">' + LAUGHS + b"]>" + rss("<title>&h;</title>"),
        BrokenReportError,
        "declares entities",
    ),
    (
        "a file of this machine",
        b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rss("<title>&a;</title>"),
        BrokenReportError,
        "declares entities",
    ),
]


@pytest.mark.parametrize(
    ("data", "kind", "problem"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_spoiled_feed_is_named(data: bytes, kind: type[ReportError], problem: str) -> None:
    with pytest.raises(kind, match=rf"^a\.xml .*{problem}") as refusal:
        read(data, "a.xml")
    assert "\n" not in str(refusal.value)
