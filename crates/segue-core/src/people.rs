//! Who is talking, in which language, and how one speaks with them.

use serde::{Deserialize, Serialize};

/// What somebody is in this call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The user of segue.
    Me,
    /// The other side.
    Client,
    /// Somebody on my side, or another freelancer.
    Colleague,
    /// Nobody knows: one channel of sound, or a name that was not told.
    #[default]
    Unknown,
}

/// What kind of call it is; it decides how direct a line may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Me and a client: the relationship is to be kept.
    #[default]
    Client,
    /// Me and colleagues.
    Internal,
    /// Three or more people: others' time is at stake.
    Group,
}

/// Language of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// ISO 639-1 code: `en` or `ru`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language a text is written in, by its letters: Russian if at least a third of them are
    /// Cyrillic (names, brands and code stay Latin in Russian talk). `None` without letters.
    pub fn of_text(text: &str) -> Option<Self> {
        let (mut cyrillic, mut letters) = (0_usize, 0_usize);
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            cyrillic += usize::from(('\u{0400}'..='\u{04ff}').contains(&c));
        }
        match letters {
            0 => None,
            _ if cyrillic * 3 >= letters => Some(Self::Ru),
            _ => Some(Self::En),
        }
    }
}

/// How a line sounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Friendly, with a smile.
    #[default]
    Warm,
    /// Polite and plain.
    Neutral,
    /// Short, without decoration, never rude.
    Direct,
}

/// Form of address in Russian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Address {
    /// ты
    Ty,
    /// вы
    #[default]
    Vy,
}

/// One side of the talk: the name as the source gives it and the role it plays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    /// Name as the source gives it; empty where the source names nobody.
    pub name: String,
    /// Role in this call.
    pub role: Role,
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn language_by_letters() {
        assert_eq!(Lang::of_text("перенеси в Figma Make прототип"), Some(Lang::Ru));
        assert_eq!(Lang::of_text("privet, move it"), Some(Lang::En));
        assert_eq!(Lang::of_text("123 :)"), None);
    }
}
