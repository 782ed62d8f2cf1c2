"""Hears a two-channel wav with whisper.cpp itself, for comparison: compare_whisper_cpp.py GGML_FILE en|ru FILE.

Needs PyPI pywhispercpp. Each channel is heard for itself in windows of 30 seconds, greedy, on two threads,
as the command whisper-cli does it.
"""

import sys
import wave

import numpy as np
from pywhispercpp.model import Model

file, lang, path = sys.argv[1:]
with wave.open(path) as sound:
    rate = sound.getframerate()
    sides = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").reshape(-1, 2).T / 32768
model = Model(file, n_threads=2, language=lang, print_progress=False, print_realtime=False, params_sampling_strategy=0)
words = 0
for side in sides:
    at = np.arange(int(len(side) * 16000 / rate)) * rate / 16000
    sound = np.interp(at, np.arange(len(side)), side).astype(np.float32)
    words += sum(len(segment.text.split()) for segment in model.transcribe(sound))
print(f"whisper.cpp: {words} words")
