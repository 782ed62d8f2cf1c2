//! Russian quotation marks.

/// A name in quotation marks; those that it has itself are the inner ones: «ООО „Ромашка“».
pub fn in_russian_quotes(name: &str) -> String {
    format!("«{}»", name.replace('«', "„").replace('»', "“"))
}

#[cfg(test)]
mod tests {
    use super::in_russian_quotes;

    #[test]
    fn quotes_in_quotes_are_others() {
        assert_eq!(in_russian_quotes("Ромашка"), "«Ромашка»");
        assert_eq!(in_russian_quotes("ООО «Ромашка»"), "«ООО „Ромашка“»");
    }
}
