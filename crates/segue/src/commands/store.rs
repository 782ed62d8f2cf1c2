//! `segue undo`, `privacy`, `export` and `import`: what is remembered, as a whole.

use crate::cli::{Export, YesNo};
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use segue_core::Lang;
use segue_store::{Held, Kind, Protection, Undone, Why, nothing_to_take_back, taken_back};
use std::io::BufReader;
use std::path::Path;

/// Takes back the last step.
pub fn undo(screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let Some(last) = memory.store().last_step()? else {
        screen.remark(nothing_to_take_back(screen.ui));
        return Ok(());
    };
    // While the question stands another program may write: what was not asked about stays.
    let is_still_last = |step: Option<Undone>| step.is_some_and(|step| step.at == last.at);
    let undo = || if is_still_last(memory.store().last_step()?) { memory.store().undo() } else { Ok(None) };
    let Some(undone) = (if may_undo(&last, screen)? { memory.store().at_once(undo)? } else { None }) else {
        screen.remark(screen.text("Nothing was taken back.", "Ничего не отменено."));
        return Ok(());
    };
    screen.remark(&taken_back(&in_words(&undone, screen), screen.ui));
    Ok(())
}

/// Whether to take a step back. Whoever has just forgotten somebody means that, and it does not come back; a lot at once is asked
/// about where somebody can be asked.
fn may_undo(step: &Undone, screen: &Screen) -> Result<bool, Failure> {
    let told = in_words(step, screen);
    let question = match (step.forgotten_since, screen.ui) {
        (true, Lang::En) => format!("What was forgotten does not come back. The step before it: {told}. Take that one back?"),
        (true, Lang::Ru) => format!("Забытое не вернуть. Предыдущее действие: {told}. Отменить его?"),
        (false, Lang::En) => format!("This takes back a lot at once: {told}. Take it back?"),
        (false, Lang::Ru) => format!("Это отменит сразу многое: {told}. Отменить?"),
    };
    if step.forgotten_since && !screen.agrees_to_all() && !screen.can_ask() {
        return Err(ClientFailure::NothingTakenBack(told).into());
    }
    let asks = step.forgotten_since || step.is_much() && screen.can_ask();
    Ok(!asks || screen.agrees_to_loss(&question))
}

/// What a step was, whom it was about and when it was done.
fn in_words(undone: &Undone, screen: &Screen) -> String {
    let at = undone.at.get(..16).unwrap_or(&undone.at).replace('T', " ");
    format!("{} ({at} UTC)", undone.in_words(screen.ui))
}

/// Lists everything that is stored, after encrypting it, or taking the encryption away, if that was asked for.
pub fn privacy(encrypt: Option<YesNo>, screen: &Screen) -> Result<(), Failure> {
    let mut memory = Memory::of_user(screen)?;
    if let Some(encrypt) = encrypt {
        memory = memory.protect(encrypt == YesNo::Yes, screen)?;
    }
    let held = memory.store().privacy()?;
    let mut text = format!("{}\n", memory.store().path().display());
    text += protection(memory.store().protection(), screen);
    text += screen.text("No sound is ever stored.\n", "Звук не хранится никогда.\n");
    let mut client = None;
    for one in &held {
        if client != Some(&one.client) {
            client = Some(&one.client);
            text += &format!("\n{}\n", one.client.as_deref().unwrap_or(screen.text("nobody in particular", "клиент не указан")));
        }
        text += &row(one, screen);
    }
    if held.is_empty() {
        text += screen.text("\nNothing is stored.\n", "\nНичего не сохранено.\n");
    }
    screen.print(&text).map_err(Failure::Screen)
}

