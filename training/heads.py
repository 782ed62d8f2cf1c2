"""Heads for the labels of other public corpora, on the program's own encoder and the trainer's own nets.

Usage: heads.py --features PROGRAM --table DIR --vectors PROGRAM --encoder FILE CORPUS.jsonl...
Every dialogue is read by nets that did not see it (five folds by dialogue), with the whole dialogue in view. Printed beside it are TF-IDF
with logistic regression and the encoder's vectors with logistic regression, both with the turn before and the turn after, on the same folds. Wants scikit-learn beside what the trainer wants.
"""
import argparse, collections, json, pathlib
import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

import sentences
from calibrate import f1, private_share
from corpus import Arrays, features
from fit import fit
from train import CONFIG, SENTENCES, predict, subset

FOLDS, SEEDS, STEPS = 5, 2, 500
# What counts as social, by corpus: the labels of the data in the project's words.
SOCIAL = {"casino": {"small talk": {"smalltalk"}}, "persuasionforgood": {"social acts": {"smalltalk", "personal", "meta"}, "without greetings and thanks": {"smalltalk", "personal"}}}


def dialogues(path):
    by_name = collections.defaultdict(list)
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_name[row["dialogue"]].append(row)
    return [sorted(rows, key=lambda row: row["turn"]) for rows in by_name.values()]


def as_call(rows, social):
    roles = {speaker: role for speaker, role in zip(dict.fromkeys(row["speaker"] for row in rows), ["me", "client"])}
    turns = [{"turn": i + 1, "speaker": row["speaker"], "role": roles.get(row["speaker"], "colleague"), "text": row["text"], "flags": [],
              "label": "smalltalk" if row["label"] in social else "business"} for i, row in enumerate(rows)]
    return {"call": rows[0]["dialogue"], "lang": "en", "kind": "client", "channel": "chat", "trade": "", "client": "", "agenda": []}, turns


def around(rows, calls):
    """Each turn's row beside those of the turn before and after in its dialogue."""
    starts = np.cumsum([0] + [len(turns) for _, turns in calls])
    parts = []
    for a, b in zip(starts, starts[1:]):
        own = rows[a:b]
        none = own[:1] * 0
        parts.append(hstack([own, vstack([none, own[:-1]]), vstack([own[1:], none])]))
    return vstack(parts).tocsr()


def regression(make, calls, truth, fold_of):
    """F1 of logistic regression over the folds, private turns and others weighted alike."""
    found = np.zeros(len(truth), bool)
    for fold in range(FOLDS):
        seen = fold_of != fold
        rows = make(seen)
        rows = around(rows, calls)
        model = LogisticRegression(C=4.0, max_iter=1000, class_weight="balanced").fit(rows[seen], truth[seen])
        found[~seen] = model.predict(rows[~seen])
    return f1(found, truth)


def main():
    parse = argparse.ArgumentParser()
    for name in ["--features", "--table", "--vectors", "--encoder"]:
        parse.add_argument(name, required=True)
    parse.add_argument("corpora", nargs="+")
    options = parse.parse_args()
    table = np.load(pathlib.Path(options.table) / "words.npy").astype(np.float32)
    vocabulary = str(pathlib.Path(options.table) / "vocabulary.txt")
    print("| corpus | what | dialogues | turns | of them so | TF-IDF + LR | encoder + LR | our nets |\n|---|---|---|---|---|---|---|---|")
    for path in options.corpora:
        name, rows = pathlib.Path(path).stem, dialogues(path)
        # What is read does not depend on what counts as social.
        unlabelled = [as_call(dialogue, set()) for dialogue in rows]
        longest = max(map(len, rows))
        found, vectors = features(options.features, vocabulary, unlabelled), sentences.vectors(options.vectors, options.encoder, unlabelled)
        for what, social in SOCIAL[name].items():
            calls = [as_call(dialogue, social) for dialogue in rows]
            words = Arrays(calls, found, table)
            views = [view.shortened(longest) for view in (words, sentences.with_sentences(words, vectors, sentences.scaling(vectors)))]
            fold_of = np.random.default_rng(1).permutation(len(calls)) % FOLDS
            members = [(np.flatnonzero(fold_of != fold), seed) for fold in range(FOLDS) for seed in range(SEEDS)]
            fitted = fit([(view, view, None, members, config | dict(steps=STEPS, meetings=0, flag_weight=0.0)) for view, config in zip(views, (CONFIG, SENTENCES | dict(told=0)))])
            private = np.zeros(words.mask.shape)
            for fold in range(FOLDS):
                held = np.flatnonzero(fold_of == fold)
                for view, nets in zip(views, fitted):
                    for net in nets[fold * SEEDS:(fold + 1) * SEEDS]:
                        private[held] += private_share(predict(net, subset(view, held))[-1]) / (2 * SEEDS)
            mask = words.mask > 0
            truth = words.label[mask][:, 1] > 0
            turn_fold = np.repeat(fold_of, [len(turns) for _, turns in calls])
            texts = [turn["text"] for _, turns in calls for turn in turns]

            def tf_idf(seen):
                seen_texts = [text for text, one in zip(texts, seen) if one]
                spaces = [TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)]
                return hstack([space.fit(seen_texts).transform(texts) for space in spaces]).tocsr()

            encoded = csr_matrix(np.concatenate(vectors))
            figures = [regression(tf_idf, calls, truth, turn_fold), regression(lambda _: encoded, calls, truth, turn_fold), f1(private[mask] > 0.5, truth)]
            print(f"| {name} | {what} | {len(calls)} | {len(texts)} | {truth.mean():.0%} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |", flush=True)


if __name__ == "__main__":
    main()
