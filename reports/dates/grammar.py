"""The patterns of the date grammar, composed from the lexicon and compiled once.

Each pattern has a group ``span``, the words of the date; what stands around it in the pattern is
context. The patterns are written with pieces in braces. Repetition is over fixed phrases or
bounded, so that no text can make a pattern backtrack far.
"""

import re
from collections.abc import Mapping
from functools import cache

from reports.dates.words import (
    alternation,
    folded,
    lexicon,
    month_pattern,
    numbers,
    seasons,
    units,
    weekday_numbers,
)

# "The third quarter": nothing that a year is divided into has more parts.
QUARTERS = 4

_PIECES = {
    # A number that belongs to money, a clock, a code or a longer number is no day and no year.
    "open": r"(?<![\w$€£+/.,:’'-])",
    "close": r"(?![\w/%]|[.,:-]\d)",
    "yyyy": r"(?:1[5-9]|20|21)\d\d",
    "dd": r"(?:3[01]|[12]\d|0?[1-9])",
    "th": r"(?:st|nd|rd|th)?",
    "day": r"(?P<day>{dd}){th}",
    "until_day": r"(?P<until>{dd}){th}",
    "month": r"(?P<month>{month_name})(?!\w|-[a-z])",
    "short_weekday": r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?",
    "weekday_before": r"(?:(?:{weekday_name}|{short_weekday}),?\s+(?:the\s+)?)?",
    "range": r"(?:\s?[-–—]\s?|\s+(?:and|to|until|through)\s+)",
    "step": r"(?i:last|this\s+past|this\s+coming|this|next)",
    "which": r"(?:(?P<which>{step})\s+)?",
    "which_year": r"(?P<year_which>{step})\s+year(?!\w)",
    "of_year": r"(?:(?:,\s*|\s+)(?:of\s+)?(?P<year>{yyyy}){close}|\s+(?:of\s+)?{which_year})?",
    "this_or_that_year": r"(?:(?P<year>{yyyy}){close}|{which_year}|the\s+year(?!\w))",
    "season_year": r"(?P<year>{yyyy})(?:[-–/]\d{2,4})?{close}",
    "of_season_year": r"(?:\s+(?:of\s+)?(?:{season_year}|{which_year}))?",
    "count": r"(?P<count>(?<![\w.,$€£])\d{1,3}|\b{number})\s+",
    "unit": r"(?P<unit>{unit_name})(?!\w)",
    "length": r"(?:{count}{unit}|(?P<one>{single_unit})(?!\w))",
    "outer": r"(?i:the\s+)?(?P<side>(?i:first|last))\s+{count}{unit}",
    "nth": r"\b(?:{ordinal_word}|\d{1,3}(?:st|nd|rd|th))",
    # "The year before" stands alone; "a year before the war" is counted from the war.
    "alone": r"(?=\s*(?:[,.;:!?)\]”\"]|$)|\s+(?i:at|in|near|on|over)\s)",
    "side": r"(?P<side>(?i:earlier|later)(?!\s+than)|(?i:before|after){alone})(?!\w)",
    "evening": r"(?:[6-9]|1[01])(?:[:.]\d\d)?\s?(?i:p\.?m\.?)",
    "morning": r"(?:[1-9]|1[0-2])(?:[:.]\d\d)?\s?(?i:a\.?m\.?)",
    "closing": r"\s*(?:[,.;:!?)\]”\"]|[–—]|$)",
    "not_within": r"(?<!\bin\s)(?<!\bfor\s)(?<!\bover\s)(?<!\bwithin\s)(?<!\bduring\s)",
    "lasting_thing": r"(?:[\w’'-]+\s+){0,2}?{lasting}(?!\w)",
    "in_its_nth": r"(?i:now\s+)?(?i:in|into|entering)\s+(?i:its)\s+"
    r"(?P<nth>{ordinal_word}|\d{1,2}(?:st|nd|rd|th))\s+(?P<unit>{single_unit})",
    # Units that say "the" have no step; empty groups let one reader serve all units.
    "no_step": r"(?P<side>)(?P<which>)",
    # "No earlier than", "as soon as", "as recently as" introduce a date; they are none themselves.
    "lone": r"(?<!\b[Nn]o\s)(?<!\b[Nn]ot\s)(?<!\b[Aa]s\s)",
}

