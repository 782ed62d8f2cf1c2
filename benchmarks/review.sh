#!/usr/bin/env bash
# How long a review takes: an hour of transcript and an hour of sound on two channels, and the same sound through
# whisper.cpp in the same run. Needs ffmpeg, and Python with pywhispercpp (PYTHON names it) for the comparison.
#   benchmarks/review.sh [MINUTES]
set -euo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-60}
segue="${CARGO_TARGET_DIR:-target}/release/segue"
[ -x "$segue" ] || cargo build --release --bin segue
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
seconds() { local before after; before=$(date +%s.%N); "$@" >/dev/null 2>&1; after=$(date +%s.%N); echo "$after - $before" | bc; }
best() { for _ in 1 2 3 4 5; do seconds "$@"; done | sort -n | head -1; }

# An hour of talk: the labelled test calls one after another, as a Zoom transcript.
python3 - "$work/hour.vtt" "$minutes" <<'PY'
import glob, json, sys
path, minutes = sys.argv[1], float(sys.argv[2])
def clock(t): return f"{int(t // 3600):02}:{int(t % 3600 // 60):02}:{t % 60:06.3f}"
at, lines, number = 0.0, ["WEBVTT", ""], 0
while at < minutes * 60:
    for file in sorted(glob.glob("data/calls/test/en-*.jsonl")):
        turns = [turn for turn in map(json.loads, open(file)) if "text" in turn and "start" in turn]
        for turn in turns:
            if at + turn["end"] > minutes * 60: continue
            number += 1
            lines += [str(number), f"{clock(at + turn['start'])} --> {clock(at + turn['end'])}", f"{turn['speaker']}: {turn['text']}", ""]
        at += turns[-1]["end"] + 2
open(path, "w").write("\n".join(lines))
PY
utterances=$(grep -c -- '-->' "$work/hour.vtt")
# An hour of sound: the example call over and over.
ffmpeg -v error -stream_loop -1 -i examples/en-call.ogg -t $((minutes * 60)) -ar 16000 -y "$work/hour.wav"

start=$(best "$segue" --version)
whole=$(best "$segue" review "$work/hour.vtt" --me Callum --format json)
quick=$(best "$segue" review "$work/hour.vtt" --me Callum --format json --quick)
sound=$(seconds "$segue" review "$work/hour.wav" --lang en --format json)
echo "| what | time | |"
echo "| --- | --- | --- |"
echo "| start of the program | $start s | |"
echo "| transcript of $minutes min, $utterances utterances | $whole s | |"
echo "| the same, --quick | $quick s | |"
echo "| sound of $minutes min, two channels | $sound s | $(echo "scale=3; $sound / ($minutes * 60)" | bc) of real time |"
if "${PYTHON:-python3}" -c "import pywhispercpp" 2>/dev/null; then
    model="${XDG_DATA_HOME:-$HOME/.local/share}/segue/models/ggml-base.bin"
    other=$(seconds "${PYTHON:-python3}" crates/segue-speech/benches/compare_whisper_cpp.py "$model" en "$work/hour.wav")
    echo "| the same through whisper.cpp | $other s | segue takes $(echo "scale=2; $sound / $other" | bc) of its time |"
fi
