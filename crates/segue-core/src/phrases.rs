//! Phrases and where a text has them: forbidden wording, promises, and the marks of a line said.

/// Words that may come between two words of a phrase in free speech.
const GAP: usize = 2;

/// The words of a text as they are compared: lower case, ё as е, without apostrophes or punctuation,
/// so that a recogniser's spelling and a writer's are the same.
pub fn tokens(text: &str) -> Vec<String> {
    spelled(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The same in one text, with a space for whatever stands between them.
pub fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Most of what there is, without a look into tables.
            'a'..='z' | 'а'..='я' | '0'..='9' => spelled.push(c),
            '\'' | '’' | 'ʼ' | '\u{301}' => {}
            'ё' | 'Ё' => spelled.push('е'),
            _ if c.is_alphanumeric() => spelled.extend(c.to_lowercase().filter(|c| c.is_alphanumeric())),
            _ if spelled.ends_with(' ') => {}
            _ => spelled.push(' '),
        }
    }
    spelled
}

/// A phrase; the last letters of a word may be left open by a star.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// As it stands in the file.
    pub text: String,
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    letters: String,
    open: bool,
}

impl Word {
    fn is(&self, token: &str) -> bool {
        if self.open { token.starts_with(&self.letters) } else { token == self.letters }
    }
}

/// A named part of a phrase file.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// Its phrases.
    pub phrases: Vec<Phrase>,
}

/// Reads a phrase file: `# comment`, `[section]`, and one phrase a line.
pub fn sections(file: &str) -> Vec<Section> {
    let mut all: Vec<Section> = Vec::new();
    for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            all.push(Section { name: name.to_owned(), phrases: Vec::new() });
        } else if let Some(section) = all.last_mut() {
            section.phrases.push(Phrase::new(line));
        }
    }
    all
}

impl Phrase {
    /// A phrase as it stands in a file: words, of which each may end in a star.
    pub fn new(text: &str) -> Self {
        let mut words = Vec::new();
        for part in text.split_whitespace() {
            let mut parts = tokens(part).into_iter().map(|letters| Word { letters, open: false }).collect::<Vec<_>>();
            if let Some(last) = parts.last_mut() {
                last.open = part.ends_with('*');
            }
            words.append(&mut parts);
        }
        Self { text: text.trim_end_matches('*').to_owned(), words }
    }

    /// How a text that has the phrase has it, as [`spelled`] writes it, as far as no star leaves it open.
    pub fn beginning(&self) -> String {
        let closed = self.words.iter().take_while(|word| !word.open).count();
        let words: Vec<&str> = self.words.iter().take(closed + 1).map(|word| word.letters.as_str()).collect();
        words.join(" ")
    }

    /// True if a star leaves its last word open.
    pub fn is_open(&self) -> bool {
        self.words.last().is_some_and(|word| word.open)
    }

    /// True if the words of the phrase stand in the text next to each other.
    pub fn stands_in(&self, text: &[String]) -> bool {
        self.found(text, 0)
    }

    /// True if the words of the phrase come in the text in order, with little between them.
    pub fn is_heard_in(&self, text: &[String]) -> bool {
        self.found(text, GAP)
    }

    /// True if the text ends in the words of the phrase.
    pub fn ends(&self, text: &[String]) -> bool {
        text.len().checked_sub(self.words.len()).is_some_and(|from| self.matches(&text[from..]))
    }

    /// How many words of the text the phrase takes up at its beginning; `None` if it does not begin so.
    pub fn begins(&self, text: &[String]) -> Option<usize> {
        text.get(..self.words.len()).filter(|text| self.matches(text)).map(<[String]>::len)
    }

    /// True if the phrase is these words and no others.
    fn matches(&self, text: &[String]) -> bool {
        self.words.len() == text.len() && self.words.iter().zip(text).all(|(word, token)| word.is(token))
    }

    fn found(&self, text: &[String], gap: usize) -> bool {
        let Some((first, rest)) = self.words.split_first() else { return false };
        (0..text.len()).filter(|&at| first.is(&text[at])).any(|at| {
            let mut after = at + 1;
            rest.iter().all(|word| {
                let until = (after + gap + 1).min(text.len());
                let place = (after.min(until)..until).find(|&i| word.is(&text[i]));
                after = place.map_or(text.len(), |i| i + 1);
                place.is_some()
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        assert_eq!(tokens("Let’s: «Вернёмся» — по-другому!"), ["lets", "вернемся", "по", "другому"]);
    }

    #[test]
    fn a_phrase_begins_with_what_no_star_leaves_open() {
        for (phrase, wanted) in
            [("не хоч* жить", "не хоч"), ("end it all", "end it all"), ("петл*", "петл"), ("can't go", "cant go")]
        {
            assert_eq!(Phrase::new(phrase).beginning(), wanted);
        }
    }

    #[test]
    fn phrases_with_open_ends_and_gaps() {
        let cases = [
            ("put aside", "let us put that aside", false, true),
            ("put aside", "put the second draft of it aside", false, false),
            ("отлож*", "давай отложим это", true, true),
            ("back to", "back in two", false, false),
            ("back to", "get back", false, false),
        ];
        for (phrase, text, stands, heard) in cases {
            let phrase = Phrase::new(phrase);
            let text = tokens(text);
            assert_eq!((phrase.stands_in(&text), phrase.is_heard_in(&text)), (stands, heard), "{phrase:?} {text:?}");
        }
    }

    #[test]
    fn sections_have_names() {
        let read = sections("# comment\n[one]\na b\n\n[two]\nc*\n");
        let names: Vec<_> = read.iter().map(|s| (s.name.as_str(), s.phrases.len())).collect();
        assert_eq!(names, [("one", 1), ("two", 1)]);
    }
}
