#!/usr/bin/env python3
"""Trains the tagger that tells who says what, and writes models/attribution.bin.

    cargo build --release --example states
    pip install torch numpy
    python3 training/tagger.py --real FOLDER [--epochs 18] [--share 1.0] [--out models/attribution.bin]

--real: the folder with `en` and `ar-articles`, whose annotations lie in training/annotations/{en,ar}.jsonl. The passages of
training/passages/ hold their own text. A fifth of the events and articles, told by a hash of their names, is never trained
on: it is the test part. The network is that of src/claim/tagger/network.rs; the seed is fixed, and so are the bytes
on one machine.
"""
import argparse, hashlib, json, pathlib, random, re, struct, subprocess, sys, tempfile
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
STATE, FLAGS, WIDTH, LINK, REACH = 1280, 16, 192, 48, 3
STANCES = "says denies doubts asks predicts orders plans thinks judges".split()
TEST = 20  # of 100 articles and events
TOGETHER = 8  # short passages of one language are read as one article, far apart


# ---------- texts and annotations ----------

def paragraphs(text):
    """(start, words) of each paragraph."""
    return [(m.start(), m.group()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def is_test(name):
    """Reports of one event stay together."""
    key = name.split("/")[1] if name.startswith("en/") else name
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 100 < TEST


def annotated(real):
    """Each annotated article: its language, text and marks."""
    for language in ("en", "ar"):
        for line in (HERE / "annotations" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            marks = json.loads(line)
            file = real / f"{marks['id']}.txt"
            if file.exists():
                yield {**marks, "language": language, "titled": True, "text": file.read_text(encoding="utf-8")}
    for file in sorted((HERE / "passages").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield {**json.loads(line), "language": file.stem, "titled": False}


def described(articles, tool):
    """Each article with its units: character spans, paragraphs, flags, and the encoder's state of each."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "states"
        with open(f"{out}.in", "w", encoding="utf-8") as file:
            for a in articles:
                told = {"id": a["id"], "language": a["language"], "titled": a["titled"], "paragraphs": [p for _, p in paragraphs(a["text"])]}
                file.write(json.dumps(told, ensure_ascii=False) + "\n")
        subprocess.run([tool, f"{out}.in", out], check=True)
        states = np.fromfile(f"{out}.f16", dtype=np.float16).reshape(-1, STATE)
        index = [json.loads(line) for line in open(f"{out}.jsonl", encoding="utf-8")]
    at = 0
    for article, told in zip(articles, index):
        count = len(told["units"])
        yield labelled(article, told["units"], states[at:at + count])
        at += count


def labelled(article, units, states):
    """The units of an article with what is to be learned of each."""
    found = paragraphs(article["text"])
    letters = []
    for _, words in found:  # from bytes to characters
        ends = np.cumsum([0] + [len(c.encode()) for c in words])
        letters.append({int(b): n for n, b in enumerate(ends)})
    place = lambda p, byte: found[p][0] + letters[p][byte]
    spans = np.array([(place(p, s), place(p, e)) for p, s, e, _ in units])
    flags = np.array([[bits >> n & 1 for n in range(FLAGS)] for *_, bits in units], dtype=np.float32)
    live = spans[:, 1] > spans[:, 0]
    def within(marks):
        mask = np.zeros(len(units), bool)
        for a, b in marks:
            mask |= (spans[:, 0] >= a) & (spans[:, 1] <= b) & live
        return np.nonzero(mask)[0]
    content, source, cue, begins = (np.zeros(len(units), kind) for kind in (np.float32, int, np.float32, np.float32))
    stance, said = np.full(len(units), -1), []
    for mark in sorted(article["attributions"], key=lambda m: -sum(b - a for a, b in m["content"])):
        told, who = within(mark["content"]), within(mark.get("source", []))
        content[told], cue[within(mark.get("cue", []))] = 1, 1
        stance[told] = STANCES.index(mark["stance"])
        if len(who):
            source[who[0]] = 1
            source[who[1:]] = np.where(source[who[1:]] == 1, 1, 2)
        said.append((told, who))
    for at in article["claims"]:
        begins[np.nonzero((spans[:, 0] <= at) & (spans[:, 1] > at))[0][:1]] = 1
    return {"id": article["id"], "language": article["language"], "text": article["text"], "titled": article["titled"], "paragraph": np.array([p for p, *_ in units]), "flags": flags,
            "states": states, "content": content, "source": source, "cue": cue, "begins": begins, "stance": stance, "said": said}


def joined(parts):
    """Short passages as one article; their paragraphs lie too far apart for one to be the source of another."""
    at, said = 0, []
    for part in parts:
        said += [(told + at, who + at) for told, who in part["said"]]
        at += len(part["paragraph"])
    one = {k: np.concatenate([p[k] for p in parts]) for k in ("flags", "states", "content", "source", "cue", "begins", "stance")}
    apart = np.concatenate([p["paragraph"] + n * 10 for n, p in enumerate(parts)])
    return {**one, "id": parts[0]["id"], "language": parts[0]["language"], "paragraph": apart, "said": said}


# ---------- the network ----------

class Block(nn.Module):
    def __init__(self, dilation, drop):
        super().__init__()
        self.norm, self.drop = nn.LayerNorm(WIDTH), nn.Dropout(drop)
        self.convolution = nn.Conv1d(WIDTH, 2 * WIDTH, 3, padding=dilation, dilation=dilation)

    def forward(self, hidden):
        seen = self.drop(self.norm(hidden)).transpose(1, 2)
        return hidden + F.glu(self.convolution(seen).transpose(1, 2), -1)


class Tagger(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.projection, self.flags = nn.Linear(STATE, WIDTH), nn.Linear(FLAGS, WIDTH, bias=False)
        self.blocks = nn.ModuleList([Block(2 ** n, drop) for n in range(6)])
        self.norm, self.drop = nn.LayerNorm(WIDTH), nn.Dropout(drop)
        # Content, source (three), cue, a claim begins, stance (nine), nobody in sight, likely as a source.
        self.answers = nn.Linear(WIDTH, 17)
        self.asks, self.offers = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.distance = nn.Parameter(torch.zeros(32))

    def forward(self, states, flags):
        hidden = torch.tanh(self.projection(self.drop(states)) + self.flags(flags))[None]
        for block in self.blocks:
            hidden = block(hidden)
        hidden = self.drop(self.norm(hidden))[0]
        return hidden, self.answers(hidden)

    def sources(self, hidden, answers, paragraph, rows):
        """Scores of each unit as the source of some, and before them the score of none in sight."""
        scores = self.asks(hidden[rows]) @ self.offers(hidden).T / LINK ** 0.5 + answers[:, 16]
        apart = torch.arange(len(hidden))[None, :] - rows[:, None]
        step = (torch.log2(apart.abs().float().clamp(min=1)) * 1.6).long().clamp(max=15) + (apart < 0).long() * 16
        scores = scores + F.embedding(step, self.distance[:, None])[..., 0]
        back = paragraph[None, :] - paragraph[rows][:, None]
        scores = scores.masked_fill((back > 0) | (back < -REACH), -1e4)
        return torch.cat([answers[rows, 15:16], scores], 1)


def tensors(article):
    told = {k: torch.tensor(article[k]) for k in ("flags", "content", "source", "cue", "begins", "stance", "paragraph")}
    aims = [[] for _ in article["paragraph"]]
    for content, who in article["said"]:
        for unit in content:
            near = len(who) and 0 <= article["paragraph"][unit] - article["paragraph"][who[0]] <= REACH
            aims[unit].append(int(who[0]) + 1 if near else 0)
    rows = [n for n, aim in enumerate(aims) if aim]
    pairs = [(r, aim, 1 / len(aims[n])) for r, n in enumerate(rows) for aim in aims[n]]
    told["rows"], told["pairs"] = torch.tensor(rows, dtype=torch.long), pairs
    told["states"] = torch.tensor(np.array(article["states"], dtype=np.float32))
    return told


def loss(tagger, a):
    hidden, answers = tagger(a["states"], a["flags"])
    heavier = torch.tensor(2.0)
    total = F.binary_cross_entropy_with_logits(answers[:, 0], a["content"])
    total = total + F.cross_entropy(answers[:, 1:4], a["source"], weight=torch.tensor([1.0, 1.5, 1.5]))
    total = total + F.binary_cross_entropy_with_logits(answers[:, 4], a["cue"], pos_weight=heavier)
    if a["begins"].any():
        total = total + 0.5 * F.binary_cross_entropy_with_logits(answers[:, 5], a["begins"], pos_weight=heavier)
    if len(a["rows"]):
        scores = F.log_softmax(tagger.sources(hidden, answers, a["paragraph"], a["rows"]), 1)
        row, aim, share = zip(*a["pairs"])
        total = total - 1.5 * (scores[row, aim] * torch.tensor(share)).sum() / len(a["rows"])
        total = total + 0.3 * F.cross_entropy(answers[:, 6:15], a["stance"], ignore_index=-1)
    return total


def measured(tagger, articles):
    """Content and source words found (F1), contents whose likeliest unit is one of their source's, and stance right."""
    tagger.eval()
    hits, right, stance, count = np.zeros((2, 3)), 0, 0, 0
    with torch.no_grad():
        for article in articles:
            a = tensors(article)
            hidden, answers = tagger(a["states"], a["flags"])
            for n, (found, true) in enumerate(((answers[:, 0] > 0, a["content"] > 0), (answers[:, 1:4].argmax(1) > 0, a["source"] > 0))):
                hits[n] += [(found & true).sum(), (found & ~true).sum(), (~found & true).sum()]
            for content, who in article["said"]:
                if len(content) and len(who):
                    scores = F.softmax(tagger.sources(hidden, answers, a["paragraph"], torch.tensor(content)), 1).sum(0)
                    count += 1
                    right += int(scores.argmax()) - 1 in set(who)
                    stance += int(answers[content, 6:15].sum(0).argmax()) == article["stance"][content[0]]
    f1 = [2 * tp / max(1, 2 * tp + fp + fn) for tp, fp, fn in hits]
    return f"content F1 {f1[0]:.3f}  source F1 {f1[1]:.3f}  source of a content right {right / max(1, count):.3f}  stance {stance / max(1, count):.3f}  ({count})"


# ---------- the file ----------

def written(tagger, path):
    """The weights in the container of models/README.md: matrices as bfloat16, the rest in single precision."""
    sections = []
    def floats(name, tensor):
        sections.append((name, 5, tensor.detach().numpy().astype("<f4").ravel()))
    def matrix(name, tensor):
        bits = tensor.detach().contiguous().numpy().view(np.uint32).astype(np.uint64)
        sections.append((name, 3, ((bits + 0x7FFF + (bits >> 16 & 1)) >> 16).astype("<u2").ravel()))
    def dense(name, layer):
        matrix(name, layer.weight.T)
        floats(f"{name} bias", layer.bias)
    dense("projection", tagger.projection)
    floats("flags", tagger.flags.weight.T.contiguous())
    for n, block in enumerate(tagger.blocks):
        floats(f"gain {n}", block.norm.weight)
        floats(f"shift {n}", block.norm.bias)
        matrix(f"convolution {n}", block.convolution.weight.permute(2, 1, 0))
        floats(f"convolution bias {n}", block.convolution.bias)
    floats("gain", tagger.norm.weight)
    floats("shift", tagger.norm.bias)
    for name in ("answers", "asks", "offers"):
        dense(name, getattr(tagger, name))
    floats("distance", tagger.distance)
    aligned = lambda n: -n % 64
    start = 56 + 48 * len(sections)
    first = at = start + aligned(start)
    directory, payload = b"", b""
    for name, kind, values in sections:
        directory += name.encode().ljust(24, b"\0") + struct.pack("<IIIfQ", kind, 1, len(values), 1.0, at)
        data = values.tobytes()
        payload += data + b"\0" * aligned(len(data))
        at = first + len(payload)
    head = b"storydiff-enc\0\0\0" + struct.pack("<II", 1, len(sections)) + hashlib.sha256(payload).digest()
    path.write_bytes(head + directory + b"\0" * (first - start) + payload)


def loaded(path):
    """The tagger of a file that `written` wrote: matrices have lost what bfloat16 has no room for."""
    data, found = path.read_bytes(), {}
    for n in range(struct.unpack_from("<I", data, 20)[0]):
        entry = 56 + 48 * n
        name = data[entry:entry + 24].rstrip(b"\0").decode()
        kind, _, count, _, at = struct.unpack_from("<IIIfQ", data, entry + 24)
        raw = np.frombuffer(data, "<u2" if kind == 3 else "<f4", count, at)
        found[name] = torch.tensor((raw.astype(np.uint32) << 16).view(np.float32) if kind == 3 else raw.copy())
    tagger, state = Tagger(drop=0.0), {}
    def dense(key, name, inputs):
        state[f"{key}.weight"], state[f"{key}.bias"] = found[name].reshape(inputs, -1).T, found[f"{name} bias"]
    dense("projection", "projection", STATE)
    state["flags.weight"] = found["flags"].reshape(FLAGS, WIDTH).T
    for n in range(len(tagger.blocks)):
        state[f"blocks.{n}.norm.weight"], state[f"blocks.{n}.norm.bias"] = found[f"gain {n}"], found[f"shift {n}"]
        state[f"blocks.{n}.convolution.weight"] = found[f"convolution {n}"].reshape(3, WIDTH, 2 * WIDTH).permute(2, 1, 0)
        state[f"blocks.{n}.convolution.bias"] = found[f"convolution bias {n}"]
    state["norm.weight"], state["norm.bias"], state["distance"] = found["gain"], found["shift"], found["distance"]
    for name in ("answers", "asks", "offers"):
        dense(name, name, WIDTH)
    tagger.load_state_dict(state)
    return tagger.eval()


def refer(tagger, articles, path):
    """What the tagger makes of the first passage of each language, for the test that holds the program to it."""
    first = {a["language"]: a for a in reversed(articles) if "text" in a and not a["titled"]}
    with open(path, "w", encoding="utf-8") as file, torch.no_grad():
        for language, article in sorted(first.items()):
            a = tensors(article)
            content = torch.sigmoid(tagger(a["states"], a["flags"])[1][:, 0])
            told = {"language": language, "paragraphs": [p for _, p in paragraphs(article["text"])]}
            file.write(json.dumps({**told, "content": [round(float(c), 3) for c in content]}, ensure_ascii=False) + "\n")


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--real", type=pathlib.Path, required=True)
    ask.add_argument("--tool", default="target/release/examples/states")
    ask.add_argument("--out", type=pathlib.Path, default=HERE.parent / "models/attribution.bin")
    ask.add_argument("--reference", type=pathlib.Path, help="train nothing: write what the weights of --out make of some passages")
    ask.add_argument("--epochs", type=int, default=18)
    ask.add_argument("--share", type=float, default=1.0, help="train on so much of the real articles only (learning curve)")
    ask.add_argument("--all", action="store_true", help="train on the test part as well: for the file that is shipped, once all is fitted")
    given = ask.parse_args()
    random.seed(1), torch.manual_seed(1), torch.set_num_threads(2)
    articles = list(described(list(annotated(given.real)), given.tool))
    if given.reference:
        return refer(loaded(given.out), articles, given.reference)
    is_real = lambda a: "/" in a["id"] and a["id"].split("/")[0] in ("en", "ar-articles")
    test = [a for a in articles if is_test(a["id"])]
    training = [a for a in articles if given.all or not is_test(a["id"])]
    real, short = [a for a in training if is_real(a)], [a for a in training if not is_real(a)]
    random.shuffle(real)
    real = real[:round(len(real) * given.share)]
    for language in sorted({a["language"] for a in short}):
        own = [a for a in short if a["language"] == language]
        real += [joined(own[n:n + TOGETHER]) for n in range(0, len(own), TOGETHER)]
    examples = [tensors(a) for a in real]
    tagger = Tagger(drop=0.35)
    optimiser = torch.optim.AdamW(tagger.parameters(), lr=1.5e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1.5e-3, total_steps=given.epochs * len(examples) + 1, pct_start=0.1)
    print(f"{len(examples)} texts, {sum(p.numel() for p in tagger.parameters())} parameters", flush=True)
    for epoch in range(given.epochs):
        tagger.train()
        random.shuffle(examples)
        total = 0.0
        for example in examples:
            now = loss(tagger, example)
            now.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step(), optimiser.zero_grad(), schedule.step()
            total += now.item()
        print(f"epoch {epoch + 1}: loss {total / len(examples):.3f}", flush=True)
    written(tagger, given.out)
    for language in sorted({a["language"] for a in test}):
        print(f"test {language}: {measured(tagger, [a for a in test if a['language'] == language])}")


if __name__ == "__main__":
    sys.exit(main())
