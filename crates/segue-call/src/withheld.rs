//! A debrief for somebody who may not read every word of the talk.

use crate::headline::headline;
use segue_core::debrief::{By, Debrief, DebriefUtterance};
use segue_core::{Boundary, Flag, Kept, Label, Lang, Plan, Role, Slots, Words};
use segue_phrasebook::Phrasebook;

/// The debrief with only those words of the talk that `kept` lets stay; the figures are the same.
///
/// - [`Kept::Everything`]: every word.
/// - [`Kept::BusinessWords`]: words of what is business beyond doubt; names stay. A turn that brings the talk back often
///   names what it leaves, so its words go too.
/// - [`Kept::Figures`] and [`Kept::Nothing`]: none, and no names but those in the plan, which were typed by the user.
///
/// A line that was offered can hold the topic of a drift, so unless every word stays, lines are shown with their
/// slots open. The headline is written anew in `ui`, since it can name somebody.
#[must_use]
pub fn withheld(mut debrief: Debrief, kept: Kept, plan: &Plan, ui: Lang) -> Debrief {
    if kept == Kept::Everything {
        return debrief;
    }
    let figures = kept != Kept::BusinessWords;
    let stays = |row: &DebriefUtterance| {
        row.label == Label::Business && !row.probabilities.may_be_private(row.label) && !row.flags.has(Flag::SteerBack)
    };
    let returns: Vec<usize> = debrief.drifts.iter().filter_map(|drift| drift.returned_at).collect();
    for row in &mut debrief.utterances {
        if figures || !stays(row) || returns.contains(&row.index) {
            row.text = Words::default();
        }
    }
    for drift in &mut debrief.drifts {
        drift.topic = Words::default();
        drift.returned_with = None;
    }
    debrief.feeding.iter_mut().flatten().for_each(|moment| moment.text = Words::default());
    debrief.parked.iter_mut().for_each(|parked| parked.topic = Words::default());
    debrief.notes.iter_mut().for_each(|note| note.text = Words::default());
    debrief.overrun.iter_mut().for_each(|overrun| overrun.reason = None);
    let boundary = plan.as_announced(debrief.announced).boundary;
    open_lines(&mut debrief, &boundary);
    if figures {
        nameless(&mut debrief, plan);
    }
    debrief.headline = headline(&debrief, ui);
    debrief
}

/// Lines with their slots open, but for minutes left, which are figures; a line of the user's own is left out, since nobody can say
/// what stands in it.
fn open_lines(debrief: &mut Debrief, boundary: &Boundary) {
    let book = Phrasebook::built_in();
    for cue in &mut debrief.cues {
        let minutes_left = boundary.planned_seconds().map(|planned| ((planned - cue.at) / 60.0).round().max(0.0) as u32);
        let of_figures = book.fill(&cue.line, boundary.address, &Slots { minutes_left, ..Slots::default() });
        let open = || book.open_line(&cue.line, boundary.address).unwrap_or_default();
        cue.text = of_figures.map_or_else(open, |line| line.text);
    }
}

