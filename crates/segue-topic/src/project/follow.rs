//! Which agenda item the talk takes up: one that is neither read out among others, nor added to
//! them, nor put off, nor named in passing.

use super::item::Agenda;
use super::mention::{Mention, Sentence, named_in};
use super::wording::{ADDS, FIRST, LATER, LATER_ON, OR_ELSE, READS_OUT, SETS, TOO};
use crate::tokens::plain;

/// Turns after an agenda was read out in which the talk takes up its first item without naming it: not at once, where it is agreed
/// on, and not for long.
const UNNAMED: std::ops::RangeInclusive<usize> = 2..=4;
/// Words of a turn that says something of its own.
const SAYS_SOMETHING: usize = 4;
/// Items named in one turn that are read out, in however many sentences.
const READ_OUT: usize = 3;
/// Turns after an agenda was read out in which it is still being agreed on, if nothing is begun.
const BEING_SET: usize = 6;
/// Turns within which an item that was named in passing is what the talk is about, if it is named again.
const COMES_BACK: usize = 3;

/// True if these words put something off until another time; what, they may leave to whoever asked.
pub fn puts_off(text: &str) -> bool {
    is_put_off(&plain(text))
}

/// The same of words that are plain already.
fn is_put_off(plain: &str) -> bool {
    LATER.begun(plain).next().is_some()
}

/// "Then the total is 11,300."
fn names_a_sum(plain: &str) -> bool {
    const SUMS: [&str; 9] = [
        "the total is",
        "the total comes to",
        "a total of",
        "in total that's",
        "that comes to",
        "итого",
        "общая сумма",
        "всего выходит",
        "всего получается",
    ];
    SUMS.iter().any(|sum| plain.find(sum).is_some_and(|at| plain[at..].contains(|c: char| c.is_ascii_digit())))
}

/// Follows the talk along an agenda, turn by turn.
#[derive(Clone, Debug, Default)]
pub struct Follower {
    /// The turn before put something off.
    put_off: bool,
    /// The first item of what was read out before any was begun, and how many turns ago that was; none once an item is named.
    read_out: Option<(usize, usize)>,
    /// Turns since the agenda was read out last.
    since: Option<usize>,
    /// An item was begun since then; and ever.
    begun: bool,
    ever_begun: bool,
    /// The item that the turn before added to the agenda.
    added: Option<usize>,
    /// Turns heard, and the last in which each item was named in passing.
    turns: usize,
    in_passing: Vec<(usize, usize)>,
}

/// What a turn does with the agenda.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Turn {
    /// It names nothing of it, or in passing.
    Silent,
    /// It reads out items, this one first.
    ReadsOut(usize),
    /// It adds this item to it, or says when its time comes.
    Adds(usize),
    /// It is about this item.
    TakesUp(usize),
    /// What it names is put off.
    PutsOff,
}

impl Follower {
    /// Takes the next turn in, as [`plain`] writes it: the item that it takes up, if any.
    pub(super) fn hear(&mut self, agenda: &Agenda, plain: &str) -> Option<usize> {
        if agenda.items.is_empty() {
            return None;
        }
        let turn = self.turn(agenda, plain);
        self.turns += 1;
        self.since = self.since.map(|turns| turns + 1);
        self.put_off = turn == Turn::PutsOff || turn == Turn::Silent && is_put_off(plain);
        self.added = if let Turn::Adds(item) = turn { Some(item) } else { None };
        let taken_up = match turn {
            Turn::TakesUp(item) => Some(item),
            Turn::ReadsOut(first) => {
                self.read_out = (!self.ever_begun).then_some((first, 0));
                (self.since, self.begun) = (Some(0), false);
                None
            }
            Turn::PutsOff => {
                self.read_out = None;
                None
            }
            Turn::Silent if agenda.about_a_sum.is_some() && names_a_sum(plain) => agenda.about_a_sum,
            Turn::Adds(_) | Turn::Silent => self.unnamed(turn, plain),
        };
        if taken_up.is_some() {
            self.read_out = None;
            (self.begun, self.ever_begun) = (true, true);
        }
        taken_up
    }

