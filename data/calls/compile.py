"""Turn call scripts (*.txt) into labelled calls (*.jsonl), checking every line. Usage: compile.py IN_DIR_OR_FILE... OUT_DIR

A script is quick to write by hand and cannot get its turn numbers wrong:

    {"call":"en-c-01","lang":"en",...,"style":"spoken","speakers":{"D":["Dana","me"],"V":["Viktor","client"]}}
    D f | Hi Viktor, can you hear me?
    << client no the usual weather at the start
    V s | Yes. It is pouring here.
    D s | Here too.
    >>
    V p disclosure,serious | My father is in hospital.
    @ 2026-03-02T10:15:00          (chats only: the time of the next turn)

Labels: b business, s smalltalk, p personal, f framing. `<<` opens a drift (by, cue, why), `>>` closes it.
Start and end of spoken turns are drawn from the words (2.6 a second), seeded by the call's name.
"""
import datetime, json, pathlib, random, re, sys

LABELS = {"b": "business", "s": "smalltalk", "p": "personal", "f": "framing"}
FLAGS = {"personal_question", "disclosure", "serious", "work_impact", "steer_back", "accepted", "ignored", "sign_off", "overrun", "sarcasm"}
HEAD = ["call", "lang", "kind", "channel", "me", "trade", "client", "planned_minutes", "history", "agenda", "style"]


def compile_call(path):
    problems, turns, drifts, open_drift = [], [], [], None
    lines = path.read_text(encoding="utf-8").splitlines()
    head = json.loads(lines[0])
    speakers = head.pop("speakers")
    for key in HEAD:
        if key not in head:
            problems.append(f"{path.name}:1 header lacks {key}")
    if head.get("call") != path.stem:
        problems.append(f"{path.name}:1 call is not {path.stem}")
    rng, clock, at = random.Random(path.name), 0.0, None
    for number, line in enumerate(lines[1:], 2):
        line = line.strip()
        if not line:
            continue
        if line.startswith("<<"):
            parts = line[2:].strip().split(None, 2)
            if len(parts) < 3 or parts[0] not in {"client", "me", "colleague"} or parts[1] not in {"yes", "no", "wait"}:
                problems.append(f"{path.name}:{number} bad drift line: {line[:80]}")
                continue
            if open_drift:
                problems.append(f"{path.name}:{number} drift opened inside a drift")
            open_drift = {"drift": len(drifts) + 1, "from_turn": len(turns) + 1, "to_turn": None, "by": parts[0], "cue": parts[1], "why": parts[2]}
        elif line.startswith(">>"):
            if not open_drift:
                problems.append(f"{path.name}:{number} drift closed but none open")
                continue
            open_drift["to_turn"] = len(turns)
            if open_drift["to_turn"] - open_drift["from_turn"] < 2:
                problems.append(f"{path.name}:{number} drift shorter than 3 turns")
            drifts.append(open_drift)
            open_drift = None
        elif line.startswith("@"):
            at = datetime.datetime.fromisoformat(line[1:].strip())
        else:
            match = re.match(r"^(\S+) ([bspf])(?: ([a-z_,]+))? \| (.+)$", line)
            if not match or match[1] not in speakers:
                problems.append(f"{path.name}:{number} bad turn: {line[:80]}")
                continue
            flags = match[3].split(",") if match[3] else []
            problems += [f"{path.name}:{number} unknown flag {f}" for f in flags if f not in FLAGS]
            name, role = speakers[match[1]]
            turn = {"turn": len(turns) + 1, "speaker": name, "role": role, "text": match[4].strip(), "label": LABELS[match[2]], "flags": flags}
            words = len(turn["text"].split())
            if head["channel"] == "chat":
                if at is None:
                    problems.append(f"{path.name}:{number} a chat needs @ time before its first turn")
                    at = datetime.datetime(2026, 3, 2, 10)
                turn["at"] = at.isoformat(timespec="seconds")
                at += datetime.timedelta(seconds=rng.randint(8, 50) + 2 * words)
            else:
                length = round(0.35 + words / 2.6 * rng.uniform(0.85, 1.2), 2)
                turn["start"], turn["end"] = round(clock, 2), round(clock + length, 2)
                clock += length + rng.choice([0.1, 0.2, 0.3, 0.4, 0.6, 0.9, 1.4])
            turns.append(turn)
    if open_drift:
        problems.append(f"{path.name} drift never closed")
    inside = {t for d in drifts for t in range(d["from_turn"], (d["to_turn"] or 0) + 1)}
    run = 0
    for turn in turns + [{"turn": 0, "label": "business"}]:
        run = run + 1 if turn["label"] in {"smalltalk", "personal"} else 0
        if run == 4 and not any(turn["turn"] - k in inside for k in range(4)):
            problems.append(f"{path.name} turn {turn['turn']}: four private turns in a row but no drift is marked there")
    if not 5 <= len(turns) <= 125:
        problems.append(f"{path.name} has {len(turns)} turns, not 5 to 125")
    return [head, *turns, *drifts], problems


def main():
    *sources, target = map(pathlib.Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    bad = done = 0
    for source in sources:
        for path in sorted(source.glob("*.txt")) if source.is_dir() else [source]:
            rows, problems = compile_call(path)
            (target / f"{path.stem}.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
            print(*problems, sep="\n", end="\n" if problems else "")
            turns = [r for r in rows if "turn" in r]
            counts = {v: sum(t["label"] == v for t in turns) for v in LABELS.values()}
            print(f"{path.stem}: {len(turns)} turns {counts}, {sum('drift' in r for r in rows)} drifts")
            done, bad = done + 1, bad + len(problems)
    print(f"{done} calls, {bad} problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
