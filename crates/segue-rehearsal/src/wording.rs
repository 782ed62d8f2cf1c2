//! What is said of a rehearsal, in words: the same in the terminal and on the page.

use crate::judge::Move;
use crate::talk::Turn;
use segue_core::{Lang, RehearsalRecord};

impl Turn {
    /// What an answer was, in words.
    pub fn marks(&self, lang: Lang) -> Vec<&'static str> {
        let text = |en, ru| if lang == Lang::En { en } else { ru };
        let mut marks = vec![match self.what {
            Move::Humane => text("humane", "по-человечески"),
            Move::PassedOver => text("bad news passed over", "беда осталась без ответа"),
            Move::Announced => text("new boundary announced", "новые правила объявлены"),
            Move::Steered => text("back to the work", "к делу"),
            Move::Fed => text("feeds it", "подхватывает"),
            Move::Curt => text("brushes off", "отмахивается"),
            Move::Mocked => text("laughed at something painful", "смех в ответ на беду"),
            Move::Excused => text("an excuse: it can come out", "отговорка: может всплыть"),
            Move::Confided => text("says why it has to be short", "говорит, почему сегодня коротко"),
            Move::Business => text("about the work", "о деле"),
            Move::Listened => text("listens", "слушает"),
            Move::SignedOff => text("goodbye", "прощание"),
        }];
        let answers = self.private && matches!(self.what, Move::Steered | Move::Listened);
        if self.warm {
            marks.push(text("warm", "тепло"));
        } else if answers {
            marks.push(if self.kind {
                text("well put", "удачно")
            } else {
                text("no warm word", "без тёплого слова")
            });
        }
        if !self.short {
            marks.push(text("long", "длинно"));
        }
        if self.private && !self.handed_back && self.what != Move::Fed {
            marks.push(text("the turn stays with them", "слово осталось за клиентом"));
        }
        marks
    }
}

/// What is said where a line is asked for and there is nothing to steer.
pub fn nothing_to_steer(lang: Lang) -> &'static str {
    if lang == Lang::En {
        "Nothing to steer here; talk about the work."
    } else {
        "Здесь возвращать к делу не нужно: просто продолжайте."
    }
}

/// How this rehearsal stands beside those before, in a sentence; `None` if it is the first.
pub fn progress(before: &[RehearsalRecord], lang: Lang) -> Option<String> {
    let last = before.last()?;
    let (count, share) = (before.len() + 1, (last.private_share * 100.0).round());
    Some(match lang {
        Lang::En => format!("Rehearsals so far: {count}. Private talk last time: {share}%."),
        Lang::Ru => format!("Всего репетиций: {count}. Не о деле в прошлый раз: {share} %."),
    })
}
