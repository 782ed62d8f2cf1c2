//! `segue eval`: the label model and the session, measured on labelled calls.

use crate::cli::Eval;
use crate::message::Failure;
use crate::screen::Screen;
use segue_eval::baseline::Baseline;
use segue_eval::meetings::{Alarms, alarms, read_meetings};
use segue_eval::messages::read_messages;
use segue_eval::{speed, subject, table};
use segue_topic::Model;
use segue_transcript::{LabelledCall, read_labelled};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(arguments: &Eval, screen: &Screen) -> Result<(), Failure> {
    if !arguments.messages.is_empty() {
        messages(arguments, screen)?;
    }
    if arguments.paths.is_empty() {
        return Ok(());
    }
    let calls = load(&arguments.paths)?;
    if calls.is_empty() {
        return Err(Failure::NothingToMeasure);
    }
    if arguments.speed {
        return quickness(arguments, &calls, screen);
    }
    let baselines = if arguments.baseline.is_empty() {
        None
    } else {
        let training = load(&arguments.baseline)?;
        let training: Vec<&LabelledCall> = training.iter().collect();
        Some((Baseline::train(&training, false), Baseline::train(&training, true)))
    };
    let other = arguments.model.as_deref().map(|folder| from_folder(folder, arguments.quick)).transpose()?;
    let model = other.as_ref().unwrap_or_else(|| if arguments.quick { Model::quick() } else { Model::embedded() });
    let bar = screen.progress(calls.len() as u64, false, screen.text("Measuring", "Измеряю"));
    let subjects: Vec<_> = calls
        .iter()
        .map(|call| {
            bar.inc(1);
            subject::measure(call, model, !arguments.no_project, baselines.as_ref())
        })
        .collect();
    bar.finish_and_clear();
    let mut text =
        format!("Model {}. Private talk (small talk or personal) against the rest, {} calls.\n\n", model.version, calls.len());
    text += &format!("{}\n{}\n{}", table::labels(&subjects), table::calls(&subjects), table::cues(&subjects));
    if let Some(path) = &arguments.meetings {
        let bytes = std::fs::read(path).map_err(|error| Failure::Open(path.clone(), error))?;
        let mut sum = Alarms::default();
        let meetings = read_meetings(&bytes);
        meetings.iter().for_each(|meeting| sum.add(&alarms(meeting, model)));
        let share = |part: f64| 100.0 * part / sum.seconds.max(1.0);
        text += &format!(
            "\nFalse alarms on {} meetings without chitchat ({:.1} h of speech): {:.2}% live, {:.2}% with the whole meeting in view.\n",
            meetings.len(),
            sum.seconds / 3600.0,
            share(sum.live),
            share(sum.whole)
        );
    }
    if arguments.mistakes > 0 {
        text += &format!("\n{}", table::mistakes(&subjects, arguments.mistakes));
    }
    screen.print(&text).map_err(Failure::Screen)
}

/// How quick the models are.
fn quickness(arguments: &Eval, calls: &[LabelledCall], screen: &Screen) -> Result<(), Failure> {
    let (full, quick) = (speed::ready(Model::embedded), speed::ready(Model::quick));
    let mut speeds = vec![speed::of_model("sentences and words", full, calls), speed::of_model("words (--quick)", quick, calls)];
    if !arguments.baseline.is_empty() {
        let training = load(&arguments.baseline)?;
        let baseline = Baseline::train(&training.iter().collect::<Vec<_>>(), false);
        speeds.push(speed::of_baseline(&baseline, calls));
    }
    screen.print(&speed::table(&speeds)).map_err(Failure::Screen)
}

/// Another model; `quick` reads its words only.
fn from_folder(folder: &Path, quick: bool) -> Result<Model, Failure> {
    let file = |name: &str| {
        let path = folder.join(name);
        std::fs::read(&path).map_err(|error| Failure::Open(path, error))
    };
    let words = file("topic.safetensors")?;
    let sentences = if quick { None } else { Some((file("encoder.safetensors")?, file("sentences.safetensors")?)) };
    let sentences = sentences.as_ref().map(|(encoder, nets)| (&encoder[..], &nets[..]));
    Model::from_files(&words, sentences).map_err(|error| Failure::LabelModel(folder.to_owned(), error))
}

/// Labelled messages: what is answered, handled with care, and whether drafts pass.
fn messages(arguments: &Eval, screen: &Screen) -> Result<(), Failure> {
    let mut all = Vec::new();
    for file in files(&arguments.messages)? {
        let text = std::fs::read_to_string(&file).map_err(|error| Failure::Open(file.clone(), error))?;
        let (mut read, bad) = read_messages(&text);
        all.append(&mut read);
        for line in bad {
            screen.remark(&format!(
                "{}:{line}: {}",
                file.display(),
                screen.text("no labelled message", "не размеченное сообщение")
            ));
        }
    }
    if all.is_empty() {
        return Err(Failure::NothingToMeasure);
    }
    let scores: Vec<_> = all.iter().map(segue_eval::messages::measure).collect();
    let mistakes: Vec<&str> =
        scores.iter().flat_map(|score| &score.mistakes).take(arguments.mistakes).map(String::as_str).collect();
    let text = format!("{}\n{}", segue_eval::messages::table(&scores), mistakes.join("\n"));
    screen.print(&format!("{}\n", text.trim_end())).map_err(Failure::Screen)
}

fn load(paths: &[PathBuf]) -> Result<Vec<LabelledCall>, Failure> {
    files(paths)?.iter().map(|file| labelled(file)).collect()
}

/// The labelled files of paths, those of folders too.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let open = |error| Failure::Open(path.clone(), error);
        if path.is_dir() {
            for entry in std::fs::read_dir(path).map_err(open)? {
                let file = entry.map_err(open)?.path();
                if file.extension().is_some_and(|ending| ending == "jsonl") {
                    files.push(file);
                }
            }
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    Ok(files)
}

fn labelled(file: &Path) -> Result<LabelledCall, Failure> {
    let bytes = std::fs::read(file).map_err(|error| Failure::Open(file.to_owned(), error))?;
    read_labelled(&bytes).map_err(|error| Failure::Read(file.to_owned(), error))
}
