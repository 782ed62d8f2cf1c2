"""Trains the label model and writes crates/segue-topic/model/topic.safetensors with its card.

Usage: train.py --features PROGRAM --table DIR --out FILE --train DIR... --vectors PROGRAM --encoder FILE --sentences FILE [--meetings FILE]
Everything is drawn from one seed: the same data gives the same file on the same machine.
"""
import argparse, copy, hashlib, json, pathlib, subprocess
import jax
import jax.numpy as jnp
import numpy as np
import optax
from safetensors.numpy import save_file

import calibrate
import network
import sentences
from corpus import FIELDS, Arrays, as_recognised, features, read_call, read_meetings

CONFIG = dict(entry=96, hidden=64, drop=0.25, rate=3e-3, decay=1e-4, steps=900, batch=8, meetings=1, flag_weight=0.3,
              meeting_weight=0.5, average=0.99)
SENTENCES = CONFIG | dict(drop=0.35)
NETS = 3  # on sentences, from different seeds; their mean is steadier than each
FOLDS = 5  # for calibration
WORDS_COUNT = 1.0  # what the net on words counts beside each of them


def load(paths):
    files = sorted(f for p in paths for f in ([pathlib.Path(p)] if str(p).endswith(".jsonl") else pathlib.Path(p).glob("*.jsonl")))
    return [read_call(f) for f in files], hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def stripped(calls):
    return [(head, [dict(t, text=as_recognised(t["text"])) for t in turns]) for head, turns in calls]


def loss(net, batch, key, config):
    live, whole = network.apply(net, batch["meaning"], batch["scalars"], batch["mask"], key, config["drop"])
    total = 0.0
    for logits in (live, whole):
        logp = jax.nn.log_softmax(logits[..., :4])
        own = -(batch["label"] * logp).sum(-1)
        # Of a meeting only this is sure: nobody talks privately (its labels are those of whole segments).
        other = -jnp.logaddexp(logp[..., 0], logp[..., 3])
        flags = optax.sigmoid_binary_cross_entropy(logits[..., 4:], batch["flag"]).sum(-1)
        each = jnp.where(batch["meeting"][:, None], config["meeting_weight"] * batch["sure"] * other, own + config["flag_weight"] * flags)
        total += (each * batch["mask"]).sum() / batch["mask"].sum()
    return total + config["decay"] * sum((v ** 2).sum() for k, v in net.items() if k.endswith(("w", "wx", "wh")))


def take(arrays, rows, rng, augment=True):
    batch = {n: getattr(arrays, n)[rows] for n in FIELDS}
    if augment:
        scalars = batch["scalars"].copy()
        nobody = rng.random(len(rows)) < 0.15  # a transcript of which nobody said who is who
        scalars[nobody, :, 0:3] = 0
        bare = rng.random(len(rows)) < 0.5  # no agenda and no project told
        scalars[bare, :, 11:13] = 0
        batch["scalars"] = scalars
    batch["meeting"] = np.zeros(len(rows), bool)
    return batch


def join(a, b):
    return {k: np.concatenate([a[k], b[k]]) for k in a}


@jax.jit
def blend(mean, net, keep):
    """Running mean of the weights: steadier than the last step (Polyak averaging)."""
    return {k: keep * mean[k] + (1 - keep) * net[k] for k in net}


def fit(sources, meetings, config, seed):
    """`sources` are the same calls as written and as recognised."""
    rng, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    inputs = sources[0].meaning.shape[-1] + sources[0].scalars.shape[-1]
    net = network.initial(key, inputs, config["entry"], config["hidden"])
    optimiser = optax.chain(optax.clip_by_global_norm(1.0),
                            optax.adamw(optax.cosine_decay_schedule(config["rate"], config["steps"]), weight_decay=1e-3))
    state = optimiser.init(net)

    @jax.jit
    def step(net, state, batch, key):
        updates, state = optimiser.update(jax.grad(loss)(net, batch, key, config), state, net)
        return optax.apply_updates(net, updates), state

    mean, order = net, []
    for number in range(config["steps"]):
        if len(order) < config["batch"]:
            order = list(rng.permutation(len(sources[0])))
        rows, order = np.array(order[:config["batch"]]), order[config["batch"]:]
        batch = take(sources[rng.integers(len(sources))], rows, rng)
        if meetings is not None and config["meetings"]:
            more = take(meetings, rng.integers(len(meetings), size=config["meetings"]), rng, augment=False)
            more["meeting"][:] = True
            batch = join(batch, more)
        key, own = jax.random.split(key)
        net, state = step(net, state, batch, own)
        mean = blend(mean, net, min(config["average"], number / (number + 10)))
    return {k: np.asarray(v) for k, v in mean.items()}


