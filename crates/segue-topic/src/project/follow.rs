//! Which agenda item the talk takes up: one that is neither read out among others nor put off until another time.

use super::item::{Item, stems};
use crate::phrases::Phrases;
use crate::tokens::plain;
use std::sync::LazyLock;

/// Turns after an agenda was read out in which the talk takes up its first item without naming it: not at once, where it is agreed
/// on, and not for long.
const UNNAMED: std::ops::RangeInclusive<usize> = 2..=4;
/// Words of a turn that says something of its own.
const SAYS_SOMETHING: usize = 4;
/// Items named in one turn that are read out, in however many sentences.
const READ_OUT: usize = 3;

/// What puts off until another time, as a word begins with it; as [`plain`] writes.
static LATER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "next time",
        "next call",
        "next meeting",
        "next session",
        "another time",
        "another day",
        "another call",
        "some other time",
        "when we next",
        "not today",
        "can wait",
        "have to wait",
        "has to wait",
        "put off",
        "put it off",
        "postpone",
        "out of time",
        "no time for",
        "no time left",
        "not get to",
        "won't get to",
        "didn't get to",
        "haven't got to",
        "have to do next",
        "we do next week",
        "we'll do next",
        "do it next week",
        "discuss next",
        "discuss it next",
        "talk about it next",
        "look at it next",
        "pick it up next",
        "следующий раз",
        "другой раз",
        "следующий созвон",
        "следующем созвон",
        "следующую встреч",
        "следующей встреч",
        "следующий звон",
        "следующем звон",
        "следующее занят",
        "следующем занят",
        "отложи",
        "на потом",
        "не сегодня",
        "уже не успе",
        "не успеем обсуд",
        "не успели обсуд",
        "не успеем про",
        "не успели про",
        "обсудить не успе",
        "не дошли",
        "не дойдем",
        "подождет",
        "потом обсуд",
        "обсудим потом",
        "позже обсуд",
        "обсудим позже",
        "обсудим на следующ",
        "время вышло",
        "времени не ост",
        "времени уже нет",
    ])
});

/// What joins a thing to what was put off right before.
static TOO: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&["too", "as well", "also", "same for", "тоже", "также"]));

/// What tells that things are read out.
static READS_OUT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "two things",
        "three things",
        "four things",
        "five things",
        "few things",
        "couple of things",
        "two items",
        "three items",
        "four items",
        "two points",
        "three points",
        "four points",
        "two topics",
        "three topics",
        "two questions",
        "three questions",
        "agenda",
        "два вопрос",
        "три вопрос",
        "четыре вопрос",
        "пять вопрос",
        "пару вопрос",
        "несколько вопрос",
        "два пункт",
        "три пункт",
        "четыре пункт",
        "две тем",
        "три тем",
        "два дела",
        "три дела",
        "повестк",
        "на сегодня у",
    ])
});

/// True if these words put something off until another time; what, they may leave to whoever asked.
pub fn puts_off(text: &str) -> bool {
    LATER.begun(&plain(text)).next().is_some()
}

/// Follows the talk along an agenda, turn by turn.
#[derive(Clone, Debug, Default)]
pub struct Follower {
    /// The turn before put something off.
    put_off: bool,
    /// The first item of what was read out last, and how many turns ago that was; none once an item is named.
    read_out: Option<(usize, usize)>,
}

/// What a turn does with the agenda.
enum Turn {
    /// It names nothing of it.
    Silent,
    /// It reads out items, this one first.
    ReadsOut(usize),
    /// It is about this item.
    TakesUp(usize),
    /// What it names is put off.
    PutsOff,
}

impl Follower {
    /// Takes the next turn in: the item that it takes up, if any.
    pub(super) fn hear(&mut self, agenda: &[Item], text: &str) -> Option<usize> {
        if agenda.is_empty() {
            return None;
        }
        let turn = self.turn(agenda, text);
        self.put_off = matches!(turn, Turn::PutsOff) || matches!(turn, Turn::Silent) && puts_off(text);
        match turn {
            Turn::TakesUp(item) => {
                self.read_out = None;
                Some(item)
            }
            Turn::ReadsOut(first) => {
                self.read_out = Some((first, 0));
                None
            }
            Turn::PutsOff => {
                self.read_out = None;
                None
            }
            Turn::Silent => {
                let (first, ago) = self.read_out.as_mut()?;
                *ago += 1;
                let taken_up = UNNAMED.contains(ago) && text.split_whitespace().count() >= SAYS_SOMETHING;
                taken_up.then_some(*first)
            }
        }
    }

    fn turn(&self, agenda: &[Item], text: &str) -> Turn {
        let plain = plain(text);
        let joins = self.put_off && TOO.stand_in(&plain);
        let (mut named, mut taken_up, mut put_off) = (Vec::new(), None, false);
        let mut listed = false;
        for sentence in plain.split_inclusive(['.', '!', '?', ';', '…', '\n']) {
            let later = LATER.begun(sentence).next().is_some();
            let items = named_in(agenda, &stems(sentence));
            match items[..] {
                // "The gate motor? Not today."
                [] if later && taken_up.is_some() => (taken_up, put_off) = (None, true),
                [] => {}
                _ if later || joins => put_off = true,
                [item] => taken_up = Some(item),
                [first, ..] => (taken_up, listed) = (Some(first), true),
            }
            let new: Vec<usize> = items.into_iter().filter(|item| !named.contains(item)).collect();
            named.extend(new);
        }
        let reads_out = listed || named.len() >= READ_OUT || READS_OUT.begun(&plain).next().is_some();
        match (taken_up, named.first()) {
            (Some(_), Some(&first)) if reads_out && !put_off => Turn::ReadsOut(first),
            (Some(item), _) => Turn::TakesUp(item),
            (None, _) if put_off => Turn::PutsOff,
            (None, _) => Turn::Silent,
        }
    }
}

/// The items that a sentence names, in the order of its words; each has words to itself, and the most of its own.
fn named_in(agenda: &[Item], said: &[String]) -> Vec<usize> {
    let mut found: Vec<(usize, f32, Vec<usize>)> = Vec::new();
    for (place, item) in agenda.iter().enumerate() {
        let share = item.share(said);
        if share > 0.0 {
            found.push((place, share, item.places(said)));
        }
    }
    found.sort_by(|(one, a, _), (other, b, _)| b.total_cmp(a).then(one.cmp(other)));
    let (mut taken, mut named) = (Vec::new(), Vec::new());
    for (item, _, places) in found {
        if let Some(first) = places.iter().find(|place| !taken.contains(*place)) {
            named.push((*first, item));
            taken.extend(places);
        }
    }
    named.sort_unstable();
    named.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each turn takes up.
    fn followed(agenda: &[&str], turns: &[&str]) -> Vec<Option<usize>> {
        let agenda: Vec<Item> = agenda.iter().map(|text| Item::new(text)).collect();
        let mut follower = Follower::default();
        turns.iter().map(|turn| follower.hear(&agenda, turn)).collect()
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
    }
}
