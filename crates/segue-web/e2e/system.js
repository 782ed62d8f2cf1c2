// A sound server of our own, with a microphone and speakers that files are played into.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const script = `
load-module module-native-protocol-unix
load-module module-null-sink sink_name=speakers sink_properties=device.description=Speakers
load-module module-null-sink sink_name=air sink_properties=device.description=Air
load-module module-remap-source master=air.monitor source_name=microphone source_properties=device.description=Microphone
set-default-sink speakers
set-default-source microphone
`;

export function soundServer() {
  const folder = mkdtempSync(join(tmpdir(), "segue-sound-"));
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder, PULSE_SERVER: undefined, PULSE_RUNTIME_PATH: undefined };
  const settings = join(folder, "default.pa");
  writeFileSync(settings, script);
  const daemon = ["-n", "-F", settings, "--exit-idle-time=-1", "--log-target=null", "--disable-shm=yes"];
  execFileSync("pulseaudio", ["--daemonize=yes", ...daemon], { env, stdio: "ignore" });
  const control = (...words) => execFileSync("pactl", words, { env, encoding: "utf8" });
  const players = [];
  return {
    env: { XDG_RUNTIME_DIR: folder },
    control,
    play: (device, file) => players.push(spawn("paplay", [`--device=${device}`, file], { env, stdio: "ignore" })),
    stop: () => {
      players.forEach((player) => player.kill());
      process.kill(Number(readFileSync(join(folder, "pulse", "pid"), "utf8")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
