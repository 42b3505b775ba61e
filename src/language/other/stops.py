"""Writes stops.tsv: stop words of German and of languages without a folder, from the lists in the crate stop-words 0.10.1.

    pip install wordfreq==3.1.1 opencc-python-reimplemented==0.1.7
    python3 src/language/other/stops.py FOLDER > src/language/other/stops.tsv

FOLDER is the crate's source. Snowball's lists (BSD-3-Clause; the Turkish one is NLTK's) hold function words alone; where
there is none, those of stopwords-iso (MIT) are taken, without signs, figures and what is named below. Our words are
single characters in Chinese and Japanese, so a character is kept only if it is mostly a word by itself: in half of its
uses by wordfreq's frequencies. Chinese words are written in traditional characters too.
"""

import functools
import json
import pathlib
import sys

import opencc
import wordfreq

SNOWBALL = {"de": "german", "it": "italian", "nl": "dutch", "pt": "portuguese", "tr": "turkish"}
ISO = ["ja", "ko", "pl", "th", "zh"]
BY_CHARACTER = ("ja", "zh")
# Words with a content of their own in stopwords-iso: who, when, how many, sounds.
CONTENT = {
    "ko": """가까스로 구토하다 년 월 일 이 삼 사 오 육 륙 칠 팔 구 령 영 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 하나 시간 시각 도착하다
        도달하다 오르다 타다 토하다 놀라다 이용하여 공동으로 자기집 옆사람 이천구 이천육 이천칠 이천팔""".split(),
    "pl": "cali cała cały chce dwa dwaj dwie dwoje godz hab lat mgr pan pana pani prof raz roku tel został".split(),
    "th": "กล่าว จัด ตั้ง ผล พบ ร่วม วัน ส่ง เปิด เปิดเผย เริ่ม หนึ่ง รับ ราย".split(),
    "zh": "人 年 月 日 时 分 秒 点 区 大 小 多 打 看 说 一 二 三 四 五 六 七 八 九 零".split(),
    "ja": [],
}
# The last word of each is none.
EXAMPLES = {
    "de": "das ist nicht von der Regierung",
    "it": "non è del Porto",
    "ja": "この が 船",
    "ko": "그리고 또한 정부",
    "nl": "het is niet van de Haven",
    "pl": "to jest nie dla Portu",
    "pt": "não é da Prefeitura",
    "th": "และ หรือ รัฐบาล",
    "tr": "ama bu için Liman",
    "zh": "但是 他们 的 船",
}


@functools.cache
def alone(language):
    """The characters that are words by themselves in half of their uses."""
    by_itself, all_uses = {}, {}
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        if len(word) == 1:
            by_itself[word] = frequency
        for character in set(word):
            all_uses[character] = all_uses.get(character, 0) + frequency
    return {c for c, frequency in by_itself.items() if frequency * 2 >= all_uses[c]}


def words(language, folder):
    if language in SNOWBALL:
        return (folder / "src/nltk" / SNOWBALL[language]).read_text(encoding="utf-8").split()
    lists = json.loads((folder / "src/iso/stopwords-iso.json").read_text(encoding="utf-8"))
    kept = [w for w in lists[language] if all(c.isalpha() or c == " " or "\u0e30" <= c <= "\u0e4e" for c in w)]
    kept = [w for w in kept if not w.isascii() or language == "pl"]
    kept = [w for w in kept if w not in CONTENT[language] and not (language == "pl" and set(w) <= set("ivxl") and w != "i")]
    if language in BY_CHARACTER:
        kept = [w for w in kept if len(w) > 1 or w in alone(language)]
    if language == "zh":
        # The general forms of traditional characters, and those of Taiwan.
        variants = [opencc.OpenCC(name) for name in ("s2t", "s2tw")]
        kept += [variant.convert(w) for w in kept for variant in variants]
    return kept


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    folder = pathlib.Path(sys.argv[1])
    print("# Stop words of German and of languages without a folder. Written by stops.py beside it, from the lists of Snowball")
    print("# (BSD-3-Clause), NLTK (Turkish) and stopwords-iso (MIT) in the crate stop-words 0.10.1.")
    print("# All words of an example but the last are of the row.")
    print("# language\twords\texample")
    for language in sorted([*SNOWBALL, *ISO]):
        spaced = " ".join if language in BY_CHARACTER else str
        found = "|".join(sorted({spaced(w) for w in words(language, folder)}))
        print(language, found, EXAMPLES[language], sep="\t")


if __name__ == "__main__":
    main()
