"""Web pages: the article's paragraphs in order, and nothing of what stands around them."""

import difflib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import ReportError
from reports.read import read

ORIGINAL = Path(__file__).parents[1] / "fixtures" / "original"

FIRST = "The governor of Gagauzia said on Tuesday that 340 families had left three villages."
SECOND = "Rescue crews reached Vulcănești after nightfall; 17 houses were gone, they said."
THIRD = "Chişinău has promised 4 million lei for Cahul, where two schools were still shut."
SHORT = "Nobody was hurt."


def text_of(body: str, head: str = "") -> str:
    """Read a page with this body."""
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read(page.encode(), "page.html").text


def test_original_page_reads_as_a_person_sees_it() -> None:
    seen = (ORIGINAL / "o5_chad_html.visible.txt").read_text("utf-8").strip()
    reading = read((ORIGINAL / "o5_chad_html.html").read_bytes(), "o5_chad_html.html")
    straight = reading.text.replace("“", '"').replace("”", '"')
    assert straight == seen
    matcher = difflib.SequenceMatcher(None, reading.text, seen, autojunk=False)
    assert matcher.ratio() > 0.99
    assert [block.kind for block in reading.blocks] == ["title", "dateline", *["text"] * 4]


def test_nested_divs_with_a_menu_a_sidebar_and_a_footer() -> None:
    body = f"""
    <div class="top-menu"><ul><li><a href=/a>Politics</a><li><a href=/b>War in Sudan</a></ul></div>
    <div id="consent" class="cookie-consent">We use cookies in 27 countries.</div>
    <div class="wrapper"><div class="content">{"<div>" * 300}
      <div><div><span>{FIRST}</span></div></div><div><span>{SECOND}</span></div>
      <div>{SHORT}</div><div>{THIRD}</div>{"</div>" * 300}</div>
      <div class="sidebar"><h3>Most read</h3><a href=/q>Fire in Lagos kills 12</a></div></div>
    <div class="newsletter-signup"><p>Join 20,000 readers from Berlin to Lima, every day.</p></div>
    <div class="footer">© 2025 Valley Gazette, Geneva</div>"""
    assert text_of(body) == f"{FIRST}\n\n{SECOND}\n\n{SHORT}\n\n{THIRD}"


def test_table_layout_with_line_breaks_and_unclosed_tags() -> None:
    body = f"""
    <TABLE WIDTH=100%><TR><TD WIDTH=150><A HREF=/>Home</A><BR><A HREF=/k>Kabul</A></TD>
    <TD><H1>Flood empties<BR>villages</H1><FONT SIZE=-1>6 May 2025</FONT>
    <P>{FIRST}<br><br>{SECOND}<P>{THIRD}<P>Last line: <B>45 people<I> hurt</B></I>
    <TR><TD>Copyright 2025</TABLE>"""
    assert text_of(body).split("\n\n") == [
        "Flood empties villages",
        "6 May 2025",
        f"{FIRST}\n{SECOND}",
        THIRD,
        "Last line: 45 people hurt",
        "Copyright 2025",
    ]


def test_tables_lists_and_quotations_stay_in_their_places() -> None:
    body = f"""<header><a href=/>The Gazette</a></header><article><h1>Flood</h1><p>{FIRST}
    <table><caption>Losses</caption><tr><th>Village<th>Houses<tr><td>Etulia<td>17</table>
    <blockquote><p>{SECOND}</p></blockquote><ul><li>Two schools are shut.<li>{SHORT}</ul><p>{THIRD}
    <div class="share-tools"><a href=#>Share</a></div>
    <div class="comments"><p>Ivan: In Odessa we had 300 dead, and it was much worse.</p></div>
    </article>"""
    assert text_of(body).split("\n\n") == [
        *("Flood", FIRST, "Village | Houses", "Etulia | 17", SECOND),
        *("Two schools are shut.", SHORT, THIRD),
    ]


def test_entities_marks_and_joiners() -> None:
    body = (
        "<p>Ab&eacute;ch&eacute;, 650&nbsp;km &mdash; or 0.5&#160;km<sup>2</sup> &amp; &lt;b&gt;,"
        "\n   Ka&shy;lining&shy;rad<wbr>ers said.</p>"
    )
    assert text_of(body) == "Abéché, 650 km — or 0.5 km2 & <b>, Kaliningraders said."


