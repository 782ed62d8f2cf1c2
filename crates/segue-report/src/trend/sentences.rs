//! The sentences of a trend. Every format tells the same; a format only lays them out.

use super::amounts::{date, holding_share, less, minutes, money, name, weekday};
use super::page::Book;
use super::wording::Say;
use crate::wording::{Texts, readable, sentence};
use jiff::ToSpan;
use jiff::civil::Date;
use segue_core::{Address, Exception, ExceptionKind, Role};
use segue_weeks::{
    ClientTrend, CoolSign, Figures, Judged, LineEffect, StepReason, Stretch, Told, Trend, Week, WeekDeparture, monday,
    reason_in_words,
};

/// A change smaller than this is none.
const NOTABLE: f64 = 0.15;

/// What is at the top: the facts and the one sentence to remember.
pub(super) fn facts(texts: &Texts, trend: &Trend) -> Vec<String> {
    let mut facts = vec![texts.fill(Say::TrendWeeks, [("n", trend.weeks.len().into())])];
    facts.push(texts.fill(Say::TrendCalls, [("n", trend.figures.calls.into())]));
    if trend.clients.len() != 1 {
        facts.push(texts.fill(Say::TrendClients, [("n", trend.clients.len().into())]));
    }
    facts.push(texts.fill(Say::TrendUntil, [("date", date(texts, trend.today).into())]));
    if (1..trend.figures.calls).contains(&trend.figures.serious) {
        facts.push(texts.fill(Say::TrendUncounted, [("n", trend.figures.serious.into())]));
    }
    if (1..trend.figures.calls).contains(&trend.figures.unknown) {
        facts.push(texts.fill(Say::TrendUnknown, [("n", trend.figures.unknown.into())]));
    }
    facts
}

/// The one sentence to remember.
pub(super) fn headline(texts: &Texts, trend: &Trend) -> String {
    let text = change(texts, trend);
    match trend.clients.as_slice() {
        [only] => texts.fill(Say::TrendAbout, [("who", name(texts, &only.client.name).into()), ("text", text.into())]),
        _ => text,
    }
}

fn change(texts: &Texts, trend: &Trend) -> String {
    let shown = |value: f64| minutes(texts, value);
    if trend.figures.calls == 0 {
        texts.say(Say::TrendEmpty)
    } else if trend.figures.serious == trend.figures.calls {
        texts.say(Say::TrendSerious)
    } else if trend.figures.counted() == 0 {
        texts.say(Say::TrendNothing)
    } else if trend.figures.spoken == 0 {
        texts.fill(Say::TrendWritten, [("share", texts.percent(trend.figures.private_share).into())])
    } else if let Some((before, now)) = trend.before_and_now() {
        let message = if now < before * (1.0 - NOTABLE) {
            Say::TrendDown
        } else if now > before * (1.0 + NOTABLE) {
            Say::TrendUp
        } else {
            Say::TrendSame
        };
        texts.fill(message, [("now", shown(now).into()), ("before", shown(before).into())])
    } else {
        texts.fill(Say::TrendEarly, [("now", shown(trend.figures.private_minutes_per_call()).into())])
    }
}

/// What private talk took in all, and what it cost.
pub(super) fn cost(texts: &Texts, figures: &Figures) -> Option<String> {
    (figures.private_minutes >= 1.0).then(|| {
        let some = if figures.money.is_empty() { "none" } else { "some" };
        let values = [
            ("amount", minutes(texts, figures.private_minutes).into()),
            ("calls", figures.spoken.into()),
            ("money", some.into()),
            ("shown", money(texts, &figures.money).into()),
        ];
        texts.fill(Say::TrendCost, values)
    })
}

/// A week with a client: "Viktor: held 3 of 4; Thursday ran 12 min over, reason sent".
pub(super) fn week(texts: &Texts, who: &str, week: &Week) -> String {
    let mut rest: Vec<String> = week.departures.iter().map(|one| departure(texts, one)).collect();
    if week.announced {
        rest.insert(0, texts.say(Say::WeekAnnounced));
    }
    if week.serious > 0 {
        rest.insert(0, texts.say(Say::WeekSerious));
    }
    let rest: String = rest.iter().map(|part| format!("; {part}")).collect();
    let who = name(texts, who);
    if week.counted == 0 {
        return texts.fill(Say::WeekNone, [("who", who.into()), ("calls", week.calls.into()), ("rest", rest.into())]) + ".";
    }
    let values = [("who", who.into()), ("held", week.held.into()), ("counted", week.counted.into()), ("rest", rest.into())];
    texts.fill(Say::WeekHeld, values) + "."
}

