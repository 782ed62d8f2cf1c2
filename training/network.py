"""The network: tables and scalars -> entry layer -> recurrent layers -> four labels and the flags."""
import jax
import jax.numpy as jnp

import corpus

OUTPUTS = 4 + len(corpus.OUTPUTS)
# How much of the call is known: what came before; the next turn too; all of it.
WAYS = ["live", "answered", "whole"]


def initial(key, inputs, entry, hidden, outputs=OUTPUTS, ways=WAYS):
    keys = iter(jax.random.split(key, 16))
    matrix = lambda a, b, gain=1.0: jax.random.normal(next(keys), (a, b)) * gain / jnp.sqrt(a)
    net = {
        "entry.w": matrix(inputs, entry), "entry.b": jnp.zeros(entry),
    }
    reads = {"live": hidden + entry, "whole": 2 * hidden + entry, "answered": 2 * hidden + 2 * entry}
    for way in reads:
        if way in ways:
            net |= {f"{way}.w": matrix(reads[way], outputs, 0.5), f"{way}.b": jnp.zeros(outputs)}
    for way in ["forward", "backward"]:
        net |= {f"{way}.wx": matrix(entry, 3 * hidden), f"{way}.wh": matrix(hidden, 3 * hidden), f"{way}.b": jnp.zeros(3 * hidden)}
    return net


def recurrent(x, mask, wx, wh, b, reverse=False):
    hidden = wh.shape[0]
    inputs = jnp.swapaxes(x @ wx + b, 0, 1)

    def step(state, gates_and_mask):
        gates, real = gates_and_mask
        back = state @ wh
        reset = jax.nn.sigmoid(gates[:, :hidden] + back[:, :hidden])
        keep = jax.nn.sigmoid(gates[:, hidden:2 * hidden] + back[:, hidden:2 * hidden])
        new = jnp.tanh(gates[:, 2 * hidden:] + reset * back[:, 2 * hidden:])
        # Padding lies at the end: the backward state must not drift there.
        state = ((1 - keep) * new + keep * state) * real[:, None]
        return state, state

    _, states = jax.lax.scan(step, jnp.zeros((x.shape[0], hidden)), (inputs, mask.T), reverse=reverse)
    return jnp.swapaxes(states, 0, 1)


def following(rows):
    """For each turn what belongs to the next one; nothing after the last."""
    return jnp.concatenate([rows[:, 1:], jnp.zeros_like(rows[:, :1])], 1)


def apply(net, meaning, scalars, mask, key=None, drop=0.0):
    """Logits for each of WAYS that the net has. With a key: training, with dropout."""
    keys = iter(jax.random.split(key, 8)) if key is not None else None

    def dropout(x, rate):
        if keys is None or rate == 0:
            return x
        return jnp.where(jax.random.bernoulli(next(keys), 1 - rate, x.shape), x / (1 - rate), 0.0)

    meaning = meaning.astype(jnp.float32)
    x = jnp.concatenate([dropout(meaning, drop * 0.6), scalars], -1)
    x = dropout(jax.nn.relu(x @ net["entry.w"] + net["entry.b"]), drop) * mask[..., None]
    ahead = recurrent(x, mask, net["forward.wx"], net["forward.wh"], net["forward.b"])
    behind = recurrent(x, mask, net["backward.wx"], net["backward.wh"], net["backward.b"], reverse=True)
    known = {"live": [ahead, x], "answered": [ahead, following(ahead), x, following(x)], "whole": [ahead, behind, x]}
    return tuple(dropout(jnp.concatenate(known[way], -1), drop) @ net[f"{way}.w"] + net[f"{way}.b"] for way in WAYS if f"{way}.w" in net)
