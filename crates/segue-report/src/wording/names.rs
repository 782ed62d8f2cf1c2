//! How people, labels, rungs and the like are called.

use super::{Message, Texts, readable};
use fluent_bundle::FluentValue;
use segue_core::debrief::{By, Cost, Debrief, Excuse, FeedingKind, NoteKind, ParkedFate};
use segue_core::{Flag, Kind, Label, Lang, Phase, Rate, Role, Rung, Timing, with_inner_quotes};

/// Which of two wordings, by whether something holds.
pub(crate) fn yes(holds: bool) -> FluentValue<'static> {
    if holds { "yes" } else { "no" }.into()
}

impl Texts {
    /// The name of a label.
    pub(crate) fn label(&self, label: Label) -> String {
        self.say(match label {
            Label::Business => Message::LabelBusiness,
            Label::Smalltalk => Message::LabelSmalltalk,
            Label::Personal => Message::LabelPersonal,
            Label::Framing => Message::LabelFraming,
        })
    }

    /// Somebody within a sentence: "you", a name, or what they are.
    pub(crate) fn who(&self, by: &By) -> String {
        let name = readable(&by.name);
        match by.role {
            Role::Me => self.say(Message::You),
            _ if !name.is_empty() => name,
            Role::Client => self.say(Message::RoleClient),
            Role::Colleague => self.say(Message::RoleColleague),
            Role::Unknown => self.say(Message::RoleUnknown),
        }
    }

    /// Somebody at the head of a column or a lane.
    pub(crate) fn speaker(&self, role: Role, name: &str) -> String {
        let name = readable(name);
        match (role, name.is_empty()) {
            (Role::Me, false) => self.fill(Message::SpeakerMe, [("name", name.into())]),
            (_, false) => name,
            (Role::Me, true) => self.say(Message::SpeakerMeUnnamed),
            (Role::Client, true) => self.say(Message::SpeakerClientUnnamed),
            (Role::Colleague, true) => self.say(Message::SpeakerColleagueUnnamed),
            (Role::Unknown, true) => self.say(Message::SpeakerUnknown),
        }
    }

    /// Words of the talk in the quotation marks of the language; `None` if there are none.
    pub(crate) fn quote(&self, words: &str) -> Option<String> {
        let words = with_inner_quotes(&readable(words), self.lang());
        (!words.is_empty()).then(|| self.fill(Message::Quoted, [("words", words.into())]))
    }

    /// Why a stretch of a call, or of a chat, needed no steering.
    pub(crate) fn excuse(&self, excuse: Excuse, medium: &'static str) -> String {
        let message = match excuse {
            Excuse::Greeting => Message::ExcuseGreeting,
            Excuse::Closing => Message::ExcuseClosing,
            Excuse::Serious => Message::ExcuseSerious,
            Excuse::WorkImpact => Message::ExcuseWorkImpact,
            Excuse::Brief => Message::ExcuseBrief,
        };
        self.fill(message, [("medium", medium.into())])
    }

    /// Something about the lines, which were shown in a call that segue was in, and would have been in any other.
    pub(crate) fn of_lines(&self, message: Message, debrief: &Debrief) -> String {
        self.fill(message, [("live", yes(debrief.accompanied))])
    }

    /// What I did in one moment of feeding.
    pub(crate) fn feeding(&self, kind: FeedingKind) -> String {
        self.say(match kind {
            FeedingKind::PersonalQuestion => Message::FeedingQuestion,
            FeedingKind::Disclosure => Message::FeedingDisclosure,
            FeedingKind::Enthusiasm => Message::FeedingEnthusiasm,
            FeedingKind::Opening => Message::FeedingOpening,
        })
    }

    /// How often I did it.
    pub(crate) fn feeding_count(&self, kind: FeedingKind, n: usize) -> String {
        let message = match kind {
            FeedingKind::PersonalQuestion => Message::FeedingQuestions,
            FeedingKind::Disclosure => Message::FeedingDisclosures,
            FeedingKind::Enthusiasm => Message::FeedingEnthusiasms,
            FeedingKind::Opening => Message::FeedingOpenings,
        };
        self.fill(message, [("n", n.into())])
    }

    /// What became of a parked topic. A group keeps nothing for its end, and a chat has none.
    pub(crate) fn fate(&self, fate: ParkedFate, kind: Kind, timing: Timing) -> String {
        self.say(match fate {
            ParkedFate::Parked => Message::ParkedParked,
            ParkedFate::Returned => Message::ParkedReturned,
            ParkedFate::Lost if kind == Kind::Group => Message::ParkedLostGroup,
            ParkedFate::Lost if timing == Timing::Chat => Message::ParkedLostChat,
            ParkedFate::Lost => Message::ParkedLost,
        })
    }

    /// What a line is for.
    pub(crate) fn rung(&self, rung: Rung) -> String {
        self.say(match rung {
            Rung::Park => Message::RungPark,
            Rung::Time => Message::RungTime,
            Rung::Direct => Message::RungDirect,
            Rung::Offline => Message::RungOffline,
            Rung::Deflect => Message::RungDeflect,
            Rung::Feeding => Message::RungFeeding,
            Rung::Humane => Message::RungHumane,
            Rung::Stay => Message::RungStay,
            Rung::Return => Message::RungReturn,
            Rung::SignOff => Message::RungSignOff,
            Rung::Announce => Message::RungAnnounce,
            Rung::Closing => Message::RungClosing,
            Rung::Overrun => Message::RungOverrun,
        })
    }