fn departure(texts: &Texts, departure: &WeekDeparture) -> String {
    let message = match departure.kind {
        ExceptionKind::Overrun => Say::WeekOverrun,
        ExceptionKind::LongGreeting => Say::WeekGreeting,
        ExceptionKind::LongClosing => Say::WeekClosing,
        ExceptionKind::AgreedChat => Say::WeekChat,
        ExceptionKind::PrivateTalk => Say::WeekPrivate,
        ExceptionKind::EndedEarly => Say::WeekEarly,
        ExceptionKind::ItemsLeft => Say::WeekItemsLeft,
        ExceptionKind::Moved => Say::WeekMoved,
    };
    let what = texts.fill(
        message,
        [("weekday", weekday(texts, departure.weekday).into()), ("amount", texts.round_duration(departure.seconds).into())],
    );
    let told = match (departure.theirs, departure.told) {
        (true, _) => Say::WeekTheirs,
        (false, Told::Sent) => Say::WeekSent,
        (false, Told::Noted) => Say::WeekNoted,
        (false, Told::Open) => Say::WeekOpen,
    };
    texts.fill(told, [("what", what.into())])
}

/// One departure in a list: what, with its reason if there is one, and how far it was explained.
pub(super) fn exception(texts: &Texts, exception: &Exception) -> (String, String) {
    let message = match exception.kind {
        ExceptionKind::Overrun => Say::ExceptionOverrun,
        ExceptionKind::LongGreeting => Say::ExceptionGreeting,
        ExceptionKind::LongClosing => Say::ExceptionClosing,
        ExceptionKind::AgreedChat => Say::ExceptionChat,
        ExceptionKind::PrivateTalk => Say::ExceptionPrivate,
        ExceptionKind::EndedEarly => Say::ExceptionEarly,
        ExceptionKind::ItemsLeft => Say::ExceptionItemsLeft,
        ExceptionKind::Moved => Say::ExceptionMoved,
    };
    let told = match (exception.theirs, Told::of(exception)) {
        (true, _) => Say::ToldTheirs,
        (false, Told::Sent) => Say::ToldSent,
        (false, Told::Noted) => Say::ToldNoted,
        (false, Told::Open) => Say::ToldOpen,
    };
    let what = texts.fill(message, [("amount", texts.round_duration(exception.seconds).into())]);
    let reason = readable(&reason_in_words(&exception.reason, texts.lang()));
    (if reason.is_empty() { what } else { format!("{what}: {reason}") }, texts.say(told))
}

/// Exceptions against the allowance.
pub(super) fn exceptions_of(texts: &Texts, client: &ClientTrend) -> String {
    let allowance = client.allowance;
    texts.fill(Say::ExceptionsOf, [("used", allowance.used.into()), ("allowed", allowance.allowed.into())])
}

/// How much is private now, and how much was at first.
pub(super) fn now(texts: &Texts, client: &ClientTrend) -> String {
    if client.figures.counted() == 0 {
        return "–".to_owned();
    }
    if client.figures.spoken == 0 {
        return texts.fill(Say::ClientsWords, [("now", texts.percent(client.now.private_share).into())]);
    }
    // Of late there was writing only, or what nobody counts: then all of the time is what there is.
    let lately = client.now.spoken > 0 && client.now.calls < client.calls.len();
    let figures = if client.now.spoken == 0 { &client.figures } else { &client.now };
    let now = minutes(texts, figures.private_minutes_per_call());
    let n = client.now.calls;
    match &client.first {
        Some(first) if lately => {
            let before = minutes(texts, first.private_minutes_per_call());
            texts.fill(Say::ClientsNow, [("now", now.into()), ("before", before.into()), ("n", n.into())])
        }
        _ if lately => texts.fill(Say::ClientsLately, [("now", now.into()), ("n", n.into())]),
        _ => now,
    }
}

