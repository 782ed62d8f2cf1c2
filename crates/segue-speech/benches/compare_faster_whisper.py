"""Hears a two-channel wav with faster-whisper, for comparison: compare_faster_whisper.py MODEL_FOLDER en|ru FILE.

MODEL_FOLDER holds Whisper base for CTranslate2 (model.bin, config.json, tokenizer.json, vocabulary.txt).
Each channel is heard for itself, with faster-whisper's own voice activity, greedy, on two threads.
"""

import sys

from faster_whisper import WhisperModel, decode_audio

folder, lang, path = sys.argv[1:]
model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=2)
words = 0
for side in decode_audio(path, split_stereo=True):
    segments, _ = model.transcribe(side, language=lang, beam_size=1, vad_filter=True, condition_on_previous_text=False)
    words += sum(len(segment.text.split()) for segment in segments)
print(f"faster-whisper: {words} words")
