//! Shares and amounts of talk, and what private talk cost.

use super::{Section, Topic, Writer};
use crate::wording::{Message, yes};
use segue_core::Label;
use segue_core::debrief::{LabelAmounts, Unit};

/// Talk per label (rows) and speaker (columns, the last one for all together).
pub(crate) struct TalkTable {
    /// Who the columns are about.
    pub columns: Vec<Column>,
    /// Name of the row of totals.
    pub total_name: String,
}

/// Talk of one speaker, or of all.
pub(crate) struct Column {
    /// Who.
    pub name: String,
    /// One cell a label, in the order of [`Label::ALL`].
    pub cells: [Cell; 4],
    /// All labels together.
    pub total: String,
}

/// Talk of one label.
pub(crate) struct Cell {
    pub label: Label,
    /// Amount in words: `12 min`, `120 words`, a dash for none.
    pub amount: String,
    /// Share in words: `24%`; empty for none.
    pub percent: String,
    /// Share of the column, 0 to 1.
    pub share: f64,
}

impl Writer<'_> {
    pub(super) fn talk(&self) -> Section {
        let Self { debrief, texts } = self;
        let talk = &debrief.talk;
        let unit = match talk.unit {
            Unit::Seconds => "seconds",
            Unit::Words => "words",
        };
        let mut section = Section::new(Topic::Talk, texts.fill(Message::TalkTitle, [("unit", unit.into())]));
        let total = talk.total.total();
        if total <= 0.0 {
            section.lead.push(texts.say(if debrief.accompanied { Message::TalkUnheard } else { Message::TalkNothing }));
            return section;
        }
        let (private, serious) = (debrief.private_talk(), debrief.serious_talk());
        // Of a call that was followed by keys alone the length is known, and what was marked.
        let heard = !talk.speakers.is_empty();
        if private > 0.0 {
            let values = [
                ("unit", unit.into()),
                ("amount", texts.exact_amount(talk.unit, private).into()),
                ("total", texts.exact_amount(talk.unit, debrief.told().total()).into()),
                ("share", texts.percent(debrief.private_share()).into()),
            ];
            section.lead.push(texts.fill(if heard { Message::TalkPrivate } else { Message::TalkMarked }, values));
        } else if serious <= 0.0 {
            section.lead.push(texts.say(if heard { Message::TalkNoPrivate } else { Message::TalkNoneMarked }));
        }
        if serious > 0.0 {
            let values = [("amount", texts.exact_amount(talk.unit, serious).into()), ("besides", yes(private > 0.0))];
            section.lead.push(texts.fill(Message::TalkSerious, values));
        }
        if heard && talk.total.unmarked > 0.0 {
            let values = [("amount", texts.exact_amount(talk.unit, talk.total.unmarked).into())];
            section.lead.push(texts.fill(Message::TalkUnmarked, values));
        }
        // A remark has no price.
        if let Some(cost) = debrief.cost.as_ref().filter(|cost| cost.amount > 0.0 && !talk.is_private_a_remark()) {
            // Less is told of than there was: what is serious has no price.
            let serious = yes(talk.total.private() / 60.0 - cost.minutes > 1.0 / 60.0);
            section.lead.push(texts.fill(Message::TalkCost, [("money", texts.money(cost).into()), ("serious", serious)]));
        }
        section.table = heard.then(|| self.table());
        section
    }

    fn table(&self) -> TalkTable {
        let talk = &self.debrief.talk;
        let mut columns = Vec::with_capacity(talk.speakers.len() + 1);
        // One speaker is everybody: a second column would say the same again.
        if talk.speakers.len() > 1 {
            let speakers = talk.speakers.iter();
            columns.extend(speakers.map(|s| self.column(self.texts.speaker(s.speaker.role, &s.speaker.name), &s.amounts)));
        }
        columns.push(self.column(self.texts.say(Message::Together), &talk.total.labelled()));
        TalkTable { columns, total_name: self.texts.say(Message::All) }
    }

    fn column(&self, name: String, amounts: &LabelAmounts) -> Column {
        let unit = self.debrief.talk.unit;
        let total = amounts.total();
        let cells = Label::ALL.map(|label| {
            let amount = amounts.of(label);
            // What was not there is left out, so that what was can be seen.
            if amount <= 0.0 || total <= 0.0 {
                return Cell { label, amount: "–".to_owned(), percent: String::new(), share: 0.0 };
            }
            let share = (amount / total).clamp(0.0, 1.0);
            Cell { label, amount: self.texts.exact_amount(unit, amount), percent: self.texts.percent(share), share }
        });
        Column { name, cells, total: self.texts.exact_amount(unit, total) }
    }
}
