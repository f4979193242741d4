"""The language guess."""

import pytest

from reports.read.tongue import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army said on Friday that 47 smugglers had been held north of the town.", "en"),
        ("В Курск прибыли 11 000 военных, сообщила разведка Южной Кореи.", "ru"),
        ("У Сумській області їх було 300, повідомила розвідка Південної Кореї.", "uk"),
        ("북한은 러시아에 병력 12,000명을 보냈다고 국가정보원이 밝혔다.", "ko"),
        ("قال الجيش إن ثلاثة رجال قتلوا يوم الثلاثاء", "ar"),
        ("Przesmyk suwalski ma 65 kilometrów szerokości, powiedział minister.", None),
        ("12 000 — 13 000", None),
        ("", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language(text) == code
