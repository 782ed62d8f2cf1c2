//! Private values that are not sent: they become slots, and come back into the answer.

use std::fmt;

/// A text with its private values left out.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Masked {
    text: String,
    values: Vec<(String, String)>,
}

impl fmt::Debug for Masked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "‹a text with {} values left out›", self.values.len())
    }
}

impl Masked {
    /// Leaves values out: wherever one stands in the text, also with a capital, `{name}` stands
    /// instead. Values that stand nowhere are forgotten. Names must differ.
    pub fn of(text: &str, values: &[(&str, &str)]) -> Self {
        let mut values: Vec<(&str, &str)> = values.iter().map(|&(name, value)| (name, value.trim())).collect();
        values.retain(|(_, value)| value.chars().any(char::is_alphanumeric));
        // A longer value may hold a shorter one.
        values.sort_by_key(|(_, value)| std::cmp::Reverse(value.len()));
        let mut masked = Self { text: text.to_owned(), values: Vec::new() };
        for (name, value) in values {
            masked.leave_out(name, value);
        }
        masked
    }

    /// The text with slots, as it may be sent.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// An answer with its slots filled again.
    pub fn fill(&self, answer: &str) -> String {
        let mut filled = answer.to_owned();
        for (slot, value) in &self.values {
            let mut rest = filled.as_str();
            let mut text = String::with_capacity(filled.len());
            while let Some(at) = rest.find(slot.as_str()) {
                text.push_str(&rest[..at]);
                rest = &rest[at + slot.len()..];
                // One full stop is enough.
                let ended = rest.starts_with(['.', '!', '?', ',', ';', ':']);
                text.push_str(if ended { value.trim_end_matches(['.', '!', '?', '…']) } else { value });
            }
            text.push_str(rest);
            filled = text;
        }
        filled
    }

    fn leave_out(&mut self, name: &str, value: &str) {
        let slot = format!("{{{name}}}");
        let first = value.chars().next().unwrap_or_default();
        // A sentence of one's own gets a capital where it stands alone.
        let capital = first.to_uppercase().to_string() + &value[first.len_utf8()..];
        for form in [value.to_owned(), capital] {
            // Words of one's own are ended by a full stop if they have none, and blanks in them are tidied.
            let tidy = form.split_whitespace().collect::<Vec<_>>().join(" ");
            for form in [form, tidy] {
                if replace_outside_slots(&mut self.text, &form, &slot) && !self.values.iter().any(|(known, _)| *known == slot) {
                    self.values.push((slot.clone(), form));
                }
            }
        }
    }
}

/// Replaces whole words; what stands in a slot already is left alone. True if there was something.
fn replace_outside_slots(text: &mut String, value: &str, slot: &str) -> bool {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    let mut found = false;
    while let Some(at) = rest.find(value) {
        let (before, after) = (&rest[..at], &rest[at + value.len()..]);
        let inside = before.rfind('{') > before.rfind('}');
        let joined =
            |c: Option<char>, edge: Option<char>| c.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric);
        let in_a_word = joined(before.chars().next_back().or(out.chars().next_back()), value.chars().next())
            || joined(after.chars().next(), value.chars().next_back());
        out.push_str(before);
        if inside || in_a_word {
            out.push_str(value);
        } else {
            out.push_str(slot);
            found = true;
        }
        rest = after;
    }
    out.push_str(rest);
    *text = out;
    found
}

#[cfg(test)]
mod tests {
    use super::Masked;

    #[test]
    fn values_are_left_out_and_come_back() {
        let text = "Hi Viktor! It was my daughter's school play. Next: 1. Logo 2. Logo colours. Viktoria sends the file.";
        let masked = Masked::of(
            text,
            &[
                ("name", "Viktor"),
                ("reason", "my daughter's school play."),
                ("item-1", "Logo"),
                ("item-2", "Logo colours"),
                ("me", "Dana"),
            ],
        );
        assert_eq!(masked.text(), "Hi {name}! It was {reason} Next: 1. {item-1} 2. {item-2}. Viktoria sends the file.");
        assert_eq!(masked.fill(masked.text()), text);
        assert_eq!(masked.fill("{name}, since {reason}: sorry."), "Viktor, since my daughter's school play: sorry.");
        assert!(!format!("{masked:?}").contains("daughter"));
    }

    #[test]
    fn a_sentence_of_ones_own_is_found_with_its_capital() {
        let masked = Masked::of("Reason: Мама болеет.", &[("reason", "мама  болеет")]);
        assert_eq!(masked.text(), "Reason: {reason}.");
        assert_eq!(masked.fill("Вот почему: {reason}."), "Вот почему: Мама болеет.");
    }

    #[test]
    fn a_value_that_is_the_name_of_a_slot_does_no_harm() {
        let masked = Masked::of("My name is Name, me too", &[("name", "Name"), ("item", "me")]);
        assert_eq!(masked.text(), "My name is {name}, {item} too");
        assert_eq!(masked.fill(masked.text()), "My name is Name, me too");
    }
}
