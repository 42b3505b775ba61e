#!/usr/bin/env python3
"""Learn what Latin letters an Arabic letter is written with: prints ar-latin.tsv.

Usage: learn.py names-ar-en.tsv > ar-latin.tsv

The pairs of names are aligned letter group to letter group by expectation
maximisation, the stochastic edit distance of Ristad & Yianilos (1998) widened to
groups of up to three Latin and two Arabic letters as in the many-to-many aligner of
Jiampojamarn, Kondrak & Sherif (2007). Only the names whose Arabic letters hash to an
even number are learned from; the other half is left for the test.

The cost of a group is a mean of -ln P(arabic | latin) and -ln P(latin | arabic), so
that a pair counts as close only when each side expects the other.
"""

import collections
import functools
import math
import re
import sys
import unicodedata

MAX_LATIN, MAX_ARABIC = 3, 2
ROUNDS = 8
# Uses a group must have in the training half to be kept, and the uses taken off its
# share of the evidence: rare groups are mostly accidents of the alignment.
MIN_USES, DOUBT = 3.0, 4.0
MAX_COST = 4.0
# First guesses of a group's chance: per letter, and for a letter that meets nothing.
LONG, SILENT = 0.1, 0.001
# The weight of P(arabic | latin) in a cost; the rest is for P(latin | arabic). Latin
# spellings differ more, so the second says less; 0.5 ranks as well.
FORWARD = 0.8

ARABIC_FOLD = str.maketrans("آأإٱىیکةؤئ", "ااااييكهوي")


def fold_latin(name):
    name = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in name if "a" <= letter <= "z")


def fold_arabic(name):
    name = name.translate(ARABIC_FOLD)
    return "".join(letter for letter in name if "\u0621" <= letter <= "\u06cc")


def for_training(arabic):
    """Even FNV-1a hash (32 bits) of the folded letters."""
    value = 0x811C9DC5
    for byte in arabic.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value % 2 == 0


SIZES = [(m, n) for m in range(MAX_LATIN + 1) for n in range(MAX_ARABIC + 1) if m + n]
VOWELS = re.compile("[aeiouyw]+")
# One sound written with several letters: doubled, with an h, or as in "Jack", "Django".
CONSONANTS = re.compile(r"([b-df-hj-np-tvxz])\1?|[cdgkpstzw]h|tch|sch|ck|cz|tz|ts|dj|gu|qu|ng|x")
# Arabic letters that can stand for a vowel, alone or after one another.
ARABIC_VOWELS = re.compile("[اويعءه]+")
# Letters that meet nothing for a reason of sound or spelling. Others do so in the data
# only where it pairs names that are not the same ("abdfadl", عبد ذي الفضل).
MAY_BE_SILENT = re.compile("[aeiouywhاويعءهل]")


@functools.cache
def allowed(latin, arabic):
    """A group is one sound or a run of vowels; without this, whole names are learned."""
    if not latin or not arabic:
        return len(latin + arabic) == 1
    if len(arabic) == 2 and not ARABIC_VOWELS.fullmatch(arabic):
        return latin[-2:] == "ch" or latin in ("x", "j", "tz", "ts", "ng")
    if VOWELS.fullmatch(latin) and ARABIC_VOWELS.fullmatch(arabic):
        return True
    return len(arabic) == 1 and bool(CONSONANTS.fullmatch(latin))


def groups_of(latin, arabic):
    """Every (i, j, m, n): the group of m and n letters that starts at i and j."""
    for i in range(len(latin) + 1):
        for j in range(len(arabic) + 1):
            for m, n in SIZES:
                if i + m > len(latin) or j + n > len(arabic):
                    continue
                if allowed(latin[i : i + m], arabic[j : j + n]):
                    yield i, j, m, n


def expect(latin, arabic, chance, counts):
    """Add to `counts` the expected uses of every group in this pair."""
    edges = [
        (i, j, i + m, j + n, (latin[i : i + m], arabic[j : j + n]))
        for i, j, m, n in groups_of(latin, arabic)
    ]
    edges = [edge + (chance(edge[4]),) for edge in edges]
    before = collections.defaultdict(float, {(0, 0): 1.0})
    for i, j, k, l, _, p in edges:
        before[k, l] += before[i, j] * p
    after = collections.defaultdict(float, {(len(latin), len(arabic)): 1.0})
    for i, j, k, l, _, p in reversed(edges):
        after[i, j] += after[k, l] * p
    total = before[len(latin), len(arabic)]
    if total <= 0.0:
        return
    for i, j, k, l, group, p in edges:
        uses = before[i, j] * p * after[k, l] / total
        if uses > 1e-4:
            counts[group] += uses


def learn(pairs):
    """Expected uses of every group after some rounds."""
    # To begin with every group is as likely as any other of its size.
    chance = lambda group: LONG ** len(group[0] + group[1]) if all(group) else SILENT
    for _ in range(ROUNDS):
        counts = collections.defaultdict(float)
        for latin, arabic in pairs:
            expect(latin, arabic, chance, counts)
        total = sum(counts.values())
        chance = lambda group: max(counts.get(group, 0.0), 1e-6) / total
    return counts


def costs(counts):
    """Cost of every group that is used often enough."""
    by_latin, by_arabic = collections.Counter(), collections.Counter()
    for (latin, arabic), uses in counts.items():
        by_latin[latin] += uses
        by_arabic[arabic] += uses
    for (latin, arabic), uses in counts.items():
        if uses < MIN_USES or not (MAY_BE_SILENT.fullmatch(latin + arabic) or latin and arabic):
            continue
        as_arabic = -math.log(uses / (by_latin[latin] + DOUBT)) if latin else None
        as_latin = -math.log(uses / (by_arabic[arabic] + DOUBT)) if arabic else None
        if latin and arabic:
            cost = FORWARD * as_arabic + (1 - FORWARD) * as_latin
        else:
            cost = as_arabic or as_latin
        if cost <= MAX_COST:
            yield latin, arabic, cost, uses


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines][1:]
    pairs = [(fold_latin(latin), fold_arabic(arabic)) for latin, arabic in rows]
    counts = learn([pair for pair in pairs if for_training(pair[1])])
    print("latin\tarabic\tcost\texample")
    for latin, arabic, cost, _ in sorted(costs(counts)):
        example = min(
            (
                (len(row[1].split()), abs(len(pair[0]) - len(pair[1])), f"{row[0]} {row[1]}")
                for row, pair in zip(rows, pairs)
                if latin in pair[0] and arabic in pair[1] and for_training(pair[1])
            ),
        )[-1]
        print(f"{latin or '-'}\t{arabic or '-'}\t{cost:.2f}\t{example}")


if __name__ == "__main__":
    main()
