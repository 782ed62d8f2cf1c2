"""Fits many nets, a few at once: folds and seeds that take each step together cost little more than one net alone."""
from concurrent.futures import ThreadPoolExecutor

import jax
import jax.numpy as jnp
import numpy as np
import optax

import network
from corpus import FIELDS

BARE = 0.5  # share of calls of which neither agenda nor project is told
TOGETHER = 2  # nets that take a step together; more of them outgrow the processor's cache
AT_ONCE = 2  # such groups at the same time
NOBODY = 0.15  # share of transcripts of which nobody said who is who
CUT = 0.4  # share of calls of which only a stretch is read: files begin and end anywhere, and many are short
SHORTEST = 6  # turns of such a stretch, at least
SHORT = 30  # turns under which a call, or a stretch of one, is short: people paste such ones to see what the program makes of them
SHORT_COUNTS = 3  # what their turns count, since they have so few
OFTEN = 2  # how often a pass draws a call of many short private stretches: people drift so, and it is what nets understand least
STRETCHES, STRETCH, LONG = 3, 6, 60  # such a call has at least so many, of at most so many turns on average, and so many turns in all
PLACE = 5, 6  # scalars that tell the place in the call, as features.rs makes them: how far from the beginning, and whether at it


def loss(net, batch, key, config):
    total = 0.0
    counts = batch["mask"] * jnp.where(batch["mask"].sum(1) < SHORT, SHORT_COUNTS, 1)[:, None]
    for logits in network.apply(net, batch["meaning"], batch["scalars"], batch["mask"], key, config["drop"]):
        logp = jax.nn.log_softmax(logits[..., :4])
        own = -(batch["label"] * logp).sum(-1)
        # Of a meeting only this is sure: nobody talks privately (its labels are those of whole segments).
        other = -jnp.logaddexp(logp[..., 0], logp[..., 3])
        flags = optax.sigmoid_binary_cross_entropy(logits[..., 4:], batch["flag"]).sum(-1)
        each = jnp.where(batch["meeting"][:, None], config["meeting_weight"] * batch["sure"] * other, own + config["flag_weight"] * flags)
        total += (each * counts).sum() / counts.sum()
    return total + config["decay"] * sum((v ** 2).sum() for k, v in net.items() if k.endswith(("w", "wx", "wh")))


class Draw:
    """Which rows a net sees at each step: its own calls in a random order, as written or as recognised, and some meetings."""

    def __init__(self, allowed, seed, pool, config):
        self.rng, self.config = np.random.default_rng(seed), config
        self.turns, self.calls, self.meetings = pool.turns, pool.calls, pool.meetings
        self.allowed = np.repeat(allowed, pool.often[allowed])
        self.order = []

    def step(self):
        own, met = self.config["batch"], self.config["meetings"] if self.meetings else 0
        if len(self.order) < own:
            self.order = list(self.rng.permutation(self.allowed))
        rows, self.order = np.array(self.order[:own]), self.order[own:]
        rows = rows + self.calls * self.rng.integers(2, size=own)
        more = 2 * self.calls + self.rng.integers(max(1, self.meetings), size=met)
        hidden = [np.concatenate([self.rng.random(own) < share, np.zeros(met, bool)]) for share in (NOBODY, BARE)]
        rows = np.concatenate([rows, more])
        return rows, *hidden, *np.array([self.stretch(self.turns[row]) for row in rows]).T

    def stretch(self, turns):
        """From which turn on, and how many."""
        if turns <= SHORTEST or self.rng.random() >= CUT:
            return 0, turns
        start = self.rng.integers(turns - SHORTEST + 1)
        return start, self.rng.integers(SHORTEST, turns - start + 1)


def cut(batch, start, count):
    """Of each call a stretch, as if it were all."""
    place = jnp.arange(batch["mask"].shape[1])
    index = jnp.minimum(place + start[:, None], batch["mask"].shape[1] - 1)
    out = {name: jnp.take_along_axis(value, index.reshape(index.shape + (1,) * (value.ndim - 2)), 1) for name, value in batch.items()}
    out["mask"] = out["mask"] * (place < count[:, None])
    far, first = PLACE
    out["scalars"] = out["scalars"].at[:, :, far].set(jnp.minimum(place, 20) / 20).at[:, :, first].set(place < 4)
    return out


