"""Calibration per language on calls that the nets have not seen: one factor and four biases for the labels, a threshold for each flag."""
import jax
import jax.numpy as jnp
import numpy as np
import optax

from corpus import FLAGS, OUTPUTS, WANTED
from network import WAYS

# Flags whose false alarm hurts more than a miss: the threshold is the one of the best F0.5, others take that of the best F1.
CAREFUL = {"work_impact", "personal_question", "wrap_up"}
LANGUAGES = ["en", "ru"]
PRIVATE_FROM = 0.42  # as in reading.rs
HUSHED = 0.8  # of what is serious and private, the part from whose logit on nothing steers


def scaling(logits, labels):
    """Factor and biases that minimise the log loss, pulled towards none (Guo et al. 2017, vector scaling in part)."""

    def loss(p):
        scaled = logits * p[0] + p[1:]
        return -(labels * jax.nn.log_softmax(scaled)).sum(-1).mean() + 0.01 * ((p[0] - 1) ** 2 + (p[1:] ** 2).sum())

    return np.asarray(descend(loss, jnp.array([1.0, 0, 0, 0, 0])))


def threshold(scores, truth, beta):
    """The logit from which a flag holds, that of the best F-beta; a flag that never occurs here never holds."""
    if truth.sum() < 3:
        return 3.0
    order = np.argsort(-scores)
    hits = np.cumsum(truth[order])
    precision, found = hits / np.arange(1, len(order) + 1), hits / truth.sum()
    weight = beta ** 2
    best = np.argmax((1 + weight) * precision * found / np.maximum(weight * precision + found, 1e-9))
    return float(scores[order][best])


def odds(scores, truth):
    """Factor and bias that make a probability of a logit (Platt 1999)."""

    def loss(p):
        return optax.sigmoid_binary_cross_entropy(scores * p[0] + p[1], truth).mean() + 0.001 * ((p[0] - 1) ** 2 + p[1] ** 2)

    return np.asarray(descend(loss, jnp.array([1.0, 0.0])))


def descend(loss, p):
    """The parameters after 300 small steps downhill."""
    optimiser = optax.adam(0.03)
    state = optimiser.init(p)
    step = jax.jit(lambda p, s: optimiser.update(jax.grad(loss)(p), s))
    for _ in range(300):
        updates, state = step(p, state)
        p = optax.apply_updates(p, updates)
    return p


def fit(predicted, arrays):
    out = {}
    for way, logits in zip(WAYS, predicted):
        rows = []
        for lang in LANGUAGES:
            calls = [i for i, (head, _) in enumerate(arrays.calls) if head["lang"] == lang]
            mask = arrays.mask[calls] > 0
            labels, flags = arrays.label[calls][mask], arrays.flag[calls][mask]
            own = logits[calls][mask]
            rows += list(scaling(jnp.asarray(own[:, :4]), jnp.asarray(labels)))
            # A serious fact in the work itself is business: the flag counts outside it.
            talk = labels[:, 0] == 0
            for k, flag in enumerate(FLAGS):
                where = talk if flag == "serious" else np.ones(len(talk), bool)
                rows.append(threshold(own[where, 4 + k], flags[where, k], 0.5 if flag in CAREFUL else 1.0))
            serious = FLAGS.index("serious")
            told = talk & (flags[:, serious] > 0)
            rows.append(float(np.quantile(own[told, 4 + serious], 1 - HUSHED)) if told.any() else 3.0)
            wanted = OUTPUTS.index(WANTED)
            rows += list(odds(jnp.asarray(own[:, 4 + wanted]), jnp.asarray(flags[:, wanted])))
        out[way] = np.array(rows)
    return out


def summary(predicted, arrays):
    """F1 and average precision of private talk, and average precision of the serious flag and of wanted ways back, per language and way."""
    found = []
    for way, logits in zip(WAYS, predicted):
        for lang in LANGUAGES:
            calls = [i for i, (head, _) in enumerate(arrays.calls) if head["lang"] == lang]
            mask = arrays.mask[calls] > 0
            labels, own = arrays.label[calls][mask], logits[calls][mask]
            private, truth = private_share(own), labels[:, 1:3].sum(1) > 0
            found.append(f"{lang} {way} F1 {f1(private >= PRIVATE_FROM, truth):.3f} AP {average(private, truth):.3f}")
            for name in ["serious", WANTED]:
                k = OUTPUTS.index(name)
                found[-1] += f" {name} AP {average(own[:, 4 + k], arrays.flag[calls][mask][:, k]):.3f}"
    return " | ".join(found)


def private_share(logits):
    """Probability of private talk, of logits whose last axis begins with the labels."""
    share = np.exp(logits[..., :4] - logits[..., :4].max(-1, keepdims=True))
    return (share[..., 1] + share[..., 2]) / share.sum(-1)


def f1(found, truth):
    return 2 * (found & truth).sum() / max(1, found.sum() + truth.sum())


def average(scores, truth):
    """Average precision."""
    order = np.argsort(-scores, kind="stable")
    hits = np.asarray(truth, float)[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1.0, hits.sum()))
