#!/usr/bin/env python3
"""Write one word list per language, the first of the two steps in README.md.

Needs `pip install wordfreq==3.1.1`. For each language it folds the words the way
storydiff folds them before matching, sums the frequencies of words that fold
together, keeps the most frequent, and writes `word TAB Zipf x 100` sorted by
bytes, which is what `examples/build_frequencies.rs` reads.

Usage: make.py OUT_DIRECTORY
"""

import math
import pathlib
import re
import sys
import unicodedata

from wordfreq import get_frequency_dict

# How many words to keep. Arabic needs more: clitics multiply its word forms.
KEEP = {
    "ar": 60_000, "en": 50_000, "fr": 50_000, "ru": 50_000, "de": 50_000,
    "es": 40_000, "it": 40_000, "pt": 40_000, "nl": 40_000, "pl": 50_000,
    "tr": 40_000, "fa": 30_000,
}
ARABIC_SCRIPT = {"ar", "fa"}
# Zipf values are rounded to a tenth: far finer than the lists agree among
# themselves, and it makes the maps about a third smaller.
STEP = 10

LETTERS = {
    "arabic": re.compile(r"[\u0621-\u064a\u066e-\u06d3]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*"),
    "latin": re.compile(r"[a-z\u00df-\u024f]+(?:['\u2019-][a-z\u00df-\u024f]+)*"),
}
PRESENTATION_FORMS = re.compile(r"[\ufb50-\ufdff\ufe70-\ufeff]+")
# Tatweel, harakat and Quranic marks.
ARABIC_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]")
ARABIC_FOLD = str.maketrans("آأإٱىیکةؤئ", "ااااييكهوي")


def fold(word):
    """The form storydiff matches on."""
    word = unicodedata.normalize("NFC", word).lower()
    word = PRESENTATION_FORMS.sub(
        lambda found: unicodedata.normalize("NFKC", found.group()), word
    )
    return ARABIC_MARKS.sub("", word).translate(ARABIC_FOLD)


def letters_of(tag):
    """The pattern a word of this language must match: other scripts are noise."""
    if tag in ARABIC_SCRIPT:
        return LETTERS["arabic"]
    return LETTERS["cyrillic" if tag == "ru" else "latin"]


def words_of(tag):
    """(word, Zipf x 100) for the words kept, sorted by their UTF-8 bytes."""
    totals = {}
    allowed = letters_of(tag)
    for word, frequency in get_frequency_dict(tag, "best").items():
        word = fold(word).replace("\u2019", "'")
        if allowed.fullmatch(word):
            totals[word] = totals.get(word, 0.0) + frequency
    ranked = sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))
    kept = ((word, centizipf(frequency)) for word, frequency in ranked[: KEEP[tag]])
    return sorted(kept, key=lambda pair: pair[0].encode())


def centizipf(frequency):
    """Zipf frequency (log10 of uses per billion words) x 100, in steps of STEP."""
    return round((math.log10(frequency) + 9) * 100 / STEP) * STEP


def main():
    out = pathlib.Path(sys.argv[1])
    for tag in KEEP:
        lines = [f"{word}\t{value}\n" for word, value in words_of(tag)]
        (out / f"{tag}.tsv").write_text("".join(lines), encoding="utf-8")
        print(tag, len(lines), "words", file=sys.stderr)


if __name__ == "__main__":
    main()
