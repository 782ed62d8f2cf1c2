//! Names that are none: what a program calls somebody, whose kin they are, what they do.

use segue_core::is_family;

/// What programs and rooms call those who speak.
const LABELS: [&str; 36] = [
    "speaker",
    "participant",
    "guest",
    "host",
    "caller",
    "user",
    "unknown",
    "meeting",
    "conference",
    "call",
    "phone",
    "iphone",
    "ipad",
    "laptop",
    "computer",
    "client",
    "customer",
    "other",
    "them",
    "спикер",
    "участник",
    "участница",
    "собеседник",
    "собеседница",
    "говорящий",
    "гость",
    "гостья",
    "ведущий",
    "пользователь",
    "неизвестный",
    "клиент",
    "клиентка",
    "заказчик",
    "заказчица",
    "телефон",
    "созвон",
];
/// Rooms, whatever they are called.
const ROOMS: [&str; 6] = ["room", "boardroom", "переговорная", "переговорка", "комната", "аудитория"];
/// Whose kin or neighbour somebody is: that stands before the other one's name. These are fewer than there are in a family:
/// “Sister Mary” and «отец Сергий» are nobody's kin, and «тётя Оля» is called so.
const KIN: [&str; 30] = [
    "мама",
    "папа",
    "мать",
    "мамочка",
    "муж",
    "жена",
    "супруг",
    "супруга",
    "бабушка",
    "дедушка",
    "сын",
    "дочь",
    "дочка",
    "внук",
    "внучка",
    "племянник",
    "племянница",
    "зять",
    "невестка",
    "тёща",
    "теща",
    "свекровь",
    "сосед",
    "соседка",
    "друг",
    "подруга",
    "mum",
    "mom",
    "dad",
    "wife",
];
/// What somebody does, before the name that they are spoken to by.
const TRADES: [&str; 44] = [
    "foreman",
    "plumber",
    "electrician",
    "accountant",
    "manager",
    "builder",
    "director",
    "designer",
    "landlord",
    "landlady",
    "secretary",
    "lawyer",
    "realtor",
    "client",
    "customer",
    "бригадир",
    "прораб",
    "сантехник",
    "электрик",
    "плотник",
    "столяр",
    "маляр",
    "строитель",
    "мастер",
    "менеджер",
    "бухгалтер",
    "директор",
    "администратор",
    "секретарь",
    "дизайнер",
    "юрист",
    "нотариус",
    "риелтор",
    "риэлтор",
    "водитель",
    "хозяин",
    "хозяйка",
    "начальник",
    "клиент",
    "клиентка",
    "заказчик",
    "заказчица",
    "репетитор",
    "тренер",
];
/// How Russian surnames end: «Прораб Петров» is not spoken to as «Петров».
const OF_SURNAMES: [&str; 14] =
    ["ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "ская", "цкий", "цкая", "енко", "чук", "швили", "дзе"];
/// First names that end like surnames.
const NO_SURNAMES: [&str; 4] = ["яков", "иаков", "лев", "ева"];

/// True if these words, in lower case, say what somebody is and not what they are called.
pub(super) fn is_no_name(words: &[String]) -> bool {
    let mut known = words.iter().filter(|word| !is_number(word)).peekable();
    let is_label = |word: &String| LABELS.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic()));
    if known.peek().is_some() && known.all(is_label) {
        return true;
    }
    match words {
        [.., _, _] if words.iter().any(|word| ROOMS.contains(&word.as_str())) => true,
        // "Lisa's mum", "Mum of Lisa", «мама Лизы».
        [first, rest @ ..] if !rest.is_empty() => {
            let kin = KIN.contains(&first.as_str());
            let of = first.ends_with("'s") || first.ends_with("’s") || is_family(first) && rest[0] == "of";
            let trade_of = TRADES.contains(&first.as_str()) && rest.len() == 1 && is_surname(&rest[0]);
            kin || of || trade_of
        }
        _ => false,
    }
}

/// The words after what somebody does.
pub(super) fn without_trade<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    match words {
        [first, rest @ ..] if !rest.is_empty() && TRADES.contains(&first.to_lowercase().as_str()) => rest,
        _ => words,
    }
}

/// True if a word is a Russian surname by its end.
pub(super) fn is_surname(word: &str) -> bool {
    let word = word.to_lowercase();
    !NO_SURNAMES.contains(&word.as_str()) && OF_SURNAMES.iter().any(|end| word.ends_with(end))
}

/// True if a word says what somebody is, or how a program, a room or a relation calls them.
pub(super) fn is_what_they_are(word: &str) -> bool {
    [&LABELS[..], &ROOMS, &KIN, &TRADES].iter().any(|known| known.contains(&word))
}

/// A number, or the letter that stands for one: "Speaker 2", "Speaker B".
fn is_number(word: &str) -> bool {
    word.chars().all(|c| !c.is_alphabetic()) || word.chars().count() == 1
}
