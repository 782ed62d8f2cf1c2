"""Trains the nets that read messages: crates/segue-topic/model/messages.safetensors.

Usage: messages.py --features PROGRAM --table DIR --vectors PROGRAM --encoder FILE --out FILE --train FILE...
A message is read as a call of one voice, a sentence a turn, with the whole of it in view. Drawn from one seed, like the other nets.
"""
import argparse, hashlib, json, pathlib
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import save_file

import calibrate
import sentences
from corpus import Arrays, features
from fit import fit
from train import SENTENCES, predict, stripped, subset

FORMAT = "segue.messages/2"
FLAGS = ["personal_question", "disclosure", "serious", "work_impact"]
NEEDS = ["answer", "warm", "care"]
LONGEST = 24  # sentences of a message that the trainer looks at
CONFIG = SENTENCES | dict(entry=96, hidden=64, told=0, steps=800, batch=16, meetings=0, flag_weight=1.0, ways=["live", "whole"])
NETS, FOLDS = 3, 5
BETAS = {"answer": 0.7}  # phrases that ask find some more
ASTRAY = 0.02  # most of the messages without serious news that get condolences: on a wedding they are worse than none
GRAVE = 0.85  # of messages with serious news, the part from whose logit on nothing cheerful is said


def as_call(message):
    turns = [{"turn": i + 1, "speaker": "C", "role": "client", "text": s["text"], "label": s["label"],
              "flags": s["flags"] + ([] if s["needs"] == "none" else [s["needs"]])} for i, s in enumerate(message["sentences"])]
    return {"call": message["id"], "lang": message["lang"], "kind": "client", "channel": "chat", "trade": "", "client": "", "agenda": []}, turns


def of_message(scores, truth, mask):
    """The logit from which care holds, and that from which it may: by the gravest sentence of each message."""
    gravest = np.where(mask, scores, -np.inf).max(1)
    told = (truth & mask).any(1)
    return float(np.quantile(gravest[~told], 1 - ASTRAY)), float(np.quantile(gravest[told], 1 - GRAVE))


def main():
    parse = argparse.ArgumentParser()
    for name in ["--features", "--vectors", "--encoder"]:
        parse.add_argument(name, required=True)
    parse.add_argument("--table", type=pathlib.Path, required=True)
    parse.add_argument("--out", type=pathlib.Path, required=True)
    parse.add_argument("--train", type=pathlib.Path, nargs="+", required=True)
    parse.add_argument("--version", default="1")
    parse.add_argument("--seed", type=int, default=1)
    options = parse.parse_args()
    vocabulary, table = str(options.table / "vocabulary.txt"), np.load(options.table / "words.npy").astype(np.float32)
    calls = [as_call(json.loads(line)) for file in options.train for line in file.read_text(encoding="utf-8").splitlines()]

    def view(calls, meant, scaling):
        arrays = Arrays(calls, features(options.features, vocabulary, calls), table, FLAGS + NEEDS)
        return sentences.with_sentences(arrays, meant, scaling).shortened(LONGEST)

    both = [(some, sentences.vectors(options.vectors, options.encoder, some)) for some in (calls, stripped(calls))]
    scaling = sentences.scaling(both[0][1])
    written, heard = [view(some, meant, scaling) for some, meant in both]
    fold_of = np.random.default_rng(options.seed).permutation(len(calls)) % FOLDS
    groups = [np.arange(len(calls))] + [np.flatnonzero(fold_of != fold) for fold in range(FOLDS)]
    [nets] = fit([(written, heard, None, [(group, options.seed + i) for group in groups for i in range(NETS)], CONFIG)])
    logits = np.zeros((*written.mask.shape, 4 + len(FLAGS + NEEDS)), np.float32)
    for fold in range(FOLDS):
        held = np.flatnonzero(fold_of == fold)
        logits[held] = sum(predict(net, subset(written, held))[-1] for net in nets[(fold + 1) * NETS:(fold + 2) * NETS]) / NETS

    rows = []
    for lang in calibrate.LANGUAGES:
        here = np.array([head["lang"] == lang for head, _ in calls])
        mask = (written.mask > 0) & here[:, None]
        own, label, flag = logits[mask], written.label[mask], written.flag[mask] > 0
        rows += list(calibrate.scaling(jnp.asarray(own[:, :4]), jnp.asarray(label)))
        figures = [f"labels right {(own[:, :4].argmax(1) == label.argmax(1)).mean():.3f}"]
        for k, name in enumerate(FLAGS + NEEDS):
            rows.append(calibrate.threshold(own[:, 4 + k], flag[:, k], BETAS.get(name, 1.0)))
            found, truth = own[:, 4 + k] >= rows[-1], flag[:, k]
            figures.append(f"{name} {(found & truth).sum() / truth.sum():.2f} at {(found & truth).sum() / found.sum():.2f}")
        rows[-1], grave = of_message(logits[here][:, :, -1], written.flag[here][:, :, -1] > 0, written.mask[here] > 0)
        rows.append(grave)
        print(lang, f"{mask.sum()} sentences, unseen (recall at precision):", ", ".join(figures), flush=True)
    tensors = sentences.tensors_of(nets[:NETS], scaling) | {"calibration": np.array(rows, np.float32)}
    trained = hashlib.sha256(b"".join(file.read_bytes() for file in options.train)).hexdigest()
    save_file(tensors, options.out, {"format": FORMAT, "version": options.version, "train.sha256": trained, "nets": str(NETS), "messages": str(len(calls))})
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB from {len(calls)} messages")


if __name__ == "__main__":
    main()
