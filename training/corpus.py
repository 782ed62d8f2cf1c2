"""Labelled calls and meetings as arrays. Features come from the program's own reader (segue-features)."""
import contextlib, json, pathlib, re, subprocess, tempfile
import numpy as np

LABELS = ["business", "smalltalk", "personal", "framing"]
FLAGS = ["personal_question", "disclosure", "serious", "work_impact", "steer_back", "accepted", "ignored", "sign_off", "wrap_up"]
WANTED = "wanted"  # stands in a drift that a line should lead back from
OUTPUTS = FLAGS + [WANTED]  # what the nets say beside the labels
WRAP_UP_WORDS = 12  # business words that may still come after a turn that wraps up
FIELDS = ["meaning", "scalars", "label", "flag", "mask", "sure"]  # arrays of which each call has a row
LONGEST = 130  # turns in a row that the trainer looks at


def read_call(path):
    rows = [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
    head, turns = rows[0], [r for r in rows if "turn" in r]
    wanted = {turn for r in rows if r.get("cue") == "yes" for turn in range(r["from_turn"], r["to_turn"] + 1)}
    rest = 0
    for turn in reversed(turns):
        turn["flags"] = [f for f in turn["flags"] if f in FLAGS] + (["wrap_up"] if rest < WRAP_UP_WORDS else [])
        turn["flags"] += [WANTED] if turn["turn"] in wanted else []
        if turn["label"] == "business":
            rest += len(turn["text"].split())
    return head, turns


def read_meetings(path):
    """AMI meetings as calls: a chunk of LONGEST turns each; `private` is true, false or None (other)."""
    by_meeting = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_meeting.setdefault(row["dialogue"], []).append(row)
    for name, rows in by_meeting.items():
        rows.sort(key=lambda r: r["turn"])
        for at in range(0, len(rows), LONGEST):
            turns = [{"turn": i + 1, "speaker": r["speaker"], "role": "unknown", "text": r["text"], "flags": [],
                      "label": {"meta": "framing", "other": "business"}.get(r["label"], r["label"]), "sure": r["label"] != "other"}
                     for i, r in enumerate(rows[at:at + LONGEST])]
            head = {"call": f"{name}-{at}", "lang": "en", "kind": "group", "channel": "call", "trade": "", "client": "", "agenda": []}
            yield head, turns


def as_recognised(text):
    """As a speech recogniser without punctuation writes it."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s'-]|_", " ", text.lower())).strip() or text


@contextlib.contextmanager
def as_files(calls):
    """The calls as files for a program to read: their folder and their paths."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, (head, turns) in enumerate(calls):
            path = pathlib.Path(folder) / f"{i:06}.jsonl"
            path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in [head, *turns]), encoding="utf-8")
            paths.append(str(path))
        yield pathlib.Path(folder), paths


def features(program, vocabulary, calls):
    with as_files(calls) as (_, paths):
        out = []
        for at in range(0, len(paths), 200):
            done = subprocess.run([program, vocabulary, *paths[at:at + 200]], capture_output=True, text=True, check=True)
            out += [json.loads(line) for line in done.stdout.splitlines()]
    return out


def pad(rows, width, kind):
    array = np.zeros((LONGEST, width), kind)
    for i, row in enumerate(rows[:LONGEST]):
        array[i, : min(width, len(row))] = row[:width]
    return array


class Arrays:
    """Everything the trainer needs of a list of calls, padded."""

    def __init__(self, calls, found, table, flags=OUTPUTS):
        self.calls = calls
        self.meaning, self.scalars, self.label, self.flag, self.mask, self.sure = [], [], [], [], [], []
        for (head, turns), call in zip(calls, found):
            means, scalars = [], []
            for turn in call["turns"]:
                unknown = round(turn["s"][13] * np.expm1(turn["s"][4] * 4))
                means.append(table[turn["w"]].sum(0) / np.sqrt(max(1, len(turn["w"]) + unknown)))
                scalars.append(turn["s"])
            turns = turns[:LONGEST]
            self.meaning.append(pad(means, table.shape[1], np.float16))
            self.scalars.append(pad(scalars, len(scalars[0]), np.float32))
            self.label.append(pad([np.eye(4)[LABELS.index(t["label"])] for t in turns], 4, np.float32))
            self.flag.append(pad([[f in t["flags"] for f in flags] for t in turns], len(flags), np.float32))
            self.mask.append(pad([[1.0]] * len(turns), 1, np.float32)[:, 0])
            self.sure.append(pad([[float(t.get("sure", True))] for t in turns], 1, np.float32)[:, 0])
        for name in FIELDS:
            setattr(self, name, np.stack(getattr(self, name)))

    def shortened(self, length):
        """The same, with so many turns of each call; in place."""
        for name in FIELDS:
            setattr(self, name, getattr(self, name)[:, :length])
        return self

    def __len__(self):
        return len(self.calls)
