use segue_call::{ReviewOptions, Understanding, review_with, said, weight};
use segue_core::{Flag, Lang, Reading};
use segue_eval::{cues, subject};
use segue_phrasebook::{LineMemory, Phrasebook};
use segue_topic::{LiveReading, Model, Said, read_both};
use segue_transcript::{LabelledCall, read_labelled};
struct Replay(std::vec::IntoIter<LiveReading>);
impl Understanding for Replay {
    fn hear(&mut self, _: Said<'_>) -> LiveReading {
        self.0.next().unwrap()
    }
}
fn main() {
    let folds: Vec<String> = std::env::args().skip(1).collect();
    let mut data: Vec<(LabelledCall, Vec<LiveReading>, Vec<Reading>)> = vec![];
    for f in &folds {
        let file = |n: &str| std::fs::read(format!("{f}/{n}")).unwrap();
        let (t, e, s) = (file("topic.safetensors"), file("encoder.safetensors"), file("sentences.safetensors"));
        let model = Model::from_files(&t, Some((&e, &s))).unwrap();
        let mut paths: Vec<_> = std::fs::read_dir(format!("{f}/calls")).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        for p in paths {
            let call = read_labelled(&std::fs::read(&p).unwrap()).unwrap();
            let plan = subject::plan(&call, true);
            let setting = segue_call::setting(&model, &plan, call.transcript.timing);
            let words = said(&call.transcript.utterances);
            let (mut reader, whole) = read_both(&model, setting, &words);
            let live = words.into_iter().map(|w| reader.hear(w)).collect();
            data.push((call, live, whole));
        }
    }
    eprintln!("{} calls", data.len());
    // serious figures
    for lang in [Lang::En, Lang::Ru] {
        let (mut tp, mut found, mut truth) = (0, 0, 0);
        for (call, live, _) in data.iter().filter(|d| d.0.header.lang == lang) {
            for ((r, flags), label) in live.iter().zip(&call.flags).zip(&call.labels) {
                if *label == segue_core::Label::Business { continue; }
                let (f, t) = (r.reading.flags.has(Flag::Serious), flags.has(Flag::Serious));
                tp += usize::from(f && t); found += usize::from(f); truth += usize::from(t);
            }
        }
        println!("serious live {lang:?}: recall {:.2} precision {:.2}", tp as f64 / truth as f64, tp as f64 / found as f64);
    }
    let book = Phrasebook::built_in;
    let stdin = std::io::read_to_string(std::io::stdin()).unwrap();
    for line in stdin.lines().filter(|l| !l.trim().is_empty()) {
        let knobs: Vec<f64> = line.split_whitespace().map(|x| x.parse().unwrap()).collect();
        for (i, k) in knobs.iter().enumerate() {
            segue_core::KNOBS[i].store(k.to_bits(), std::sync::atomic::Ordering::Relaxed);
        }
        print!("{line}:");
        for lang in [Lang::En, Lang::Ru] {
            let mut sum = cues::CueScore::default();
            for (call, live, whole) in data.iter().filter(|d| d.0.header.lang == lang) {
                let live: Vec<LiveReading> = live.clone();
                let options = ReviewOptions { plan: subject::plan(call, true), file: String::new(), ui: Lang::En, phrasebook: book(), memory: LineMemory::default() };
                let debrief = review_with(&call.transcript, options, Replay(live.into_iter()), whole);
                let weights: Vec<f64> = call.transcript.utterances.iter().map(|u| weight(u, call.transcript.timing)).collect();
                sum.add(&cues::score(call, &debrief.cues, &weights));
            }
            print!(" {lang:?} given {}/{} {:.3} disturbed {}/{} {:.3} serious {}/{} astray/h {:.2} humane {}/{} astray {} |", sum.given, sum.wanted, f64::from(sum.given) / f64::from(sum.wanted), sum.disturbed, sum.unwanted, f64::from(sum.disturbed) / f64::from(sum.unwanted), sum.serious_steered, sum.serious, sum.astray_per_hour(), sum.humane, sum.serious, sum.humane_astray);
        }
        println!();
    }
}
