//! What is asked of the language model, and its answer.

use segue_core::{Address, Lang};
use serde::{Deserialize, Serialize};

/// Samples that are sent; more would crowd out the text.
const SAMPLES: usize = 12;
/// Characters of a sample.
const SAMPLE_LENGTH: usize = 400;
/// Most pieces of words in an answer, for a line and for a draft.
const ROOM: [u32; 2] = [200, 1200];
/// How freely it may write, as these interfaces count it.
const TEMPERATURE: f32 = 0.7;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line to be said in a call.
    Line,
    /// A script or a letter.
    Draft,
}

/// A text to be rephrased.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// What it is.
    pub shape: Shape,
    /// Its language.
    pub lang: Lang,
    /// Its form of address, in Russian.
    pub address: Address,
    /// The text, private values left out.
    pub text: &'a str,
    /// What the user wrote, for the manner of it.
    pub samples: &'a [String],
}

#[derive(Serialize)]
struct Body<'a> {
    model: &'a str,
    messages: [Message; 2],
    temperature: f32,
    max_tokens: u32,
    stream: bool,
}

#[derive(Serialize)]
struct Message {
    role: &'static str,
    content: String,
}

impl Ask<'_> {
    /// The body of the request, exactly as it is to be sent and may be shown.
    pub fn body(&self, model: &str) -> String {
        let messages =
            [Message { role: "system", content: self.rules() }, Message { role: "user", content: self.text.to_owned() }];
        let max_tokens = ROOM[usize::from(self.shape == Shape::Draft)];
        let body = Body { model, messages, temperature: TEMPERATURE, max_tokens, stream: false };
        // Strings and numbers always become JSON.
        serde_json::to_string_pretty(&body).unwrap_or_default()
    }

    fn rules(&self) -> String {
        let (what, length) = match self.shape {
            Shape::Line => ("one line that a freelancer says aloud in a client call", "At most 14 words, one line."),
            Shape::Draft => {
                ("a text that a freelancer says or sends to a client", "Not longer than the text; keep its paragraphs.")
            }
        };
        let language = match (self.lang, self.address) {
            (Lang::En, _) => "English",
            (Lang::Ru, Address::Ty) => "Russian, with «ты»",
            (Lang::Ru, Address::Vy) => "Russian, with «вы»",
        };
        let mut rules = format!(
            "Rephrase {what} in the writer's own manner. Answer with the rephrased text alone.\n\
             - {length}\n\
             - Language: {language}.\n\
             - Keep every slot in braces, such as {{next-item}}, exactly as it is.\n\
             - Keep the meaning and the warmth. Add nothing: no fact, number, name, date, reason or promise.\n\
             - Ask nothing that the text does not ask, and never about private life."
        );
        if !self.samples.is_empty() {
            rules.push_str("\nThis is how the writer writes:");
            for sample in self.samples.iter().take(SAMPLES) {
                rules.push_str("\n> ");
                rules.extend(sample.chars().take(SAMPLE_LENGTH));
            }
        }
        rules
    }
}

/// An answer that is none of such an interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

#[derive(Deserialize)]
struct Answer {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Content,
}

#[derive(Deserialize)]
struct Content {
    content: String,
}

/// The text in the body of an answer, without the thinking, quotation marks or fences that models put around it.
///
/// # Errors
/// [`Unreadable`] if it is no chat completion.
pub fn answer(body: &str) -> Result<String, Unreadable> {
    let answer: Answer = serde_json::from_str(body).map_err(|_| Unreadable)?;
    let content = answer.choices.into_iter().next().ok_or(Unreadable)?.message.content;
    let said = content.rsplit_once("</think>").map_or(content.as_str(), |(_, said)| said).trim();
    let said = said.strip_prefix("```").and_then(|said| said.strip_suffix("```")).unwrap_or(said).trim();
    for (open, close) in [('"', '"'), ('“', '”'), ('«', '»'), ('\'', '\'')] {
        let inner = said.strip_prefix(open).and_then(|inner| inner.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains([open, close])) {
            return Ok(inner.trim().to_owned());
        }
    }
    Ok(said.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Ask, Shape, Unreadable, answer};
    use segue_core::{Address, Lang};

    #[test]
    fn what_is_sent_is_the_text_the_rules_and_the_samples() {
        let samples = ["Right, onwards!".to_owned()];
        let ask =
            Ask {
                shape: Shape::Line, lang: Lang::Ru, address: Address::Ty, text: "Дальше: {next-item}.", samples: &samples
            };
        let body: serde_json::Value = serde_json::from_str(&ask.body("llama3")).unwrap();
        assert_eq!(body["model"], "llama3");
        assert_eq!(body["stream"], false);
        assert_eq!(body["messages"][1]["content"], "Дальше: {next-item}.");
        let rules = body["messages"][0]["content"].as_str().unwrap();
        assert!(rules.contains("«ты»") && rules.contains("> Right, onwards!") && rules.contains("{next-item}"), "{rules}");
    }

    #[test]
    fn the_text_of_an_answer_without_what_is_around_it() {
        for (content, text) in [
            ("Let's go on.", "Let's go on."),
            (" \"Let's go on.\" \n", "Let's go on."),
            ("<think>Hm, shorter?</think>\n\nLet's go on.", "Let's go on."),
            ("«Идём дальше»", "Идём дальше"),
            ("```\nLet's go on.\n```", "Let's go on."),
            ("“Now” or “then”", "“Now” or “then”"),
        ] {
            let body = serde_json::json!({"choices": [{"message": {"role": "assistant", "content": content}}]}).to_string();
            assert_eq!(answer(&body).as_deref(), Ok(text));
        }
        for body in
            ["", "{", "[]", r#"{"choices":[]}"#, r#"{"error":"no such model"}"#, r#"{"choices":[{"message":{"content":null}}]}"#]
        {
            assert_eq!(answer(body), Err(Unreadable), "{body}");
        }
    }
}
