"""Boilerplate: what is furniture, and above all what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.read.boilerplate import furniture

FURNITURE_LINES = [
    "Vue lecture",
    "Режим читання",
    "읽기 모드",
    "Reader View",
    "ADVERTISEMENT",
    "Advertisement - Scroll to continue",
    "Share",
    "Share · Facebook · X · Telegram",
    "Share 12",
    "18 comments",
    "Comments (18)",
    "5 min read | 1.2k shares",
    "Listen to this article",
    "Found a mistake?",
    "Read also: Why 5,000 soldiers never reached Bamako",
    "READ MORE: Fire in Lagos kills 12",
    "À lire aussi : 200 blessés à Quito",
    "Читайте также: В Гао прибыли 300 человек",
    "Follow us on Telegram",
    "Sign up for our newsletter and join 20,000 readers from Berlin to Lima.",
    "Photo: agency / Kigali bureau",
    "Image credit: Port of Bol",
    "(Reporting by Ana Rusu in Comrat; Editing by Ion Munteanu in Lisbon)",
    "© 2025 The Example Courier, Sydney. 18 comments.",
    "Copyright 2025 Valley Gazette",
    "All rights reserved. Nairobi, Kenya.",
    "We and our 842 partners use cookies in Ireland. We use cookies to count visits.",
    "convoy 40 trucks abeche chad bafkreia7x9 final v2",
    "minister greeting guards parade bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
    "abeche_convoy_40_trucks.jpg",
    "IMG_2041.JPG Convoy near Gao",
    "https://example.org/chad/40-trucks",
    "❌",
    "* * *",
    "Our desk is small. Readers like you pay for it. Please become a patron. Thank you from Lima.",
    "Support us! Become a patron and help us report from Lagos.",
    "You could close this page, or you could help us. Our work depends on readers like you.",
    "Sample corpus: summary written for this project.",
]


@pytest.mark.parametrize("line", FURNITURE_LINES)
def test_furniture_is_marked_from_end_to_end(line: str) -> None:
    assert furniture(line) == [(0, len(line))]


REPORT_LINES = [
    "Nobody was hurt.",
    "12 killed",
    "Ukraine intelligence: brigades may join new offensive on Sumy, Kharkiv",
    "Russia shares intelligence with Minsk",
    "Share of foreign fighters doubles to 12 percent",
    "Comments by the minister anger Bamako",
    "More than 300 trainers reach Gao",
    "Photographs show 40 lorries near Abéché.",
    "Print shops in Minsk were raided on Friday; 12 people were held.",
    "The editor asked readers to support independent journalism in Belarus after 12 arrests.",
    "“Help us, join us, your support is vital,” the mayor of Sumy told 300 volunteers.",
    "Our reporters counted 12 craters in Kharkiv. Our team then left for Sumy.",
    "Donations from Toronto paid for 40 ambulances, the governor of Kharkiv said.",
    "Copyright law was not the issue in Geneva, said the delegate of Kenya.",
    "Cookies were handed out to 300 children in Adré.",
    "He asked them to follow. Us too, they said in Bol.",
    "covid-19 cases rise in kursk",
    "the 45th brigade fired 155mm shells at rylsk",
    "Image of a base in Koksan County shows 40 new roofs.",
    "The reader view of the war is different in Moscow.",
    "Watch towers burn near Mafraq",
    "The rocket, known as KN25, flew 380 km.",
    "It left. Photo: Wire The ship was headed for Syria with 40 men, officials said. It sank.",
    "“We use cookies,” joked the cook in Gao.",
]


@pytest.mark.parametrize("line", REPORT_LINES)
def test_the_reports_own_words_are_left_alone(line: str) -> None:
    assert furniture(line) == []


@pytest.mark.parametrize(
    ("paragraph", "marked"),
    [
        ("Details are yet to come.Vue lecture", "Vue lecture"),
        ("“We saw none at all.”Advertisement", "Advertisement"),
        ("It lost 15.Vue lecture Advertisement", "Vue lecture Advertisement"),
        ("It lost 15. Read more", "Read more"),
        ("AdvertisementThe army lost 15.", "Advertisement"),
        ("The army lost 15. Follow us on Telegram.", "Follow us on Telegram."),
        ("Photo: Wire. The army lost 15 men at Bol.", "Photo: Wire."),
        ("The army lost 15. © 2025 Courier, Sydney.", "© 2025 Courier, Sydney."),
        (
            "The army says that it lost 15 men. Become a patron. Support us from Lima.",
            "Become a patron. Support us from Lima.",
        ),
    ],
)
def test_furniture_glued_to_a_sentence_is_cut_off_in_place(paragraph: str, marked: str) -> None:
    assert [paragraph[start:end] for start, end in furniture(paragraph)] == [marked]


@given(st.text(max_size=400))
def test_spans_are_in_order_apart_and_within(paragraph: str) -> None:
    at = 0
    for start, end in furniture(paragraph):
        assert at <= start < end <= len(paragraph)
        at = end


phrases = st.sampled_from(
    [
        "Share. ",
        "Vue lecture",
        "Become a patron. ",
        "readers like you ",
        "© 2025 ",
        "12 ",
        "said. ",
        "”",
    ]
)


@given(st.lists(phrases).map("".join))
def test_spans_stay_sound_among_cues(paragraph: str) -> None:
    at = 0
    for start, end in furniture(paragraph):
        assert at <= start < end <= len(paragraph)
        at = end
