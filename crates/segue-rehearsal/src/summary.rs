//! What a rehearsal came to.

use crate::judge::Move;
use crate::talk::Talk;
use segue_core::{Lang, RehearsalRecord};

/// From here on the client is still warm.
const WARM: f32 = 0.6;
/// Below this share of the talk nothing off the work is worth a way back.
const A_REMARK: f64 = 0.02;
/// Below this the client is hurt.
const HURT: f32 = 0.4;

impl Talk {
    /// What it came to so far.
    pub fn record(&self) -> RehearsalRecord {
        let turns = self.turns();
        let count = |what| turns.iter().filter(|turn| turn.what == what).count();
        let passed_over = count(Move::PassedOver) > 0;
        let humane = count(Move::Humane) > 0;
        RehearsalRecord {
            person: self.person().id.clone(),
            answers: turns.len(),
            steered: count(Move::Steered),
            steered_warmly: turns.iter().filter(|turn| turn.what == Move::Steered && turn.kind).count(),
            fed: count(Move::Fed),
            curt: count(Move::Curt) + count(Move::Mocked),
            excuses: count(Move::Excused),
            humane: (humane || passed_over).then_some(humane && !passed_over),
            news: self.news,
            announced: count(Move::Announced) > 0,
            private_share: self.private_share(),
            warmth: self.warmth(),
            ..RehearsalRecord::default()
        }
    }
}

/// The one sentence to remember. Where bad news was told, it is about that and never about the way back.
pub fn headline(record: &RehearsalRecord, lang: Lang) -> String {
    let (en, ru) = if record.humane == Some(false) {
        (
            "Bad news was passed over: nothing loses a client faster.",
            "Беда осталась без ответа: ничто не отталкивает клиента быстрее.",
        )
    } else if record.humane == Some(true) {
        (
            "You met bad news with kindness. That is worth more than any line.",
            "Вы по-человечески отозвались на беду. Это дороже любой реплики.",
        )
    } else if record.news {
        (
            "You were told bad news. A word of sympathy would have been enough.",
            "Вам рассказали о беде. В ответ хватило бы одного слова сочувствия.",
        )
    } else if record.warmth < HURT {
        (
            "They went away hurt: a kind word first, then the way back.",
            "Клиент ушёл с обидой: сначала доброе слово, потом к делу.",
        )
    } else if record.excuses > 0 && record.steered == 0 {
        (
            "An excuse did the work; next time name the limit itself.",
            "К делу вас вернула отговорка; в следующий раз прямо скажите, сколько у вас времени.",
        )
    } else if record.fed > record.steered {
        ("You fed it more often than you brought it back.", "Вы чаще подхватывали, чем возвращали к делу.")
    } else if record.excuses > 0 {
        (
            "You also brought it back without an excuse: next time leave the excuse out.",
            "Вы возвращали к делу и без отговорки: она вам не нужна.",
        )
    } else if record.steered > 0 && record.curt > 0 {
        (
            "You brought it back, but were curt on the way: a kind word would have worked just as well.",
            "Вы возвращали разговор к делу, но местами резко: доброе слово помогло бы не хуже.",
        )
    } else if record.steered > 0 && record.steered_warmly == record.steered && record.fed == 0 && record.warmth >= WARM {
        (
            "You brought it back kindly every time, and they still like you.",
            "Каждый раз вы возвращали разговор к делу по-доброму, и клиент по-прежнему к вам расположен.",
        )
    } else if record.steered > 0 && record.fed > 0 {
        (
            "You brought it back, and fed it in between: that is what makes them try again.",
            "Вы возвращали разговор к делу, но сами же поддерживали постороннее: поэтому клиент пробует снова.",
        )
    } else if record.steered > 0 {
        (
            "You brought it back; a warmer word would cost nothing.",
            "Вы вернули разговор к делу; в следующий раз добавьте тёплое слово.",
        )
    } else if record.announced && record.curt == 0 {
        ("You announced the new boundary, and they came along.", "Вы объявили новые правила, и клиент их принял.")
    } else if record.private_share < A_REMARK && record.curt == 0 {
        ("The talk stayed with the work: there was nothing to bring back.", "Разговор и так шёл о деле: возвращать было нечего.")
    } else {
        (
            "Nothing was brought back this time. Try one line: put it aside for the end.",
            "В этот раз вернуть разговор к делу не вышло. Попробуйте одну реплику: отложить на конец.",
        )
    };
    if lang == Lang::En { en.to_owned() } else { ru.to_owned() }
}
