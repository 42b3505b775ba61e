"""How many links of each peer are right, wrong and missed: the measure of links in docs/quality.md.

A link is right where it touches both claims of a link of gold.json, that is, shares at least half of the shorter one's
characters. Missed are claims that people linked and that no right link touches. `score.py FIXTURES NAME=FILE …`: each
file has the lines of links.py, or the answers of `storydiff batch`.
"""

import json
import pathlib
import sys
import unicodedata

SIDES = ("left", "right")


def squeezed(text):
    return [(at, c) for at, c in enumerate(text) if not c.isspace() and unicodedata.category(c) != "Cf"]


def place(line, claim):
    """Where a claim stands in its line, white space and invisible signs apart."""
    kept, wanted = squeezed(line), "".join(c for _, c in squeezed(claim))
    start = "".join(c for _, c in kept).find(wanted)
    return None if start < 0 or not wanted else (kept[start][0], kept[start + len(wanted) - 1][0] + 1)


def touches(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common >= 0.5 * max(1, min(a[1] - a[0], b[1] - b[0]))


class Story:
    def __init__(self, folder):
        self.gold = json.loads((folder / "gold.json").read_text())
        texts = [(folder / f"{side}.txt").read_text() for side in SIDES]
        self.lines = [text.split("\n") for text in texts]
        self.starts = []
        for lines in self.lines:
            starts = [0]
            for line in lines:
                starts.append(starts[-1] + len(line) + 1)
            self.starts.append(starts)
        self.claims = [
            {claim["id"]: self.span(side, claim["line"], claim["text"]) for claim in self.gold["claims"][name]}
            for side, name in enumerate(SIDES)
        ]

    def span(self, side, line, text):
        found = place(self.lines[side][line - 1], text)
        start = self.starts[side][line - 1]
        return found and (start + found[0], start + found[1])

    def links_of_report(self, report):
        spans = []
        for side, name in enumerate(SIDES):
            line = [p["line"] for p in report[name]["paragraphs"]]
            spans.append({c["id"]: self.span(side, line[c["paragraph"]], c["text"]) for c in report[name]["claims"]})
        both = [f for f in report["findings"] if f["left"] and f["right"]]
        return [(spans[0][l], spans[1][r]) for f in both for l in f["left"] for r in f["right"]]

    def score(self, links):
        gold = [(g["left"], g["right"]) for g in self.gold["links"]]
        right, hit = 0, set()
        for link in links:
            matched = [g for g in gold if all(touches(self.claims[s][g[s]], link[s]) for s in (0, 1) if link[s])]
            matched = matched if all(link) else []
            right += bool(matched)
            hit.update(matched)
        linked = sum(len({g[s] for g in gold}) for s in (0, 1))
        partnered = sum(len({g[s] for g in hit}) for s in (0, 1))
        return right, len(links) - right, linked - partnered, partnered


def main():
    fixtures = pathlib.Path(sys.argv[1])
    stories = {path.parent.name: Story(path.parent) for path in sorted(fixtures.glob("*/gold.json"))}
    print("| program | links right | wrong | precision | claims with their partner | missed | recall |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for argument in sys.argv[2:]:
        name, file = argument.split("=", 1)
        total = [0, 0, 0, 0]
        for line in pathlib.Path(file).read_text().splitlines():
            answer = json.loads(line)
            story = stories[answer["id"].split("/")[0]]
            links = story.links_of_report(answer["report"]) if "report" in answer else answer["links"]
            total = [t + s for t, s in zip(total, story.score(links))]
        right, wrong, missed, partnered = total
        precision = f"{right / (right + wrong):.2f}" if right + wrong else "–"
        recall = partnered / (partnered + missed)
        print(f"| {name} | {right} | {wrong} | {precision} | {partnered} | {missed} | {recall:.2f} |")


if __name__ == "__main__":
    main()
