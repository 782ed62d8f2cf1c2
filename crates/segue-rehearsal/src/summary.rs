//! What a rehearsal came to.

use crate::judge::Move;
use crate::talk::Rehearsal;
use segue_core::Lang;

/// A rehearsal in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// My answers.
    pub answers: usize,
    /// Answers by which private talk was brought back.
    pub steered: usize,
    /// Of those, the warm ones.
    pub steered_warmly: usize,
    /// Answers that fed private talk.
    pub fed: usize,
    /// Answers that brushed off.
    pub curt: usize,
    /// Excuses.
    pub excuses: usize,
    /// Whether bad news got a humane answer; `None` if there was none.
    pub humane: Option<bool>,
    /// Whether a new boundary was announced.
    pub announced: bool,
    /// Share of the talk off the work, from 0 to 1.
    pub private_share: f64,
    /// How warm the client was at the end, from 0 to 1.
    pub warmth: f32,
}

/// From here on the client is still warm.
const WARM: f32 = 0.6;
/// Below this the client is hurt.
const HURT: f32 = 0.4;

impl Summary {
    /// What this rehearsal came to so far.
    pub fn of(rehearsal: &Rehearsal) -> Self {
        let turns = rehearsal.turns();
        let count = |what| turns.iter().filter(|turn| turn.what == what).count();
        let passed_over = count(Move::PassedOver) > 0;
        let humane = count(Move::Humane) > 0;
        Self {
            answers: turns.len(),
            steered: count(Move::Steered),
            steered_warmly: turns.iter().filter(|turn| turn.what == Move::Steered && turn.warm).count(),
            fed: count(Move::Fed),
            curt: count(Move::Curt),
            excuses: count(Move::Excused),
            humane: (humane || passed_over).then_some(humane && !passed_over),
            announced: count(Move::Announced) > 0,
            private_share: rehearsal.private_share(),
            warmth: rehearsal.warmth(),
        }
    }

    /// The one sentence to remember.
    pub fn headline(&self, lang: Lang) -> String {
        let (en, ru) = if self.humane == Some(false) {
            ("Bad news was passed over: nothing costs a client sooner.", "Беда осталась без ответа: ничто не отталкивает клиента быстрее.")
        } else if self.warmth < HURT {
            ("They went away hurt: a kind word first, then the way back.", "Клиент ушёл с обидой: сначала доброе слово, потом к делу.")
        } else if self.excuses > 0 {
            ("It worked by an excuse; next time name the limit itself.", "Сработала отговорка; в следующий раз назовите саму границу.")
        } else if self.fed > self.steered {
            ("You fed it more often than you brought it back.", "Вы чаще подхватывали, чем возвращали к делу.")
        } else if self.humane == Some(true) {
            ("You met bad news as a human being. That is worth more than any line.", "Вы по-человечески встретили беду. Это дороже любой реплики.")
        } else if self.steered > 0 && self.steered_warmly == self.steered && self.warmth >= WARM {
            ("Back to business every time, and they still like you.", "Каждый раз к делу, и клиент по-прежнему к вам расположен.")
        } else if self.steered > 0 {
            ("You brought it back; a warmer word would cost nothing.", "Вы вернули разговор к делу; слово потеплее ничего бы не стоило.")
        } else {
            ("Nothing was brought back this time. Try one line: put it aside for the end.", "В этот раз к делу ничего не вернулось. Попробуйте одну реплику: отложить на конец.")
        };
        if lang == Lang::En { en.to_owned() } else { ru.to_owned() }
    }
}