def test_article_with_adverts_between_and_more_words_below_than_in_it() -> None:
    comments = "<p>I was in Odessa and counted 300 dead there myself, believe me.</p>" * 40
    body = f"""<main><article><h1>Flood</h1><p>{FIRST}</p><div class="ad-slot">Fly to Dubai, from
    only 399 dollars a head.</div><p>{SECOND}</p><aside>Read also: <a href=/x>12 dead</a></aside>
    <figure><img src=a.jpg alt="convoy 40 trucks"><figcaption>Kigali bureau, 2019.</figcaption>
    </figure><p>{THIRD}</p></article><div id="disqus_thread">{comments}</div></main>"""
    assert text_of(body).split("\n\n") == ["Flood", FIRST, SECOND, THIRD]


def test_teasers_of_other_articles_are_left_out() -> None:
    teaser = (
        "<article><h3><a href=/x>12 dead in Lagos</a></h3><p>A fire broke out there.</p></article>"
    )
    body = (
        f"<article><h1>Flood</h1><p>{FIRST}<p>{SECOND}<p>{THIRD}</article><div>{teaser * 5}</div>"
    )
    assert text_of(body).split("\n\n") == ["Flood", FIRST, SECOND, THIRD]


def test_posts_of_a_live_page_are_all_kept() -> None:
    body = f"<main><h1>Live</h1><article><p>{FIRST}</article><article><p>{SECOND}</article></main>"
    assert text_of(body).split("\n\n") == ["Live", FIRST, SECOND]


def test_headline_below_the_outlets_name() -> None:
    head = "<title>Flood empties villages | Gazette</title>"
    body = (
        f"<div class=top><h1>Gazette</h1></div><h2>Flood empties villages</h2><p>{FIRST}<p>{SECOND}"
    )
    assert text_of(body, head).split("\n\n") == ["Flood empties villages", FIRST, SECOND]


def test_classes_that_name_furniture_do_not_cost_the_article() -> None:
    body = f"""<body class="has-sidebar ads"><div class="page share-enabled"><h1>Flood</h1>
    <div class="text support-layout"><p>{FIRST}</p><p>{SECOND}</p></div></div>"""
    assert text_of(body).split("\n\n") == ["Flood", FIRST, SECOND]


def test_furniture_that_swallowed_the_article_is_read_after_all() -> None:
    assert text_of(f"<nav><a href=/>Home</a><p>{FIRST}</p><p>{SECOND}</p>").endswith(
        f"{FIRST}\n\n{SECOND}"
    )


def test_scripts_styles_and_hidden_words_are_not_text() -> None:
    body = f"""<script>document.write("<p>killed 400 in Baghdad, it is said.</p>")</script>
    <style>p::after {{content: "12000"}}</style><noscript>Turn scripts on in Oslo.</noscript>
    <p hidden>Hidden in Rome.</p><p style="display: none">Hidden in Bonn.</p>
    <template><p>Kept in Kyiv.</p></template><!-- <p>Left in Lima.</p> --><p>{FIRST}</p>"""
    assert text_of(body) == FIRST


def test_external_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("12 spies in Riga")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f"<html><body><p>{FIRST} &x;</p></body></html>"
    )
    assert "spies" not in read(page.encode(), "page.html").text


def test_page_in_an_old_code_page() -> None:
    russian = "В Гао прибыли 300 инструкторов, сообщил министр обороны в Нджамене."
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
        f"</head><body><p>{russian}</p></body></html>"
    )
    reading = read(page.encode("cp1251"), "page.html")
    assert reading.text == russian
    assert reading.warnings == ()


@pytest.mark.parametrize("page", ["<p>Kursk</p>", "<b>12 killed", "plain words, no tags at all"])
def test_little_is_better_than_nothing(page: str) -> None:
    assert read(page.encode(), "page.html").text in page


tags = st.sampled_from(
    [
        "div",
        "p",
        "a",
        "nav",
        "article",
        "h1",
        "table",
        "tr",
        "td",
        "br",
        "li",
        "script",
        "style",
        "title",
        "b",
        "pre",
        "aside",
    ]
)
markup = st.lists(
    st.one_of(
        tags.map("<{}>".format),
        tags.map("</{}>".format),
        st.text(max_size=20),
        st.sampled_from(
            [FIRST, "<a href=/x>", '<div class="ad">', "&amp;", "<!--", "-->", "<![CDATA["]
        ),
    )
).map("".join)


@given(markup)
def test_any_markup_gives_sound_blocks_or_a_report_error(page: str) -> None:
    with suppress(ReportError):
        reading = read(page.encode("utf-8", "replace"), "page.html")
        at = 0
        for block in reading.blocks:
            assert at <= block.start < block.end <= len(reading.text)
            assert not reading.text[at : block.start].strip()
            at = block.end
        assert not reading.text[at:].strip()
