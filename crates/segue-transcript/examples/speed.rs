//! How long reading takes and how much memory it needs: `cargo run --release -p segue-transcript --example speed`.
//!
//! Prints one line a file: an hour of talk in each format, then a large file (200 MB, or the number of
//! megabytes given as an argument). Each large file is read in a process of its own, so that the
//! memory of one does not hide that of another.

use segue_transcript::{ReadOptions, read};
use std::fmt::Write as _;
use std::time::Instant;

const LINES: [&str; 8] = [
    "so the second page still has the old price on it and I think we should change it",
    "mhm",
    "и вот мы с женой поехали на дачу, а там крыша протекла, представляете",
    "right, right. And the footer?",
    "I'll send it on Thursday, with the invoice",
    "да, давайте вернёмся к смете",
    "no, wait, that was the other one, the blue one, from before the holidays",
    "okay",
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let megabytes: usize = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(200);
    if let Some(only) = arguments.next() {
        let (name, write) = FORMATS.into_iter().find(|(name, _)| *name == only).expect("a format of the list");
        let large = file(write, |_, bytes| bytes >= megabytes << 20);
        return measure(&format!("{name}, {megabytes} MB"), large.as_bytes());
    }
    for (name, write) in FORMATS {
        // An hour of talk: a cue every four seconds.
        let hour = file(write, |cues, _| cues >= 900);
        measure(&format!("{name}, one hour"), hour.as_bytes());
    }
    let this = std::env::current_exe().expect("the path of this program");
    for (name, _) in FORMATS {
        let _ = std::process::Command::new(&this).args([&megabytes.to_string(), name]).status();
    }
}

type Writer = fn(&mut String, usize, &str, &str);

const FORMATS: [(&str, Writer); 6] = [
    ("vtt", |out, i, name, words| {
        let _ = write!(out, "{}\n{} --> {}\n<v {name}>{words}</v>\n\n", i + 1, clock(i * 4, '.'), clock(i * 4 + 3, '.'));
    }),
    ("srt", |out, i, name, words| {
        let _ = write!(out, "{}\n{} --> {}\n{name}: {words}\n\n", i + 1, clock(i * 4, ','), clock(i * 4 + 3, ','));
    }),
    ("otter", |out, i, name, words| {
        let _ = write!(out, "{name}  {}:{:02}\n{words}\n\n", i * 4 / 60 % 1000, i * 4 % 60);
    }),
    ("whisper", |out, i, name, words| {
        let opening = if i == 0 { "{\"segments\": [" } else { ", " };
        let _ = write!(
            out,
            "{opening}{{\"id\": {i}, \"start\": {0}, \"end\": {0}.5, \"text\": \" {words}\", \"speaker\": \"{name}\"}}",
            i * 4
        );
    }),
    ("whatsapp", |out, i, name, words| {
        let _ = writeln!(
            out,
            "{:02}.{:02}.2026, {:02}:{:02} - {name}: {words}",
            i / 2000 % 28 + 1,
            i / 60_000 % 12 + 1,
            i / 60 % 24,
            i % 60
        );
    }),
    ("telegram", |out, i, name, words| {
        let opening = if i == 0 { "{\"name\": \"V\", \"type\": \"personal_chat\", \"id\": 1, \"messages\": [" } else { ",\n" };
        let date = 1_790_000_000 + i;
        let _ = write!(
            out,
            "{opening}{{\"id\": {i}, \"type\": \"message\", \"date\": \"2026-11-24T10:00:00\", \"date_unixtime\": \"{date}\", \"from\": \"{name}\", \"from_id\": \"user{}\", \"text\": \"{words}\"}}",
            i % 2
        );
    }),
];

fn clock(seconds: usize, point: char) -> String {
    format!("{:02}:{:02}:{:02}{point}000", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn file(write: Writer, enough: impl Fn(usize, usize) -> bool) -> String {
    let mut out = String::with_capacity(1 << 20);
    for i in 0.. {
        if enough(i, out.len()) {
            break;
        }
        if i == 0 && std::ptr::fn_addr_eq(write, FORMATS[0].1) {
            out.push_str("WEBVTT\n\n");
        }
        write(&mut out, i, ["Dana Wells", "Виктор Петров"][i / 2 % 2], LINES[i % LINES.len()]);
    }
    // The files of JSON end in the middle: closing them is no part of the measure.
    out
}

fn measure(name: &str, bytes: &[u8]) {
    reset_peak();
    let before = resident("VmRSS:");
    let start = Instant::now();
    let found = read(bytes, &ReadOptions { me: Some("Dana".into()), ..ReadOptions::default() });
    let seconds = start.elapsed().as_secs_f64();
    let peak = resident("VmHWM:").saturating_sub(before) as f64 / (bytes.len() as f64 / 1024.0);
    match found {
        Ok(found) => println!(
            "{name:<22} {seconds:>8.4} s  {:>9} utterances  memory besides the file: {peak:.2} times its size",
            found.utterances.len()
        ),
        Err(error) => println!("{name:<22} {error}"),
    }
}

/// Kilobytes of this process, as Linux counts them; 0 elsewhere.
fn resident(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Forgets the highest memory so far.
fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