_PATTERNS = {
    "iso-day": r"{open}(?P<span>(?P<year>{yyyy})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)"
    r"(?P<day>\d\d)){close}",
    "numeric-day": r"{open}(?P<span>(?P<first>\d\d?)(?P<mark>[./])(?P<second>\d\d?)(?P=mark)"
    r"(?P<year>{yyyy})){close}",
    "days-month": r"{open}(?P<span>{day}{range}{until_day}(?:\s+of)?\s+{month}{of_year})",
    "month-days": r"(?<!\w)(?P<span>{month}\s+{day}{range}{until_day}{close}{of_year})",
    "day-month": r"{open}(?P<span>{weekday_before}{day}(?:\s+of)?\s+{month}{of_year})",
    "month-day": r"(?<!\w)(?P<span>{weekday_before}{month}\s+{day}{close}{of_year})",
    # "On the 17th", but not "on the 17th floor".
    "day-of-month": r"\b(?P<span>(?i:the)\s+(?P<day>{dd})(?:st|nd|rd|th))(?!\w|-)"
    r"(?={closing}|\s+(?i:{going_on})(?!\w))",
    "part-of-year": r"\b(?P<span>(?:the\s+)?(?P<ordinal>{ordinal}|last)\s+"
    r"(?P<size>(?i:half|quarter))\s+of\s+{this_or_that_year})",
    # "The first five months of the year".
    "outer-of-month": r"\b(?P<span>{outer}\s+(?i:of|in)\s+{month}{of_year})",
    "outer-of-year": r"\b(?P<span>{outer}\s+(?i:of|in)\s+"
    r"(?:{this_or_that_year}|(?i:this\s+year)(?!\w)))",
    "quarter": r"\b(?P<span>(?P<size>[QH])(?P<ordinal>[1-4])\s+(?:of\s+)?{this_or_that_year})",
    "month": r"(?<!\w)(?P<span>{which}{month}{of_year})",
    "season": r"(?<!\w)(?P<span>(?:the\s+)?{which}(?P<season>{season_name})(?!\w){of_season_year})",
    "holiday": r"\b(?P<span>(?P<holiday>{holiday_name})(?!\w)(?:,?\s+(?P<year>{yyyy}){close})?)",
    "decade": r"\b(?P<span>(?:the\s+)?(?P<year>(?:1[5-9]|20)\d0)[’']?s)(?!\w)",
    "years": r"(?:\b{before_year}\s+(?:the\s+)?|\b(?i:the)\s+(?=\d{4}\s?[-–—])|\()"
    r"(?P<span>(?P<year>{yyyy})(?:\s?[-–—/]\s?|\s+(?:and|to|until)\s+)(?P<until>{yyyy}|\d\d)){close}",
    "year": r"\b{before_year}[\s-]+(?P<span>(?P<year>{yyyy})){close}",
    "year-event": r"(?:\b(?i:the|its|his|her|their)|[’']s)\s+(?P<span>(?P<year>{yyyy}))"
    r"(?=\s+[^\W\d])",
    # "The shootings of 2020".
    "event-year": r"\b{event_name}(?:s|es)?\s+of\s+(?P<span>(?P<year>{yyyy})){close}",
    "event-relative": r"(?P<span>(?:{count}{unit}|\b(?i:the)\s+(?P<one>{single_unit}))\s+"
    r"(?:(?i:to\s+the\s+day)\s+)?(?i:before|after|prior\s+to|following|into))(?=\s+\w)",
    # "Ten years ago this week".
    "anniversary": r"(?P<span>{count}{unit}\s+(?i:ago)\s+(?i:(?P<near>this\s+(?:week|month)|today|"
    r"yesterday)))(?!\w)",
    # "The nearly five-year-old war", "the war, now in its third year".
    "aged": r"\b(?P<span>(?:(?i:nearly|almost|over|more\s+than)\s+)?"
    r"(?P<count>\d{1,2}|{number})[-\s](?P<unit>{single_unit})[-\s](?i:old))(?=\s+{lasting_thing})",
    "nth-year": r"\b{lasting},?\s+(?:(?i:is|which\s+is)\s+)?(?P<span>{in_its_nth})(?!\w)",
    "nth-year-of": r"\b(?P<span>{in_its_nth})"
    r"(?=,\s+(?i:the)\s+{lasting_thing})",
    "ago": r"(?P<span>(?P<more>\b(?i:more\s+than|over)\s+)?{count}{unit}\s+(?i:ago))(?!\w)",
    "hence": r"(?P<span>{count}{unit}\s+(?i:from\s+now))(?!\w)",
    "neighbour": r"(?P<span>(?:(?i:the)\s+|{count}|\b(?=(?i:hours)\s)){unit}\s+{side})",
    "neighbouring": r"\b(?P<span>(?i:the)\s+(?P<side>(?i:previous|preceding|following|"
    r"(?:very\s+)?same))\s+{unit})",
    "that-unit": r"\b(?P<span>(?P<side>(?i:that))\s+(?:(?i:same)\s+)?(?P<unit>{single_unit}))"
    r"(?={closing}|\s+(?i:{going_on})(?!\w))",
    # "A raid that month killed 200"; but "they said that day labourers had gone".
    "that-stretch": r"\b(?P<span>(?P<side>(?i:that))\s+(?:(?i:same)\s+)?"
    r"(?P<unit>(?i:week|month|year)))(?![\w-])",
    "in-that-day": r"\b(?P<span>(?i:earlier|later)\s+(?i:(?:in|on)\s+)?"
    r"(?P<side>(?i:the\s+same|that|the))\s+(?P<unit>(?i:day)))(?![\w-])",
    "next-day": r"{not_within}\b(?P<span>(?i:the)\s+(?P<side>(?i:next))\s+(?P<unit>(?i:day)))"
    r"(?!\w){alone}",
    "time-neighbour": r"\b(?P<span>(?i:the)\s+(?P<daytime>{daytime})\s+{side})",
    "time-neighbouring": r"\b(?P<span>(?i:the)\s+(?P<side>(?i:previous|preceding|following|next|"
    r"(?:very\s+)?same))\s+(?P<daytime>{daytime}))(?!\w)",
    "that-time": r"\b(?P<span>(?P<side>(?i:that))\s+(?:(?i:same)\s+)?(?P<daytime>{daytime}))(?!\w)",
    "since-then": r"\b(?P<span>(?i:(?:ever\s+)?since\s+then))(?!\w)",
    # "Have since killed 900": since what was told before.
    "have-since": r"\b(?i:has|have)\s+(?P<span>(?i:since))"
    r"(?=\s+[a-z])(?!\s+(?:an?|he|it|she|the|then|they)\b)",
    "running": r"\b(?P<span>(?i:for)\s+(?i:the|a)\s+"
    r"(?P<nth>{ordinal_word}|\d{1,3}(?:st|nd|rd|th))\s+(?:(?i:straight|consecutive|successive)\s+)?(?P<unit>{single_unit})(?!\w)"
    r"(?:\s+(?i:in\s+a\s+row|running))?)",
    "few": r"\b(?P<span>(?:(?i:in|over|during|for|within)\s+)?(?:(?P<past>(?i:recent|"
    r"the\s+(?:past|last)\s+(?:few|several)))|(?i:the\s+(?:coming|next\s+(?:few|several))))\s+"
    r"(?P<unit>{plural_unit})(?!\w))",
    "rolling": r"\b(?P<span>(?:(?i:in|over|during|for|within)\s+)?"
    r"(?i:the\s+(?:past|last)|past|last(?=\s+(?:\d|{several})))\s+{length})(?!\s+of(?!\w))",
    "ordinal-in": r"{nth}\s+(?:[\w’'-]+\s+){1,4}?(?P<span>(?i:in)\s+(?:the\s+)?{count}{unit})",
    "coming": r"\b(?P<span>(?:(?i:in|over|during|within|for)\s+)?"
    r"(?i:the\s+(?:next|coming))\s+{length})",
    "in-units": r"\b(?P<span>(?i:in)\s+(?:(?i:about|around|some)\s+)?{count}{unit}"
    r"(?:[’']?\s+time(?!\w))?)",
    "within": r"\b(?P<span>(?i:within)\s+{count}{unit})",
    "into-day": r"\b(?P<span>(?:(?i:overnight)|"
    r"(?:(?i:in|on|during)\s+)?(?i:the\s+night)(?=\s+(?i:to|into)))\s+(?:(?P<into>(?i:into|to))\s+|(?i:on)\s+)?"
    r"(?:(?i:early)\s+)?(?P<weekday>{weekday_name}))(?!\w|\s+(?i:to|and|into)\s+{weekday_name})",
    # "Between 11 p.m. and 6 a.m.": the night before the report, where no other is named.
    "night-hours": r"\b(?P<span>(?i:between|from)\s+{evening}\s+(?i:and|to|until)\s+{morning})"
    r"(?!\w|\s+(?i:on|next|the)\s)",
    "deictic": r"\b(?P<span>(?P<deictic>{deictic})(?:\s+{daytime})?)(?!\w)",
    "weekday": r"\b(?P<span>{which}{not_named}(?P<weekday>{weekday_name})(?!\w)"
    r"(?:\s+(?:of\s+)?(?P<week>{step})\s+week(?!\w))?(?:\s+{daytime}(?!\w))?)",
    "unit": r"\b(?P<span>(?:(?P<side>(?i:earlier|later|so\s+far))\s+(?:in\s+)?)?"
    r"(?P<which>{step})\s+(?P<unit>(?i:weekend|week|month|quarter|year)))"
    r"(?!\w|\s+(?i:of)\s+{month_name}(?!\w))",
    "side-unit": r"\b(?P<span>(?P<which>)(?P<side>(?i:earlier|later))\s+in\s+the\s+"
    r"(?P<unit>(?i:week|month|year)))(?!\w)",
    "weekend": r"\b(?P<span>{no_step}(?i:the)\s+(?P<unit>(?i:weekend)))(?!\w)",
    # "The 48 hours to Wednesday", "the eight months ending in August".
    "the-length": r"\b(?P<span>(?i:the)\s+{count}{unit})(?=\s+{up_to}\s)",
    "the-unit": r"\b(?P<span>{no_step}(?i:the)\s+"
    r"(?P<unit>(?i:week|month|quarter|year)))(?!\w)",
    "vague-past": r"\b{lone}(?P<span>{vague_past})(?!\w)",
    "so-far": r"\b{lone}(?P<span>{so_far})(?!\w)",
    "vague-future": r"\b{lone}(?P<span>{vague_future})(?!\w)",
    "present": r"\b(?P<span>{present})(?!\w)",
    "continuing": r"\b(?P<span>{continuing})(?!\w)",
}