fn protection(protection: Protection, screen: &Screen) -> &'static str {
    let (english, russian) = match protection {
        Protection::Encrypted => (
            "Encrypted. The key is in this system's key store, under “segue”: whoever is logged in as you can read it, and nobody else.\n",
            "Зашифровано. Ключ в хранилище ключей системы, под именем «segue»: прочесть может тот, кто вошёл под вашим именем, и больше никто.\n",
        ),
        Protection::Plain(Why::Chosen) => (
            "Readable by you alone, NOT encrypted, as you chose. To encrypt it: segue privacy --encrypt yes\n",
            "Читается только вами, НЕ зашифровано, как вы решили. Зашифровать: segue privacy --encrypt yes\n",
        ),
        Protection::Plain(Why::NoKeyStore) => (
            "Readable by you alone, NOT encrypted: no key store answers on this system. Once one does, your data will be encrypted.\n",
            "Читается только вами, НЕ зашифровано: хранилище ключей системы не отвечает. Когда ответит, данные будут зашифрованы.\n",
        ),
        Protection::Plain(Why::KeyStoreShut) => (
            "Readable by you alone, NOT encrypted: this system's key store did not open. Once it does, your data will be encrypted.\n",
            "Читается только вами, НЕ зашифровано: хранилище ключей системы не открылось. Когда откроется, данные будут зашифрованы.\n",
        ),
        Protection::Plain(Why::NotNow) => (
            "Readable by you alone, NOT encrypted yet: another segue is running, or the disk is full. The next start encrypts it.\n",
            "Читается только вами, пока НЕ зашифровано: работает другая segue или диск полон. Следующий запуск зашифрует.\n",
        ),
    };
    screen.text(english, russian)
}

fn row(held: &Held, screen: &Screen) -> String {
    let kind = match held.kind {
        Kind::Client => {
            screen.text("card: what was agreed, what you chose to keep", "карточка: что оговорено и что вы решили помнить")
        }
        Kind::Figures => screen.text("figures of calls", "цифры разговоров"),
        Kind::Words => screen.text("words of calls", "слова разговоров"),
        Kind::Lines => screen.text("lines shown and what became of them", "показанные реплики и их судьба"),
        Kind::Rehearsals => screen.text("figures of rehearsals", "цифры репетиций"),
        Kind::History => screen.text("earlier versions, for segue undo", "прежние версии, для segue undo"),
        Kind::Journal => screen.text("journal of a call under way or cut off", "журнал идущего или прерванного разговора"),
    };
    let stays = match (held.kind, held.days) {
        (Kind::Journal, _) => screen.text("until the call is closed", "до конца разговора").to_owned(),
        (_, Some(days)) => format!("{days} {}", screen.text("days", "дн.")),
        (_, None) if held.client.is_none() => {
            screen.text("until segue client forget --nobody", "до segue client forget --nobody").to_owned()
        }
        (_, None) => screen.text("until you forget the client", "пока вы не забудете клиента").to_owned(),
    };
    format!("  {kind}: {} · {} {} · {stays}\n", held.count, held.bytes, screen.text("bytes", "байт"))
}

/// Writes everything out.
pub fn export(arguments: &Export, screen: &Screen) -> Result<(), Failure> {
    let mut lines = Vec::new();
    let count = Memory::of_user(screen)?.store().export(&mut lines)?;
    let text = String::from_utf8_lossy(&lines);
    screen.deliver(&text, arguments.output.as_deref())?;
    if arguments.output.is_some() {
        screen.remark(&match screen.ui {
            Lang::En => {
                format!("{count} entries written. They hold private things: keep the file where nobody else can read it.")
            }
            Lang::Ru => format!("Записей: {count}. В них личное: храните файл там, где его никто не прочтёт."),
        });
    }
    Ok(())
}

/// Takes in what was exported.
pub fn import(file: &Path, screen: &Screen) -> Result<(), Failure> {
    if file.is_dir() {
        return Err(Failure::IsFolder(file.to_owned()));
    }
    let from = std::fs::File::open(file).map_err(|error| Failure::Open(file.to_owned(), error))?;
    let done = Memory::of_user(screen)?.store().import(BufReader::new(from))?;
    for problem in done.problems.iter().take(10) {
        screen.remark(&format!(
            "{} {}: {}",
            screen.text("line", "строка"),
            problem.line,
            screen.text("not understood", "не понята")
        ));
    }
    for name in &done.kept {
        screen.remark(&format!(
            "{name}: {}",
            screen.text(
                "what was agreed here stays; the file says something else.",
                "условия здесь остались прежними; в файле они другие."
            )
        ));
    }
    let (taken, known, problems) = (done.taken, done.known, done.problems.len());
    screen.remark(&match screen.ui {
        Lang::En => format!("Imported: {taken}, already there: {known}, not understood: {problems}."),
        Lang::Ru => format!("Загружено: {taken}, уже было: {known}, не понято: {problems}."),
    });
    if done.is_whole() { Ok(()) } else { Err(Failure::NotWhole(file.to_owned(), done.missing)) }
}
