//! An agenda item and the talk about it: the same words, whatever their endings. The nets get nothing of this.

use super::SHORT;
use super::spelling::{one_way, other_ways};
use crate::tokens::{Token, Tokeniser, is_letter};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Letters that a word keeps without its ending.
const STEM: usize = 3;
/// Letters of a stem that may go on in another word: "deploy" in "deployment".
const GOES_ON: usize = 4;
/// Endings of Russian words, the longest first; `е` stands for `ё`.
const RUSSIAN: [&str; 45] = [
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ях", "ах", "ов", "ев", "ей", "ой", "ый", "ий", "ая",
    "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ых", "их", "ом", "ем", "ам", "ям", "ию", "ия", "ии", "а", "я", "о", "е", "ы", "и",
    "у", "ю", "ь", "й",
];
/// Endings of English words, the longest first.
const ENGLISH: [&str; 4] = ["ing", "ies", "es", "s"];
/// Short words of every talk.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "the and our for you your all how why not with after before during from into about over what when where which \
    that this these those have need make нас вас нам вам наш ваш это как что где про для или при так все тот та мы \
    после перед через между когда кто если надо нужно есть было будет делать делаем сделать этот эта эти"
        .split_whitespace()
        .collect()
});

/// What stands between what an item is and what it is for: "Chairs for the waiting room".
static FOR: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "for of in on at to with from about by after before during после перед до за для на в по о об с к из от про у"
        .split_whitespace()
        .collect()
});
/// Words that name any item.
const GENERAL: &str = "plan list time times status update question review work page site website project file text number \
    call meeting thing things date план список срок вопрос время времени работа статус страница сайт проект файл текст номер \
    созвон встреча звонок дата";
/// Words that only tell which, or when.
const WHICH: &str = "new old last first next day daily week weekly month monthly year yearly today tomorrow weekend \
    monday tuesday wednesday thursday friday saturday sunday \
    january february march april may june july august september october november december \
    новый старый последний следующий первый день дня неделя месяц год года сегодня завтра \
    понедельник вторник среда четверг пятница суббота воскресенье выходные \
    январь февраль март апрель май мая июнь июль август сентябрь октябрь ноябрь декабрь";
/// Words of an item that a sum settles.
static SUM_STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    "budget price prices quote cost costs бюджет цена цены смета стоимость".split_whitespace().map(stem).collect()
});
static GENERAL_STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| GENERAL.split_whitespace().map(stem).collect());
static WHICH_STEMS: LazyLock<HashSet<String>> = LazyLock::new(|| WHICH.split_whitespace().map(stem).collect());

/// How far apart words of an item may stand that name it together, for each of its words.
const APART: usize = 3;

/// The items of an agenda.
#[derive(Clone, Debug, Default)]
pub(super) struct Agenda {
    pub items: Vec<Item>,
    /// The first that asks what something costs: then who names the sum is at it.
    pub about_a_sum: Option<usize>,
    /// How their words begin.
    beginnings: Vec<Beginning>,
}

/// The letters that a word begins with, as many as it keeps without its ending.
type Beginning = [Option<char>; STEM];

impl Agenda {
    pub fn new(items: &[&str]) -> Self {
        let items: Vec<Item> = items.iter().map(|text| Item::new(text)).collect();
        let words = || items.iter().flat_map(|item| &item.words);
        let mut beginnings: Vec<Beginning> = words().map(|word| beginning(word)).collect();
        beginnings.extend(words().flat_map(|word| other_ways(word)).map(beginning));
        beginnings.sort_unstable();
        beginnings.dedup();
        let about_a_sum = items.iter().position(|item| item.words.iter().any(|word| SUM_STEMS.contains(word)));
        Self { items, about_a_sum, beginnings }
    }

