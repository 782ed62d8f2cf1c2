//! Six clients and their stories.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use segue_core::debrief::Unit;
use segue_core::{
    Address, Announcement, Boundary, Client, Consent, ExceptionKind, Kind, Lang, LineWishes, Rate, Remembered, Tone,
};

/// A client and how the half year went with them.
pub(super) struct Person {
    pub name: &'static str,
    pub about: &'static str,
    pub lang: Lang,
    pub tone: Tone,
    pub address: Address,
    pub kind: Kind,
    pub minutes: f64,
    /// Agreed chat at the start and at the end, minutes.
    pub chat: (f64, f64),
    pub rate: (f64, &'static str),
    pub zone: &'static str,
    pub hour: i8,
    pub weekdays: &'static [Weekday],
    pub calls: usize,
    /// Weeks before the first call.
    pub first_week: usize,
    pub unit: Unit,
    /// Share of private talk at points of the half year, 0 to 1 each.
    pub private: &'static [f64],
    /// Greeting and closing chat in minutes, at points of the half year.
    pub greeting: &'static [f64],
    pub closing: &'static [f64],
    /// How likely a call runs over, at points of the half year.
    pub late: &'static [f64],
    /// How likely I open the private talk.
    pub mine: f64,
    /// Place of the announcement among the calls, if there was one.
    pub announced: Option<usize>,
    /// Place of the call in which something serious was told.
    pub serious: Option<usize>,
    pub reasons: &'static [(&'static str, ExceptionKind, bool)],
    pub agenda: &'static [&'static str],
    pub parked: &'static [&'static str],
    pub remembered: &'static [&'static str],
    /// What the announcement says; empty if none was written.
    pub script: &'static str,
}

const OVER: ExceptionKind = ExceptionKind::Overrun;

pub(super) const PEOPLE: [Person; 6] = [
    Person {
        name: "Viktor",
        about: "An online shop for cycling gear: design, checkout and newsletter.",
        lang: Lang::En,
        tone: Tone::Warm,
        address: Address::Vy,
        kind: Kind::Client,
        minutes: 45.0,
        chat: (2.0, 5.0),
        rate: (70.0, "€"),
        zone: "Europe/Berlin",
        hour: 10,
        weekdays: &[Weekday::Tuesday, Weekday::Thursday],
        calls: 38,
        first_week: 0,
        unit: Unit::Seconds,
        private: &[0.42, 0.45, 0.4, 0.28, 0.2, 0.16, 0.13],
        greeting: &[5.0, 4.0, 2.0, 1.5],
        closing: &[6.0, 5.0, 4.5, 4.0],
        late: &[0.7, 0.7, 0.35, 0.15, 0.1],
        mine: 0.3,
        announced: Some(14),
        serious: None,
        reasons: &[
            ("The checkout bug needed the time.", OVER, false),
            ("We lost the connection twice.", OVER, false),
            ("He came twelve minutes late.", OVER, true),
        ],
        agenda: &["Checkout", "Newsletter", "Invoice"],
        parked: &["the marathon in Lisbon", "his new espresso machine"],
        remembered: &["His daughter starts school in Lisbon in September."],
        script: "One thing before we start. I've taken on more projects. From now on, let's do the work first and chat at the end. I have 45 minutes each time. If something important happens, do tell me.",
    },
    Person {
        name: "Марина",
        about: "Сайт и запись на занятия для студии керамики.",
        lang: Lang::Ru,
        tone: Tone::Warm,
        address: Address::Vy,
        kind: Kind::Client,
        minutes: 40.0,
        chat: (2.0, 4.0),
        rate: (3500.0, "₽"),
        zone: "Europe/Moscow",
        hour: 12,
        weekdays: &[Weekday::Monday, Weekday::Wednesday],
        calls: 32,
        first_week: 0,
        unit: Unit::Seconds,
        private: &[0.22, 0.2, 0.24, 0.2, 0.18, 0.2],
        greeting: &[2.0, 2.0],
        closing: &[3.5, 3.5],
        late: &[0.2, 0.15],
        mine: 0.2,
        announced: None,
        serious: Some(31),
        reasons: &[("Обсуждали расписание на лето, прервать было нельзя.", OVER, false)],
        agenda: &["Расписание", "Оплата на сайте", "Фотографии"],
        parked: &["поездка в Гжель"],
        remembered: &["Мама в больнице, операция в конце ноября."],
        script: "",
    },
    Person {
        name: "Дмитрий",
        about: "Приложение для учёта запчастей в автосервисе.",
        lang: Lang::Ru,
        tone: Tone::Direct,
        address: Address::Ty,
        kind: Kind::Client,
        minutes: 30.0,
        chat: (1.0, 2.0),
        rate: (4000.0, "₽"),
        zone: "Asia/Yekaterinburg",
        hour: 15,
        weekdays: &[Weekday::Tuesday, Weekday::Friday],
        calls: 28,
        first_week: 2,
        unit: Unit::Seconds,
        private: &[0.12, 0.16, 0.22, 0.3],
        greeting: &[1.0, 1.5, 2.5],
        closing: &[1.5, 3.0],
        late: &[0.2, 0.35, 0.6, 0.85],
        mine: 0.55,
        announced: None,
        serious: None,
        reasons: &[
            ("Разбирали отчёт, не уложились.", OVER, false),
            ("", OVER, false),
            ("Заговорились о машинах.", ExceptionKind::LongClosing, false),
        ],
        agenda: &["Отчёт", "Склад", "Счёт"],
        parked: &["ремонт «Нивы»"],
        remembered: &[],
        script: "",
    },
    Person {
        name: "James",
        about: "Quarterly reports and a dashboard for a logistics firm.",
        lang: Lang::En,
        tone: Tone::Neutral,
        address: Address::Vy,
        kind: Kind::Client,
        minutes: 30.0,
        chat: (2.0, 3.0),
        rate: (90.0, "USD"),
        zone: "America/New_York",
        hour: 9,
        weekdays: &[Weekday::Monday],
        calls: 22,
        first_week: 3,
        unit: Unit::Seconds,
        private: &[0.16, 0.15, 0.14, 0.12, 0.1, 0.07, 0.006, 0.004],
        greeting: &[2.0, 1.8, 1.5, 1.5, 1.2, 1.2, 0.1, 0.1],
        closing: &[2.5, 2.2, 2.2, 1.8, 1.5, 1.2, 0.0, 0.0],
        late: &[0.1, 0.05],
        mine: 0.25,
        announced: Some(5),
        serious: None,
        reasons: &[("The numbers for the board had to be checked together.", OVER, false)],
        agenda: &["Dashboard", "Q4 numbers"],
        parked: &[],
        remembered: &["He is moving to Boston in January."],
        script: "Before we begin: from now on I'd like to keep our calls to the work.",
    },
    Person {
        name: "Priya",
        about: "A booking page and reminders for a physiotherapy practice.",
        lang: Lang::En,
        tone: Tone::Warm,
        address: Address::Vy,
        kind: Kind::Client,
        minutes: 30.0,
        chat: (3.0, 4.0),
        rate: (60.0, "£"),
        zone: "Europe/London",
        hour: 16,
        weekdays: &[Weekday::Thursday],
        calls: 18,
        first_week: 7,
        unit: Unit::Seconds,
        private: &[0.17, 0.15, 0.16],
        greeting: &[1.8, 2.0],
        closing: &[2.5, 2.5],
        late: &[0.1, 0.1],
        mine: 0.4,
        announced: None,
        serious: None,
        reasons: &[("We agreed to finish the booking page in one go.", OVER, false)],
        agenda: &["Booking page", "Reminders"],
        parked: &["her allotment"],
        remembered: &[],
        script: "",
    },
    Person {
        name: "Анна",
        about: "Переводы описаний для музея, переписка в мессенджере.",
        lang: Lang::Ru,
        tone: Tone::Neutral,
        address: Address::Ty,
        kind: Kind::Client,
        minutes: 0.0,
        chat: (1.0, 2.0),
        rate: (2500.0, "₽"),
        zone: "Asia/Tbilisi",
        hour: 18,
        weekdays: &[Weekday::Wednesday],
        calls: 12,
        first_week: 12,
        unit: Unit::Words,
        private: &[0.3, 0.22, 0.15, 0.08],
        greeting: &[0.0],
        closing: &[0.0],
        late: &[0.0],
        mine: 0.5,
        announced: None,
        serious: None,
        reasons: &[],
        agenda: &[],
        parked: &[],
        remembered: &[],
        script: "",
    },
];

