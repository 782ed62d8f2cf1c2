//! Which phase the call is in.

use super::Heard;
use super::chat::{Agreed, Chat};
use crate::{Boundary, Flag, Label, Phase, Plan, Probabilities, Role};

/// Business speech in seconds, in a row, that ends the greeting.
const BUSINESS_BEGINS: f64 = 8.0;
/// Utterances that a greeting has at least before an announcement fits, and where the last of them is my answer to the other's.
const GREETING_TURNS: usize = 4;
const ANSWERED_TURNS: usize = 3;
/// Utterances, the one that opens the work among them, from which both sides have greeted.
const GREETED: usize = 2;
/// Probability of business from which words that frame the talk open the work: "so, today I have the price page".
const OPENS: f32 = 0.15;
/// Part of the planned time at which the end comes near.
const END_SHARE: f64 = 0.9;
/// Wrap-up evidence (utterances in a row) that begins the closing chat.
const WRAP_UP: u32 = 2;
/// How many times at most a return to the work makes that evidence one more.
const DOUBTS: u32 = 2;
/// Business speech in seconds, in a row and in as many turns, that ends a closing chat: a word about the work does not.
const WORK_GOES_ON: f64 = 16.0;
const WORK_TURNS: u32 = 2;

/// Follows the phases from utterances and time.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one call")]
pub(super) struct Phases {
    pub now: Phase,
    /// Private seconds in the greeting.
    pub greeting_chat: f64,
    /// The chat that goes on, if one does.
    pub chat: Chat,
    pub announced: bool,
    /// It would be unkind, or too late, to announce anything in this call: it waits for another.
    pub withheld: bool,
    /// The clock alone said that the greetings are over.
    pub unheard: bool,
    business_in_row: f64,
    business_turns: u32,
    turns: usize,
    /// Words that open the work were heard.
    opened: bool,
    /// Somebody else than me has spoken.
    answered: bool,
    wrap_up: u32,
    /// Seconds of business since the first of these words.
    wrapping_business: f64,
    sign_offs: u32,
    /// How many times the work went on after words of wrapping up: that much more it takes to believe them.
    doubts: u32,
    /// When the last words were over, if they wrap up or say goodbye.
    pub wrapped_up_at: Option<f64>,
}

impl Phases {
    /// Seconds before the planned end at which it is time to close: the agreed chat, but at least
    /// a tenth of the call.
    pub fn closing_margin(plan: &Plan) -> f64 {
        let planned = plan.boundary.planned_seconds().unwrap_or(f64::INFINITY);
        let chat = plan.boundary.chat_at_end.min(planned * 0.15);
        chat.max(planned * (1.0 - END_SHARE))
    }

    /// Takes an utterance in.
    pub fn hear(&mut self, heard: &Heard, plan: &Plan) {
        let reading = &heard.reading;
        self.turns += 1;
        self.answered |= heard.role != Role::Me;
        // Somebody was waited for: the greetings are only beginning.
        let announces = reading.flags.has(Flag::Announcement);
        if std::mem::take(&mut self.unheard) && self.now == Phase::Announcement && !announces {
            self.now = Phase::Greeting;
        }
        self.chat.is_heard();
        let private = if reading.label.is_private() { heard.weight } else { 0.0 };
        self.gather(heard);
        match self.now {
            Phase::Greeting => {
                self.greeting_chat += private;
                let mine = self.answered && heard.role == Role::Me;
                let turns = if mine { ANSWERED_TURNS } else { GREETING_TURNS };
                let settled = self.turns >= turns && !reading.label.is_private();
                let greeted = self.opened && self.turns >= GREETED;
                let begins = self.business_in_row >= BUSINESS_BEGINS || reading.flags.has(Flag::SteerBack);
                let over = self.greeting_chat > plan.boundary.greeting_chat();
                if self.is_due(plan) && (settled || greeted || begins || over) {
                    self.now = Phase::Announcement;
                } else if begins || over {
                    self.now = Phase::Business;
                }
            }
            Phase::Announcement => {
                let said = reading.flags.has(Flag::Announcement) && heard.role != Role::Client;
                self.announced |= said;
                if self.announced || self.business_in_row >= 4.0 * BUSINESS_BEGINS {
                    self.now = Phase::Business;
                }
            }
            Phase::Business | Phase::Overrun => {
                // Work in which a word of wrapping up falls is work: the chat begins with what is none.
                let wrapped_up = self.wrap_up >= WRAP_UP + self.doubts && reading.label != Label::Business;
                if self.sign_offs >= 2 {
                    self.close(Phase::SignOff);
                } else if wrapped_up {
                    self.close(Phase::ClosingChat);
                }
            }
            Phase::ClosingChat => {
                self.chat.hear(private);
                if self.sign_offs >= 2 {
                    self.close(Phase::SignOff);
                } else {
                    self.go_on_with_work(plan);
                }
            }
            Phase::SignOff => {
                self.chat.hear(private);
                self.chat.after_goodbyes += private;
                self.go_on_with_work(plan);
            }
        }
    }

