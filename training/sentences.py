"""The nets that read whole sentences: their vectors come from the program's own encoder, so that training and use cannot drift apart."""
import copy, subprocess
import numpy as np
from safetensors.numpy import save_file

from corpus import LONGEST, as_files, pad

WIDTH = 512
RELATION = 2 + 2 * WIDTH  # how a sentence stands to the project: relation.rs
# Vectors have length 1; brings their numbers to about a third, as the words' are. Of a relation: cosines, products, the project.
SCALES = np.array([8.0] * WIDTH + [3.0] * 2 + [64.0] * WIDTH + [8.0] * WIDTH, np.float32)
FORMAT = "segue.sentences/4"


def eight_bits(matrix, axis=0):
    """A matrix as bytes with a step for each column, or for each row (axis 1)."""
    step = np.maximum(np.abs(matrix).max(axis, keepdims=True), 1e-8) / 127
    return np.round(matrix / step).astype(np.int8), step.squeeze(axis).astype(np.float32)


def vectors(program, encoder, calls, project=False):
    """For each call an array of one row a turn; with the project each row also tells how the turn stands to it."""
    with as_files(calls) as (folder, paths):
        out = str(folder / "vectors")
        subprocess.run([program, *(["--project"] if project else []), encoder, out, *paths], check=True)
        rows = np.fromfile(out, np.float32).reshape(-1, WIDTH + (RELATION if project else 0))
    starts = np.cumsum([0] + [len(turns) for _, turns in calls])
    return [rows[a:b][:LONGEST] for a, b in zip(starts, starts[1:])]


def with_sentences(arrays, found):
    """The same calls with sentences in place of words."""
    other = copy.copy(arrays)
    width = found[0].shape[1]
    other.meaning = np.stack([pad(list(rows * SCALES[:width]), width, np.float16) for rows in found])
    return other


def mixed(of_words, of_sentences, words_count):
    """Outputs of all nets as the program mixes them: each net on sentences counts 1, the net on words `words_count`."""
    all_counts = words_count + len(of_sentences)
    return [(words_count * own + sum(others)) / all_counts for own, *others in zip(of_words, *of_sentences)]


def tensors_of(nets, width):
    """Nets as a file holds them, by number; it scales the sentences' numbers, `width` of them, itself. Matrices are bytes with a step for each column."""
    tensors = {}
    for i, net in enumerate(nets):
        entry = np.concatenate([net["entry.w"][:width] * SCALES[:width, None], net["entry.w"][width:]])
        for name, value in (net | {"entry.w": entry}).items():
            value = np.asarray(value, np.float32)
            if value.ndim == 2:
                value, tensors[f"{i}.{name}.step"] = eight_bits(value)
            tensors[f"{i}.{name}"] = np.ascontiguousarray(value)
    return tensors


def save(nets, words_count, calibration, metadata, out):
    tensors = tensors_of(nets, WIDTH + RELATION) | {f"{way}.calibration": calibration[way].astype(np.float32) for way in calibration}
    save_file(tensors, out, metadata | {"format": FORMAT, "nets": str(len(nets)), "words": repr(words_count)})
