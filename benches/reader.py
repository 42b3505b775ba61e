#!/usr/bin/env python3
"""Score a second reader on annotated stories, beside the embedded engine.

    python3 benches/reader.py http://localhost:11434/v1 --model qwen3:8b [FOLDER...]
    python3 benches/reader.py --replay answers.jsonl [FOLDER...]
    python3 benches/reader.py --careful [FOLDER...]

Each FOLDER holds left.txt, right.txt and gold.json (default: those of fixtures/). For the engine alone and with the
reader it prints links (precision, recall, F1), conflicts (precision, recall), speakers, and for the reader tokens and
seconds. --careful answers from the annotation itself, as a reader that is always right would: what is missing then is
lost between a right answer and the report. What follows -- goes to storydiff as it stands.
"""
import argparse
import collections
import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIDES = ("left", "right")


def squeezed(text):
    return "".join(text.split())


def overlap(one, other):
    """Share of the shorter of two texts that the other has, white space aside, as one run."""
    one, other = squeezed(one), squeezed(other)
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if short in long:
        return 1.0
    best, row = 0, [0] * (len(long) + 1)
    for a in short:
        row = [0] + [row[i] + 1 if a == b else 0 for i, b in enumerate(long)]
        best = max(best, max(row))
    return best / len(short)


class Gold:
    """One annotated story."""

    def __init__(self, folder):
        self.folder = folder
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        self.lines = {s: (folder / f"{s}.txt").read_text(encoding="utf-8").split("\n") for s in SIDES}
        self.claims = {s: {c["id"]: c for c in gold["claims"][s]} for s in SIDES}
        self.links = collections.defaultdict(list)
        for link in gold["links"]:
            self.links[link["left"], link["right"]].append(link)
        self.touched = {}

    def touching(self, side, text, paragraph):
        """Ids of the annotated claims that a claim of the tool covers by half, or is covered by."""
        key = side, text, paragraph
        if key not in self.touched:
            found = set()
            for ident, claim in self.claims[side].items():
                line = squeezed(self.lines[side][claim["line"] - 1])
                if squeezed(text) in line and squeezed(paragraph)[:40] in line:
                    if overlap(claim["text"], text) >= 0.5:
                        found.add(ident)
            self.touched[key] = found
        return self.touched[key]

    def link(self, left, right):
        """The annotated link between two sets of ids; a conflict goes before all others."""
        found = [x for a in left for b in right for x in self.links.get((a, b), [])]
        return min(found, key=lambda x: x["relation"] != "conflict", default=None)


