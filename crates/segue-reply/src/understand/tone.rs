//! Whether a sentence is work or private, serious or light.

use super::despair::{self, Despair};
use super::grave;
use super::joy::{self, Tears};
use super::mood::Closeness;
use super::work;
use crate::patterns::Heard;
use crate::sentences::clauses;
use segue_core::{Flag, Flags, Label, Lang, Probabilities, Reading};
use segue_topic::SentenceReading;

/// Words beside formulas of greeting that are a name.
const NAME_WORDS: usize = 2;
/// Most words of a sentence that asks for something not to be done, and for nothing else.
const NEGATED_WORDS: usize = 14;

/// A sentence as it was read.
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub(super) struct Read {
    pub heard: Heard,
    pub label: Label,
    pub probabilities: Probabilities,
    pub flags: Flags,
    /// It asks for something of the work.
    pub answer: bool,
    pub care: bool,
    /// It says, or may say, that they do not want to live.
    pub despair: Option<Despair>,
    pub moves_work: bool,
    pub fishing: bool,
    pub guilt: bool,
    pub flattery: bool,
    pub question: bool,
    /// A greeting, thanks or a wish, and nothing besides.
    pub formula: bool,
    /// It asks for something not to be done.
    pub negated: bool,
    /// The same as a question: "could you not tell Phil?"
    pub asked_not: bool,
    /// It gives leave to go on: "print it".
    pub goes_ahead: bool,
    /// It says which of several it is to be: "we take sketch two".
    pub decides: bool,
    /// It asks whether I would like to see something of theirs: "my son's first tooth, shall I send a photo?"
    pub offers_private: bool,
    /// It says in passing what is wrong with what we made.
    pub defect: bool,
    /// It complains about the work, or ends it.
    pub displeased: bool,
    /// It ends the work together, which is no complaint.
    pub parting: bool,
    /// Anger, at whatever it is.
    pub angry: bool,
    /// "I cannot go on like this": despair, or a complaint where the work is spoken of.
    pub worn_out: bool,
    /// What it wants of me as a person.
    pub closeness: Option<Closeness>,
    /// It invites me, whatever else it wants.
    pub invites: bool,
    /// What it tells is about me: how I am, how I sounded.
    pub of_me: bool,
    pub wishes: bool,
    pub warm: bool,
    /// Grave words, and all is well again.
    pub healed: bool,
    /// A misfortune: theft, fire, illness; a kind word is due also where work is spoken of.
    pub blow: bool,
    /// What is hard or grave stands there in words, and not only the net says so.
    pub in_words: bool,
    /// Tears of joy, or over what we made.
    pub tears: Option<Tears>,
    /// A birth, and nothing hard.
    pub birth: bool,
    /// Tears of which nobody can say whether they are glad.
    pub open_tears: bool,
    pub grave: bool,
}

fn set(flags: &mut Flags, flag: Flag, holds: bool) {
    flags.remove(flag);
    if holds {
        flags.insert(flag);
    }
}

/// Something is to be left, and nothing else is asked for.
fn negates(heard: &Heard, text: &str, lang: Lang) -> bool {
    let alone = || heard.len() <= NEGATED_WORDS || asks_nothing_else(text, lang) || opens_negated(heard);
    heard.has("negated") && !heard.has("insisted") && alone()
}

/// A choice that was open is made.
fn decides(heard: &Heard) -> bool {
    heard.has("decides") && heard.has("chosen thing") && !heard.has("kin") && !heard.has("requests")
}

/// Whoever complains, or asks for something to be left or to go on, has nothing serious told where no word of it is grave.
fn complains(heard: &Heard) -> bool {
    let leaves = heard.begins("negated") && heard.len() <= NEGATED_WORDS;
    leaves || ["displeased", "parting", "anger", "go ahead"].into_iter().any(|section| heard.has(section))
}

/// Whoever ran off with the money is no loss to mourn, if it was nobody near.
fn is_theft(heard: &Heard) -> bool {
    heard.has("theft") && !(heard.has("kin") && heard.has("own")) && !heard.has("death")
}