@jax.jit
def _predict(net, meaning, scalars, mask):
    return network.apply(net, meaning, scalars, mask)


def predict(net, arrays):
    live, whole = _predict(net, arrays.meaning, arrays.scalars, arrays.mask)
    return np.asarray(live), np.asarray(whole)


def quantised(table):
    scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def save(net, keys, table, calibration, metadata, out):
    """The entry layer is linear in the words: it goes into their table, which so needs no wider rows."""
    rows = table @ net["entry.w"][: table.shape[1]]
    words, scale = quantised(rows)
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
    parse.add_argument("--version", default="1")
    parse.add_argument("--seed", type=int, default=1)
    options = parse.parse_args()
    vocabulary = str(options.table / "vocabulary.txt")
    table = np.load(options.table / "words.npy").astype(np.float32)
    printed = subprocess.run([options.features, "--keys", vocabulary], capture_output=True, text=True, check=True).stdout
    keys = np.array([int(line) for line in printed.split()], np.uint32)

    calls, train_hash = load(options.train)
    recognised = stripped(calls)
    rows = list(read_meetings(options.meetings)) if options.meetings else []

    def of_words(calls):
        return Arrays(calls, features(options.features, vocabulary, calls), table)

    def of_sentences(known, calls):
        return sentences.with_sentences(known, sentences.vectors(options.vectors, options.encoder, calls))

    written, heard, met = of_words(calls), of_words(recognised), of_words(rows) if rows else None
    views = [(written, heard, met),
             (of_sentences(written, calls), of_sentences(heard, recognised), of_sentences(met, rows) if rows else None)]

    def train(view, which, config, seed):
        written, heard, met = views[view]
        return fit([subset(written, which), subset(heard, which)], met, config, seed)

    def outputs(view, net, which):
        return predict(net, subset(views[view][0], which))

    # Calibration sees only what nets say of calls that they were not trained on.
    every = np.arange(len(calls))
    order = np.random.default_rng(options.seed).permutation(every)
    unseen = {name: [np.zeros((*written.mask.shape, network.OUTPUTS), np.float32) for _ in range(2)] for name in ["words", "mixed"]}
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        others = np.setdiff1d(every, held)
        words = outputs(0, train(0, others, CONFIG, options.seed), held)
        nets = [outputs(1, train(1, others, SENTENCES, options.seed + i), held) for i in range(NETS)]
        for name, found in [("words", words), ("mixed", sentences.mixed(words, nets, WORDS_COUNT))]:
            for way in (0, 1):
                unseen[name][way][held] = found[way]
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    for name, found in unseen.items():
        print(name, calibrate.summary(found, written), flush=True)

    about = {"version": options.version, "train.sha256": train_hash, "seed": str(options.seed), "calls": str(len(calls))}
    net = train(0, every, CONFIG, options.seed)
    save(net, keys, table, calibrate.fit(unseen["words"], written), about | {"format": "segue.topic/1", "config": json.dumps(CONFIG)},
         options.out)
    nets = [train(1, every, SENTENCES, options.seed + i) for i in range(NETS)]
    sentences.save(nets, WORDS_COUNT, calibrate.fit(unseen["mixed"], written), about | {"config": json.dumps(SENTENCES)},
                   options.sentences)
    for file in (options.out, options.sentences):
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB from {len(calls)} calls")


if __name__ == "__main__":
    main()