_PIECE = re.compile(r"\{([a-z_]+)\}")


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """Return the patterns by the names of their rules."""
    pieces = {**_PIECES, **_lexicon_pieces()}
    return {name: re.compile(_filled(text, pieces)) for name, text in _PATTERNS.items()}


def _filled(text: str, pieces: Mapping[str, str]) -> str:
    """Put the pieces in, and the pieces of those."""
    return _PIECE.sub(lambda name: _filled(pieces[name[1]], pieces), text)


def _lexicon_pieces() -> Mapping[str, str]:
    words = lexicon()
    return {
        "month_name": month_pattern(),
        "weekday_name": folded(weekday_numbers()),
        "not_named": "".join(rf"(?<!{name}\s)" for name in words["weekdays"]["named"]),
        "season_name": folded(seasons()),
        "holiday_name": folded([*words["holidays"], *words["easter"]]),
        "number": folded(numbers()),
        "several": folded(word for word, number in numbers().items() if number > 1),
        "unit_name": folded(units()),
        "single_unit": folded(word for word in units() if not word.endswith("s")),
        "plural_unit": folded(word for word in units() if word.endswith("s")),
        "ordinal": folded(word for word, number in words["ordinals"].items() if number <= QUARTERS),
        "ordinal_word": folded(words["ordinals"]),
        "before_year": folded(words["prefixes"]["year"]["words"]),
        "going_on": alternation(words["days_of_month"]["before"]),
        "event_name": folded([*words["happenings"]["nouns"], *words["turning"]["lasting"]]),
        "up_to": folded(words["connectors"]["to"][:-3]),
        "lasting": folded(words["turning"]["lasting"]),
        "deictic": folded(words["deictic"]),
        "daytime": folded(words["daytimes"]["words"]),
        "vague_past": folded(words["vague"]["past"]),
        "so_far": folded(words["vague"]["so_far"]),
        "vague_future": folded(words["vague"]["future"]),
        "present": folded(words["vague"]["present"]),
        "continuing": folded(words["vague"]["continuing"]),
    }
