"""Trains the label model: crates/segue-topic/model/topic.safetensors (words) and sentences.safetensors.

Usage: train.py --features PROGRAM --table DIR --out FILE --train DIR... --vectors PROGRAM --encoder FILE --sentences FILE [--meetings FILE]
Everything is drawn from one seed: the same data gives the same file on the same machine.
"""
import argparse, copy, hashlib, json, pathlib, shutil, subprocess
import jax
import numpy as np
from safetensors.numpy import save_file

import calibrate
import network
import sentences
from corpus import FIELDS, Arrays, as_recognised, features, read_call, read_meetings
from fit import fit

CONFIG = dict(entry=96, hidden=96, drop=0.25, rate=3e-3, decay=1e-4, steps=1600, batch=16, meetings=2, flag_weight=0.6,
              meeting_weight=0.5, average=0.99, told=0, ways=network.WAYS)
# `told` is how many of the numbers, the last ones, speak of the project; they are nothing where none is told.
SENTENCES = CONFIG | dict(entry=192, hidden=192, drop=0.35, told=sentences.RELATION)
FORMAT = "segue.topic/4"
NETS = 3  # on sentences, from different seeds; their mean is steadier than each
FOLDS = 3  # for calibration
WORDS_COUNT = 1.0  # what the net on words counts beside each of them


def load(paths):
    files = sorted(f for p in paths for f in ([pathlib.Path(p)] if str(p).endswith(".jsonl") else pathlib.Path(p).glob("*.jsonl")))
    return files, [read_call(f) for f in files], hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def stripped(calls):
    return [(head, [dict(t, text=as_recognised(t["text"])) for t in turns]) for head, turns in calls]


@jax.jit
def _predict(net, meaning, scalars, mask):
    return network.apply(net, meaning, scalars, mask)


def predict(net, arrays):
    return tuple(map(np.asarray, _predict(net, arrays.meaning, arrays.scalars, arrays.mask)))


def save(net, keys, table, calibration, metadata, out):
    """The entry layer is linear in the words: it goes into their table, which so needs no wider rows."""
    rows = table @ net["entry.w"][: table.shape[1]]
    words, scale = sentences.eight_bits(rows, axis=1)
    tensors = {"keys": keys, "words": words, "words.scale": scale}
    for name, value in (net | {"entry.w": net["entry.w"][table.shape[1]:]}).items():
        tensors[name] = np.ascontiguousarray(value, np.float32)
    tensors |= {f"{way}.calibration": calibration[way].astype(np.float32) for way in calibration}
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, out, metadata)


def subset(arrays, rows):
    part = copy.copy(arrays)
    part.calls = [arrays.calls[i] for i in rows]
    for name in FIELDS:
        setattr(part, name, getattr(arrays, name)[rows])
    return part


def members(count, seeds, folds):
    """Nets of all seeds that see every call, then for each fold those that see the others."""
    every = np.arange(count)
    return [(group, seed) for group in [every, *(np.setdiff1d(every, held) for held in folds)] for seed in seeds]


def by_group(nets, seeds):
    return [nets[at:at + len(seeds)] for at in range(0, len(nets), len(seeds))]


def outputs(view, nets, which):
    return [predict(net, subset(view[0], which)) for net in nets]


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--features", required=True)
    parse.add_argument("--table", type=pathlib.Path, required=True)
    parse.add_argument("--out", type=pathlib.Path, required=True)
    parse.add_argument("--train", nargs="+", required=True)
    parse.add_argument("--meetings")
    parse.add_argument("--vectors", required=True, help="the program segue-vectors")
    parse.add_argument("--encoder", required=True, help="the file of the sentence encoder")
    parse.add_argument("--sentences", type=pathlib.Path, required=True, help="where the nets on sentences go")
    parse.add_argument("--folds", type=pathlib.Path, help="where the nets of each fold go, with the calls that they did not see")
    parse.add_argument("--version", default="1")
    parse.add_argument("--seed", type=int, default=1)
    options = parse.parse_args()
    vocabulary = str(options.table / "vocabulary.txt")
    table = np.load(options.table / "words.npy").astype(np.float32)
    printed = subprocess.run([options.features, "--keys", vocabulary], capture_output=True, text=True, check=True).stdout
    keys = np.array([int(line) for line in printed.split()], np.uint32)

    files, calls, train_hash = load(options.train)
    recognised = stripped(calls)
    rows = list(read_meetings(options.meetings)) if options.meetings else []

    def words_of(calls):
        return Arrays(calls, features(options.features, vocabulary, calls), table)

    def sentences_of(calls):
        return sentences.vectors(options.vectors, options.encoder, calls, project=True)

    written, heard, met = words_of(calls), words_of(recognised), words_of(rows) if rows else None
    meant = sentences_of(calls)
    scaling = sentences.scaling(meant)
    views = [(written, heard, met),
             (sentences.with_sentences(written, meant, scaling), sentences.with_sentences(heard, sentences_of(recognised), scaling),
              sentences.with_sentences(met, sentences_of(rows), scaling) if rows else None)]

    # Calibration sees only what nets say of calls that they were not trained on.
    every = np.arange(len(calls))
    order = np.random.default_rng(options.seed).permutation(every)
    folds = [order[fold::FOLDS] for fold in range(FOLDS)]
    kinds = [(views[0], CONFIG, 1), (views[1], SENTENCES, NETS)]
    seeds = [[options.seed + i for i in range(count)] for _, _, count in kinds]
    fitted = fit([(*view, members(len(calls), own, folds), config) for (view, config, _), own in zip(kinds, seeds)])
    (words, *of_words), (nets, *of_sentences) = (by_group(nets, own) for nets, own in zip(fitted, seeds))
    unseen = {name: [np.zeros((*written.mask.shape, network.OUTPUTS), np.float32) for _ in network.WAYS] for name in ["words", "mixed"]}
    for held, own, theirs in zip(folds, of_words, of_sentences):
        [found_words] = outputs(views[0], own, held)
        found = {"words": found_words, "mixed": sentences.mixed(found_words, outputs(views[1], theirs, held), WORDS_COUNT)}
        for name, ways in found.items():
            for way, logits in enumerate(ways):
                unseen[name][way][held] = logits
    for name, found in unseen.items():
        print(name, calibrate.summary(found, written), flush=True)
    calibrations = {name: calibrate.fit(found, written) for name, found in unseen.items()}

    about = {"version": options.version, "train.sha256": train_hash, "seed": str(options.seed), "calls": str(len(calls))}

    def save_all(own, theirs, out, sentences_out):
        save(own, keys, table, calibrations["words"], about | {"format": FORMAT, "config": json.dumps(CONFIG)}, out)
        sentences.save(theirs, scaling, WORDS_COUNT, calibrations["mixed"], about | {"config": json.dumps(SENTENCES)}, sentences_out)

    save_all(words[0], nets, options.out, options.sentences)
    if options.folds:
        for number, (held, own, theirs) in enumerate(zip(folds, of_words, of_sentences)):
            folder = options.folds / str(number)
            save_all(own[0], theirs, folder / "topic.safetensors", folder / "sentences.safetensors")
            shutil.copy(options.encoder, folder / "encoder.safetensors")
            shutil.rmtree(folder / "calls", ignore_errors=True)
            (folder / "calls").mkdir()
            for i in held:
                shutil.copy(files[i], folder / "calls")
    for file in (options.out, options.sentences):
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB from {len(calls)} calls")


if __name__ == "__main__":
    main()