    /// False if no word begins as a word of an item does, so that none is named: seen without taking words apart, for most turns
    /// name nothing.
    pub fn may_be_named_in(&self, plain: &str) -> bool {
        let mut inside = false;
        plain.char_indices().any(|(at, c)| {
            let begins = !std::mem::replace(&mut inside, is_letter(c)) && inside;
            begins && self.beginnings.binary_search(&beginning(&plain[at..])).is_ok()
        })
    }
}

fn beginning(word: &str) -> Beginning {
    let mut letters = word.chars().take_while(|&c| is_letter(c));
    std::array::from_fn(|_| letters.next())
}

/// The words of an agenda item that say what it is about, without their endings.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    words: Vec<String>,
    /// Those that suffice by themselves.
    head: Vec<String>,
}

/// How an item is named among words that were said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Which part of its words was said.
    pub share: f32,
    /// Where they stand.
    pub places: Vec<usize>,
    /// True if it is one word alone, which may be about anything.
    pub by_one_word: bool,
}

impl Item {
    /// An item whose words are all short ("Bot", "SEO") is about them.
    pub fn new(text: &str) -> Self {
        let long = |least: usize| words(text, |word| word.chars().count() >= least && !COMMON.contains(word));
        let weighty = long(SHORT);
        let mut words = if weighty.is_empty() { long(2) } else { weighty };
        words.sort_unstable();
        words.dedup();
        let head = match words.len() {
            1 => words.clone(),
            2 => telling(&words),
            _ => head(text, &words),
        };
        Self { words, head }
    }

    /// How it is named, if it is: by two of its words that stand together, or by one of a short item, or of what a long one is.
    pub fn named(&self, said: &[String]) -> Option<Named> {
        let places = |words: &[String]| -> Vec<usize> {
            (0..said.len()).filter(|&place| words.iter().any(|word| are_one(word, &said[place]))).collect()
        };
        let all = places(&self.words);
        let together =
            |from: usize| all.iter().copied().filter(move |place| (from..from + self.words.len() * APART - 1).contains(place));
        let count =
            |from: usize| self.words.iter().filter(|word| together(from).any(|place| are_one(word, &said[place]))).count();
        // The first of those with the most.
        let most = all.iter().map(|&from| (count(from), from)).max_by_key(|&(count, from)| (count, Reverse(from)));
        let (shared, places) = match most? {
            (shared, from) if shared >= 2 => (shared, together(from).collect()),
            _ => (1, places(&self.head)),
        };
        let share = shared as f32 / self.words.len() as f32;
        (!places.is_empty()).then_some(Named { share, places, by_one_word: shared == 1 })
    }
}

/// The words that tell an item from others, or at least those that name a thing.
fn telling(words: &[String]) -> Vec<String> {
    let which = |word: &&String| WHICH_STEMS.contains(*word);
    let telling = |word: &&String| !which(word) && !GENERAL_STEMS.contains(*word);
    let named: Vec<String> = words.iter().filter(telling).cloned().collect();
    if !named.is_empty() {
        return named;
    }
    let things: Vec<String> = words.iter().filter(|word| !which(word)).cloned().collect();
    if things.is_empty() { words.to_vec() } else { things }
}

/// The words of a long item before it says what it is for, if they are few and tell it from others.
fn head(text: &str, weighty: &[String]) -> Vec<String> {
    let before: Vec<&str> = text.split_whitespace().take_while(|word| !FOR.contains(word.to_lowercase().as_str())).collect();
    let mut head = words(&before.join(" "), |_| true);
    head.retain(|word| weighty.contains(word) && !GENERAL_STEMS.contains(word) && !WHICH_STEMS.contains(word));
    if head.len() <= 2 && before.len() < text.split_whitespace().count() { head } else { Vec::new() }
}

/// The words of an utterance without their endings.
pub(super) fn stems(text: &str) -> Vec<String> {
    words(text, |_| true)
}

/// The words of an utterance as they were said, as many as [`stems`].
pub(super) fn spoken(text: &str) -> Vec<String> {
    let mut tokeniser = Tokeniser::default();
    let said = tokeniser.split(text).filter_map(|token| if let Token::Word(word) = token { Some(word.to_owned()) } else { None });
    said.collect()
}