class Careful:
    """A reader that answers from the annotation."""

    def __init__(self, golds):
        self.golds = golds

    def answer(self, question):
        own, partners = question["claim"], question["partners"]
        for gold in self.golds:
            for side, other in (SIDES, SIDES[::-1]):
                text = squeezed("".join(gold.lines[side]))
                behind = squeezed("".join(gold.lines[other]))
                if squeezed(own["paragraph"]) in text and all(squeezed(p["paragraph"]) in behind for p in partners):
                    return self.of(gold, side, other, own, partners)
        return {"speaker": "", "pairs": []}

    @staticmethod
    def of(gold, side, other, own, partners):
        here = gold.touching(side, own["claim"], own["paragraph"])
        pairs = []
        for partner in partners:
            there = gold.touching(other, partner["claim"], partner["paragraph"])
            link = gold.link(here, there) if side == "left" else gold.link(there, here)
            pair = {"partner": partner["partner"], "relation": "unrelated", "claim_words": "", "partner_words": ""}
            if link:
                pair["relation"] = relation(link["relation"], side)
                if link["relation"] in ("conflict", "development"):
                    about = link.get("about", ["", ""])
                    about = about if side == "left" else about[::-1]
                    shown = [w if w and w in p["claim"] else "" for w, p in zip(about, (own, partner))]
                    if all(shown):
                        pair["claim_words"], pair["partner_words"] = shown
                    else:  # the annotated words stand in another claim of the tool
                        pair["relation"] = "unsure"
            pairs.append(pair)
        speakers = [gold.claims[side][i].get("speaker") for i in here]
        name = next((s if isinstance(s, str) else s.get("name") for s in speakers if s), "") or ""
        return {"speaker": name if name in own["paragraph"] else "", "pairs": pairs}

    def serve(self):
        careful = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                question = json.loads(body["messages"][-1]["content"])
                content = json.dumps(careful.answer(question), ensure_ascii=False)
                said = json.dumps({"choices": [{"message": {"content": content}}],
                                   "usage": {"prompt_tokens": 0, "completion_tokens": 0}}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/v1"


def relation(name, side):
    """The annotation's name of a relation as an answer has it, seen from a side."""
    mine, theirs = ("claim_adds", "partner_adds") if side == "left" else ("partner_adds", "claim_adds")
    return {"left_adds": mine, "right_adds": theirs, "development": "update", "source_differs": "other_speaker"}.get(name, name)


def names_alike(one, other):
    a, b = (set(re.findall(r"\w+", (x or "").casefold())) for x in (one, other))
    return not a and not b or bool(a & b)


def scored(gold, report, counts):
    texts = {s: {c["id"]: c for c in report[s]["claims"]} for s in SIDES}
    paragraphs = {s: report[s]["paragraphs"] for s in SIDES}

    def touching(side, ident):
        claim = texts[side][ident]
        return gold.touching(side, claim["text"], paragraphs[side][claim["paragraph"]]["text"])

    hit, settled = set(), set()
    for finding in report["findings"]:
        if not (finding["left"] and finding["right"]) or finding["verdict"] == "related":
            continue
        left = {i for c in finding["left"] for i in touching("left", c)}
        right = {i for c in finding["right"] for i in touching("right", c)}
        pairs = {(a, b) for a in left for b in right if (a, b) in gold.links}
        counts["links said"] += 1
        counts["links right"] += bool(pairs)
        hit |= pairs
        if finding["verdict"] == "conflict":
            disputes = {frozenset(x["about"]) for p in pairs for x in gold.links[p] if x["relation"] == "conflict"}
            counts["conflicts said"] += 1
            counts["conflicts right"] += bool(disputes)
            settled |= disputes
    for k in (0, 1):
        counts["linked"] += len({p[k] for p in gold.links})
        counts["found"] += len({p[k] for p in hit})
    every = {frozenset(x["about"]) for links in gold.links.values() for x in links if x["relation"] == "conflict"}
    counts["disputes"] += len(every)
    counts["settled"] += len(settled)
    for side in SIDES:
        for claim in texts[side].values():
            ids = touching(side, claim["id"])
            speakers = [gold.claims[side][i].get("speaker") for i in ids]
            names = [s if isinstance(s, str) or s is None else s.get("name") for s in speakers]
            if ids:
                counts["speakers"] += 1
                counts["speakers right"] += any(names_alike(n, (claim["speaker"] or {}).get("name")) for n in names)


def row(name, counts, seconds):
    def share(a, b):
        return counts[a] / counts[b] if counts[b] else 0.0
    p, r = share("links right", "links said"), share("found", "linked")
    f = 2 * p * r / (p + r) if p + r else 0.0
    print(f"{name:10} link P {p:.3f} R {r:.3f} F1 {f:.3f}  conflict P {share('conflicts right', 'conflicts said'):.3f} "
          f"R {share('settled', 'disputes'):.3f}  speaker {share('speakers right', 'speakers'):.3f}  "
          f"questions {counts['asked']} answered {counts['answered']} thrown away {counts['thrown']}  "
          f"tokens {counts['tokens']}  {seconds:.1f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?")
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    parser.add_argument("--model", default="any")
    parser.add_argument("--replay", type=pathlib.Path)
    parser.add_argument("--careful", action="store_true")
    parser.add_argument("--scope", default="all")
    parser.add_argument("--log", type=pathlib.Path, help="keep all questions and answers here")
    parser.add_argument("--tool", default=str(ROOT / "target/release/storydiff"))
    argv, extra = sys.argv[1:], []
    if "--" in argv:
        at = argv.index("--")
        argv, extra = argv[:at], argv[at + 1:]
    args = parser.parse_intermixed_args(argv)
    if args.careful or args.replay:
        args.folders = ([pathlib.Path(args.url)] if args.url else []) + args.folders
    elif not args.url:
        parser.error("give a URL, --replay or --careful")
    folders = args.folders or sorted(p.parent for p in (ROOT / "fixtures").glob("*/gold.json"))
    golds = [Gold(folder) for folder in folders]
    if args.replay:
        reader = ["--reader-replay", str(args.replay)]
    else:
        url = Careful(golds).serve() if args.careful else args.url
        reader = ["--reader", url, "--reader-model", args.model, "--no-cache", "--reader-requests", "100000",
                  "--reader-tokens", "1000000000"]
    logs = []
    for name, options in (("engine", []), ("reader", reader + ["--reader-scope", args.scope] + extra)):
        counts, start = collections.Counter(), time.monotonic()
        for gold in golds:
            command = [args.tool, str(gold.folder / "left.txt"), str(gold.folder / "right.txt"), "-f", "json", *options]
            with tempfile.NamedTemporaryFile(suffix=".jsonl") as log:
                if options and args.log and not args.replay:
                    command += ["--reader-log", log.name]
                done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
                if not done.stdout.strip():
                    sys.exit(f"{gold.folder}: {done.stderr}")
                logs.append(pathlib.Path(log.name).read_text(encoding="utf-8"))
            report = json.loads(done.stdout)
            if report.get("reader"):
                for key in ("asked", "answered", "thrown"):
                    counts[key] += report["reader"][key]
                counts["tokens"] += sum(report["reader"]["tokens"])
            scored(gold, report, counts)
        row(name, counts, time.monotonic() - start)
    if args.log:
        args.log.write_text("".join(logs), encoding="utf-8")


if __name__ == "__main__":
    main()