    /// What an utterance says about where the call is.
    fn gather(&mut self, heard: &Heard) {
        let reading = &heard.reading;
        let has = |flag| reading.flags.has(flag);
        let wraps = has(Flag::WrapUp) || has(Flag::SignOff) || heard.plain.work_done;
        self.wrapped_up_at = wraps.then_some(heard.end);
        self.opened |= opens_work(heard);
        match reading.label {
            Label::Business => {
                self.business_in_row += heard.weight;
                self.business_turns += 1;
            }
            Label::Smalltalk | Label::Personal => (self.business_in_row, self.business_turns) = (0.0, 0),
            Label::Framing => {}
        }
        // A settled end is un-settled by more business, also by such as has words of the end in it; private talk after it is the
        // closing chat.
        let business = if reading.label == Label::Business { heard.weight } else { 0.0 };
        self.wrapping_business = if self.wrap_up == 0 { business } else { self.wrapping_business + business };
        if wraps && self.wrapping_business < WORK_GOES_ON {
            // Once the work went on after such words, those in the midst of it say nothing.
            self.wrap_up += u32::from(self.doubts == 0 || business == 0.0);
        } else if business > 0.0 {
            self.wrap_up = 0;
        }
        if has(Flag::SignOff) {
            self.sign_offs += 1;
        } else if reading.label == Label::Business {
            self.sign_offs = 0;
        }
    }

    /// What comes after the work begins. The work that was done says nothing of how it goes on.
    fn close(&mut self, phase: Phase) {
        self.now = phase;
        (self.business_in_row, self.business_turns) = (0.0, 0);
    }

    /// Ends the chat once it is sure that the work goes on.
    fn go_on_with_work(&mut self, plan: &Plan) {
        if self.business_turns >= WORK_TURNS && self.business_in_row >= WORK_GOES_ON {
            // An agreed chat was none that words of wrapping up began.
            self.doubts = (self.doubts + u32::from(self.chat.agreed.is_none())).min(DOUBTS);
            self.leave_chat(plan);
        }
    }

    /// Lets time pass. Nothing was heard for so many seconds of `silence`.
    pub fn tick(&mut self, at: f64, silence: f64, plan: &Plan) {
        // Where nobody listens, the clock alone tells that the greetings are over.
        let greeted = silence >= plan.boundary.greeting_chat().max(Boundary::GRACE_MIN);
        if self.now == Phase::Greeting && self.is_due(plan) && greeted {
            (self.now, self.unheard) = (Phase::Announcement, true);
        }
        if plan.boundary.planned_seconds().is_some_and(|planned| at > planned)
            && matches!(self.now, Phase::Greeting | Phase::Announcement | Phase::Business)
        {
            self.now = Phase::Overrun;
        }
    }

    /// The chat from here on is agreed.
    pub fn agree_chat(&mut self, at: f64, agreed: Agreed) {
        self.chat.agreed = Some(agreed);
        self.chat.greeting_waits |= self.now <= Phase::Announcement;
        self.begin_chat(at);
    }

    /// The last item of the agenda is done: what comes is the chat at the end.
    pub fn finish_work(&mut self, at: f64) {
        if self.now != Phase::SignOff {
            self.chat.agreed = None;
            self.begin_chat(at);
        }
    }

    /// True once somebody has said goodbye, and no work came after it.
    pub fn goodbye_said(&self) -> bool {
        self.now == Phase::SignOff || self.sign_offs > 0
    }

    fn begin_chat(&mut self, at: f64) {
        self.close(Phase::ClosingChat);
        self.chat.begin(at);
    }

    /// A chat gave way to business, or to the announcement that it kept waiting.
    fn leave_chat(&mut self, plan: &Plan) {
        let chat = std::mem::take(&mut self.chat);
        let due = chat.greeting_waits && self.is_due(plan);
        (self.wrap_up, self.sign_offs) = (0, 0);
        self.now = if due { Phase::Announcement } else { Phase::Business };
    }

    /// Somebody turned to the work by key: what comes before business is over, and so is a chat.
    pub fn turn_to_work(&mut self, plan: &Plan) {
        match self.now {
            Phase::Greeting if self.is_due(plan) => self.now = Phase::Announcement,
            Phase::Greeting | Phase::Announcement => self.now = Phase::Business,
            Phase::ClosingChat | Phase::SignOff => self.leave_chat(plan),
            Phase::Business | Phase::Overrun => {}
        }
    }

    /// True while an announcement is to be made in this call.
    pub fn is_due(&self, plan: &Plan) -> bool {
        plan.announcement_due && !self.announced && !self.withheld
    }

    /// The announcement was made.
    pub fn announce(&mut self) {
        self.announced = true;
        if self.now <= Phase::Announcement {
            self.now = Phase::Business;
        }
    }
}

/// Words that open the work, also where they only say what comes.
fn opens_work(heard: &Heard) -> bool {
    let reading = &heard.reading;
    let Probabilities { business, .. } = reading.probabilities;
    let frames = business >= OPENS && business > reading.probabilities.private();
    match reading.label {
        Label::Business => true,
        Label::Framing => frames || heard.agenda_item.is_some() || reading.flags.has(Flag::SteerBack),
        Label::Smalltalk | Label::Personal => false,
    }
}