fn words(text: &str, counts: impl Fn(&str) -> bool) -> Vec<String> {
    let mut tokeniser = Tokeniser::default();
    let said = tokeniser.split(text).filter_map(|token| if let Token::Word(word) = token { Some(word) } else { None });
    said.filter(|word| counts(word)).map(stem).collect()
}

/// A word without its ending.
fn stem(word: &str) -> String {
    let russian = word.starts_with(|c: char| !c.is_ascii());
    let endings: &[&str] = if russian { &RUSSIAN } else { &ENGLISH };
    let least = if russian { STEM } else { SHORT };
    let short = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.chars().count() >= least));
    let mut stem = short.unwrap_or(word).to_owned();
    // A vowel comes and goes: «заявок» and «заявка», «счётов» and «счёт» have none to lose.
    if let Some(rest) = stem.strip_suffix("ок").or(stem.strip_suffix("ек")).filter(|rest| rest.chars().count() >= STEM) {
        stem = format!("{rest}к");
    }
    if russian { stem } else { one_way(&stem) }
}

/// The same word in another form, or one of its family.
fn are_one(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let letters = short.chars().count();
    short == long || (letters >= SHORT && long.strip_prefix(short).is_some_and(|rest| rest.chars().count() <= GOES_ON))
}

#[cfg(test)]
mod tests {
    use super::{Agenda, Item, stems};

    /// "This is enough" was about the delivery, since both begin alike in Russian, and the bot was never talked about.
    #[test]
    fn an_item_is_reached_by_its_words_in_any_form_and_by_no_other() {
        for (item, said, reached) in [
            ("Доставка", "Если будет в Excel, этого достаточно.", false),
            ("Доставка", "Осталась доставка. Мы подключаем СДЭК?", true),
            ("Доставка", "про доставку поговорим", true),
            ("Доставка", "сколько доставок в день", true),
            ("Бот", "что в боте не работает", true),
            ("Бот", "а имя бот запоминает", true),
            ("Бот", "у бота нет ответа", true),
            ("Бот", "работа идёт", false),
            ("Счёт", "счета я выслала", true),
            ("Форма заявки", "отлично форма заявки какие поля нужны", true),
            ("О нас", "у нас тепло", false),
            ("Оплата", "как вам оплатить", true),
            ("SEO", "the SEO is done", true),
            ("Prices", "about the pricing page", true),
            ("Deployment", "we deploy on Monday", true),
            ("Deploy", "the deployment is on Monday", true),
            ("Release notes", "the notes are ready", true),
            ("Logo", "it is long", false),
            ("Chairs for the waiting room", "grey for the chairs and green for the wall", true),
            ("Chairs for the waiting room", "wait, I'll be right there", false),
            ("Plan for the waiting room", "that was the plan", false),
            ("Вывеска для новой пекарни", "вывеску повесим в среду", true),
            ("Фотографии меню и десертов для сайта", "а меню уже есть", false),
            ("Colour of the door", "next, the color of the door", true),
            ("Color of the door", "now the colours", true),
            ("Grey paint", "the gray paint is here", true),
            ("Winter tyres", "what about the tires?", true),
            ("Winter tires", "I am tired", false),
            ("Organisation of the fair", "we organized the fair", true),
            ("Theatre programme", "the theater program", true),
            ("Catalogue", "the catalog is ready", true),
            ("Licence", "the license costs", true),
            ("Draft contract", "I drafted it", true),
            ("Dough", "the donut is fresh", true),
            ("Price", "we won a prize", false),
        ] {
            assert_eq!(Item::new(item).named(&stems(said)).is_some(), reached, "{item}: {said}");
            // What is seen without taking words apart misses nothing.
            let seen = Agenda::new(&[item]).may_be_named_in(&crate::tokens::plain(said));
            assert!(seen || !reached, "{item}: {said}");
        }
    }
}
