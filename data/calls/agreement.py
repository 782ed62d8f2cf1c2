"""How far two readers agree: Cohen's kappa per language, of the four labels, of private or not, and of serious.

The second reader saw the words, speakers and agenda only. Usage: agreement.py [FOLDER with NAME.labels]
"""
import collections, json, pathlib, sys

HERE = pathlib.Path(__file__).parent
NAMES = {"b": "business", "s": "smalltalk", "p": "personal", "f": "framing"}


def kappa(pairs):
    """Agreement beyond chance, 1 at most (Cohen 1960)."""
    first, second = collections.Counter(a for a, _ in pairs), collections.Counter(b for _, b in pairs)
    agreed = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(first[k] * second[k] for k in first) / len(pairs) ** 2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def read(labels):
    [source] = HERE.glob(f"*/{labels.stem}.jsonl")
    turns = {row["turn"]: row for row in map(json.loads, source.open(encoding="utf-8")) if "turn" in row}
    for line in labels.read_text(encoding="utf-8").splitlines():
        number, label, *rest = line.split()
        turn = turns[int(number)]
        yield turn["label"], NAMES[label], "serious" in turn["flags"], "!" in rest


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "second-reader"
    groups = collections.defaultdict(list)
    for labels in sorted(folder.glob("*.labels")):
        rows = list(read(labels))
        for name in (labels.stem[:2], "both"):
            groups[name] += rows
    print("| calls | turns | four labels | private or not | F1 of private | serious |\n|---|---|---|---|---|---|")
    for name, rows in groups.items():
        private = [(a in ("smalltalk", "personal"), b in ("smalltalk", "personal")) for a, b, _, _ in rows]
        f1 = 2 * sum(a and b for a, b in private) / sum(a + b for a, b in private)
        print(f"| {name} | {len(rows)} | {kappa([r[:2] for r in rows]):.2f} | {kappa(private):.2f} | {f1:.2f} | {kappa([r[2:] for r in rows]):.2f} |")


if __name__ == "__main__":
    main()
