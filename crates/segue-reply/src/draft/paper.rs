//! The sheet a draft is written on: paragraphs of a mail, or the few lines of a chat.

use crate::extent::Extent;

pub(super) struct Paper {
    extent: Extent,
    greeting: Option<String>,
    paragraphs: Vec<String>,
    bye: Option<String>,
}

impl Paper {
    pub fn new(extent: Extent) -> Self {
        Self { extent, greeting: None, paragraphs: Vec::new(), bye: None }
    }

    pub fn greeting(&mut self, text: Option<String>) {
        self.greeting = text;
    }

    /// Sentences that belong together; what is not there is left out.
    pub fn sentences<const N: usize>(&mut self, sentences: [Option<String>; N]) {
        let text = sentences.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.paragraphs.push(text);
        }
    }

    /// Lines of a list.
    pub fn list(&mut self, lines: &[String]) {
        self.paragraphs.push(lines.join("\n"));
    }

    pub fn bye(&mut self, bye: Option<String>, me: Option<&str>) {
        let me = me.map(str::trim).filter(|me| !me.is_empty());
        // The comma only stands before a name.
        self.bye = bye.map(|bye| match me {
            Some(me) => format!("{bye}\n{me}"),
            None => format!("{}.", bye.trim_end_matches(',')),
        });
    }

    pub fn finish(self) -> String {
        match self.extent {
            Extent::Mail => {
                let parts = self.greeting.into_iter().chain(self.paragraphs).chain(self.bye);
                parts.collect::<Vec<_>>().join("\n\n")
            }
            Extent::Chat => {
                let mut text = self.greeting.unwrap_or_default();
                let mut after_list = false;
                for paragraph in self.paragraphs {
                    let list = paragraph.contains('\n') || paragraph.starts_with("1. ");
                    if !text.is_empty() {
                        text.push(if list || after_list { '\n' } else { ' ' });
                    }
                    // After a name and a comma a sentence goes on in small letters; a new line is kinder to both.
                    if text.ends_with(", ") {
                        text.truncate(text.len() - 1);
                        text.push('\n');
                    }
                    text.push_str(&paragraph);
                    after_list = list;
                }
                text
            }
        }
    }
}