    /// The first item of what was read out, where the talk goes on to it without its name.
    fn unnamed(&mut self, turn: Turn, text: &str) -> Option<usize> {
        let (first, ago) = self.read_out.as_mut()?;
        *ago += 1;
        let says_something = turn == Turn::Silent && text.split_whitespace().count() >= SAYS_SOMETHING;
        (UNNAMED.contains(ago) && says_something).then_some(*first)
    }

    /// True while it is being agreed what there is to talk about: nothing is begun yet.
    fn is_being_set(&self) -> bool {
        !self.begun && self.since.is_none_or(|turns| turns < BEING_SET)
    }

    fn turn(&mut self, agenda: &Agenda, plain: &str) -> Turn {
        let named_in = |text| if agenda.may_be_named_in(text) { named_in(&agenda.items, text) } else { Vec::new() };
        let sentences = plain.split_inclusive(['.', '!', '?', ';', '…', '\n']).map(|text| (text, named_in(text)));
        let sentences: Vec<_> = sentences.collect();
        // Most turns name nothing: there is no more to see in them.
        if sentences.iter().all(|(_, named)| named.is_empty()) {
            return Turn::Silent;
        }
        let sentences: Vec<(&str, Sentence)> =
            sentences.into_iter().map(|(text, named)| (text, Sentence::new(text, &named))).collect();
        let joins = self.put_off && TOO.stand_in(plain);
        let being_set = self.is_being_set();
        let substance: usize = sentences.iter().map(|(_, sentence)| sentence.substance()).sum();
        let (mut named, mut taken_up, mut put_off, mut added) = (Vec::new(), None, false, None);
        let (mut listed, mut sets) = (false, false);
        for (text, sentence) in &sentences {
            let later = is_put_off(text);
            let or_else = later && OR_ELSE.begun(text).next().is_some();
            for mention in &sentence.mentions {
                if !named.contains(&mention.item) {
                    named.push(mention.item);
                }
            }
            match &sentence.mentions[..] {
                // "The gate motor? Not today."
                [] if later && taken_up.is_some() => (taken_up, put_off) = (None, true),
                [] => {}
                // "Let's go on, or we'll not get to the prices."
                [.., last] if or_else => taken_up = Some(last.item),
                _ if later || joins => put_off = true,
                [first, ..] if sentence.lists() => (taken_up, listed) = (Some(first.item), true),
                [first, ..] if LATER_ON.stand_in(&sentence.around()) => added = Some(first.item),
                // Where nothing was read out yet, this reads out one item.
                [first, ..] if being_set && self.adds(sentence, substance) => {
                    (added, sets) = (Some(first.item), self.since.is_none());
                }
                mentions => {
                    let about = mentions.iter().rfind(|mention| self.is_about(mention));
                    taken_up = about.map(|mention| mention.item).or(taken_up);
                }
            }
        }
        let reads_out = listed || sets || named.len() >= READ_OUT || READS_OUT.begun(plain).next().is_some();
        match (taken_up.or(added), named.first()) {
            (Some(_), Some(&first)) if reads_out && !put_off => Turn::ReadsOut(first),
            _ if taken_up.is_some() => taken_up.map_or(Turn::Silent, Turn::TakesUp),
            _ if put_off => Turn::PutsOff,
            _ => added.map_or(Turn::Silent, Turn::Adds),
        }
    }