/// Something that was made shows a fault, and nobody's own misfortune is told.
fn is_defect(heard: &Heard, text: &str, label: Label) -> bool {
    let of_work = |heard: &Heard| !heard.has("kin") && (!heard.has("own") || heard.has("business"));
    // Whose director cannot read the yellow does not matter to the ferry that sails the wrong way.
    let clauses = || clauses(text, heard.lang()).into_iter().map(|clause| Heard::new(clause, heard.lang()));
    let shows = of_work(heard) || clauses().any(|clause| clause.has("defect") && of_work(&clause));
    let to_me = !label.is_private() || heard.has("you");
    heard.has("defect") && shows && to_me && !heard.has("blow") && !heard.has("requests")
}

impl Read {
    pub fn of(text: &str, lang: Lang, read: &SentenceReading, project: &Heard) -> Self {
        let heard = Heard::new(text, lang);
        let Reading { mut label, probabilities, mut flags, .. } = read.reading;
        // Of the logo one may miss something, too.
        let guilt = heard.has("guilt") && (!heard.has("business") || heard.has("you"));
        // Who says what they do, or asks for a call, speaks of the work, also where that is funerals.
        let work = (says_trade(&heard) || heard.has("plain ask")) && !heard.has("kin") && !guilt;
        if work {
            label = Label::Business;
        }
        let question = text.contains('?') || is_unmarked_question(text, &heard);
        let flattery = heard.has("flattery") && heard.count("business") <= 1;
        let formula = is_formula(&heard);
        let greets = heard.has("formula");
        let (asks_me, of_me) =
            (flags.has(Flag::PersonalQuestion) || !greets && heard.has("private question"), heard.has("of you"));
        let offers_private = question && (heard.has("kin") || heard.has("good")) && offers(text, lang);
        label = if offers_private { Label::Personal } else { label };
        let closeness = Closeness::in_words(&heard, label);
        let invites = Closeness::invites(&heard, label);
        let in_haste = asks_without_mark(text, &heard);
        let fished = (label.is_private() || in_haste) && asks_me && !heard.has("no fishing") || of_me;
        let asks = (question || in_haste) && !formula && fished && !heard.has("business") && !guilt && closeness.is_none()
            || heard.has("private ask");
        let healed = heard.has("healed") && !heard.beside("healed").has("turn") && !heard.has("death") && !question;
        let tears = Tears::in_words(&heard, text);
        let birth = joy::is_birth(&heard);
        let glad = healed || tears.is_some() || birth;
        let light = glad || heard.has("good") && !heard.has("hard") && !heard.has("death");
        let told = grave::tells_grave_news(&heard, probabilities.private());
        let befell = grave::befell_somebody(text, lang) && !glad;
        let of_work = !heard.has("kin") && (heard.has("figure") || grave::befell_a_thing(&heard));
        // A question how I am tells nothing of them.
        let asks_of_me = of_me && question && !heard.has("kin") && !heard.has("own");
        let in_words = ["grave", "told", "death", "hard", "blow"].into_iter().any(|section| heard.has(section));
        let may_be_grave = !light && !is_theft(&heard) && (in_words || !complains(&heard));
        let small_pet = grave::befell_a_small_pet(text, lang);
        let grave = ((read.care && may_be_grave || told && !glad) && !of_work && !asks_of_me || befell) && !small_pet;
        // Who does not want to live is met with care, whatever else is said.
        let despair = Despair::of(&heard, text, of_work);
        let jokes = despair::jokes(&heard, text) && !told;
        let care = !jokes && (despair::says_despair(&heard) || grave && !grave::subject_of_work(&heard, project));
        let parting = !care && heard.has("parting") && !heard.has("no parting");
        let displeased = !care && heard.has("displeased") || parting;
        let defect = is_defect(&heard, text, label) && !question && !care && !displeased;
        let angry = heard.has("anger") && !care && !heard.has("kin") && !heard.has("good");
        let misfortune = heard.has("blow") && !heard.has("no blow") || joy::is_hard_birth(&heard);
        let disaster = grave::is_disaster(text, lang);
        let blow = (misfortune && !heard.has("figure") || disaster || small_pet) && tears.is_none() && !of_me;
        let fishing = asks && !displeased;
        set(&mut flags, Flag::Serious, care);
        set(&mut flags, Flag::PersonalQuestion, fishing);
        let negated = !question && negates(&heard, text, lang);
        let asked_not = heard.has("asked not") && !heard.has("insisted");
        let decides = !question && decides(&heard);
        let goes_ahead = (heard.has("go ahead") || decides) && !heard.has("no go ahead") && !negated && !question && !care;
        // An ask about the work moves nothing of itself.
        let asks_work = label == Label::Business && !care && (question || heard.has("requests"));
        let impact = work::moves(&heard, text, question);
        // "No rush" moves nothing, and how I am nothing of theirs.
        let by_net_moves = flags.has(Flag::WorkImpact) && !heard.has("no impact") && !of_me && !flattery;
        let moves_work = by_net_moves && (!asks_work || impact)
            || impact && (!question || !asks_work || work::told_before_question(text, lang));
        let (worn_out, hail) = (heard.has("worn out"), heard.has("no fishing"));
        let wishes = heard.has("wishes") && (heard.begins("wishes") || !heard.has("kin") && !heard.has("own")) && !care;
        Self {
            heard,
            label,
            probabilities,
            flags,
            answer: read.answer,
            care,
            despair,
            moves_work,
            fishing,
            guilt,
            flattery,
            question,
            formula,
            negated,
            asked_not,
            goes_ahead,
            decides,
            offers_private,
            defect,
            displeased,
            parting,
            angry,
            worn_out,
            of_me,
            wishes,
            closeness,
            invites,
            warm: read.warm && !work && !(question && hail)
                || healed && (read.care || told)
                || blow
                || tears.is_some()
                || offers_private
                || closeness.is_some(),
            healed,
            blow,
            in_words,
            tears,
            birth,
            open_tears: false,
            grave: read.grave && may_be_grave && !of_work,
        }
    }

