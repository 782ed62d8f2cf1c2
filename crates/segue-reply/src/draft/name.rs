//! Subjects as one answers.

/// A subject without the marks of answers before it.
pub(super) fn bare_subject(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let lower = rest.to_lowercase();
        let mark = ["re:", "fwd:", "fw:", "отв:", "ответ:", "на:", "aw:"].into_iter().find(|mark| lower.starts_with(mark));
        let Some(mark) = mark else { break };
        rest = rest.get(mark.len()..).unwrap_or_default().trim_start();
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::bare_subject;

    #[test]
    fn subjects_without_marks() {
        assert_eq!(bare_subject("Re: RE: Fwd:  The  logo"), "The logo");
        assert_eq!(bare_subject("Отв: Логотип"), "Логотип");
    }
}