/// Whoever the plan does not name is told by their role alone.
fn nameless(debrief: &mut Debrief, plan: &Plan) {
    let known = |name: &str| [&plan.me, &plan.client].into_iter().flatten().any(|known| known.trim() == name.trim());
    let hide = |role: Role, name: &mut String| {
        if !matches!(role, Role::Me | Role::Client) || !known(name) {
            name.clear();
        }
    };
    let hide_by = |by: &mut By| hide(by.role, &mut by.name);
    debrief.utterances.iter_mut().for_each(|row| hide(row.role, &mut row.speaker));
    for drift in &mut debrief.drifts {
        drift.opened_by.iter_mut().chain(&mut drift.returned_by).for_each(hide_by);
    }
    debrief.talk.speakers.iter_mut().for_each(|one| hide_by(&mut one.speaker));
    debrief.notes.iter_mut().for_each(|note| hide_by(&mut note.by));
    let writers = debrief.correspondence.iter_mut().flat_map(|correspondence| &mut correspondence.writers);
    writers.for_each(|writer| hide_by(&mut writer.speaker));
    for problem in &mut debrief.problems {
        if let Some(nameless) = problem.nameless.take() {
            problem.what = nameless;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::withheld;
    use crate::{ReviewOptions, review};
    use segue_core::debrief::ShownCue;
    use segue_core::{Boundary, Kept, Lang, Plan, Rung, Transcript};
    use segue_phrasebook::{LineMemory, Phrasebook};
    use segue_topic::Model;
    use segue_transcript::ReadOptions;

    const CALL: &str = "Dana: Hi Viktor, today it is the logo and the invoice.
Viktor: Before that, my sister Ludmila got a zeppelin licence last week, imagine, at her age.
Viktor: She flew over our dacha with her new husband and waved, my mother cried.
Dana: Oh wow, really? Did she land in the garden?
Viktor: No, she had to go home, her cat is pregnant and her knee hurts so much these days.
Dana: Let's keep the zeppelin for the end. The logo: do we take the blue one?
Viktor: The blue one, in print quality.
Dana: Vector and PDF then, both by Tuesday. The invoice is four hundred euros, as agreed.
Viktor: Fine, we pay it in thirty days, and the invoice goes to the new address.
";

    fn transcript() -> Transcript {
        read(Some("Dana"), Some("Viktor"))
    }

    fn read(me: Option<&str>, client: Option<&str>) -> Transcript {
        let options = ReadOptions { me: me.map(Into::into), client: client.map(Into::into), ..ReadOptions::default() };
        segue_transcript::read(CALL.as_bytes(), &options).unwrap()
    }

    fn told(kept: Kept, plan: &Plan) -> String {
        told_of(&transcript(), kept, plan)
    }

    fn told_of(transcript: &Transcript, kept: Kept, plan: &Plan) -> String {
        let options = ReviewOptions {
            plan: plan.clone(),
            file: String::new(),
            ui: Lang::En,
            phrasebook: Phrasebook::built_in(),
            memory: LineMemory::default(),
        };
        let debrief = withheld(review(transcript, options, Model::embedded(), &|_| {}), kept, plan, Lang::En);
        serde_json::to_string(&debrief).unwrap()
    }

    #[test]
    fn no_more_is_told_than_may_be() {
        let plan = Plan { me: Some("Dana".into()), ..Plan::default() };
        for (kept, words, told_or_not) in [
            (Kept::Figures, ["zeppelin", "Ludmila", "new address", "Viktor", "Dana"], [false, false, false, false, true]),
            (Kept::BusinessWords, ["zeppelin", "Ludmila", "new address", "Viktor", "Dana"], [false, false, true, true, true]),
            (Kept::Everything, ["zeppelin", "Ludmila", "new address", "Viktor", "Dana"], [true; 5]),
        ] {
            let told = told(kept, &plan);
            for (word, there) in words.iter().zip(told_or_not) {
                assert_eq!(told.contains(word), there, "{kept:?}: {word} in {told}");
            }
        }
    }

    /// "It is not known who you are; the names are: Dana, Viktor."
    #[test]
    fn what_was_wrong_with_the_file_names_nobody() {
        for (me, client) in [(None, None), (Some("Olga"), None), (None, Some("Olga")), (Some("Dana"), Some("dana"))] {
            let transcript = read(me, client);
            assert!(transcript.problems.iter().any(|problem| problem.what.contains("Dana")), "{me:?} {client:?}");
            for (kept, named) in [(Kept::Figures, false), (Kept::BusinessWords, true), (Kept::Everything, true)] {
                let told = told_of(&transcript, kept, &Plan::default());
                assert_eq!(told.contains("Dana") || told.contains("Viktor"), named, "{kept:?} {me:?} {client:?}: {told}");
            }
        }
    }

    /// "We have … left." Minutes are figures; topics and meetings are words.
    #[test]
    fn minutes_stay_in_a_line() {
        let boundary = Boundary { planned_minutes: Some(30.0), ..Boundary::default() };
        let plan = Plan { boundary, ..Plan::default() };
        let options = |plan: &Plan| ReviewOptions {
            plan: plan.clone(),
            file: String::new(),
            ui: Lang::En,
            phrasebook: Phrasebook::built_in(),
            memory: LineMemory::default(),
        };
        let mut debrief = review(&transcript(), options(&plan), Model::embedded(), &|_| {});
        let line = |line: &str| ShownCue {
            at: 1500.0,
            after: 0,
            situation: Rung::Closing.situation(),
            rung: Rung::Closing,
            line: line.to_owned(),
            text: "We have 5 minutes left, after the zeppelin.".to_owned(),
            said: false,
            declined: false,
            returned_after: None,
        };
        let named = ["en/closing-client-direct-10", "en/park-client-warm-15", "en/overrun-client-direct-7", "own-1"];
        debrief.cues = named.map(line).to_vec();
        let told: Vec<String> = withheld(debrief, Kept::Figures, &plan, Lang::En).cues.into_iter().map(|cue| cue.text).collect();
        let open = ["We need to stop in 5 minutes. Let's sum up.", "Let's save this one for the end: …. Shall we go on?"];
        assert_eq!(told, [open[0], open[1], "Time's up. The rest ….", ""]);
    }

    #[test]
    fn the_figures_stay() {
        let figures = |kept| -> serde_json::Value {
            let told: serde_json::Value = serde_json::from_str(&told(kept, &Plan::default())).unwrap();
            told["talk"]["total"].clone()
        };
        assert_eq!(figures(Kept::Figures), figures(Kept::Everything));
    }
}