/// What to try next, and why.
pub(super) fn step(texts: &Texts, client: &ClientTrend) -> String {
    let chat = |seconds: f64| texts.duration(seconds);
    let boundary = &client.next.boundary;
    match client.next.reason {
        StepReason::TooEarly { calls } => texts.fill(Say::StepTooEarly, [("calls", calls.into())]),
        StepReason::Written { share, goal } => {
            texts.fill(Say::StepWritten, [("share", texts.percent(share).into()), ("goal", texts.percent(goal).into())])
        }
        StepReason::Serious => texts.fill(Say::StepSerious, [("end", chat(client.next.chat_at_end()).into())]),
        StepReason::Curt => {
            let values = [("start", chat(boundary.greeting_chat()).into()), ("end", chat(client.next.chat_at_end()).into())];
            texts.fill(Say::StepCurt, values)
        }
        StepReason::AnnounceFirst => texts.say(Say::StepAnnounce),
        StepReason::TooFlexible { .. } => texts.say(Say::StepFlexible),
        StepReason::LessChat { measured, agreed, goal } => {
            let message = if goal > agreed { Say::StepLess } else { Say::StepBack };
            let values = [
                ("measured", chat(measured).into()),
                ("agreed", chat(agreed).into()),
                ("goal", chat(goal).into()),
                ("less", less(texts, measured, goal).into()),
            ];
            texts.fill(message, values)
        }
        StepReason::SmallerAllowance { agreed, goal, .. } => {
            let values =
                [("agreed", chat(agreed).into()), ("goal", chat(goal).into()), ("less", less(texts, agreed, goal).into())];
            texts.fill(Say::StepSmaller, values)
        }
        StepReason::WrongPlace { outside } => texts.fill(Say::StepPlace, [("outside", chat(outside).into())]),
        StepReason::ShorterCalls { measured, planned, goal } => {
            let [measured, planned, goal] = [measured, planned, goal].map(|value| minutes(texts, value));
            texts.fill(Say::StepShorter, [("measured", measured.into()), ("planned", planned.into()), ("goal", goal.into())])
        }
        StepReason::EndOnTime { over } => texts.fill(Say::StepOnTime, [("over", minutes(texts, over).into())]),
        StepReason::NewAgreement { calls } => texts.fill(Say::StepNew, [("calls", calls.into())]),
        StepReason::Sometimes { held, calls } => texts.fill(Say::StepSometimes, [("held", held.into()), ("calls", calls.into())]),
        StepReason::Holds => texts.say(Say::StepHolds),
    }
}

/// That flexibility has become the rule, if it has.
pub(super) fn flexible(texts: &Texts, client: &ClientTrend) -> Option<String> {
    let allowance = client.allowance;
    allowance.is_the_rule().then(|| {
        let values = [("used", allowance.used.into()), ("calls", allowance.calls.into()), ("allowed", allowance.allowed.into())];
        texts.fill(Say::Flexible, values)
    })
}

/// That talk has become curt, if it has.
pub(super) fn curt(texts: &Texts, client: &ClientTrend) -> Option<String> {
    let signs = client.cooled.as_ref()?.iter().map(|sign| match sign {
        CoolSign::NoGreeting => texts.say(Say::CurtGreeting),
        CoolSign::NoClosingChat => texts.say(Say::CurtClosing),
        CoolSign::ClientSaysLess { before, now } => {
            let who = name(texts, &client.client.name);
            let values = [("who", who.into()), ("now", minutes(texts, *now).into()), ("before", minutes(texts, *before).into())];
            texts.fill(Say::CurtClient, values)
        }
    });
    Some(texts.fill(Say::Curt, [("signs", signs.collect::<Vec<_>>().join("; ").into())]))
}

/// Who opens private talk and how I feed it, as far as anything is known of that.
pub(super) fn who(texts: &Texts, client: &ClientTrend) -> Vec<String> {
    let opened = client.figures.opened;
    let who = name(texts, &client.client.name);
    let count = |message: Say, n: usize| (n > 0).then(|| texts.fill(message, [("n", n.into()), ("who", who.as_str().into())]));
    let openers = [
        count(Say::OpenedClient, opened.client),
        count(Say::OpenedMe, opened.me),
        count(Say::OpenedOthers, opened.others),
        count(Say::OpenedUnknown, opened.unknown),
    ];
    let list = openers.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let opened = match opened.total() {
        0 => (client.figures.counted() > 0).then(|| texts.say(Say::OpenedNone)),
        n => Some(texts.fill(Say::Opened, [("n", n.into()), ("list", list.into())])),
    };
    let ways = client.figures.feeding.iter().map(|&(kind, times)| texts.feeding_count(kind, times as usize));
    let ways = ways.collect::<Vec<_>>().join(", ");
    let heard_me = || client.calls.iter().any(|one| one.call.talk.iter().any(|(role, _)| *role == Role::Me));
    let fed = match client.figures.fed() {
        0 => heard_me().then(|| texts.say(Say::FedNone)),
        n => Some(texts.fill(Say::Fed, [("n", n.into()), ("list", ways.into())])),
    };
    opened.into_iter().chain(fed).collect()
}

