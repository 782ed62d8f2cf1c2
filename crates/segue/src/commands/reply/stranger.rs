//! A name that is not remembered: mostly a slip of the hand.

use segue_core::Lang;

/// Most letters that a slip changes, and the letters of a name for each of them at least.
const SLIPS: usize = 2;
const LETTERS_A_SLIP: usize = 3;

/// What to say of a name that is not remembered, where others are.
pub(super) fn remark(name: &str, others: &[String], ui: Lang) -> Option<String> {
    let near = others.iter().map(|other| (distance(name, other), other));
    let near = near.filter(|(slips, other)| *slips <= SLIPS.min(other.chars().count() / LETTERS_A_SLIP)).min();
    Some(match (others, near, ui) {
        ([], ..) => return None,
        (_, Some((_, other)), Lang::En) => format!("{name} is not remembered; did you mean {other}?"),
        (_, Some((_, other)), Lang::Ru) => format!("Имени «{name}» в памяти нет. Может быть, {other}?"),
        (_, None, Lang::En) => {
            format!("{name} is not remembered, so tone, address and project are the usual ones. To see who is: segue client list")
        }
        (_, None, Lang::Ru) => {
            format!("Имени «{name}» в памяти нет: тон, обращение и проект взяты обычные. Кто есть: segue client list")
        }
    })
}

/// Letters to be put in, left out, changed, or exchanged with the next, until one name is the other.
fn distance(one: &str, other: &str) -> usize {
    let letters = |name: &str| name.trim().to_lowercase().replace('ё', "е");
    strsim::osa_distance(&letters(one), &letters(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_told_from_another_name() {
        let others = ["Viktor".to_owned(), "Анна".to_owned(), "Bo".to_owned()];
        for (name, meant) in [
            ("Vikotr", Some("Viktor")),
            ("viktro", Some("Viktor")),
            ("Victor", Some("Viktor")),
            ("Аня", None),
            ("Ана", Some("Анна")),
            ("Jo", None),
            ("Martin", None),
        ] {
            let said = remark(name, &others, Lang::En).unwrap();
            assert_eq!(said.split("did you mean ").nth(1), meant.map(|meant| format!("{meant}?")).as_deref(), "{name}");
        }
        assert_eq!(remark("Viktor", &[], Lang::En), None);
    }
}
