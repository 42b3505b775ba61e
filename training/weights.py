#!/usr/bin/env python3
"""Fits the weights of src/evidence/weights.tsv by logistic regression, and says how the marked pairs fare under them.

    cargo build --release --example evidence
    python3 training/weights.py --gold FOLDER… --real FOLDER [--evidence PATH] [--fit]

--gold: folders with left.txt, right.txt and gold.json each. --real: the folder with `en` and `ar` in which the files of
training/annotations/ lie. Without --fit it measures the table as it stands. Needs numpy.
"""
import argparse, collections, concurrent.futures, csv, itertools, json, pathlib, subprocess, sys, unicodedata
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE.parent / "src/evidence/weights.tsv"


# Evidence that something differs which could be a contradiction.
CONTRAST = ("quantity.casualties", "quantity.noun", "quantity.unit", "date.day", "date.year", "casualties.none",
            "polarity.denied", "polarity.negated", "polarity.opposite")
# A contradiction counts as so many pairs without one: of what differs in real reports fewer than one in fifty is one.
FACTOR = 3.0


def contrasts(told):
    return any(name in told for name in CONTRAST)


def evidence(tool, left, right):
    """Each pair that a comparison of two files looks at."""
    done = subprocess.run([tool, left, right], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def overlap(a, b):
    """Share of the shorter of two intervals that both cover."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, min(a[1] - a[0], b[1] - b[0]))


def squeezed(text):
    kept = [(i, c) for i, c in enumerate(text) if not c.isspace() and unicodedata.category(c) != "Cf"]
    return [i for i, _ in kept], "".join(c for _, c in kept)


def place(line, claim):
    index, text = squeezed(line)
    at = text.find(squeezed(claim)[1])
    return None if at < 0 or not claim else (index[at], index[at + len(squeezed(claim)[1]) - 1] + 1)


def of_gold(tool, folder):
    """Pairs of an annotated story: (evidence, related, conflict)."""
    gold = json.loads((folder / "gold.json").read_text())
    lines = {s: (folder / f"{s}.txt").read_text().split("\n") for s in ("left", "right")}
    where = {s: {c["id"]: (c["line"], place(lines[s][c["line"] - 1], c["text"])) for c in gold["claims"][s]} for s in lines}
    def touching(side, spot):
        line, at = spot[3], place(lines[side][spot[3] - 1], spot[4])
        return {k for k, (n, b) in where[side].items() if n == line and at and b and overlap(at, b) >= 0.5}
    found = []
    for pair in evidence(tool, folder / "left.txt", folder / "right.txt"):
        a, b = touching("left", pair["left"]), touching("right", pair["right"])
        met = [k["relation"] for k in gold["links"] if k["left"] in a and k["right"] in b]
        found.append((pair, 1.0 if met else 0.0, "conflict" in met))
    return found


def of_real(tool, folder, marks, key):
    """Pairs of two real reports: (evidence, related or None, conflict), by the marks made on them."""
    lang, story, left, right = key
    paths = [folder / lang / story / name for name in (left, right)]
    if not all(p.exists() for p in paths):
        return []
    found = []
    for pair in evidence(tool, *paths):
        related, conflict = None, False
        for mark in marks:
            spots = ((pair["left"], mark["left"]), (pair["right"], mark["right"]))
            if all(a[0] == b[0] and overlap(a[1:3], b[1:]) >= 0.6 for a, b in spots):
                conflict |= mark["conflict"]
                related = mark["related"] if mark["related"] is not None else related
        found.append((pair, related, conflict))
    return found


def annotations():
    marks = collections.defaultdict(list)
    def add(name, of):
        for row in csv.DictReader(open(HERE / "annotations" / f"{name}.tsv"), delimiter="\t", quoting=csv.QUOTE_NONE):
            key = tuple(row[k] for k in ("lang", "story", "left_file", "right_file"))
            spot = lambda side: tuple(int(row[f"{side}_{k}"]) for k in ("par", "start", "end"))
            marks[key].append({"left": spot("left"), "right": spot("right"), **of(row)})
    add("alarms", lambda r: {"related": None, "conflict": r["verdict"] == "conflict" and r["verdict_ok"] == "yes"})
    add("missed", lambda r: {"related": 1.0, "conflict": False})
    add("links", lambda r: {"related": {"right": 1.0, "partial": 0.5, "wrong": 0.0}[r["mark"]], "conflict": False})
    # A fact in common, or two that contradict or follow each other, belongs together (training/PAIRS.md).
    apart = ("near", "other")
    add("pairs", lambda r: {"related": 0.0 if r["relation"] in apart else 1.0, "conflict": r["relation"] == "conflict"})
    return marks


def table():
    rows = [l.split("\t") for l in TABLE.read_text().splitlines() if l and not l.startswith("#")]
    weights = collections.defaultdict(dict)
    for question, name, value, _ in rows:
        weights[question][name] = float(value)
    return weights


def odds(weights, told, related=0.0):
    return weights.get("bias", 0) + weights.get("related", 0) * related + sum(weights.get(k, 0) * v for k, v in told.items())


def by_hand():
    """Names of the first question whose weights were set by hand: they are kept."""
    rows = [l.split("\t") for l in TABLE.read_text().splitlines() if l and not l.startswith("#")]
    return {name for question, name, _, origin in rows if question == "related" and "by hand" in origin}


def fit(rows, names, ridge=1.0, kept={}):
    """Logistic regression by Newton's method; the last column is the sum without evidence, which is not shrunk.

    `kept` are weights that stand already.
    """
    given = np.array([sum(kept.get(k, 0.0) * v for k, v in told.items()) for told, _, _ in rows])
    x = np.array([[told.get(n, 0.0) for n in names] + [1.0] for told, _, _ in rows])
    y = np.array([r[1] for r in rows]); w = np.array([r[2] for r in rows])
    shrink = np.full(x.shape[1], ridge); shrink[-1] = 1e-6
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta - given))
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + np.diag(shrink), x.T @ (w * (p - y)) + shrink * beta)
        beta -= step
        if np.abs(step).max() < 1e-8:
            break
    return dict(zip([*names, "bias"], beta))


def measured(name, rows, cuts):
    """How many of the pairs that may be linked are right, partly right and wrong at some cuts."""
    for cut in cuts:
        kept = [r for p, r, o in rows if o >= np.log(cut / (1 - cut)) and r is not None]
        right, part = sum(r == 1 for r in kept), sum(r == 0.5 for r in kept)
        total = sum(r == 1 for _, r, _ in rows)
        print(f"{name:8} cut {cut:.2f}: {len(kept):4} linked, right {right / max(1, len(kept)):.2f}, partly {part / max(1, len(kept)):.2f}, "
              f"wrong {(len(kept) - right - part) / max(1, len(kept)):.2f}, of all right ones {right / max(1, total):.2f}")


def reliable(rows):
    """A reliability table: of the marked pairs of real reports with a chance in each tenth, how many are related."""
    for low in range(10):
        own = [r for o, r in rows if low <= 10 / (1 + np.exp(-o)) < low + 1]
        if own:
            print(f"chance .{low}-: {len(own):4} pairs, related {sum(r == 1 for r in own) / len(own):.2f}, partly {sum(r == 0.5 for r in own) / len(own):.2f}")


def spoken(tool, data, weights):
    """A markdown table of all rules: what each sees, how often it speaks, what it weighs."""
    pairs = {"gold": data["gold"], "real": data["en"] + data["ar"]}
    print(f"| evidence | what it sees | stories ({len(pairs['gold'])} pairs) | real ({len(pairs['real'])} pairs) | related | conflict | update |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for line in subprocess.run([tool], capture_output=True, text=True, check=True).stdout.splitlines():
        rule = json.loads(line)
        counts = [sum(rule["id"] in p["evidence"] for p, _, _ in pairs[k]) for k in ("gold", "real")]
        of = [f"{weights[q][rule['id']]:g}" if rule["id"] in weights[q] else "" for q in ("related", "conflict", "update")]
        print(f"| `{rule['id']}` | {rule['what']} | {counts[0]} | {counts[1]} | {' | '.join(of)} |")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", nargs="*", type=pathlib.Path, default=[])
    ask.add_argument("--real", type=pathlib.Path)
    ask.add_argument("--evidence", default="target/release/examples/evidence")
    ask.add_argument("--fit", action="store_true")
    ask.add_argument("--table", action="store_true", help="how often each rule speaks, for docs/quality.md")
    ask.add_argument("--cache", type=pathlib.Path, help="keep what was gathered, or take it from here")
    given = ask.parse_args()
    if given.cache and given.cache.exists():
        data = json.loads(given.cache.read_text())
    else:
        marks = annotations() if given.real else {}
        # What nobody marked counts as no conflict: real reports hardly ever contradict each other.
        keys = {(p[0].parent.parent.name, p[0].parent.name, p[0].name, p[1].name) for lang in ("en", "ar") if given.real
                for story in sorted((given.real / lang).iterdir()) if story.is_dir()
                for p in itertools.combinations(sorted(story.glob("*.txt")), 2)}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            stories = [f for f in given.gold if (f / "gold.json").exists()]
            gold = pool.map(lambda f: of_gold(given.evidence, f), stories)
            real = pool.map(lambda k: (k[0], of_real(given.evidence, given.real, marks[k], k)), sorted(keys))
            data = {"gold": [r for rows in gold for r in rows], "en": [], "ar": []}
            for lang, rows in real:
                data[lang] += rows
        if given.cache:
            given.cache.write_text(json.dumps(data))
    weights = table()
    if given.table:
        return spoken(given.evidence, data, weights)
    may = lambda pair: pair["best"] and (pair["multiple"] >= 1.0)
    if given.fit:
        rows = [(p["evidence"], r, 1.0 if kind == "gold" else 2.0) for kind in data for p, r, _ in data[kind] if may(p) and r is not None]
        kept = {n: weights["related"][n] for n in by_hand()}
        names = [n for n in weights["related"] if n != "bias" and n not in kept]
        weights["related"] = {**kept, **fit(rows, names, kept=kept)}
        rows = []
        for kind in data:
            for p, r, c in data[kind]:
                told = dict(p["evidence"]); told["related"] = odds(weights["related"], told)
                if contrasts(told):
                    rows.append((told, float(c), FACTOR if c else 1.0))
        names = [n for n in weights["conflict"] if n != "bias"]
        weights["conflict"] = fit(rows, names, ridge=0.5)
        for question in ("related", "conflict"):
            for name, value in weights[question].items():
                print(f"{question}\t{name}\t{value:.2f}")
    reliable([(odds(weights["related"], p["evidence"]), r) for kind in ("en", "ar") for p, r, _ in data[kind] if may(p) and r is not None])
    for kind in data:
        rows = [(p, r, odds(weights["related"], p["evidence"])) for p, r, _ in data[kind] if may(p)]
        measured(kind, rows, (0.4, 0.5, 0.6, 0.7))
        said = [(odds(weights["conflict"], p["evidence"], odds(weights["related"], p["evidence"])), c, p)
                for p, _, c in data[kind] if contrasts(p["evidence"])]
        for cut in (0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
            kept = [c for o, c, p in said if o >= np.log(cut / (1 - cut))]
            print(f"{kind:8} conflict cut {cut:.2f}: said {len(kept)}, right {sum(kept)} of {sum(c for _, c, _ in said)}")


if __name__ == "__main__":
    sys.exit(main())
