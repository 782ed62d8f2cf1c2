// The page's ears: my microphone, and the sound of a shared tab, window or screen. Both go to the
// program on this machine as they are; nothing is recorded.

import { command, sendSound } from "./api.js";

const RATE = 16_000;
const ME = 0;
const OTHER = 1;

// That this tab has the microphone, for when it is loaded anew.
const HEARD = "heard";

const held = [null, null];
// How often each was asked for: only the last answer counts.
const asked = [0, 0];
let context = null;
let hushed = false;

// While the page itself speaks, the microphone is not heard: it would hear the page.
export function hush(on) {
  hushed = on;
}

// What this browser can do: "both", "microphone" or "nothing".
export function ability() {
  const media = navigator.mediaDevices;
  if (!media?.getUserMedia || !window.AudioWorkletNode) return "nothing";
  const chromium = navigator.userAgentData?.brands.some(({ brand }) => brand === "Chromium") ?? /Chrom/.test(navigator.userAgent);
  return media.getDisplayMedia && chromium ? "both" : "microphone";
}

// Asks for the other side first: the browser allows that question only right after a click.
export async function listen() {
  if (ability() === "both") await share();
  await microphone();
}

export async function microphone() {
  const wanted = { audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } };
  await take(ME, () => navigator.mediaDevices.getUserMedia(wanted));
}

export async function share() {
  const wanted = {
    video: { width: 1, height: 1, frameRate: 1 },
    audio: { suppressLocalAudioPlayback: false, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    systemAudio: "include",
    selfBrowserSurface: "exclude",
  };
  await take(OTHER, () => navigator.mediaDevices.getDisplayMedia(wanted));
}

// After a reload the microphone comes back by itself where it was allowed for good; a tab can be shared after a click only.
export async function listenAgain() {
  if (!sessionStorage.getItem(HEARD)) return;
  const allowed = await navigator.permissions.query({ name: "microphone" }).catch(() => null);
  if (allowed?.state === "granted") await microphone();
}

export function stop() {
  sessionStorage.removeItem(HEARD);
  hushed = false;
  for (const channel of [ME, OTHER]) {
    asked[channel] += 1;
    drop(channel);
  }
  context?.close();
  context = null;
}

function drop(channel) {
  held[channel]?.stream.getTracks().forEach((track) => track.stop());
  held[channel]?.source.disconnect();
  held[channel] = null;
}

async function take(channel, ask) {
  drop(channel);
  const mine = ++asked[channel];
  try {
    const stream = await ask();
    const [track] = stream.getAudioTracks();
    if (!track) {
      stream.getTracks().forEach((other) => other.stop());
      throw new DOMException("", "NoSound");
    }
    await open();
    if (mine !== asked[channel]) return stream.getTracks().forEach((other) => other.stop());
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const capture = new AudioWorkletNode(context, "capture", { numberOfOutputs: 0 });
    const frame = new Uint8Array(1 + 2 * 640);
    frame[0] = channel;
    capture.port.onmessage = ({ data }) => {
      if (hushed && channel === ME) return;
      frame.set(new Uint8Array(data), 1);
      sendSound(frame);
    };
    source.connect(capture);
    held[channel] = { stream, source, capture };
    track.addEventListener("ended", () => lost(channel, ""));
    if (channel === ME) sessionStorage.setItem(HEARD, "yes");
    await command({ do: "sound", channel, state: "on" });
  } catch (error) {
    await lost(channel, error.name ?? "");
  }
}

async function open() {
  if (!context) {
    context = new AudioContext({ sampleRate: RATE, latencyHint: "interactive" });
    await context.audioWorklet.addModule("/page/capture.js");
  }
  await context.resume();
}

function lost(channel, message) {
  drop(channel);
  return command({ do: "sound", channel, state: "lost", message });
}
