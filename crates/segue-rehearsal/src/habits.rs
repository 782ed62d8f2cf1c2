//! How a real client is, by the figures of their calls: the practice person is set by it.

use crate::person::Temper;
use segue_core::Lang;
use segue_weeks::Figures;

/// Lines, or drifts, of which a share means something.
const ENOUGH: usize = 3;

/// How somebody is in calls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Habits {
    /// Calls that this was seen in.
    calls: usize,
    /// Drifts a call that needed steering.
    drifts: f64,
    /// Share of the drifts that they opened, of those that they or I did; `None` if there are too few.
    opens: Option<f64>,
    /// Share of lines after which they came back; `None` if too few were shown.
    returns: Option<f64>,
    /// Median seconds until they came back.
    seconds: Option<f64>,
    /// Private talk as a share of all talk.
    private: f64,
}

/// What a practice person does of their own accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Policy {
    /// How often a warm way back is tried once more before it is taken.
    pub insists: u32,
    /// Answers about the work between two stories.
    pub pause: u32,
    /// Parts of a story that they tell without being asked.
    pub talks: usize,
    /// Whether they begin with private talk themselves.
    pub opens: bool,
}

impl Policy {
    /// As people of that temper are.
    pub fn of(temper: Temper) -> Self {
        Self { insists: temper.insists(), pause: 1, talks: usize::MAX, opens: true }
    }
}

impl Habits {
    /// The habits behind some calls' figures; `None` if there are none to speak of.
    pub fn of(figures: &Figures) -> Option<Self> {
        let calls = figures.calls.saturating_sub(figures.serious);
        if calls == 0 {
            return None;
        }
        let (theirs, mine) = (figures.opened.client, figures.opened.me);
        let share = |part: usize, of: usize| (of >= ENOUGH).then(|| part as f64 / of as f64);
        Some(Self {
            calls,
            drifts: figures.opened.total() as f64 / calls as f64,
            opens: share(theirs, theirs + mine),
            returns: share(figures.returned, figures.cues),
            seconds: figures.return_seconds,
            private: figures.private_share,
        })
    }

    /// A temper, set by these habits. What the figures do not tell stays as the temper has it.
    pub(crate) fn policy(self, temper: Temper) -> Policy {
        let usual = Policy::of(temper);
        // Bad news is no habit.
        if temper == Temper::Grieving {
            return usual;
        }
        let slow = u32::from(self.seconds.is_some_and(|seconds| seconds > 60.0));
        let insists = self.returns.map_or(usual.insists, |returns| match returns {
            0.85.. => slow,
            0.6.. => 1 + slow,
            0.35.. => 2 + slow,
            _ => 3,
        });
        let pause = match self.drifts {
            3.0.. => 1,
            1.5.. => 2,
            0.5.. => 3,
            _ => 4,
        };
        let talks = match self.private {
            0.25.. => usize::MAX,
            0.1.. => 2,
            _ => 1,
        };
        Policy { insists: insists.min(3), pause, talks, opens: self.opens.is_none_or(|opens| opens >= 0.5) }
    }

