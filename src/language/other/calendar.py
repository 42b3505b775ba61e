"""Writes calendar.tsv: months and weekdays of the languages without a folder, from the CLDR by way of Babel.

    pip install babel==2.18.0 && python3 src/language/other/calendar.py > src/language/other/calendar.tsv

The data of the CLDR are under the Unicode License v3.
"""

from babel import Locale

LANGUAGES = ["it", "ja", "ko", "nl", "pl", "pt", "th", "tr", "zh", "fa"]
# How a name stands in a sentence; our words cut Chinese characters from each other.
EXAMPLES = {"ja": "{} に", "zh": "在 {}", "ko": "{} 오전"}


def spaced(language, name):
    return " ".join(name) if language in ("ja", "zh") else name


def rows(language):
    locale = Locale.parse(language)
    for kind, names, first in [("month", locale.months, 1), ("weekday", locale.days, 0)]:
        for number in range(first, first + (12 if kind == "month" else 7)):
            forms = [names[form]["wide"][number] for form in ("format", "stand-alone")]
            forms = [spaced(language, form) for form in dict.fromkeys(forms)]
            forms = [form for form in forms if not any(c.isdigit() for c in form)]
            if forms:
                yield forms, kind, number if kind == "month" else number + 1, locale


def main():
    print("# Months and weekdays of languages without a folder. Written by calendar.py beside it, from the CLDR (by Babel 2.18)")
    print("# (Unicode License v3, https://www.unicode.org/license.txt). Months that are written as numbers are not here.")
    print("# language\twords\tkind\tnumber\texample")
    for language in LANGUAGES:
        for forms, kind, number, _ in rows(language):
            example = EXAMPLES.get(language, "{} 2024").format(forms[0])
            print(language, "|".join(forms), kind, number, example, sep="\t")


main()
