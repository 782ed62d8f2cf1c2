//! The models that segue knows.

use segue_core::Lang;

/// Revision of the repository of ggml files that the checksums belong to.
const REVISION: &str = "5359861c739e955e79d9a303bcbc70fb988958b1";

/// A model of recognition. All are Whisper, understand English and Russian, and are under the MIT licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model {
    /// Name that the user types.
    pub name: &'static str,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Licence of the weights.
    pub licence: &'static str,
    /// Name of the file, here and at the source.
    pub(super) file: &'static str,
    /// Checksum of the file at the usual source.
    pub(super) sha256: &'static str,
    /// Checksum of the same weights from packages, for a model that can be had that way.
    pub(super) rewritten_sha256: Option<&'static str>,
    english: &'static str,
    russian: &'static str,
}

impl Model {
    /// What it is good for, in a sentence.
    pub fn about(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Ru => self.russian,
        }
    }

    /// Megabytes to fetch, rounded.
    pub fn megabytes(&self) -> u64 {
        (self.bytes + 500_000) / 1_000_000
    }

    /// Where the file is fetched from.
    pub(super) fn address(&self) -> String {
        format!("https://huggingface.co/ggerganov/whisper.cpp/resolve/{REVISION}/{}", self.file)
    }
}

/// Known models, the lightest first.
pub const CATALOGUE: &[Model] = &[
    Model {
        name: "base",
        bytes: 147_951_465,
        licence: "MIT",
        file: "ggml-base.bin",
        sha256: "60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe",
        rewritten_sha256: Some("c0db470711f9496ec80feedb59b0916f10a0c301218e7254a61e7d3d1890dc6d"),
        english: "Fast enough for live calls on two cores. Good for English; weak for Russian: the gist, not every word.",
        russian: "Успевает за живым разговором на двух ядрах. Английский — хорошо; русский — слабо: суть, но не каждое слово.",
    },
    Model {
        name: "small",
        bytes: 487_601_967,
        licence: "MIT",
        file: "ggml-small.bin",
        sha256: "1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b",
        rewritten_sha256: None,
        english: "About three times the work of base. Good for English, fair for Russian.",
        russian: "Примерно втрое тяжелее base. Английский — хорошо, русский — сносно.",
    },
    Model {
        name: "large-v3-turbo-q5_0",
        bytes: 574_041_195,
        licence: "MIT",
        file: "ggml-large-v3-turbo-q5_0.bin",
        sha256: "394221709cd5ad1f40c46e6031ca61bce88931e6e088c188294c6d5a55ffa7e2",
        rewritten_sha256: None,
        english: "The strongest for Russian at a third of the size; for recordings, or for live calls on a fast machine.",
        russian: "Лучшая для русского при трети размера; для записей, а на быстрой машине и для живых звонков.",
    },
    Model {
        name: "large-v3-turbo",
        bytes: 1_624_555_275,
        licence: "MIT",
        file: "ggml-large-v3-turbo.bin",
        sha256: "1fc70f774d38eb169993ac391eea357ef47c88757ef72ee5943879b7e8e2bc69",
        rewritten_sha256: None,
        english: "The strongest for both languages, unabridged; for recordings on a fast machine.",
        russian: "Самая сильная для обоих языков, без сокращений; для записей на быстрой машине.",
    },
];

/// The model of that name.
pub fn find(name: &str) -> Option<&'static Model> {
    CATALOGUE.iter().find(|model| model.name == name)
}

#[cfg(test)]
mod tests {
    use super::{CATALOGUE, find};
    use segue_core::Lang;

    #[test]
    fn every_model_is_named_once_described_in_both_languages_and_checked() {
        for model in CATALOGUE {
            assert_eq!(find(model.name), Some(model));
            assert!(model.about(Lang::En).is_ascii() && Lang::of_text(model.about(Lang::Ru)) == Some(Lang::Ru), "{}", model.name);
            assert!(model.sha256.len() == 64 && model.address().ends_with(model.file), "{}", model.name);
        }
    }
}
