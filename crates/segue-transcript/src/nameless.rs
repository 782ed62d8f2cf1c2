//! What is wrong with a file, for whoever may not read who speaks in it.

use crate::Fault;
use segue_core::Lang;

impl Fault {
    /// The sentence without names: what was taken for one can be any words before a colon, and what was given as one may have been
    /// followed through the file. `None` if the fault names nobody.
    pub fn nameless(&self, ui: Lang) -> Option<String> {
        let (english, russian) = match self {
            Self::UnknownName { .. } => (
                "A name that was given, yours or the client's, is nobody's in the file.".into(),
                "Указанного имени, вашего или клиента, в файле нет.".into(),
            ),
            Self::AmbiguousName { .. } => (
                "A name that was given, yours or the client's, fits several people. Give it in full.".into(),
                "Указанное имя, ваше или клиента, подходит нескольким. Укажите его полностью.".into(),
            ),
            Self::Renamed { .. } => (
                "Somebody falls silent where somebody else begins: they were taken for one person. If they are two, say --kind group.".into(),
                "Один говорящий умолкает там, где начинает другой: принято, что это один человек. Если их двое, укажите --kind group.".into(),
            ),
            Self::SamePerson(_) => (
                "Your name and the client's both lead to the same person. Give one of them differently.".into(),
                "И ваше имя, и имя клиента указывают на одного человека. Укажите одно из них иначе.".into(),
            ),
            Self::OnlyMe(_) => (
                "Everything here is said under one name, so all of it counts as yours. If two people have that name, give them different names in the file.".into(),
                "Всё здесь сказано под одним именем и потому считается вашим. Если так зовут двоих, дайте им в файле разные имена.".into(),
            ),
            Self::WhoAmI(_) => (
                "It is not known who you are; say it with --me.".into(),
                "Неизвестно, кто здесь вы; укажите --me.".into(),
            ),
            Self::SeveralChats { others, .. } => (
                match others {
                    1 => "The file holds two chats; one was read. Choose the other with --client.".into(),
                    _ => format!("The file holds {} chats; one was read. Choose another with --client.", others + 1),
                },
                format!("Чатов в файле: {}; прочитан один. Другой можно выбрать через --client.", others + 1),
            ),
            Self::AndMore { count, like } => {
                let nameless = like.nameless(ui)?;
                let have = if *count == 1 { "One more place has".to_owned() } else { format!("{count} more places have") };
                (
                    format!("{have} the same fault from here on: {nameless}"),
                    format!("Отсюда и далее мест с той же ошибкой: {count}. {nameless}"),
                )
            }
            // Told one by one, so that nothing new is told by mistake.
            Self::BadLetters
            | Self::OldEncoding(_)
            | Self::OtherEncoding { .. }
            | Self::Time
            | Self::Negative
            | Self::Backwards
            | Self::EndBeforeStart
            | Self::NoWords
            | Self::EndTime
            | Self::Cut
            | Self::Stray
            | Self::Heading
            | Self::LeftOut
            | Self::BrokenJson
            | Self::Unsupported
            | Self::NoTimes
            | Self::FewTimes
            | Self::DayOrMonth { .. }
            | Self::DayWords
            | Self::NoNames
            | Self::Sounds { .. }
            | Self::Calls { .. } => return None,
        };
        Some(if ui == Lang::En { english } else { russian })
    }
}

#[cfg(test)]
mod tests {
    use crate::Fault;
    use segue_core::Lang;

    #[test]
    fn no_fault_names_anybody_without_names() {
        let found = || "Ludmila".to_owned();
        for fault in [
            Fault::UnknownName { name: found(), known: vec![found()] },
            Fault::AmbiguousName { name: found(), fitting: vec![found(), found()] },
            Fault::Renamed { old: found(), new: found() },
            Fault::SamePerson(found()),
            Fault::OnlyMe(found()),
            Fault::WhoAmI(vec![found()]),
            Fault::SeveralChats { taken: found(), others: 2 },
        ] {
            let many = Fault::AndMore { count: 7, like: Box::new(fault.clone()) };
            for fault in [fault, many] {
                let told = [Lang::En, Lang::Ru].map(|ui| {
                    assert!(fault.text(ui).contains("Ludmila"));
                    fault.nameless(ui).unwrap()
                });
                assert!(told[0] != told[1] && told.iter().all(|told| told.len() > 20 && !told.contains("Ludmila")), "{told:?}");
            }
        }
        assert_eq!(Fault::NoTimes.nameless(Lang::En), None);
    }
}
