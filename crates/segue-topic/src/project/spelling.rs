//! English words as the British and the Americans write them: a recogniser writes one way, whoever typed the agenda perhaps the other.

use super::SHORT;

/// Letters at the beginning that stay as they are, except in [`UNLIKE`].
const KEPT: usize = 3;
/// Letters of a word before a second `l` that only one side writes: "traveller", not "shell".
const BEFORE_DOUBLE: usize = 5;
/// Letters of a word that is itself only whole: "tire", not "tired".
const WHOLE: usize = 4;
/// Words that no rule makes one, or that begin differently, without their endings; the first is the one kept.
const UNLIKE: [(&str, &str); 17] = [
    ("grey", "gray"),
    ("tyre", "tire"),
    ("mould", "mold"),
    ("cosy", "cozy"),
    ("kerb", "curb"),
    ("ageing", "aging"),
    ("pyjama", "pajama"),
    ("aeroplane", "airplane"),
    ("doughnut", "donut"),
    ("moustache", "mustache"),
    ("sceptic", "skeptic"),
    ("paediatric", "pediatric"),
    ("anaesthetic", "anesthetic"),
    ("aluminium", "aluminum"),
    ("jewellery", "jewelry"),
    ("artefact", "artifact"),
    ("yoghurt", "yogurt"),
];

/// A word without its ending, written one way. All but the words that begin differently keep their first letters.
pub(super) fn one_way(stem: &str) -> String {
    let kept = UNLIKE.iter().find_map(|(british, american)| {
        let rest = stem.strip_prefix(american)?;
        (rest.is_empty() || american.len() > WHOLE).then(|| format!("{british}{rest}"))
    });
    letters(kept.as_deref().unwrap_or(stem))
}

/// How words of the same family that are written the other way begin.
pub(super) fn other_ways(stem: &str) -> impl Iterator<Item = &'static str> {
    let is_family = move |british: &str| british.starts_with(stem) || stem.starts_with(british);
    UNLIKE.iter().filter(move |(british, _)| is_family(&letters(british))).map(|(_, american)| *american)
}

/// Letter by letter, so that a word goes on in the words of its family: "organise", "colour", "defence", "traveller", "centre".
fn letters(word: &str) -> String {
    let word: Vec<char> = word.chars().collect();
    let mut one = String::with_capacity(word.len());
    for (place, &letter) in word.iter().enumerate() {
        let (before, after) = (&word[..place], word.get(place + 1));
        match letter {
            _ if place < KEPT => one.push(letter),
            's' => one.push('z'),
            'c' if before.ends_with(&['e', 'n']) && after.is_none_or(|&after| after == 'e') => one.push('z'),
            'u' if place > KEPT && before.ends_with(&['o']) && after == Some(&'r') => {}
            'l' if place >= BEFORE_DOUBLE && before.ends_with(&['l']) => {}
            _ => one.push(letter),
        }
    }
    let ends = |ending: &str| one.strip_suffix(ending).filter(|rest| rest.len() + 1 >= SHORT && rest.ends_with(['t', 'b']));
    match ends("re").or_else(|| ends("r")) {
        Some(rest) => format!("{rest}er"),
        None => one,
    }
}

#[cfg(test)]
mod tests {
    use super::one_way;

    #[test]
    fn two_spellings_are_one_word() {
        for (british, american) in [
            ("colour", "color"),
            ("neighbourhood", "neighborhood"),
            ("organise", "organize"),
            ("organis", "organiz"),
            ("organisation", "organization"),
            ("analyse", "analyze"),
            ("licence", "license"),
            ("defenc", "defens"),
            ("traveller", "traveler"),
            ("instalment", "installment"),
            ("centre", "center"),
            ("centr", "center"),
            ("litre", "liter"),
            ("fibre", "fiber"),
            ("grey", "gray"),
            ("tyre", "tire"),
            ("jewellery", "jewelry"),
            ("paediatrician", "pediatrician"),
        ] {
            assert_eq!(one_way(british), one_way(american), "{british}");
        }
        for (one, other) in [("price", "prize"), ("shell", "shelf"), ("tired", "tyre"), ("hour", "hor"), ("flour", "floor")] {
            assert_ne!(one_way(one), one_way(other), "{one}");
        }
    }
}
