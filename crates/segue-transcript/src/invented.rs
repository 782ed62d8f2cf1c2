//! Sentences of subtitles that recognisers put where nobody speaks.

use crate::found::Found;
use segue_core::{beside_invented, tokens};

/// Words of a sentence that is no more than that: "Thank you for watching the demo, shall we go on?" was said.
const MOST: usize = 2;

/// Leaves out what a recogniser made of silence: utterances of nothing but such sentences.
pub(crate) fn leave_out(found: &mut Found) {
    let keep: Vec<bool> = found.utterances.iter().map(|utterance| !is_invented(utterance.text.as_str())).collect();
    // Where nothing else is said, it is what there is.
    if keep.contains(&true) && keep.contains(&false) {
        let mut kept = keep.iter();
        found.utterances.retain(|_| kept.next().copied().unwrap_or(true));
        let mut kept = keep.iter();
        found.lines.retain(|_| kept.next().copied().unwrap_or(true));
    }
}

fn is_invented(text: &str) -> bool {
    let mut sentences = text.split(['.', '!', '?', '…', '\n']).filter(|sentence| !tokens(sentence).is_empty()).peekable();
    sentences.peek().is_some() && sentences.all(|sentence| beside_invented(sentence).is_some_and(|rest| rest <= MOST))
}

#[cfg(test)]
mod tests {
    use super::is_invented;

    /// "Thank you for watching! Please subscribe to my channel." was six seconds of private talk.
    #[test]
    fn what_recognisers_put_over_silence_is_told_from_words() {
        for (text, invented) in [
            (" Thank you for watching! Please subscribe to my channel.", true),
            ("Thanks for watching.", true),
            ("Субтитры сделал DimaTorzok", true),
            ("Спасибо за просмотр!", true),
            ("Thank you for watching the demo, shall we go on?", false),
            ("Thanks for watching. And the price?", false),
            ("Субтитры сделал, завтра пришлю вам файл", false),
            ("Субтитры делал DimaTorzok", true),
            ("Продолжение следует...", true),
            ("С вами был Игорь Негода.", true),
            ("Продолжение следует обсудить.", false),
            ("Корректор заболел.", false),
            ("Please subscribe to Figma.", false),
            ("Subscribe", false),
            ("…", false),
        ] {
            assert_eq!(is_invented(text), invented, "{text}");
        }
    }
}