impl Person {
    /// What is agreed with them.
    pub(super) fn boundary(&self) -> Boundary {
        Boundary {
            kind: self.kind,
            lang: self.lang,
            tone: self.tone,
            address: self.address,
            planned_minutes: (self.minutes > 0.0).then_some(self.minutes),
            chat_at_start: self.chat.0 * 60.0,
            chat_at_end: self.chat.1 * 60.0,
            ..Boundary::default()
        }
    }

    /// The client as they are known today, and the day on which the boundary was announced, if it was.
    pub(super) fn client(&self, first: Date, today: Date, announced: Option<Date>) -> Client {
        let ahead = (1..8).map(|days| today.saturating_add(i64::from(days).days()));
        let next = ahead.into_iter().find(|day| self.weekdays.contains(&day.weekday()));
        Client {
            boundary: self.boundary(),
            about: self.about.into(),
            rate: Some(Rate { per_hour: self.rate.0, currency: self.rate.1.into() }),
            lines: LineWishes::default(),
            consent: Some(Consent {
                basis: if self.lang == Lang::En {
                    "Said yes on the first call."
                } else {
                    "Согласие дано в первом разговоре."
                }
                .into(),
                given: true,
                date: first,
            }),
            next_meeting: next.map(|day| crate::spoken_time::in_words(day.at(self.hour, 0, 0, 0), today, self.lang)),
            next_call: next.map(|day| day.at(self.hour, 0, 0, 0)),
            announcement: (!self.script.is_empty()).then(|| Announcement {
                written: announced.unwrap_or(today),
                script: self.script.into(),
                announced,
                ..Announcement::default()
            }),
            parked: self.parked.iter().map(|&topic| topic.into()).collect(),
            remembered: self
                .remembered
                .iter()
                .map(|&text| Remembered { date: today.saturating_sub(14.days()), text: text.into() })
                .collect(),
            ..Client::named(self.name)
        }
    }
}
