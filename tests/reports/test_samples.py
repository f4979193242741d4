"""The sample corpus: dated, labelled, told apart from real reports, and in order."""

from datetime import date

from reports.samples import samples


def test_ten_reports_in_order_of_publication() -> None:
    days = [reading.published for reading, _ in samples()]
    assert len(days) == 10
    assert days == sorted(day for day in days if day)
    assert (days[0], days[-1]) == (date(2024, 10, 18), date(2025, 6, 27))


def test_days_of_the_last_two_are_inferred_and_say_so() -> None:
    bases = [reading.published_basis for reading, _ in samples()]
    assert bases == ["given"] * 8 + ["inferred"] * 2
    for reading, _ in samples():
        assert ("inferred" in reading.text.splitlines()[-1]) == (
            reading.published_basis == "inferred"
        )


def test_every_report_is_labelled_and_named() -> None:
    for reading, data in samples():
        assert reading.sample
        assert reading.publisher == "Dateline sample"
        assert reading.text == data.decode()
        assert reading.title == reading.text.splitlines()[0]
        assert reading.slug.startswith(str(reading.published))
        label = reading.blocks[-1]
        assert label.kind == "boilerplate"
        assert reading.text[label.start : label.end].startswith(
            "Sample corpus: summary written for this project"
        )


def test_reports_are_short_english_and_different() -> None:
    readings = [reading for reading, _ in samples()]
    for reading in readings:
        own = [b for b in reading.blocks if b.kind == "text"]
        words = sum(len(reading.text[b.start : b.end].split()) for b in own)
        assert 70 <= words <= 160
        assert reading.lang == "en"
        assert not reading.warnings
    assert len({reading.sha256 for reading in readings}) == 10
    assert len({reading.slug for reading in readings}) == 10
