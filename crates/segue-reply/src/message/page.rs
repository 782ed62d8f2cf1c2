//! A page of a mail: its lines as they are seen, without the elements that mail programs quote and sign in.

use super::{quoted, unwrap};
use mail_parser::decoders::html::html_to_text;
use segue_transcript::mail_head::says_forwarded;

/// Marks of the elements that have quoted history.
const QUOTES: [&str; 7] = [
    "gmail_quote",
    "gmail_attr",
    "moz-cite-prefix",
    "yahoo_quoted",
    "mail-editor-reference-message-container",
    "protonmail_quote",
    "__quote_text__",
];
/// Marks of the elements that have a signature.
const SIGNATURES: [&str; 4] = ["gmail_signature", "moz-signature", "id=\"signature", "data-signature-widget"];
/// Marks below which everything is quoted, in no element of its own.
const ENDS: [&str; 2] = ["divrplyfwdmsg", "appendonsend"];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 23] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "section",
    "article",
    "header",
    "footer",
    "center",
];
/// Elements whose content nobody sees.
const UNSEEN: [&str; 5] = ["head", "style", "script", "template", "title"];

/// The words of a page without its quotes and signature.
pub(super) fn own_words_of_page(html: &str) -> String {
    let own = quoted::own_words(&lines(html, true));
    // Everything stands in quotes: all of it is looked at then.
    if own.trim().is_empty() { quoted::own_words(&lines(html, false)) } else { own }
}

/// How a piece of a page ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The line ends.
    Line,
    /// A block ends or begins.
    Block,
}

/// The lines of a page.
fn lines(html: &str, own: bool) -> String {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.piece.push_str(&rest[..at]);
        let Some(tag) = Tag::of(&rest[at..]) else {
            page.piece.push_str("&lt;");
            rest = &rest[at + 1..];
            continue;
        };
        let after = &rest[at + tag.length..];
        rest = match () {
            () if tag.name.is_empty() || tag.closes && UNSEEN.contains(&tag.name.as_str()) => after,
            () if UNSEEN.contains(&tag.name.as_str()) => &after[past(&tag.name, after)..],
            () if own && tag.has(&ENDS) => {
                page.end(End::Block);
                return page.text;
            }
            () if own && tag.is_quote(after) => {
                page.end(End::Block);
                // A mark, so that an answer below a quote is known as one.
                page.text.push_str("\n\n>");
                &after[past(&tag.name, after)..]
            }
            () if own && tag.has(&SIGNATURES) => {
                page.end(End::Block);
                &after[past(&tag.name, after)..]
            }
            () => {
                page.meet(&tag);
                after
            }
        };
    }
    page.piece.push_str(rest);
    page.end(End::Block);
    page.text
}

/// What was seen of a page.
#[derive(Default)]
struct Page {
    text: String,
    /// What stands on the line under way, entities and all.
    piece: String,
    /// Lines that ended since the last word, and whether a block did.
    lines: usize,
    block: bool,
    /// The line under way is an item of a list.
    item: bool,
}

impl Page {
    fn meet(&mut self, tag: &Tag) {
        if tag.name == "br" {
            self.end(End::Line);
        } else if BLOCKS.contains(&tag.name.as_str()) {
            self.end(End::Block);
            self.item = tag.name == "li" && !tag.closes || self.item && tag.name == "p";
        } else {
            // Of a tag within a line nothing is seen but, at times, a gap.
            self.piece.push_str("<b>");
        }
    }

    /// Ends the line under way.
    fn end(&mut self, end: End) {
        let piece = html_to_text(&self.piece);
        self.piece.clear();
        let words = piece.trim();
        if !words.is_empty() {
            let last = self.text.lines().last().unwrap_or_default();
            if !self.text.is_empty() {
                self.text.push_str(match self.lines {
                    _ if self.block && !(self.item && unwrap::is_item(last)) => "\n\n",
                    _ if self.block => "\n",
                    // A line that a program broke.
                    1 if goes_on(last, words) => " ",
                    0 | 1 => "\n",
                    _ => "\n\n",
                });
            }
            if self.item && !unwrap::is_item(words) {
                self.text.push_str("- ");
            }
            self.text.push_str(words);
            (self.lines, self.block, self.item) = (0, false, false);
        }
        self.lines += usize::from(end == End::Line);
        self.block |= end == End::Block;
    }
}

/// True if a line is the rest of the one before, which was broken by a single mark.
fn goes_on(before: &str, line: &str) -> bool {
    let ended = before.ends_with(['.', '!', '?', '…', ':']) || before == ">" || quoted::is_closing(before);
    let greets = before.ends_with(',') && before.split_whitespace().count() <= unwrap::GREETING_WORDS;
    line.starts_with(char::is_lowercase) && !ended && !greets && !unwrap::is_item(line)
}

/// A tag of a page; a comment is one without a name.
struct Tag {
    name: String,
    closes: bool,
    /// All of it, in small letters.
    text: String,
    /// In bytes, with its brackets.
    length: usize,
}

