"""What each peer finds in common between two texts, as pairs of character ranges.

None of them links claims, so each one's own notion of "the same" is taken as a link, on the generous side:

- word differs (wdiff, dwdiff, redlines, CollateX): each run of at least RUN words that they leave unchanged;
- prosediff: each two lines that it pairs, unchanged, edited or moved;
- cite-right: each sentence of the left text with each passage of the right one that it cites for it.
"""

import json
import pathlib
import re
import subprocess
import sys

# A shorter run of common words is "of the" more often than a claim.
RUN = 3
# Signs that stand in no text: around what is deleted, and what is inserted.
MARKS = "\x01\x02\x03\x04"


def words(text):
    return [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", text)]


def runs(pairs, left, right):
    """Links from pairs of word numbers, ascending: as long as both go on by one, it is one run."""
    found, run = [], []
    for pair in [*pairs, None]:
        if run and (pair is None or pair != (run[-1][0] + 1, run[-1][1] + 1)):
            if len(run) >= RUN:
                (a, b), (c, d) = run[0], run[-1]
                found.append([[left[a][1], left[c][2]], [right[b][1], right[d][2]]])
            run = []
        if pair is not None:
            run.append(pair)
    return found


def marked(command, left, right, paths):
    """From the output of wdiff or dwdiff with MARKS."""
    flags = [part for flag, mark in zip("wxyz", MARKS) for part in (f"-{flag}", mark)]
    done = subprocess.run([command, *flags, *paths], capture_output=True, text=True)
    pairs, at, state = [], [0, 0], "="
    for piece in re.split(f"([{MARKS}])", done.stdout):
        if piece and piece in MARKS:
            state = {"\x01": "-", "\x03": "+"}.get(piece, "=")
            continue
        for _ in piece.split():
            if state == "=":
                pairs.append((at[0], at[1]))
            at[0] += state != "+"
            at[1] += state != "-"
    if at != [len(left), len(right)]:
        sys.exit(f"{command}: {at} words are not those of the texts")
    return runs(pairs, left, right)


def wdiff(left, right, paths):
    return marked("wdiff", words(left), words(right), paths)


def dwdiff(left, right, paths):
    return marked("dwdiff", words(left), words(right), paths)


def redlines(left, right, paths):
    from redlines import Redlines

    diff = json.loads(Redlines(left, right).output_json())
    spans = [placed(diff[f"{side}_tokens"], text) for side, text in (("source", left), ("test", right))]
    found = []
    for change in diff["changes"]:
        if change["type"] == "equal":
            (a, b), (c, d) = change["source_token_position"], change["test_token_position"]
            if b - a >= RUN:
                found.append([[spans[0][a][0], spans[0][b - 1][1]], [spans[1][c][0], spans[1][d - 1][1]]])
    return found


def placed(tokens, text):
    """Where tokens stand that follow each other in a text."""
    spans, at = [], 0
    for token in tokens:
        token = str(token).strip()
        start = text.find(token, at) if token else at
        start = at if start < 0 else start
        at = start + len(token)
        spans.append((start, at))
    return spans


def collatex(left, right, paths):
    from collatex import Collation, collate

    both = [words(left), words(right)]
    collation = Collation.create_from_dict(
        {
            "witnesses": [
                {"id": name, "tokens": [{"t": word, "n": word.lower(), "at": at} for at, (word, _, _) in enumerate(of)]}
                for name, of in zip("AB", both)
            ]
        }
    )
    table = json.loads(collate(collation, output="json", segmentation=False))["table"]
    pairs = []
    for a, b in zip(*table):
        if a and b and a[0]["n"] == b[0]["n"]:
            pairs.append((a[0]["at"], b[0]["at"]))
    return runs(pairs, *both)


def prosediff(left, right, paths):
    from prosediff.diff import compare_paths

    spans = [[(m.start(), m.end()) for m in re.finditer(r"[^\n]*\n?", text)] for text in (left, right)]
    found = []
    for file in compare_paths(*paths).files:
        for old, new in file.pairs:
            if old is not None and new is not None:
                a, b = spans[0][old], spans[1][new]
                if left[slice(*a)].strip() and right[slice(*b)].strip():
                    found.append([list(a), list(b)])
    return found


def cite_right(left, right, paths):
    from cite_right import align_citations

    return [
        [[span.answer_span.char_start, span.answer_span.char_end], [cited.char_start, cited.char_end]]
        for span in align_citations(left, [right])
        for cited in span.citations
    ]


PEERS = {f.__name__: f for f in (wdiff, dwdiff, redlines, collatex, prosediff, cite_right)}


def main():
    """links.py PEER FIXTURES: a line of JSON for each story."""
    peer, fixtures = sys.argv[1], pathlib.Path(sys.argv[2])
    for gold in sorted(fixtures.glob("*/gold.json")):
        paths = [str(gold.parent / f"{side}.txt") for side in ("left", "right")]
        left, right = (pathlib.Path(path).read_text() for path in paths)
        print(json.dumps({"id": gold.parent.name, "links": PEERS[peer](left, right, paths)}))


if __name__ == "__main__":
    main()
