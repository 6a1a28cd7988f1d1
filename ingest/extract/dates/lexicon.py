"""The words of time: each lower-cased word has one kind, and a rule is a pattern over kinds."""

from __future__ import annotations

__all__ = [
    "HOLIDAYS",
    "KINDS",
    "MONTHS",
    "NUMBERS",
    "ORDINALS",
    "PARTS",
    "SEASONS",
    "SYNONYMS",
    "UNITS",
    "WEEKDAYS",
    "words",
]


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


_MONTH_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES = (
    "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
    "sunday sun",
)  # fmt: skip
#: ISO 8601: Monday is 1
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES, 1) for name in names.split()}
SEASONS = {
    "spring": "SP",
    "summer": "SU",
    "fall": "FA",
    "autumn": "FA",
    "winter": "WI",
    "springtime": "SP",
    "summertime": "SU",
    "wintertime": "WI",
}
PARTS = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI",
}  # fmt: skip
_UNIT_NAMES = {
    "second": "seconds secs sec", "minute": "minutes mins min", "hour": "hours hrs hr", "day": "days",
    "week": "weeks wk wks",
    "month": "months mo", "quarter": "quarters", "year": "years yrs yr", "decade": "decades", "century": "centuries",
    "weekend": "weekends", "fortnight": "fortnights", "millennium": "millennia millenniums",
}  # fmt: skip
#: any form of a unit to its singular
UNITS = {form: unit for unit, forms in _UNIT_NAMES.items() for form in (unit, *forms.split())}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(_SMALL.split())}
NUMBERS |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
NUMBERS |= {"a": 1, "an": 1, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "half": 0}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS.split(), 1)} | {"thirtieth": 30}
#: words of relation that rules need not tell apart
SYNONYMS = {"upcoming": "coming", "preceding": "previous", "prior": "previous"}
#: names of days: how they are found in a year is in holidays.py
HOLIDAYS = words("thanksgiving christmas easter halloween ramadan hanukkah")

_FAMILIES = {
    "part": " ".join(PARTS),
    "season": " ".join(SEASONS),
    "nw": _SMALL.replace("one ", ""),
    "one": "one",
    "tens": _TENS,
    "decadew": "twenties thirties forties fifties sixties seventies eighties nineties",
    "mag": "hundred thousand million",
    "ord": _ORDINAL_WORDS.replace("second ", "") + " thirtieth",
    "second": "second",
    "halfword": "half",
    "few": "few several many some numerous countless",
    "couple": "couple pair",
    "dozen": "dozen dozens",
    "unit": "day week month hour minute decade fortnight millennium",
    "units": "days weeks months years hours minutes seconds decades centuries fortnights millennia hrs yrs",
    "quarter": "quarter",
    "quarters": "quarters",
    "weekend": "weekend",
    "weekends": "weekends",
    "period": "period",
    "time": "time",
    "term": "term",
    "a": "a an",
    "the": "the",
    "its": "its his her their our my",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "to": "to",
    "through": "through thru",
    "or": "or",
    "so": "so",
    "and": "and",
    "than": "than",
    "from": "from",
    "for": "for",
    "per": "per",
    "by": "by",
    "within": "within",
    "since": "since",
    "until": "until till",
    "during": "during",
    "over": "over",
    "under": "under",
    "up": "up",
    "as": "as",
    "this": "this",
    "that": "that",
    "these": "these",
    "those": "those",
    "same": "same",
    "last": "last",
    "past": "past",
    "recent": "recent",
    "latest": "latest",
    "next": "next",
    "coming": "coming upcoming",
    "ahead": "ahead",
    "previous": "previous preceding prior",
    "following": "following",
    "current": "current",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "middle",
    "beginning": "beginning start outset onset",
    "end": "end close",
    "earlier": "earlier",
    "later": "later",
    "sooner": "sooner",
    "ago": "ago",
    "before": "before",
    "after": "after",
    "hence": "hence",
    "now": "now",
    "right": "right",
    "each": "each",
    "every": "every",
    "other": "other",
    "all": "all",
    "corresponding": "corresponding comparable year-ago",
    "fiscal": "fiscal",
    "calendar": "calendar",
    "full": "full whole entire",
    "final": "final closing opening initial",
    "trading": "trading business working school",
    "more": "more additional extra",
    "additional": "another",
    "about": "about around approximately roughly",
    "nearly": "almost nearly",
    "least": "least",
    "most": "most",
    "less": "less fewer",
    "just": "just only exactly barely",
    "well": "well",
    "no": "no not",
    "old": "old",
    "long": "long",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "noon": "noon midday",
    "midnight": "midnight",
    "oclock": "o'clock",
    "freq": "daily weekly monthly quarterly yearly annually hourly nightly biweekly bimonthly biannually semiannually",
    "annual": "annual",
    "currently": "currently presently nowadays",
    "recently": "recently",
    "previously": "previously formerly",
    "soon": "soon shortly",
    "already": "already",
    "once": "once",
    "twice": "twice",
    "yet": "yet",
    "possible": "possible",
    "then": "then",
    "future": "future",
    "foreseeable": "foreseeable near immediate distant",
    "moment": "moment",
    "short": "short medium",
    "century": "century",
    "year": "year",
    "holiday": " ".join(sorted(HOLIDAYS)),
    "eve": "eve",
    "new": "new",
    "black": "black",
    "labor": "labor labour memorial independence election valentine veterans inauguration columbus presidents boxing",
    "tz": "est edt pst pdt cst cdt mst mdt gmt utc bst cet cest et pt ist jst",
    "local": "local",
    "post": "post pre",
    "sometime": "sometime",
    "half2": "halves",
    "latter": "latter",
    "while": "while",
    "lifetime": "lifetime",
    "time_s": "times",
    "beyond": "beyond onward onwards onwards",
    "s": "s",
}
#: a lower-cased word to its kind; months and weekdays are told apart in tokens.py, where their capitals are known
KINDS = {word: kind for kind, words in _FAMILIES.items() for word in words.split()}
