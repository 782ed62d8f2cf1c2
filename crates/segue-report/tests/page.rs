//! The debrief as a page. What only a browser can show is in `tests/browser`.

mod samples;

use scraper::{Html, Selector};
use segue_core::Lang;
use segue_report::html;
use std::collections::BTreeSet;

fn pages() -> impl Iterator<Item = (&'static str, String, Html)> {
    samples::all().into_iter().flat_map(|(name, debrief)| {
        [Lang::En, Lang::Ru].map(|ui| {
            let source = html(&debrief, ui);
            let parsed = Html::parse_document(&source);
            (name, source, parsed)
        })
    })
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn pages_are_well_formed() {
    for (name, _, page) in pages() {
        assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
    }
}

#[test]
fn nothing_leads_outside() {
    for (name, source, page) in pages() {
        for element in all(&page, "*") {
            for (attribute, value) in element.value().attrs() {
                let leads = matches!(attribute, "href" | "src" | "srcset" | "action" | "data" | "poster" | "xlink:href");
                assert!(!leads || value.starts_with('#'), "{name}: {attribute}={value}");
                assert!(!attribute.starts_with("on") && attribute != "style", "{name}: {attribute}");
            }
        }
        assert!(all(&page, "link, img, iframe, object, embed, form, base").is_empty(), "{name}");
        if name != "broken" {
            assert!(!source.contains("http:") && !source.contains("https:") && !source.contains("//www"), "{name}");
        }
    }
}

#[test]
fn names_are_unique_and_every_link_arrives() {
    for (name, _, page) in pages() {
        let mut ids = BTreeSet::new();
        for element in all(&page, "[id]") {
            assert!(ids.insert(element.attr("id").unwrap()), "{name}: {:?} is there twice", element.attr("id"));
        }
        for element in all(&page, "a[href]") {
            assert!(ids.contains(&element.attr("href").unwrap()[1..]), "{name}: {:?}", element.attr("href"));
        }
        for element in all(&page, "[aria-labelledby]") {
            assert!(ids.contains(element.attr("aria-labelledby").unwrap()), "{name}");
        }
    }
}

#[test]
fn one_stop_for_the_tab_key_in_the_timeline() {
    for (name, _, page) in pages() {
        let stops = all(&page, "#lanes a[tabindex='0']").len();
        assert_eq!(stops, usize::from(name != "empty"), "{name}");
        assert_eq!(all(&page, "#lanes a:not([tabindex])").len(), 0, "{name}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let page = Html::parse_document(&html(&samples::named("broken").unwrap(), Lang::En));
    assert_eq!(all(&page, "script").len(), 1);
    assert_eq!(all(&page, "#said b, #said img, #lanes b").len(), 0);
    let words: Vec<String> = all(&page, "#said .words").iter().map(|element| element.text().collect()).collect();
    assert!(words[0].starts_with("</script><script>alert(1)</script> & \"quotes\" 'single' <img"), "{}", words[0]);
    assert_eq!(words[2], "words not kept");
}

#[test]
fn thousands_of_utterances_are_few_shapes() {
    let debrief = samples::named("long").unwrap();
    let page = Html::parse_document(&html(&debrief, Lang::Ru));
    assert_eq!(all(&page, "#said > li").len(), debrief.utterances.len());
    let blocks = all(&page, "#lanes a.block");
    assert!(blocks.len() < 400, "{} blocks", blocks.len());
    // Every utterance is in the block of its speaker that is around it.
    for (index, row) in all(&page, "#said > li").iter().enumerate() {
        let within = |block: &&scraper::ElementRef| {
            let number = |name| block.attr(name).unwrap().parse::<usize>().unwrap();
            block.attr("data-lane") == row.attr("data-lane") && (number("data-first")..=number("data-last")).contains(&index)
        };
        assert_eq!(blocks.iter().filter(within).count(), 1, "{index}");
    }
}

#[test]
fn a_chat_over_months_has_its_hours_drawn() {
    let page = Html::parse_document(&html(&samples::named("chat").unwrap(), Lang::Ru));
    assert_eq!(all(&page, "#months .entries > li").len(), 3);
    let pictures = all(&page, "#hours figure.hours");
    assert_eq!(pictures.len(), 2);
    // Readable without colour: each hour is told by its height and in words.
    let bars = all(&page, "#hours figure.hours rect");
    assert_eq!(bars.len(), 1 + 4);
    assert!(bars.iter().all(|bar| bar.attr("height").unwrap().parse::<usize>().unwrap() > 0));
    assert!(all(&page, "#hours rect title")[0].text().collect::<String>().contains("10:00–11:00: 40"));
    let text: String = all(&page, "#hours")[0].text().collect();
    assert!(text.contains("вне ваших рабочих часов 40") && text.contains("пн–пт 9:00–18:00"), "{text}");
}

#[test]
fn the_language_of_the_page_and_of_the_words_are_told_apart() {
    let page = Html::parse_document(&html(&samples::named("chat").unwrap(), Lang::En));
    assert_eq!(all(&page, "html")[0].attr("lang"), Some("en"));
    assert_eq!(all(&page, "#said .words")[0].attr("lang"), Some("ru"));
}