/// How soon business goes on after a line.
pub(super) fn returned(texts: &Texts, figures: &Figures) -> Option<String> {
    (figures.cues > 0).then(|| match figures.return_seconds {
        Some(seconds) => {
            let values = [
                ("returned", figures.returned.into()),
                ("cues", figures.cues.into()),
                ("seconds", texts.duration(seconds).into()),
            ];
            texts.fill(Say::Returned, values)
        }
        None => texts.fill(Say::ReturnedNever, [("cues", figures.cues.into())]),
    })
}

/// This week and the last one with their titles, one sentence a client; a week without calls is left out.
pub(super) fn recent_weeks(texts: &Texts, trend: &Trend) -> Vec<(Say, Vec<String>)> {
    let this = monday(trend.today);
    let told = |start: Date| {
        let of = |client: &ClientTrend| {
            let found = client.weeks.iter().find(|week| week.monday == start)?;
            Some(week(texts, &client.client.name, found))
        };
        trend.clients.iter().filter_map(of).collect::<Vec<_>>()
    };
    let weeks = [(Say::WeekThis, told(this)), (Say::WeekLast, told(this.saturating_sub(1.week())))];
    weeks.into_iter().filter(|(_, told)| !told.is_empty()).collect()
}

/// Departures with their days, the newest first: those that nobody noted too, and those that came from them.
pub(super) fn exceptions<'a>(client: &'a ClientTrend) -> Vec<(Date, &'a Exception)> {
    let of = |one: &'a Judged| one.departures.iter().chain(&one.theirs).map(|exception| (one.day, exception));
    client.calls.iter().rev().flat_map(of).collect()
}

/// How many departures stand in no list that shows so many.
pub(super) fn exceptions_more(texts: &Texts, client: &ClientTrend, shown: usize) -> Option<String> {
    let more = exceptions(client).len().saturating_sub(shown);
    (more > 0).then(|| texts.fill(Say::ExceptionsMore, [("n", more.into())]))
}

/// One line and how it works.
pub(super) fn line(texts: &Texts, effect: &LineEffect, book: Book, address: Address) -> String {
    let tally = texts.fill(Say::LineEffect, [("returned", effect.returned.into()), ("shown", effect.shown.into())]);
    let words = line_words(texts, effect, book, address);
    match effect.seconds {
        Some(seconds) => {
            let later = texts.fill(Say::LineSeconds, [("seconds", texts.duration(seconds).into())]);
            format!("{words} — {tally}, {later}")
        }
        None => format!("{words} — {tally}"),
    }
}

/// The words of a line, or its id where the phrasebook no longer has it.
pub(super) fn line_words(texts: &Texts, effect: &LineEffect, book: Book, address: Address) -> String {
    book(&effect.line, address).and_then(|line| texts.quote(&line)).unwrap_or_else(|| readable(&effect.line))
}

/// Before and after the announcement in one sentence each.
pub(super) fn announced(texts: &Texts, client: &ClientTrend) -> Option<String> {
    let announced = client.announced.as_ref()?;
    let said = texts.fill(Say::AnnouncedOn, [("date", date(texts, announced.date).into())]);
    let stretch = |message: Say, stretch: &Stretch| {
        let figures = &stretch.figures;
        let name = texts.fill(message, [("n", figures.calls.into())]);
        if figures.calls == 0 {
            return format!("{}.", sentence(&name));
        }
        let private = minutes(texts, figures.private_minutes_per_call());
        let holding = holding_share(texts, stretch.holding);
        format!(
            "{}: {} {private} ({}), {} {holding}.",
            sentence(&name),
            texts.say(Say::NumberCallShort),
            texts.percent(figures.private_share),
            texts.say(Say::LegendHolding)
        )
    };
    let sides = [stretch(Say::AnnouncedBefore, &announced.before), stretch(Say::AnnouncedAfter, &announced.after)];
    let alone = (!announced.compares()).then(|| texts.say(Say::AnnouncedAlone));
    Some([said].into_iter().chain(sides).chain(alone).collect::<Vec<_>>().join(" "))
}

/// Whether a call held, in words.
pub(super) fn held(texts: &Texts, one: &Judged) -> String {
    texts.say(match (one.call.serious, one.possible(), one.earned()) {
        (true, ..) => Say::HeldSerious,
        (_, 0, _) => Say::HeldUncounted,
        (_, possible, earned) if earned == possible => Say::HeldYes,
        (_, _, 0) => Say::HeldNo,
        // A call that was nine tenths private is not "half held" by having ended on time: what held, and what did not, is said.
        _ if one.on_time == Some(true) => Say::HeldTime,
        _ => Say::HeldTalk,
    })
}
