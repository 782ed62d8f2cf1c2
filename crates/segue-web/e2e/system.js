// A sound server of our own, with a microphone and speakers that files are played into.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, dataFolder, example, serve } from "./harness.js";
import { split } from "./voices.js";

const script = `
load-module module-native-protocol-unix
load-module module-null-sink sink_name=speakers sink_properties=device.description=Speakers
load-module module-null-sink sink_name=air sink_properties=device.description=Air
load-module module-remap-source master=air.monitor source_name=microphone source_properties=device.description=Microphone
set-default-sink speakers
set-default-source microphone
`;

function soundServer() {
  const folder = mkdtempSync(join(tmpdir(), "segue-sound-"));
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder, PULSE_SERVER: undefined, PULSE_RUNTIME_PATH: undefined };
  const settings = join(folder, "default.pa");
  writeFileSync(settings, script);
  const daemon = ["-n", "-F", settings, "--exit-idle-time=-1", "--log-target=null", "--disable-shm=yes"];
  const control = (...words) => execFileSync("pactl", words, { env, encoding: "utf8" });
  const players = [];
  return {
    env: { XDG_RUNTIME_DIR: folder },
    start: () => execFileSync("pulseaudio", ["--daemonize=yes", ...daemon], { env, stdio: "ignore" }),
    control,
    play: (device, file) => players.push(spawn("paplay", [`--device=${device}`, file], { env, stdio: "ignore" })),
    stop: () => {
      players.forEach((player) => player.kill());
      process.kill(Number(readFileSync(join(folder, "pulse", "pid"), "utf8")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// The real program with the recogniser on a computer whose sound is ours, and its page; `play` lets both
// sides of the English example be heard. With `late` it begins before there is any sound: `sound.start()` brings it.
export async function callByDevices(minutes, { late = false } = {}) {
  const data = dataFolder({ model: true });
  const chrome = await browser();
  const [mine, theirs] = ["mine.wav", "theirs.wav"].map((name) => join(data.folder, name));
  writeFileSync(theirs, await split(chrome, example("en-call.ogg"), mine));
  const sound = soundServer();
  if (!late) sound.start();
  const server = await serve(data.folder, { env: sound.env }, "--client", "Helen", "--minutes", String(minutes), "--ears", "system", "--lang", "en");
  const page = await chrome.newPage({ reducedMotion: "reduce" });
  const stop = async () => {
    await server.stop();
    await chrome.close();
    sound.stop();
    data.remove();
  };
  const play = () => {
    sound.play("air", mine);
    sound.play("speakers", theirs);
  };
  return { page, server, sound, folder: data.folder, play, stop };
}
