//! Rich text as `TextEdit` and Word save it: its letters, without fonts and looks.

use encoding_rs::{Encoding, WINDOWS_1252};

/// Groups that hold no text.
const WITHOUT_TEXT: [&str; 11] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "footer",
    "generator",
    "listtable",
    "listoverridetable",
    "filetbl",
];

/// True if a text is written so.
pub(crate) fn is_rtf(text: &str) -> bool {
    text.trim_start().starts_with("{\\rtf")
}

/// The letters, a paragraph a line.
pub(crate) fn letters(rtf: &str) -> String {
    let mut reader =
        Reader { out: String::new(), bytes: Vec::new(), page: WINDOWS_1252, groups: vec![Group::default()], left_over: 0 };
    let mut rest = rtf;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' => reader.groups.push(reader.group()),
            '}' if reader.groups.len() > 1 => drop(reader.groups.pop()),
            '\\' => rest = reader.control(rest),
            '\n' | '\r' | '}' => {}
            c => reader.push(c),
        }
    }
    reader.flush();
    reader.out
}

/// What holds until a brace is closed.
#[derive(Clone, Copy)]
struct Group {
    silent: bool,
    /// Letters that stand in place of one in Unicode, for old programs.
    stand_ins: usize,
}

impl Default for Group {
    fn default() -> Self {
        Self { silent: false, stand_ins: 1 }
    }
}

struct Reader {
    out: String,
    /// Letters of the code page that are still to be read together.
    bytes: Vec<u8>,
    page: &'static Encoding,
    groups: Vec<Group>,
    /// Stand-ins that are still to be passed over.
    left_over: usize,
}

impl Reader {
    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    fn flush(&mut self) {
        self.out.push_str(&self.page.decode_without_bom_handling(&self.bytes).0);
        self.bytes.clear();
    }

    fn push(&mut self, c: char) {
        if self.left_over > 0 {
            self.left_over -= 1;
        } else if !self.group().silent {
            self.flush();
            self.out.push(c);
        }
    }

    /// What follows a backslash; gives the text after it.
    fn control<'a>(&mut self, text: &'a str) -> &'a str {
        let word = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, rest) = text.split_at(word);
        let Some(c) = rest.chars().next().filter(|_| word.is_empty()) else {
            let digits = usize::from(rest.starts_with('-'))
                + rest.bytes().skip_while(|b| *b == b'-').take_while(u8::is_ascii_digit).count();
            let (number, rest) = rest.split_at(digits);
            self.word(word, number.parse().ok());
            return rest.strip_prefix(' ').unwrap_or(rest);
        };
        let after = &rest[c.len_utf8()..];
        match c {
            '\'' => {
                let Some(byte) = after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) else { return after };
                if self.left_over > 0 {
                    self.left_over -= 1;
                } else if !self.group().silent {
                    self.bytes.push(byte);
                }
                return &after[2..];
            }
            '*' => self.silence(),
            '~' => self.push(' '),
            '_' => self.push('-'),
            '\n' | '\r' => self.push('\n'),
            '{' | '}' | '\\' => self.push(c),
            _ => {}
        }
        after
    }

    fn silence(&mut self) {
        if let Some(group) = self.groups.last_mut() {
            group.silent = true;
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "line" | "row" | "sect" | "page" => self.push('\n'),
            "tab" | "cell" => self.push('\t'),
            "emdash" => self.push('—'),
            "endash" => self.push('–'),
            "lquote" => self.push('‘'),
            "rquote" => self.push('’'),
            "ldblquote" => self.push('“'),
            "rdblquote" => self.push('”'),
            "u" => {
                // Negative above half of 16 bits.
                let code = number.map(|code| if code < 0 { code + 0x1_0000 } else { code });
                self.push(code.and_then(|code| char::from_u32(u32::try_from(code).ok()?)).unwrap_or('\u{fffd}'));
                self.left_over = self.group().stand_ins;
            }
            "uc" => {
                let stand_ins = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1);
                self.groups.last_mut().into_iter().for_each(|group| group.stand_ins = stand_ins);
            }
            "ansicpg" => {
                let page = number.and_then(|number| Encoding::for_label(format!("windows-{number}").as_bytes()));
                self.page = page.unwrap_or(self.page);
            }
            word if WITHOUT_TEXT.contains(&word) => self.silence(),
            _ => {}
        }
    }
}