def fit(jobs):
    """For each job (written, recognised, meetings, members, config) a net for each of its members, which are (indices of calls it may see, seed)."""
    pools = [Pool(*data) for *data, _, _ in jobs]
    parts = [(number, pools[number], members[at:at + TOGETHER], config)
             for number, (*_, members, config) in enumerate(jobs) for at in range(0, len(members), TOGETHER)]
    nets = [[] for _ in jobs]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for (number, *_), fitted in zip(parts, pool.map(lambda part: fit_together(*part[1:]), parts)):
            nets[number] += fitted
            print(f"{sum(map(len, nets))} of {sum(len(job[3]) for job in jobs)} nets", flush=True)
    return nets


class Pool:
    """The rows that all nets of a job draw from, once in memory: calls as written, as recognised, meetings."""

    def __init__(self, written, recognised, meetings):
        parts = [written, recognised] + ([meetings] if meetings is not None else [])
        self.rows = {name: jnp.asarray(np.concatenate([getattr(part, name) for part in parts])) for name in FIELDS}
        self.calls, self.meetings = len(written), 0 if meetings is None else len(meetings)
        self.inputs = written.meaning.shape[-1] + written.scalars.shape[-1]
        self.outputs = 4 + written.flag.shape[-1]
        self.turns = np.asarray(self.rows["mask"].sum(1), int)
        self.often = np.where(scattered(written), OFTEN, 1)


def scattered(arrays):
    """Which calls have many short private stretches."""
    private = (arrays.label[..., 1:3].sum(-1) > 0) & (arrays.mask > 0)
    begun = (private & ~np.pad(private, ((0, 0), (1, 0)))[:, :-1]).sum(1)
    return (begun >= STRETCHES) & (private.sum(1) <= STRETCH * begun) & (arrays.mask.sum(1) >= LONG)


def fit_together(pool, members, config):
    seeds = [jax.random.PRNGKey(seed) for _, seed in members]
    nets = [network.initial(key, pool.inputs, config["entry"], config["hidden"], pool.outputs, config["ways"]) for key in seeds]
    net = {name: jnp.stack([n[name] for n in nets]) for name in nets[0]}
    optimiser = optax.chain(optax.clip_by_global_norm(1.0),
                            optax.adamw(optax.cosine_decay_schedule(config["rate"], config["steps"]), weight_decay=1e-3))
    draws = [Draw(allowed, seed, pool, config) for allowed, seed in members]

    # The pool goes in with every call: as a constant of the compiled step it would be copied for each of them.
    def step(net, state, mean, key, pool_rows, rows, nobody, bare, start, count, keep):
        batch = cut({name: pool_rows[name][rows] for name in FIELDS}, start, count)
        scalars = batch["scalars"].at[:, :, 0:3].multiply(1.0 - nobody[:, None, None])
        batch["scalars"] = scalars.at[:, :, 11:13].multiply(1.0 - bare[:, None, None])
        if config["told"]:
            told = jnp.arange(batch["meaning"].shape[-1]) >= batch["meaning"].shape[-1] - config["told"]
            batch["meaning"] = jnp.where(told & (bare[:, None, None] > 0), 0, batch["meaning"])
        batch["meeting"] = rows >= 2 * pool.calls
        key, own = jax.random.split(key)
        updates, state = optimiser.update(jax.grad(loss)(net, batch, own, config), state, net)
        net = optax.apply_updates(net, updates)
        # Running mean of the weights: steadier than the last step (Polyak averaging).
        return net, state, jax.tree.map(lambda a, b: keep * a + (1 - keep) * b, mean, net), key

    together = jax.jit(jax.vmap(step, in_axes=(0, 0, 0, 0, None, 0, 0, 0, 0, 0, None)))
    state, mean, keys = jax.vmap(optimiser.init)(net), net, jnp.stack([jax.random.fold_in(key, 1) for key in seeds])
    for number in range(config["steps"]):
        rows, nobody, bare, start, count = (jnp.asarray(np.stack(part)) for part in zip(*(draw.step() for draw in draws)))
        keep = min(config["average"], number / (number + 10))
        net, state, mean, keys = together(net, state, mean, keys, pool.rows, rows, nobody.astype(jnp.float32), bare.astype(jnp.float32), start, count, keep)
    return [{name: np.asarray(value[i]) for name, value in mean.items()} for i in range(len(members))]
