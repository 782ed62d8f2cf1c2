"""The nets that read whole sentences: their vectors come from the program's own encoder, so that training and use cannot drift apart."""
import copy, subprocess
import numpy as np
from safetensors.numpy import save_file

from corpus import FLAGS, LONGEST, as_files, pad

WIDTH = 512
SCALE = 8.0  # vectors have length 1; brings their numbers to about a third, as the words' are
FORMAT = "segue.sentences/2"


def vectors(program, encoder, calls):
    """For each call an array of one row a turn."""
    with as_files(calls) as (folder, paths):
        out = str(folder / "vectors")
        subprocess.run([program, encoder, out, *paths], check=True)
        rows = np.fromfile(out, np.float32).reshape(-1, WIDTH)
    starts = np.cumsum([0] + [len(turns) for _, turns in calls])
    return [rows[a:b][:LONGEST] for a, b in zip(starts, starts[1:])]


def with_sentences(arrays, found):
    """The same calls with sentences in place of words."""
    other = copy.copy(arrays)
    other.meaning = np.stack([pad(list(rows * SCALE), WIDTH, np.float16) for rows in found])
    return other


def shared(labellers, flaggers):
    """Nets of which some speak of labels and the others of flags: what a net does not speak of counts nothing, the rest more."""
    count = len(labellers) + len(flaggers)

    def part(net, labels, flags):
        factor = np.array([labels] * 4 + [flags] * len(FLAGS), np.float32)
        return net | {name: net[name] * factor for name in ["live.w", "live.b", "whole.w", "whole.b"]}

    return [part(net, count / len(labellers), 0) for net in labellers] + [part(net, 0, count / len(flaggers)) for net in flaggers]


def mixed(of_words, of_sentences, words_count):
    """Outputs of all nets as the program mixes them: each net on sentences counts 1, the net on words `words_count`."""
    all_counts = words_count + len(of_sentences)
    return [(words_count * of_words[way] + sum(o[way] for o in of_sentences)) / all_counts for way in (0, 1)]


def tensors_of(nets):
    """Nets as a file holds them, by number; it scales the sentences' vectors itself."""
    tensors = {}
    for i, net in enumerate(nets):
        entry = np.concatenate([net["entry.w"][:WIDTH] * SCALE, net["entry.w"][WIDTH:]])
        for name, value in (net | {"entry.w": entry}).items():
            tensors[f"{i}.{name}"] = np.ascontiguousarray(value, np.float32)
    return tensors


def save(nets, words_count, calibration, metadata, out):
    tensors = tensors_of(nets) | {f"{way}.calibration": calibration[way].astype(np.float32) for way in calibration}
    save_file(tensors, out, metadata | {"format": FORMAT, "nets": str(len(nets)), "words": repr(words_count)})
