//! Quotation marks, and those inside them.

use crate::Lang;

/// A name in quotation marks; those that it has itself are the inner ones: «ООО „Ромашка“».
pub fn in_russian_quotes(name: &str) -> String {
    format!("«{}»", with_inner_quotes(name, Lang::Ru))
}

/// Words that stand in quotation marks: their own marks become the inner ones of the language, and a pair that was cut is whole.
pub fn with_inner_quotes(words: &str, lang: Lang) -> String {
    let (outer, inner) = match lang {
        Lang::En => (['“', '”'], ['‘', '’']),
        Lang::Ru => (['«', '»'], ['„', '“']),
    };
    let mut quoted = String::with_capacity(words.len());
    let mut open = 0_usize;
    for c in words.chars() {
        match outer.iter().position(|mark| *mark == c) {
            Some(0) => {
                open += 1;
                quoted.push(inner[0]);
            }
            Some(_) if open > 0 => {
                open -= 1;
                quoted.push(inner[1]);
            }
            // Where it began was cut off.
            Some(_) => {}
            None => quoted.push(c),
        }
    }
    quoted.extend(std::iter::repeat_n(inner[1], open));
    quoted
}

#[cfg(test)]
mod tests {
    use super::{in_russian_quotes, with_inner_quotes};
    use crate::Lang;

    #[test]
    fn quotes_in_quotes_are_others() {
        for (words, expected) in [
            ("Ромашка", "«Ромашка»"),
            ("ООО «Ромашка»", "«ООО „Ромашка“»"),
            // An excerpt ends before its quotation does.
            ("«Моя сестра, та, что…", "«„Моя сестра, та, что…“»"),
            ("сказала.» И ушла", "«сказала. И ушла»"),
        ] {
            assert_eq!(in_russian_quotes(words), expected);
        }
        assert_eq!(with_inner_quotes("She said “later” and “never…", Lang::En), "She said ‘later’ and ‘never…’");
    }
}
