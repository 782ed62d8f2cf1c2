//! The embedded files.

/// A file's name, for messages about it, and its text.
pub(crate) type Source = (&'static str, &'static str);

macro_rules! embedded {
    ($folder:literal, $lang:literal, $($name:literal),+ $(,)?) => {
        [$((
            concat!($folder, "/", $lang, "/", $name),
            include_str!(concat!("../", $folder, "/", $lang, "/", $name)),
        )),+]
    };
}

macro_rules! lines {
    ($lang:literal) => {
        embedded!(
            "lines",
            $lang,
            "amounts.ftl",
            "park.ftl",
            "time.ftl",
            "direct.ftl",
            "offline.ftl",
            "deflect.ftl",
            "feeding.ftl",
            "humane.ftl",
            "stay.ftl",
            "return.ftl",
            "sign_off.ftl",
            "announce.ftl",
            "closing.ftl",
            "overrun.ftl",
        )
    };
}

/// English lines.
pub(crate) const LINES_EN: [Source; 14] = lines!("en");
/// Russian lines.
pub(crate) const LINES_RU: [Source; 14] = lines!("ru");

/// English texts that are put together from sentences.
pub(crate) const ANNOUNCEMENT_EN: &str = include_str!("../wording/en/announcement.ftl");
/// Russian texts of the announcement.
pub(crate) const ANNOUNCEMENT_RU: &str = include_str!("../wording/ru/announcement.ftl");
/// English sentences of notes.
pub(crate) const NOTE_EN: &str = include_str!("../wording/en/note.ftl");
/// Russian sentences of notes.
pub(crate) const NOTE_RU: &str = include_str!("../wording/ru/note.ftl");
/// English sentences of replies.
pub(crate) const REPLY_EN: &str = include_str!("../wording/en/reply.ftl");
/// Russian sentences of replies.
pub(crate) const REPLY_RU: &str = include_str!("../wording/ru/reply.ftl");
/// English reasons for a choice.
pub(crate) const EXPLAIN_EN: &str = include_str!("../wording/en/explain.ftl");
/// Russian reasons for a choice.
pub(crate) const EXPLAIN_RU: &str = include_str!("../wording/ru/explain.ftl");
/// English messages about a faulty line.
pub(crate) const FAULT_EN: &str = include_str!("../wording/en/fault.ftl");
/// Russian messages about a faulty line.
pub(crate) const FAULT_RU: &str = include_str!("../wording/ru/fault.ftl");

/// Wording that no line may have, per language.
pub(crate) const FORBIDDEN: [&str; 2] =
    [include_str!("../phrases/en/forbidden.txt"), include_str!("../phrases/ru/forbidden.txt")];
/// Words that name a next meeting, per language.
pub(crate) const PROMISE: [&str; 2] = [include_str!("../phrases/en/promise.txt"), include_str!("../phrases/ru/promise.txt")];
/// Words that speak of a next item, per language.
pub(crate) const NEXT: [&str; 2] = [include_str!("../phrases/en/next.txt"), include_str!("../phrases/ru/next.txt")];
/// Words that say that the work is done, per language.
pub(crate) const DONE: [&str; 2] = [include_str!("../phrases/en/done.txt"), include_str!("../phrases/ru/done.txt")];
/// Words that promise a topic its time later in the call, per language.
pub(crate) const LATER: [&str; 2] = [include_str!("../phrases/en/later.txt"), include_str!("../phrases/ru/later.txt")];
/// Key phrases of each rung, per language.
pub(crate) const SAID: [&str; 2] = [include_str!("../phrases/en/said.txt"), include_str!("../phrases/ru/said.txt")];
/// How a reply sounds, per language.
pub(crate) const MANNER: [&str; 2] = [include_str!("../phrases/en/manner.txt"), include_str!("../phrases/ru/manner.txt")];
/// How people say goodbye, per language.
pub(crate) const FAREWELL: [&str; 2] = [include_str!("../phrases/en/farewell.txt"), include_str!("../phrases/ru/farewell.txt")];
/// What only leads up to a topic, per language.
pub(crate) const FILLER: [&str; 2] = [include_str!("../phrases/en/filler.txt"), include_str!("../phrases/ru/filler.txt")];
/// How a topic is put aside that has a name, per language.
pub(crate) const ASIDE: [&str; 2] = [include_str!("../phrases/en/aside.txt"), include_str!("../phrases/ru/aside.txt")];
/// What people tell of, by the name under which one comes back to it, per language.
pub(crate) const TOPICS: [&str; 2] = [include_str!("../phrases/en/topics.txt"), include_str!("../phrases/ru/topics.txt")];
/// What somebody tells of their own life, per language.
pub(crate) const TOLD: [&str; 2] = [include_str!("../phrases/en/told.txt"), include_str!("../phrases/ru/told.txt")];
/// What is no name to say to somebody, per language.
pub(crate) const UNNAMED: [&str; 2] = [include_str!("../phrases/en/unnamed.txt"), include_str!("../phrases/ru/unnamed.txt")];
/// Parts of an announcement, per language.
pub(crate) const ANNOUNCED: [&str; 2] =
    [include_str!("../phrases/en/announced.txt"), include_str!("../phrases/ru/announced.txt")];
/// What an announcement does in whatever words, per language.
pub(crate) const ANNOUNCING: [&str; 2] =
    [include_str!("../phrases/en/announcing.txt"), include_str!("../phrases/ru/announcing.txt")];
