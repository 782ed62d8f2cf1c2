"""The nets that read whole sentences: what they mean comes from the program's own encoder, so that training and use cannot drift apart."""
import copy, subprocess
import numpy as np
from safetensors.numpy import save_file

from corpus import LONGEST, as_files, pad

CLOSENESS, ATTENDED = 512, 2 * 384  # what the two parts of the encoder tell: sentence/mod.rs
WIDTH = CLOSENESS + ATTENDED
RELATION = 2 + 2 * CLOSENESS  # how a sentence stands to the project: relation.rs
# The nets want numbers of about a third, as the words' are. Vectors of length 1 are brought there, and of a relation the cosines,
# products and the project; the rest by what it is in training.
UNIT, COSINE, PRODUCT, USUAL = 8.0, 3.0, 64.0, 1 / 3
FORMAT = "segue.sentences/5"


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


def scaling(found):
    """What is taken off each number of a sentence, and the factor on what is left: by the turns of these calls."""
    attended = np.concatenate([rows[:, CLOSENESS:WIDTH] for rows in found])
    shift, factor = np.zeros(WIDTH + RELATION, np.float32), np.zeros(WIDTH + RELATION, np.float32)
    shift[CLOSENESS:WIDTH] = attended.mean(0)
    factor[:] = [UNIT] * CLOSENESS + list(USUAL / (attended.std(0) + 1e-6)) + [COSINE] * 2 + [PRODUCT] * CLOSENESS + [UNIT] * CLOSENESS
    width = found[0].shape[1]
    return shift[:width], factor[:width]


def with_sentences(arrays, found, scaling):
    """The same calls with sentences in place of words."""
    other = copy.copy(arrays)
    shift, factor = scaling
    other.meaning = np.stack([pad(list((rows - shift) * factor), len(shift), np.float16) for rows in found])
    return other


def mixed(of_words, of_sentences, words_count):
    """Outputs of all nets as the program mixes them: each net on sentences counts 1, the net on words `words_count`."""
    all_counts = words_count + len(of_sentences)
    return [(words_count * own + sum(others)) / all_counts for own, *others in zip(of_words, *of_sentences)]


def tensors_of(nets, scaling):
    """Nets as a file holds them, by number, with the scaling of what they read. Matrices are bytes with a step for each column."""
    tensors = dict(zip(("shift", "scale"), scaling))
    for i, net in enumerate(nets):
        for name, value in net.items():
            value = np.asarray(value, np.float32)
            if value.ndim == 2:
                value, tensors[f"{i}.{name}.step"] = eight_bits(value)
            tensors[f"{i}.{name}"] = np.ascontiguousarray(value)
    return tensors


def save(nets, scaling, words_count, calibration, metadata, out):
    tensors = tensors_of(nets, scaling) | {f"{way}.calibration": calibration[way].astype(np.float32) for way in calibration}
    save_file(tensors, out, metadata | {"format": FORMAT, "nets": str(len(nets)), "words": repr(words_count)})
