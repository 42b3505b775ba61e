#!/usr/bin/env python3
"""The pairs of fixtures/ as records for `storydiff batch`, over and over: `benches/pairs.py 2000 > pairs.jsonl`."""

import itertools
import json
import pathlib
import sys

fixtures = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
stories = sorted(path.parent for path in fixtures.glob("*/gold.json"))
texts = [
    (story.name, *({"text": (story / f"{side}.txt").read_text()} for side in ("left", "right")))
    for story in stories
]
for number, (name, left, right) in zip(range(int(sys.argv[1])), itertools.cycle(texts)):
    print(json.dumps({"id": f"{name}/{number}", "left": left, "right": right}, ensure_ascii=False))