    /// What somebody else wrote, and the client forwards, tells nothing of the client and wants nothing of me as a
    /// person; serious news in it is met with sympathy, whosever it is.
    pub fn of_somebody_else(&mut self) {
        self.grave = self.care;
        self.warm = self.care;
        self.care = false;
        self.despair = self.despair.map(|_| Despair::Possible);
        self.worn_out = false;
        self.guilt = false;
        self.flattery = false;
        self.fishing = false;
        self.displeased = false;
        self.parting = false;
        self.angry = false;
        self.moves_work = false;
        self.closeness = None;
        self.invites = false;
        self.defect = false;
        self.of_me = false;
        self.wishes = false;
        self.blow = false;
        self.flags.remove(Flag::Serious);
        self.flags.remove(Flag::PersonalQuestion);
    }

    /// How many hard things it tells.
    pub fn hard_words(&self) -> usize {
        // An operation that went well is no hard thing, nor is a maternity ward.
        if self.healed || self.birth || self.tears.is_some() {
            return 0;
        }
        // Nor is anything that is told with a laugh, but for a misfortune.
        if self.heard.has("laughs") {
            return usize::from(self.blow);
        }
        let hard = self.heard.beside("no hard");
        let hard = if self.open_tears { hard.beside("tears") } else { hard };
        hard.count("hard") + usize::from(self.blow)
    }

    /// How many good things it tells.
    pub fn good_words(&self) -> usize {
        match self.tears {
            Some(Tears::Moved) => 0,
            Some(Tears::Joy) => 1,
            None => self.heard.count("good") + usize::from(self.healed),
        }
    }

    /// It deserves a warm word.
    pub fn warm(&self) -> bool {
        self.guilt || !self.displeased && (self.flattery || self.fishing || self.warm && !self.formula)
    }

    /// It has the words of a request and asks for nothing: an offer ("if anything is missing, let me know"), an
    /// approval, a second time for the same call, words said to oneself.
    pub fn idle(&self) -> bool {
        let heard = &self.heard;
        let offers = heard.has("in case") && heard.has("offered") && !heard.has("ask when") && !heard.has("ask price");
        let rest = heard.beside("no request");
        let empty = heard.has("no request") && !rest.has("requests") && !rest.has("asks") && !rest.has("ask do");
        let request = heard.has("requests");
        let approves = heard.has("approves") && !request && !heard.has("missing");
        let released = self.goes_ahead && !request && !heard.has("missing");
        let or = heard.words().first().is_some_and(|word| matches!(word.as_str(), "or" | "или" | "либо"));
        let angry = heard.has("rhetorical") && heard.beside("rhetorical").len() <= NAME_WORDS;
        if self.question {
            offers || angry || heard.has("musing")
        } else {
            offers || empty || released || self.decides || self.waits_for_nothing() || (approves || or) && !heard.has("asks")
        }
    }

