//! Sentences of subtitles that recognisers put where nobody speaks.

use crate::found::Found;

/// Said by nobody in a call, in small letters and without signs. Each may be the beginning of a longer sentence.
const INVENTED: [&str; 17] = [
    "thank you for watching",
    "thanks for watching",
    "thank you so much for watching",
    "please subscribe to my channel",
    "please subscribe to our channel",
    "dont forget to subscribe",
    "like and subscribe",
    "please like and subscribe",
    "subtitles by the amara org",
    "субтитры сделал",
    "субтитры создавал",
    "субтитры подготовил",
    "редактор субтитров",
    "спасибо за просмотр",
    "подписывайтесь на канал",
    "подписывайтесь на мой канал",
    "ставьте лайки",
];
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
    let mut sentences = text.split(['.', '!', '?', '…', '\n']).map(plain).filter(|sentence| !sentence.is_empty()).peekable();
    sentences.peek().is_some()
        && sentences.all(|sentence| {
            let rest = INVENTED.iter().find_map(|known| sentence.strip_prefix(known));
            rest.is_some_and(|rest| rest.split_whitespace().count() <= MOST && !rest.starts_with(char::is_alphanumeric))
        })
}

/// Small letters, without signs.
fn plain(sentence: &str) -> String {
    let letters = sentence.to_lowercase().replace(['\'', '’'], "");
    letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
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
            ("Subscribe", false),
            ("…", false),
        ] {
            assert_eq!(is_invented(text), invented, "{text}");
        }
    }
}