    /// A sentence that, while the agenda is being set, adds to it or says in which order: "And the newsletter, please."
    fn adds(&self, sentence: &Sentence, substance: usize) -> bool {
        let around = sentence.around();
        if FIRST.begun(&around).next().is_some() {
            return false;
        }
        let echoes = sentence.mentions.iter().any(|mention| self.added == Some(mention.item));
        let short = sentence.joins() && sentence.substance() < SAYS_SOMETHING
            || (echoes || sentence.asks()) && substance < SAYS_SOMETHING;
        SETS.begun(&around).next().is_some() || self.since.is_some() && (short || ADDS.stand_in(&around))
    }

    /// True if the talk is about an item that is named: it is opened, or comes back within a few turns.
    fn is_about(&mut self, mention: &Mention) -> bool {
        let before =
            self.in_passing.iter().position(|&(item, _)| item == mention.item).map(|at| self.in_passing.swap_remove(at).1);
        self.in_passing.push((mention.item, self.turns));
        mention.opens || before.is_some_and(|turn| turn < self.turns && self.turns - turn <= COMES_BACK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each turn takes up.
    fn followed(agenda: &[&str], turns: &[&str]) -> Vec<Option<usize>> {
        let agenda = Agenda::new(agenda);
        let mut follower = Follower::default();
        turns.iter().map(|turn| follower.hear(&agenda, &plain(turn))).collect()
    }

    /// "Everything was reached" of a call in which two of three items were left for next time: they had been read out.
    #[test]
    fn what_is_read_out_or_put_off_is_not_taken_up() {
        const ENGLISH: [&str; 3] = ["Gate motor", "Paint colour", "Fence"];
        const RUSSIAN: [&str; 3] = ["Автоматика для ворот", "Цвет краски", "Забор"];
        for (agenda, said, taken_up) in [
            (ENGLISH, "Three items today: the fence, the gate motor and the paint colour.", None),
            (ENGLISH, "The fence. The gate motor. And the paint.", None),
            (ENGLISH, "Two things today, and the first is the fence.", None),
            (ENGLISH, "Sure, fence first. The posts are rotten.", Some(2)),
            (ENGLISH, "So the fence is fourteen hundred. The gate motor: which model?", Some(0)),
            (ENGLISH, "We'll leave the gate motor for next time.", None),
            (ENGLISH, "The gate motor? Not today, I'm afraid.", None),
            (ENGLISH, "We're nearly out of time. The paint we'll have to do next week.", None),
            (ENGLISH, "The paint can wait. About the fence: how many posts?", Some(2)),
            (ENGLISH, "We didn't get to the gate motor.", None),
            (RUSSIAN, "У меня три вопроса: забор, автоматика для ворот и цвет краски.", None),
            (RUSSIAN, "Давайте с забора. Столбы сгнили.", Some(2)),
            (RUSSIAN, "Тогда автоматику для ворот оставим на следующий раз.", None),
            (RUSSIAN, "Про краску уже не успеем.", None),
            (RUSSIAN, "До цвета краски не дошли, обсудим потом.", None),
            (RUSSIAN, "Ворота отложим. А забор когда начнёте?", Some(2)),
        ] {
            assert_eq!(followed(&agenda, &[said]), [taken_up], "{said}");
        }
    }

    /// "Then the total is 11,300" settled the budget, and the budget was "not reached".
    #[test]
    fn who_names_the_sum_is_at_the_budget() {
        for (item, said, taken_up) in [
            ("budget", "Then the total is 11,300. I send the sheet tonight.", true),
            ("Смета", "Итого 11 300, таблицу пришлю вечером.", true),
            ("trapdoor", "Then the total is 11,300.", false),
            ("budget", "The total is what we agreed.", false),
        ] {
            assert_eq!(followed(&[item], &[said]), [taken_up.then_some(0)], "{said}");
        }
    }

    #[test]
    fn what_joins_the_put_off_is_put_off_too() {
        let agenda = ["Gate motor", "Paint colour"];
        assert_eq!(followed(&agenda, &["The motor next time, then.", "And the colour too, I have no samples."]), [None, None]);
        assert_eq!(followed(&agenda, &["The motor is in.", "And the colour too, it is grey."]), [Some(0), Some(1)]);
        let agenda = ["Ворота", "Цвет краски"];
        assert_eq!(followed(&agenda, &["Ворота в следующий раз.", "И цвет тоже, образцов нет."]), [None, None]);
    }

    /// "Today the fence and the gate." "The posts are rotten, all nine of them." was never about the fence.
    #[test]
    fn the_first_item_read_out_is_taken_up_without_its_name() {
        let agenda = ["Gate motor", "Fence"];
        let read_out = "Today it is the fence and the gate motor.";
        for (then, taken_up) in [
            (["Fine with me.", "Nine posts are rotten on the east side."], [None, Some(1)]),
            (["Gate motor first, please.", "Somfy or Nice, then?"], [Some(0), None]),
        ] {
            assert_eq!(followed(&agenda, &[read_out, then[0], then[1]])[1..], taken_up, "{then:?}");
        }
        let turns = ["Today I'd like to talk about the fence.", "Go ahead.", "Nine posts are rotten on the east side."];
        assert_eq!(followed(&agenda, &turns), [None, None, Some(1)]);
    }

    /// "The telephony fourth, then" began the telephony, and the cake that the client asked for was reached at once.
    #[test]
    fn what_is_named_while_the_agenda_is_set_is_not_begun() {
        const SHOP: [&str; 4] = ["Hosting", "Click and collect", "Christmas page", "Newsletter"];
        const READ_OUT: &str = "So today hosting, click and collect, and the Christmas page.";
        for (added, answered) in [
            ("Fine. And the newsletter, please.", "Yes, newsletter too."),
            ("Good. Can we also do the newsletter?", "Sure, the newsletter at the end."),
            ("OK. And the newsletter?", "The newsletter, yes."),
            ("Could you add the newsletter?", "Added."),
            ("Don't forget the newsletter.", "I won't. Newsletter is fourth."),
            ("I'd also like to talk about the newsletter.", "Let's put the newsletter last, then, as well."),
            ("I have a question about the newsletter, too.", "We'll get to the newsletter."),
            ("fine and the newsletter please", "okay"),
        ] {
            let turns = [READ_OUT, added, answered, "Hosting went up to forty-one a month.", "Both sites?"];
            assert_eq!(followed(&SHOP, &turns), [None, None, None, Some(0), None], "{added}");
        }
        const SALES: [&str; 4] = ["Воронка", "Замеры", "Отчёты", "Телефония"];
        const READ_OUT_RU: &str = "Сегодня воронка, замеры и отчёты.";
        for (added, answered) in [
            ("Давайте. Ещё телефонию, у нас звонки теряются.", "Хорошо, телефонию четвёртым пунктом."),
            ("И ещё про телефонию.", "Телефонию добавлю."),
            ("А телефония?", "Телефония в конце."),
            ("Телефонию тоже хочу обсудить.", "Записала, телефония."),
            ("Мне бы ещё телефонию.", "Телефонию потом, конечно."),
            ("Не забудьте телефонию, пожалуйста.", "Не забуду."),
        ] {
            let turns = [READ_OUT_RU, added, answered, "Начнём с воронки: двести сорок сделок висят без звонка.", "Много."];
            assert_eq!(followed(&SALES, &turns), [None, None, None, Some(0), None], "{added}");
        }
        let party = ["Меню", "Ведущий", "Рассадка", "Торт"];
        let turns = [
            "У меня три вопроса по юбилею: меню, ведущий и рассадка.",
            "Давайте. И ещё про торт.",
            "Торт четвёртым. Меню. Ресторан прислал два варианта.",
            "Поставим «Журавли» перед тортом.",
            "Ведущий. Я предлагаю двоих на выбор.",
            "Торт. Три килограмма мало, на сорок шесть надо шесть.",
        ];
        assert_eq!(followed(&party, &turns), [None, None, Some(0), None, Some(1), Some(3)]);
    }

    /// "It shows on the orders page in red" had reached the Christmas page, and a customer who orders a survey the surveys.
    #[test]
    fn a_word_in_passing_does_not_reach_an_item() {
        for (item, said) in [
            ("Christmas page", "Agreed. So it'll flag it on the orders page in red, and you press the button."),
            ("Christmas page", "A late order shows on the orders page in red, just before Christmas it gets busy."),
            ("Monthly report", "About five a month so far."),
            ("Page speed", "The site has sixty-two pages."),
            ("Newsletter", "He saw your number in the newsletter, so he rang."),
            ("Prices", "They told her the price on the phone and she left."),
            ("Photos", "Once the photos are in, you can open the shop."),
            ("Go-live on Friday", "Ann is off on Friday."),
            ("Замеры", "За два часа человек у конкурентов замер закажет, вы правы."),
            ("Замеры", "Кристина спрашивает каждого, когда удобен замер."),
            ("Торт", "Гости разойдутся сразу, как съедят торт."),
            ("План на месяц", "Почти три килограмма за месяц."),
            ("Новый сайт", "Новый охранник спрашивает про пропуск."),
            ("Договор", "Менеджер без договора машину не выдаст."),
        ] {
            assert_eq!(followed(&[item], &[said]), [None], "{item}: {said}");
        }
        // Twice within a few turns is no accident.
        let turns = ["They told her the price on the phone.", "All of it?", "People always hate it when a price is round."];
        assert_eq!(followed(&["Prices"], &turns), [None, None, Some(0)]);
    }

    /// What is said first, opened, asked, or told of is what the talk is about.
    #[test]
    fn an_item_is_taken_up_in_the_words_of_people() {
        for (item, said) in [
            ("Stock feed", "Okay. Stock feed. This is the one I'm worried about."),
            ("Hosting invoice", "Can we do the invoice first because Sheila has asked me twice?"),
            ("Hosting invoice", "So the hosting went up from thirty-two to forty-one."),
            ("Logo", "Right, so, the logo: which of them do you like?"),
            ("Logo", "Can you see the logo?"),
            ("Logo", "And before I forget, shall we have a quick look at the new logo?"),
            ("Logo", "Gordon, the logo. It's done."),
            ("Logo", "I've made three versions of the logo."),
            ("Logo", "um okay so then the logo i sent you three"),
            ("Prices", "As for prices, I'd put them up in May."),
            ("Budget", "Then the last thing, the budget."),
            ("Staff handbook", "Next is the handbook. I finished the draft."),
            ("Доступы", "Сделаю. Теперь доступы. У вас Роман уволился в мае."),
            ("Телефония", "Телефония. Что значит звонки теряются?"),
            ("Замеры", "Тогда замеры. Замерщики получают адрес в вотсапе, верно?"),
            ("Рассылка", "Ну ладно, рассылка. У меня в базе тысяча адресов."),
            ("Договор", "И последнее, договор."),
            ("Сроки", "Марат, а по срокам что?"),
            ("Сроки", "Геннадий Петрович, давайте вернёмся к отчёту, там остались сроки."),
            ("Документы", "Людмила Сергеевна, мне ещё по документам надо вас спросить."),
            ("Обложка", "а обложка?"),
            ("Бюджет на май", "Эля, бюджет на май какой ставим?"),
            ("Инструкция", "Я перевела первые сорок страниц инструкции."),
            ("Christmas page", "I'd better keep us to time though, or we'll not get to Christmas. Can I show you the page?"),
            ("Смета", "Давай дальше, а то до сметы не дойдём."),
            ("Монтаж", "Стиралку дели по чистым вещам, и монтаж: мне вышку бронировать сегодня до двенадцати."),
        ] {
            assert_eq!(followed(&[item], &[said]), [Some(0)], "{item}: {said}");
        }
    }
}