    /// "I am waiting, the workers are waiting, my mother-in-law will kill me": no thing is named that is waited for.
    fn waits_for_nothing(&self) -> bool {
        let heard = &self.heard;
        let told = heard.has("figure") || heard.has("kin");
        let rest = heard.beside("waits");
        told && heard.has("waits") && !["requests", "ask send", "price noun", "waited for"].iter().any(|one| rest.has(one))
    }

    /// It says what is to be left: "don't start on the second bathroom yet".
    pub fn leaves(&self) -> bool {
        (self.negated && (!self.label.is_private() || self.heard.begins("negated")) || self.asked_not)
            && !(self.care && self.heard.has("no request"))
            && !self.guilt
    }

    /// It says thank you for something.
    pub fn thanks(&self) -> bool {
        self.heard.has("thanks") && !self.heard.has("refuses")
    }

    /// It brings something for the work.
    pub fn brings(&self) -> bool {
        !self.label.is_private() && self.heard.has("brought") && !self.heard.has("missing")
    }
}

/// A clause that asks whether somebody is to show or send me something: "shall I send a photo?", «прислать фото?»
pub(super) fn offers(text: &str, lang: Lang) -> bool {
    let asks = |clause: &&str| {
        text.get(clause.as_ptr() as usize - text.as_ptr() as usize + clause.len()..).is_some_and(|rest| rest.starts_with('?'))
    };
    text.split([',', ';', ':', '–', '—', '(', ')', '.', '!', '?'])
        .filter(asks)
        .any(|clause| Heard::new(clause, lang).without_leads().begins("offers to"))
}

/// A long sentence with marks asks for something to be left in one short part, and no part of it for anything else.
fn asks_nothing_else(text: &str, lang: Lang) -> bool {
    let parts: Vec<Heard> = clauses(text, lang).into_iter().map(|clause| Heard::new(clause, lang)).collect();
    let leaves = |part: &Heard| part.has("negated") || part.has("asked not");
    let asks =
        |part: &Heard| part.has("requests") || part.has("missing") || ["ask send", "ask do"].iter().any(|one| part.begins(one));
    // An English "don't" orders only where it stands first.
    let orders = |part: &Heard| (lang == Lang::Ru && part.has("negated") || part.begins("negated")) && !part.has("no request");
    text.contains([',', ';', ':', '–', '—'])
        && parts.iter().any(orders)
        && parts.iter().all(|part| part.len() <= NEGATED_WORDS || !leaves(part))
        && !parts.iter().any(|part| asks(part) && !leaves(part))
}

/// However long it is, it begins with what is not to be done, and asks for nothing after that: "also please don't post
/// the photo of her in the pink wig on your page".
fn opens_negated(heard: &Heard) -> bool {
    let rest = heard.without_leads().beside("negated");
    heard.led_to("negated") && !["requests", "ask send"].into_iter().any(|section| rest.has(section))
}

/// Formulas and at most a name, as in "Hi Dana, how are you?".
fn is_formula(heard: &Heard) -> bool {
    const SECTIONS: [&str; 17] = [
        "business",
        "requests",
        "asks",
        "ask price",
        "ask meet",
        "ask when",
        "ask send",
        "ask do",
        "approval",
        "grave",
        "kin",
        "hard",
        "good",
        "impact",
        "urgent",
        "guilt",
        "despair",
    ];
    let rest = heard.beside("formula");
    heard.has("formula") && rest.len() <= NAME_WORDS && !SECTIONS.iter().any(|section| rest.has(section))
}

/// A sentence in which the client says what they do: "We are a funeral home."
pub(super) fn says_trade(heard: &Heard) -> bool {
    heard.has("trade") && heard.count("firm") > heard.count("no firm")
}

/// A private question in haste, in small letters and with a full stop: "also r u single haha jk."
fn asks_without_mark(text: &str, heard: &Heard) -> bool {
    text.starts_with(char::is_lowercase) && heard.without_leads().begins("private question")
}

/// A question that nobody put a mark to, as in chats and voice notes.
fn is_unmarked_question(text: &str, heard: &Heard) -> bool {
    let ended = text.trim_end().ends_with(['.', '!', '…', ':', ')']);
    // «Ну как проиграли» asks nothing.
    let begins = heard.begins("asks") || heard.lang() == Lang::En && heard.without_leads().begins("asks");
    !ended && (begins || heard.words().iter().skip(1).take(3).any(|word| word == "ли"))
}