impl Tag {
    /// The tag with which the text begins.
    fn of(text: &str) -> Option<Self> {
        let unnamed = |length| Some(Self { name: String::new(), closes: false, text: String::new(), length });
        if let Some(comment) = text.strip_prefix("<!--") {
            return unnamed(comment.find("-->").map_or(text.len(), |end| "<!--".len() + end + "-->".len()));
        }
        let inside = &text[1..];
        let plain = inside.strip_prefix('/').unwrap_or(inside);
        if inside.starts_with(['!', '?']) {
            return unnamed(text.find('>').map_or(text.len(), |end| end + 1));
        }
        if !plain.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name: String = plain.chars().take_while(|&c| c.is_ascii_alphanumeric()).collect();
        let length = tag_end(text).map_or(text.len(), |end| end + 1);
        let closes = inside.starts_with('/');
        Some(Self { name: name.to_ascii_lowercase(), closes, text: text[..length].to_ascii_lowercase(), length })
    }

    fn has(&self, marks: &[&str]) -> bool {
        !self.closes && marks.iter().any(|mark| self.text.contains(mark))
    }

    /// True if everything in it is quoted. Gmail's frame around quotes is not, where answers may stand between them.
    fn is_quote(&self, after: &str) -> bool {
        let frame = || {
            let inner = after[..past(&self.name, after)].to_lowercase();
            inner.contains("<blockquote") && !says_forwarded(&inner)
        };
        !self.closes && self.name == "blockquote" || self.has(&QUOTES) && !(self.has(&["gmail_quote"]) && frame())
    }
}

/// Where a tag ends; a bracket within quotation marks does not end it.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    let end = text.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    });
    end.or_else(|| text.find('>'))
}

/// Where an element is over whose tag stands before the text: after its own closing tag, or at the end.
fn past(name: &str, text: &str) -> usize {
    let (mut open, mut at) = (1_usize, 0);
    while let Some(found) = text[at..].find('<') {
        at += found;
        let Some(tag) = Tag::of(&text[at..]) else {
            at += 1;
            continue;
        };
        at += tag.length;
        if tag.name == name {
            open = if tag.closes { open - 1 } else { open + 1 };
            if open == 0 {
                return at;
            }
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::own_words_of_page;

    #[test]
    fn pages_as_they_are_seen() {
        for (name, html, own) in [
            (
                "blocks are not glued",
                "<div>The logo is fine.</div><div>When is the site ready?</div><h2>Price</h2><table><tr><td>Logo</td><td>500</td></tr></table>",
                "The logo is fine.\n\nWhen is the site ready?\n\nPrice\n\nLogo\n\n500",
            ),
            ("items", "Two things:<ul><li>the logo<li><p>the price</p></ul>Bye", "Two things:\n\n- the logo\n- the price\n\nBye"),
            ("a broken line", "Could you send<br>the file<br/>by Friday?", "Could you send the file by Friday?"),
            ("a greeting", "Hi Dana,<br>could you send it?<br>thanks<br>viktor", "Hi Dana,\ncould you send it?\nthanks"),
            ("lines meant", "The logo<br>The price<br><br>and more", "The logo\nThe price\n\nand more"),
            ("words in parts", "Is <b>the f</b>ile&nbsp;<i>ready</i> (x < y)?", "Is the file\u{a0}ready (x < y)?"),
            ("style and comments", "<style>p > a{}</style><!-- <p>no</p> -->Yes.<script>1 < 2</script>", "Yes."),
        ] {
            assert_eq!(own_words_of_page(html), own, "{name}");
        }
    }

    #[test]
    fn what_follows_a_quote_or_a_signature_stays() {
        for (name, html, own) in [
            (
                "an answer below a quote",
                "<div class=\"moz-cite-prefix\">On Mon Dana wrote:</div><blockquote type=cite><div>Fine?</div></blockquote><p>Yes. And the price?</p>",
                "Yes. And the price?",
            ),
            (
                "answers between quotes in Gmail's frame",
                "<div class=\"gmail_quote\">On Mon, 23 Nov 2026 at 10:00, Dana &lt;d@example.com&gt; wrote:<br><blockquote class=\"gmail_quote\">Fine?<blockquote>Old</blockquote></blockquote><div>Yes.</div><blockquote>Price?</blockquote><div>Too high.</div></div>",
                "Yes.\n\n\nToo high.",
            ),
            (
                "a signature above",
                "Yes.<div class=\"gmail_signature\"><div>Viktor</div>CEO</div><div>When is it ready?</div>",
                "Yes.\n\nWhen is it ready?",
            ),
            (
                "a forwarded mail",
                "See below.<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>From: Ann</div>Buy it.<blockquote>Old</blockquote></div>",
                "See below.",
            ),
            (
                "a mail that was passed on, in Russian",
                "Смотрите ниже.<div class=\"gmail_quote\"><div class=\"gmail_attr\">-------- Пересланное сообщение --------<br>От: Анна</div>Купить.<blockquote>Старое</blockquote></div>",
                "Смотрите ниже.",
            ),
            ("Outlook", "Yes.<hr><div id=\"divRplyFwdMsg\"><b>From:</b> Dana</div><div>Fine?</div>", "Yes."),
            ("Outlook on a phone", "Yes.<div id=\"appendonsend\"></div><div>Fine?</div>", "Yes."),
            ("an element that never ends", "Yes.<blockquote>Fine?<p>Old", "Yes."),
            ("nothing but a quote", "<blockquote>Is it ready?</blockquote>", "Is it ready?"),
        ] {
            assert_eq!(own_words_of_page(html).trim(), own, "{name}");
        }
    }
}
