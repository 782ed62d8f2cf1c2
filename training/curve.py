"""The learning curve: F1 of private talk on calls held out, by the number of calls trained on; docs/learning-curve.svg and a table.

Usage: curve.py --features PROGRAM --table DIR --vectors PROGRAM --encoder FILE --train DIR... --meetings FILE --out FILE.svg
One net on sentences for each point, all of one seed, on the same third of the calls.
"""
import argparse, pathlib
import numpy as np

import sentences
from calibrate import PRIVATE_FROM, f1, private_share
from corpus import Arrays, features, read_meetings
from fit import fit
from train import SENTENCES, load, predict, stripped, subset

SHARES = [0.06, 0.25, 0.5, 1.0]
WIDTH, HEIGHT, EDGE, LOW, HIGH = 640, 320, 50, 0.5, 0.9
LOOKS = {("en", 0): ("English, live", ""), ("en", 1): ("English, whole", "6 4"), ("ru", 0): ("Russian, live", "2 3"), ("ru", 1): ("Russian, whole", "8 3 2 3")}


def f1_of(logits, arrays, lang):
    mask = (arrays.mask > 0) & np.array([head["lang"] == lang for head, _ in arrays.calls])[:, None]
    return f1(private_share(logits[mask]) >= PRIVATE_FROM, arrays.label[mask][:, 1:3].sum(1) > 0)


def drawing(points):
    x = lambda calls: EDGE + (WIDTH - 3 * EDGE) * calls / max(c for c, _ in points)
    y = lambda value: HEIGHT - EDGE - (HEIGHT - 1.6 * EDGE) * (value - LOW) / (HIGH - LOW)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" role="img">',
             "<title>F1 of private talk on unseen calls, by calls trained on</title>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']
    for value in np.arange(LOW, HIGH + 0.01, 0.1):
        parts.append(f'<path d="M{EDGE} {y(value):.0f}H{WIDTH - 2 * EDGE}" stroke="#ddd"/><text x="{EDGE - 28}" y="{y(value) + 4:.0f}">{value:.1f}</text>')
    for calls, _ in points:
        parts.append(f'<text x="{x(calls) - 10:.0f}" y="{HEIGHT - EDGE + 18}">{calls}</text>')
    lowest = 0  # names stand beside the ends of their lines, and not over each other
    for key, (name, dash) in sorted(LOOKS.items(), key=lambda look: -points[-1][1][look[0]]):
        line = " ".join(f"{x(calls):.0f},{y(found[key]):.0f}" for calls, found in points)
        lowest = max(y(points[-1][1][key]) + 4, lowest + 14)
        parts.append(f'<polyline points="{line}" fill="none" stroke="#245" stroke-width="2" stroke-dasharray="{dash}"/>')
        parts.append(f'<text x="{x(points[-1][0]) + 6:.0f}" y="{lowest:.0f}">{name}</text>')
    return "\n".join([*parts, f'<text x="{EDGE}" y="{HEIGHT - 8}">calls trained on</text>', "</svg>\n"])


def main():
    parse = argparse.ArgumentParser()
    for name in ["--features", "--vectors", "--encoder", "--meetings"]:
        parse.add_argument(name, required=True)
    parse.add_argument("--table", type=pathlib.Path, required=True)
    parse.add_argument("--train", nargs="+", required=True)
    parse.add_argument("--out", type=pathlib.Path, required=True)
    options = parse.parse_args()
    vocabulary, table = str(options.table / "vocabulary.txt"), np.load(options.table / "words.npy").astype(np.float32)
    _, calls, _ = load(options.train)

    sets = [calls, stripped(calls), list(read_meetings(options.meetings))]
    meant = [sentences.vectors(options.vectors, options.encoder, some, project=True) for some in sets]
    scaling = sentences.scaling(meant[0])
    written, heard, met = [
        sentences.with_sentences(Arrays(some, features(options.features, vocabulary, some), table), found, scaling) for some, found in zip(sets, meant)]
    order = np.random.default_rng(1).permutation(len(calls))
    held, rest = order[::3], np.concatenate([order[1::3], order[2::3]])
    rest = np.random.default_rng(2).permutation(rest)
    sizes = [round(share * len(rest)) for share in SHARES]
    [nets] = fit([(written, heard, met, [(rest[:size], 1) for size in sizes], SENTENCES)])
    unseen, points = subset(written, held), []
    print("| calls trained on | English live | whole | Russian live | whole |\n|---|---|---|---|---|")
    for size, net in zip(sizes, nets):
        live, _, whole = predict(net, unseen)
        found = {(lang, way): f1_of(logits, unseen, lang) for lang in ("en", "ru") for way, logits in enumerate((live, whole))}
        points.append((size, found))
        print(f"| {size} | " + " | ".join(f"{value:.3f}" for value in found.values()) + " |")
    options.out.write_text(drawing(points), encoding="utf-8")


if __name__ == "__main__":
    main()