    /// By what the practice person is set, in a sentence; `client` is the real one.
    pub fn in_words(&self, person: &str, client: &str, lang: Lang) -> String {
        let space = if lang == Lang::Ru { " " } else { "" };
        let percent = |share: f64| format!("{:.0}{space}%", share * 100.0);
        let drifts = format!("{:.1}", self.drifts);
        let drifts = drifts.strip_suffix(".0").unwrap_or(&drifts);
        let mut told = Vec::new();
        match lang {
            Lang::En => {
                told.push(format!("{drifts} {} per call", if drifts == "1" { "drift" } else { "drifts" }));
                told.extend(self.opens.map(|opens| format!("{} opened by the client", percent(opens))));
                let after = self.seconds.map_or_else(String::new, |seconds| format!(" (in about {seconds:.0} s)"));
                told.extend(self.returns.map(|returns| format!("back to work after {} of your lines{after}", percent(returns))));
                told.push(format!("{} of the talk private", percent(self.private)));
                let calls = if self.calls == 1 { "call".to_owned() } else { format!("{} calls", self.calls) };
                format!("{person} behaves as {client} did in your last {calls}: {}.", told.join(", "))
            }
            Lang::Ru => {
                told.push(format!("отступлений за разговор: {}", drifts.replace('.', ",")));
                told.extend(self.opens.map(|opens| format!("из них начинает клиент: {}", percent(opens))));
                let after = self.seconds.map_or_else(String::new, |seconds| format!(" через {seconds:.0} с"));
                told.extend(self.returns.map(|returns| format!("к делу{after} после {} реплик", percent(returns))));
                told.push(format!("личного: {}", percent(self.private)));
                format!("{person}: характер по последним разговорам ({client}, {}). {}.", self.calls, capital(&told.join(", ")))
            }
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Habits, Policy};
    use crate::person::Temper;
    use segue_core::Lang;
    use segue_weeks::{Figures, Openers};

    fn figures(
        calls: usize,
        (client, me): (usize, usize),
        (returned, cues): (usize, usize),
        seconds: f64,
        private: f64,
    ) -> Figures {
        Figures {
            calls,
            opened: Openers { client, me, ..Openers::default() },
            returned,
            cues,
            return_seconds: (returned > 0).then_some(seconds),
            private_share: private,
            ..Figures::default()
        }
    }

    #[test]
    fn without_figures_nothing_changes() {
        assert_eq!(Habits::of(&Figures::default()), None);
        assert_eq!(Habits::of(&Figures { calls: 2, serious: 2, ..Figures::default() }), None);
        let few = Habits::of(&figures(1, (2, 0), (1, 2), 10.0, 0.4)).unwrap();
        assert_eq!(few.policy(Temper::Questioner).insists, Temper::Questioner.insists());
    }

    #[test]
    fn figures_set_the_temper() {
        for (figures, policy) in [
            (figures(5, (20, 1), (9, 10), 15.0, 0.4), Policy { insists: 0, pause: 1, talks: usize::MAX, opens: true }),
            (figures(5, (20, 1), (3, 10), 90.0, 0.4), Policy { insists: 3, pause: 1, talks: usize::MAX, opens: true }),
            (figures(5, (8, 1), (7, 10), 80.0, 0.2), Policy { insists: 2, pause: 2, talks: 2, opens: true }),
            (figures(5, (1, 4), (7, 10), 20.0, 0.05), Policy { insists: 1, pause: 3, talks: 1, opens: false }),
            (figures(5, (1, 0), (0, 0), 0.0, 0.02), Policy { insists: 1, pause: 4, talks: 1, opens: true }),
        ] {
            assert_eq!(Habits::of(&figures).unwrap().policy(Temper::Storyteller), policy, "{figures:?}");
        }
        let grieving = Habits::of(&figures(5, (20, 1), (1, 10), 15.0, 0.4)).unwrap().policy(Temper::Grieving);
        assert_eq!(grieving, Policy::of(Temper::Grieving));
    }

    #[test]
    fn it_is_told_in_a_sentence() {
        let habits = Habits::of(&figures(5, (15, 1), (8, 10), 22.4, 0.324)).unwrap();
        assert_eq!(
            habits.in_words("Margaret", "Viktor", Lang::En),
            "Margaret behaves as Viktor did in your last 5 calls: 3.2 drifts per call, 94% opened by the client, back to work after 80% of your lines (in about 22 s), 32% of the talk private."
        );
        assert_eq!(
            habits.in_words("Маргарита", "Виктор", Lang::Ru),
            "Маргарита: характер по последним разговорам (Виктор, 5). Отступлений за разговор: 3,2, из них начинает клиент: 94 %, к делу через 22 с после 80 % реплик, личного: 32 %."
        );
    }
}