    /// What a note is about.
    pub(crate) fn note(&self, kind: NoteKind) -> String {
        self.say(match kind {
            NoteKind::Serious => Message::NoteSerious,
            NoteKind::WorkImpact => Message::NoteWorkImpact,
        })
    }

    /// The name of a phase.
    pub(crate) fn phase(&self, phase: Phase) -> String {
        self.say(match phase {
            Phase::Greeting => Message::PhaseGreeting,
            Phase::Announcement => Message::PhaseAnnouncement,
            Phase::Business => Message::PhaseBusiness,
            Phase::ClosingChat => Message::PhaseClosingChat,
            Phase::SignOff => Message::PhaseSignOff,
            Phase::Overrun => Message::PhaseOverrun,
        })
    }

    /// What an utterance does besides its label; that it is surely serious is said by the notes.
    pub(crate) fn flag(&self, flag: Flag) -> Option<String> {
        Some(self.say(match flag {
            Flag::PersonalQuestion => Message::FlagPersonalQuestion,
            Flag::Disclosure => Message::FlagDisclosure,
            Flag::Serious => Message::FlagSerious,
            Flag::WorkImpact => Message::FlagWorkImpact,
            Flag::SteerBack => Message::FlagSteerBack,
            Flag::Accepted => Message::FlagAccepted,
            Flag::Ignored => Message::FlagIgnored,
            Flag::SignOff => Message::FlagSignOff,
            Flag::Enthusiasm => Message::FlagEnthusiasm,
            Flag::Announcement => Message::FlagAnnouncement,
            Flag::Upset => Message::FlagUpset,
            Flag::WrapUp => Message::FlagWrapUp,
            Flag::Despair => Message::FlagDespair,
            Flag::SurelySerious => return None,
        }))
    }

    /// Money as the language writes it: `€13.20`, `1,250 USD`, `13,20 ₽`.
    pub(crate) fn money(&self, cost: &Cost) -> String {
        self.with_currency(self.decimal(cost.amount), &cost.currency)
    }

    /// Money an hour, to the cent.
    pub(crate) fn rate(&self, rate: &Rate) -> String {
        self.with_currency(self.to_the_cent(rate.per_hour), &rate.currency)
    }

    fn with_currency(&self, digits: String, currency: &str) -> String {
        let currency = readable(currency);
        // A sign of its own, or a dollar with its country.
        let is_sign = currency.ends_with('$') || currency.chars().count() == 1 && !currency.chars().any(char::is_alphanumeric);
        match (self.lang(), currency.is_empty()) {
            (_, true) => digits,
            (Lang::En, false) if is_sign && currency != "₽" => format!("{currency}{digits}"),
            (_, false) => format!("{digits}\u{a0}{currency}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_follows_the_language() {
        for (lang, amount, currency, shown) in [
            (Lang::En, 13.2, "€", "€13.20"),
            (Lang::En, 1250.4, "USD", "1,250\u{a0}USD"),
            (Lang::En, 7.0, "", "7"),
            (Lang::Ru, 13.2, "€", "13,20\u{a0}€"),
            (Lang::Ru, 1250.4, "₽", "1\u{a0}250\u{a0}₽"),
            (Lang::En, 0.0, "£", "£0"),
            (Lang::En, f64::NAN, "£", "£0"),
        ] {
            assert_eq!(Texts::of(lang).money(&Cost { minutes: 1.0, amount, currency: currency.into() }), shown);
        }
    }

    /// "120 R$", "85 $", "3000.5 ₽" in Russian.
    #[test]
    fn a_rate_is_written_as_its_language_writes_money_to_the_cent() {
        for (typed, english, russian) in [
            ("$85", "$85", "85\u{a0}$"),
            ("R$ 120", "R$120", "120\u{a0}R$"),
            ("3 000,50 руб", "3,000.50\u{a0}₽", "3\u{a0}000,50\u{a0}₽"),
            ("60", "60", "60"),
        ] {
            let rate: Rate = typed.parse().unwrap();
            assert_eq!([Lang::En, Lang::Ru].map(|lang| Texts::of(lang).rate(&rate)), [english, russian], "{typed}");
        }
    }

    #[test]
    fn people_are_called_by_name_if_they_have_one() {
        let by = |role, name: &str| By { role, name: name.into() };
        let english = Texts::of(Lang::En);
        assert_eq!(english.who(&by(Role::Me, "Dana")), "you");
        assert_eq!(english.who(&by(Role::Client, "Viktor")), "Viktor");
        assert_eq!(english.who(&by(Role::Client, "")), "the client");
        assert_eq!(english.speaker(Role::Me, "Dana"), "Dana (you)");
        assert_eq!(english.speaker(Role::Unknown, ""), "Unknown speaker");
    }
}
