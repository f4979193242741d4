"""What a page says of itself: title, outlet, author, address, language, and above all its day."""

import json
from datetime import date

import pytest

from reports.read import Reading, read

BODY = "<h1>Flood empties villages</h1><p>Some 340 families left Etulia on Tuesday.</p>"
DAY = date(2025, 5, 6)
META = '<meta name="date" content="2025-05-06">'


def page(head: str, body: str = BODY, attributes: str = "") -> Reading:
    """Read a page with this head."""
    markup = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    return read(markup.encode(), "page.html")


def linked(**items: object) -> str:
    """Write an item of linked data."""
    return f'<script type="application/ld+json">{json.dumps(items)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-05-06T06:40:00+00:00">',
        '<meta property="og:article:published_time" content="2025-05-06T06:40:00Z">',
        '<meta name="date" content="2025-05-06">',
        '<meta name="DC.date.issued" content="6 May 2025">',
        '<meta name="pubdate" content="Tue, 06 May 2025 08:00:00 GMT">',
        '<meta itemprop="datePublished" content="2025-05-06">',
        linked(**{"@type": "NewsArticle", "datePublished": "2025-05-06T01:00:00+03:00"}),
        linked(
            **{
                "@graph": [
                    {"@type": ["WebPage"]},
                    {"@type": "Article", "datePublished": "2025-05-06"},
                ]
            }
        ),
        '<meta name="date" content="soon"><meta name="dc.date" content="2025-05-06">',
        '<script type="application/ld+json">{broken</script>' + META,
        linked(**{"@type": "Event", "datePublished": "1999-01-01"}) + META,
        '<meta property="article:modified_time" content="2025-05-09">' + META,
    ],
)
def test_day_of_publication_in_the_head(head: str) -> None:
    reading = page(head)
    assert reading.published == DAY
    assert reading.published_basis == "document"


@pytest.mark.parametrize(
    "line",
    [
        '<time datetime="2025-05-06T10:00">this morning</time>',
        '<span itemprop="datePublished" content="2025-05-06">today</span>',
        "<p>Published 6 May 2025, 10:00 EEST</p>",
    ],
)
def test_day_of_publication_in_the_body(line: str) -> None:
    assert page("", BODY + line).published == DAY


def test_day_is_the_reports_own_not_that_of_utc() -> None:
    stored = '<meta property="article:published_time" content="2025-11-03T22:15:00Z">'
    printed = BODY + "<p>Published Tuesday 4 November 2025, 07:15 KST</p>"
    assert page(stored).published == date(2025, 11, 3)
    assert page(stored, printed).published == date(2025, 11, 4)
    local = linked(**{"@type": "NewsArticle", "datePublished": "2025-11-04T07:15:00+09:00"})
    assert page(local).published == date(2025, 11, 4)
    assert page(stored + '<meta name="date" content="2025-11-04">').published == date(2025, 11, 4)


def test_a_day_far_from_the_stated_one_is_not_that_of_publication() -> None:
    stored = '<meta name="date" content="2025-05-06">'
    assert page(stored, BODY + "<p>1 March 2022</p>").published == DAY


def test_undated_page_stays_undated() -> None:
    reading = page("<title>Flood</title>")
    assert reading.published is None
    assert reading.published_basis is None


def test_title_outlet_author_address_and_language() -> None:
    reading = page(
        "<title>Flood empties villages | The Gazette</title>"
        '<link rel="canonical" href="https://example.org/flood">'
        '<meta property="og:site_name" content="Valley Gazette">'
        '<meta name="author" content="Ana Rusu">',
        attributes='lang="en-GB"',
    )
    assert reading.title == "Flood empties villages"
    assert reading.publisher == "Valley Gazette"
    assert reading.author == "Ana Rusu"
    assert reading.url == "https://example.org/flood"
    assert reading.lang == "en"


def test_linked_data_names_outlet_and_authors() -> None:
    reading = page(
        linked(
            **{
                "@type": "NewsArticle",
                "headline": "Flood",
                "publisher": {"name": "Valley Gazette"},
            },
            author=[{"@type": "Person", "name": "Ana Rusu"}, {"name": "Ion Munteanu"}],
        )
    )
    assert reading.publisher == "Valley Gazette"
    assert reading.author == "Ana Rusu, Ion Munteanu"


def test_outlet_from_the_page_title() -> None:
    assert page("<title>Flood empties villages | The Gazette</title>").publisher == "The Gazette"
    assert page("<title>Flood empties villages</title>").publisher is None


def test_title_without_a_headline_loses_the_outlet() -> None:
    body = "<p>Some 340 families left Etulia on Tuesday.</p>"
    assert page("<title>Flood empties villages - The Gazette</title>", body).title == (
        "Flood empties villages"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/flood", "https://a b.example/"])
def test_addresses_that_lead_nowhere_are_dropped(address: str) -> None:
    assert page(f'<link rel="canonical" href="{address}">').url is None


def test_author_pages_are_no_names() -> None:
    assert page('<meta name="author" content="https://example.org/ana">').author is None


def test_linked_data_of_great_depth_is_ignored() -> None:
    deep = "[" * 100_000
    head = (
        f'<script type="application/ld+json">{deep}</script><meta name="date" content="2025-05-06">'
    )
    assert page(head).published == DAY


def test_language_is_guessed_where_the_page_does_not_say() -> None:
    assert page("").lang == "en"
    assert page("", attributes='lang="en-"').lang == "en"
