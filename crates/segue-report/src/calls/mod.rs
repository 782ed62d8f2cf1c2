//! Several calls side by side, a line each: for a terminal, and as a page that leads to the page of each.

mod page;
mod text;

use crate::TextOptions;
use crate::wording::{Message, Texts, clock, readable, sentence};
use segue_core::Lang;
use segue_core::debrief::{Cost, Debrief, NoteKind, Unit};
use std::path::Path;

/// What one call comes to.
#[derive(Clone, Debug)]
pub struct CallLine {
    /// The file, as its folder shows it.
    name: String,
    /// Where its own page lies, seen from the page of all.
    page: Option<String>,
    unit: Unit,
    /// Talk in seconds, or words of a chat.
    total: f64,
    private: f64,
    /// Drifts that nothing excused.
    drifts: usize,
    cost: Option<Cost>,
    serious: bool,
    problems: usize,
    headline: String,
}

impl CallLine {
    /// The line of a debrief; `page` is where its own page lies, seen from the page of all.
    pub fn of(name: &str, page: Option<&Path>, debrief: &Debrief) -> Self {
        let parts = page.map(|page| page.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>());
        Self {
            name: readable(name),
            page: parts.map(|parts| parts.join("/")),
            unit: debrief.talk.unit,
            total: debrief.told().total(),
            private: debrief.private_talk(),
            drifts: debrief.drifts.iter().filter(|drift| drift.excused.is_none()).count(),
            cost: debrief.cost.clone(),
            serious: debrief.notes.iter().any(|note| note.kind == NoteKind::Serious),
            problems: debrief.problems.len(),
            headline: debrief.headline.clone(),
        }
    }

    /// An amount of it so exactly that shares can be checked: `4:24`, `1,000 words`.
    fn amount(&self, texts: &Texts, amount: f64) -> String {
        match self.unit {
            Unit::Seconds => clock(amount.round()),
            Unit::Words => texts.amount(self.unit, amount),
        }
    }

    fn share(&self) -> f64 {
        if self.total > 0.0 { self.private / self.total } else { 0.0 }
    }
}

/// The calls for a terminal, in the order given, ending in a line break.
pub fn calls_text(calls: &[CallLine], options: &TextOptions) -> String {
    text::render(calls, *options)
}

/// The calls as one HTML page, with a link to the page of each; it loads nothing.
pub fn calls_html(calls: &[CallLine], ui: Lang) -> String {
    page::render(calls, ui)
}

/// What all come to, a sentence for talk and one for chats; calls in which something serious was told are in no sum.
fn sums(texts: &Texts, calls: &[CallLine]) -> Vec<String> {
    let mut told = Vec::new();
    for (unit, message) in [(Unit::Seconds, Message::CallsSum), (Unit::Words, Message::ChatsSum)] {
        let counted: Vec<&CallLine> = calls.iter().filter(|call| call.unit == unit && !call.serious).collect();
        let (private, total) = counted.iter().fold((0.0, 0.0), |(p, t), call| (p + call.private, t + call.total));
        if total > 0.0 {
            let amount = |amount: f64| match unit {
                Unit::Seconds => texts.exact_amount(unit, amount),
                Unit::Words => texts.grouped(amount.round() as u64),
            };
            let values = [
                ("n", counted.len().into()),
                ("private", amount(private).into()),
                ("total", amount(total).into()),
                ("share", texts.percent(private / total).into()),
            ];
            told.push(sentence(&texts.fill(message, values)));
        }
    }
    if let Some(money) = money(texts, calls) {
        told.push(texts.fill(Message::CallsCost, [("money", money.into())]));
    }
    told
}

/// What private talk cost in all; there is one rate, so one currency.
fn money(texts: &Texts, calls: &[CallLine]) -> Option<String> {
    let costs = calls.iter().filter(|call| !call.serious).filter_map(|call| call.cost.as_ref());
    let sum = costs.cloned().reduce(|sum, cost| Cost {
        amount: sum.amount + cost.amount,
        minutes: sum.minutes + cost.minutes,
        ..sum
    })?;
    (sum.amount > 0.0).then(|| texts.money(&sum))
}

/// What the signs beside the calls mean, for those that are there.
fn legend(texts: &Texts, calls: &[CallLine]) -> Vec<String> {
    let signs = [
        (calls.iter().any(|call| call.serious), Message::CallsSerious),
        (calls.iter().any(|call| call.problems > 0), Message::CallsProblems),
    ];
    signs.into_iter().filter(|(there, _)| *there).map(|(_, message)| texts.say(message)).collect()
}

/// The signs of a call: something serious, problems of the file.
fn signs(call: &CallLine) -> String {
    format!("{}{}", if call.serious { "!" } else { "" }, if call.problems > 0 { "?" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::{CallLine, calls_html, calls_text};
    use crate::TextOptions;
    use segue_core::debrief::{By, Cost, Debrief, LabelAmounts, Note, NoteKind, Talk, Unit};
    use segue_core::{Lang, Role};
    use std::path::Path;

    fn call(name: &str, business: f64, personal: f64, change: impl FnOnce(&mut Debrief)) -> CallLine {
        let total = LabelAmounts { business, personal, ..LabelAmounts::default() };
        let mut debrief =
            Debrief { talk: Talk { total, ..Talk::default() }, headline: "So it was.".into(), ..Debrief::default() };
        change(&mut debrief);
        CallLine::of(name, Some(&Path::new("a").join(format!("{name}.html"))), &debrief)
    }

    fn calls() -> Vec<CallLine> {
        let by = By { role: Role::Client, name: "Viktor".into() };
        let note = Note { index: 0, at: 0.0, kind: NoteKind::Serious, by, text: "…".into() };
        let cost = |amount| Some(Cost { minutes: 1.0, amount, currency: "€".into() });
        vec![
            call("2026-05-03.vtt", 1800.0, 200.0, |d| d.cost = cost(10.0)),
            call("2026-05-10.vtt", 300.0, 2700.0, |d| (d.notes, d.cost) = (vec![note], cost(50.0))),
            call("chat <b>.txt", 900.0, 100.0, |d| d.talk.unit = Unit::Words),
        ]
    }

    #[test]
    fn all_are_told_side_by_side() {
        for (ui, width) in [(Lang::En, 100), (Lang::Ru, 100), (Lang::En, 40)] {
            let text = calls_text(&calls(), &TextOptions { width, colour: false, ui });
            insta::assert_snapshot!(format!("calls-{}-{width}", ui.code()), text);
        }
    }

    #[test]
    fn what_was_serious_is_in_no_sum() {
        let text = calls_text(&calls(), &TextOptions { width: 100, colour: false, ui: Lang::En });
        assert!(text.contains("3 min 20 s of 33 min") && text.contains("€10"), "{text}");
    }

    #[test]
    fn the_page_leads_to_each_and_says_names_as_they_are() {
        let page = calls_html(&calls(), Lang::En);
        assert!(page.contains("href=\"a/chat%20%3Cb%3E.txt.html\"") && page.contains("chat &lt;b&gt;.txt"), "{page}");
        assert!(!page.contains("http") || page.contains("http-equiv"));
    }
}
