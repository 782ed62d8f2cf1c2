//! The companion: what is said aloud counts as much as a key.

use segue_call::{Advice, Companion, ReviewOptions, Understanding, review_with};
use segue_core::session::{Floor, Key, Output};
use segue_core::{
    Boundary, Flag, Flags, Label, Lang, Phase, Plan, Reading, Role, Rung, Source, Speaker, Timing, Transcript, Utterance, Words,
};
use segue_phrasebook::{Announcement, Length, LineMemory, Phrasebook, announcement};
use segue_topic::{LiveReading, Said};

/// Whoever labels: what is said next is this, and does that.
struct Told(Label, Flags);

impl Understanding for Told {
    fn hear(&mut self, _said: Said<'_>) -> LiveReading {
        LiveReading { reading: Reading::certain(self.0, self.1), before: None, agenda_item: None }
    }
}

/// Whoever labels: one label after the other.
struct Script(std::vec::IntoIter<Label>);

impl Understanding for Script {
    fn hear(&mut self, _said: Said<'_>) -> LiveReading {
        let label = self.0.next().expect("a label for each utterance");
        LiveReading { reading: Reading::certain(label, Flags::NONE), before: None, agenda_item: None }
    }
}

struct Talk {
    companion: Companion<Told>,
    clock: f64,
    /// Somebody speaks on after what is said next.
    no_gap: bool,
    advice: Vec<Advice>,
}

impl Talk {
    fn new(plan: Plan, timing: Timing) -> Self {
        let companion =
            Companion::with(Told(Label::Business, Flags::NONE), plan, timing, Phrasebook::built_in(), LineMemory::default());
        Self { companion, clock: 0.0, no_gap: false, advice: Vec::new() }
    }

    fn say(&mut self, role: Role, label: Label, words: &str) -> &mut Self {
        self.say_what_is(role, label, Flags::NONE, words)
    }

    fn say_what_is(&mut self, role: Role, label: Label, flags: Flags, words: &str) -> &mut Self {
        *self.companion.understanding_mut() = Told(label, flags);
        let start = self.clock;
        self.clock += 6.0;
        let speaker = Speaker { name: String::new(), role };
        let utterance = Utterance { start, end: self.clock, speaker, text: Words::new(words) };
        self.companion.hear(&utterance, self.clock, if self.no_gap { Floor::Held } else { Floor::Open });
        self.listen()
    }

    fn key(&mut self, key: Key) -> &mut Self {
        self.companion.press(self.clock, key);
        self.listen()
    }

    fn listen(&mut self) -> &mut Self {
        while let Some(advice) = self.companion.poll() {
            self.advice.push(advice);
        }
        self
    }

    fn drift(&mut self) -> &mut Self {
        for _ in 0..9 {
            self.say(Role::Client, Label::Personal, "and then my neighbour came over with that dog of hers again");
        }
        self
    }

    fn work(&mut self) -> &mut Self {
        for _ in 0..4 {
            self.say(Role::Client, Label::Business, "the invoice is in the folder and the second page is done now");
        }
        self
    }

    /// The words of the lines that were shown.
    fn lines(&self) -> Vec<(Rung, String, String)> {
        let shown = self.advice.iter().filter_map(|advice| match advice {
            Advice::Show { cue, line } => Some((cue.rung(), line.id.clone(), line.text.clone())),
            _ => None,
        });
        shown.collect()
    }

    fn parked(&self) -> usize {
        self.advice.iter().filter(|advice| matches!(advice, Advice::Session(Output::Parked { .. }))).count()
    }
}

fn plan() -> Plan {
    Plan { boundary: Boundary { planned_minutes: Some(15.0), ..Boundary::default() }, ..Plan::default() }
}

/// A line said aloud stayed on show, and its topic was not parked.
#[test]
fn a_line_said_aloud_is_a_line_said() {
    let mut talk = Talk::new(plan(), Timing::Spoken);
    talk.work().drift();
    let (rung, _, words) = talk.lines().pop().expect("a line is shown");
    assert_eq!((rung, talk.parked()), (Rung::Park, 0));
    assert!(talk.companion.session().live_cue().is_some());
    talk.say(Role::Me, Label::Framing, &words);
    assert!(talk.companion.session().live_cue().is_none());
    assert_eq!(talk.parked(), 1);
}

/// "Right, page seven, the spindle" was told as the line said, and taught that the line works; so was a question that asked on.
#[test]
fn only_what_is_said_in_like_words_is_the_line_said() {
    let steer = Flags::from_iter([Flag::SteerBack]);
    for (label, flags, words, said, on_show) in [
        (Label::Framing, steer, "Can we keep it for the last five minutes? I need you for the prices.", 1, false),
        (Label::Framing, steer, "Хочу дослушать, но давай в конце, ладно?", 1, false),
        (Label::Framing, steer, "Ha ha. Right, okay, page seven, the spindle.", 0, false),
        (Label::Framing, steer, "Сома я запомню. Возвращаемся к повестке: подрядчик.", 0, false),
        (Label::Personal, Flags::NONE, "And what did she do at the end of the call?", 0, true),
        (Label::Personal, Flags::NONE, "И что в конце?", 0, true),
    ] {
        let lang = Lang::of_text(words).unwrap_or_default();
        let boundary = Boundary { lang, ..plan().boundary };
        let mut talk = Talk::new(Plan { boundary, ..plan() }, Timing::Spoken);
        talk.work().drift();
        let (rung, line, _) = talk.lines().pop().expect("a line is shown");
        assert_eq!(rung, Rung::Park);
        talk.say_what_is(Role::Me, label, flags, words);
        assert_eq!(talk.companion.session().live_cue().is_some(), on_show, "{words}");
        talk.work().key(Key::EndCall);
        let record = talk.companion.memory().line(&line).expect("it is known").clone();
        assert_eq!((record.said, record.returned, talk.parked()), (said, said, said as usize), "{words}: {record:?}");
    }
}

/// "Can we keep that for the end?" was not the line said where it came once the story was heard out.
#[test]
fn a_line_may_be_said_once_the_story_was_heard_out() {
    for (words, said) in
        [("Can we keep that for the end? The door first.", 1), ("Can you tell me at the end of the page what it costs?", 0)]
    {
        let mut talk = Talk::new(plan(), Timing::Spoken);
        talk.work().drift();
        let (_, line, shown) = talk.lines().pop().expect("a line is shown");
        assert_eq!(shown, "Can we keep that for the end? I need you for something first.");
        // They tell on for most of a minute.
        talk.clock += 50.0;
        talk.say_what_is(Role::Me, Label::Framing, Flags::from_iter([Flag::SteerBack]), words).work().key(Key::EndCall);
        let record = talk.companion.memory().line(&line).expect("it is known").clone();
        assert_eq!(record.said, said, "{words}: {record:?}");
    }
}

/// Only the next line wrote down what became of one: the last line of a call taught nothing.
#[test]
fn the_last_line_of_a_call_that_ends_by_key_is_learned_from() {
    let mut talk = Talk::new(plan(), Timing::Spoken);
    talk.work().drift();
    let (_, line, words) = talk.lines().pop().expect("a line is shown");
    talk.say(Role::Me, Label::Framing, &words).work().key(Key::EndCall);
    let record = talk.companion.memory().line(&line).expect("it is known").clone();
    assert_eq!((record.said, record.returned), (1, 1), "{record:?}");
}

/// "Can we leave that there for now and look at the work?" came two minutes after "that's everything on my list".
#[test]
fn what_i_say_of_the_end_begins_the_chat_that_was_agreed() {
    for (role, words, ends) in [
        (Role::Me, "That's everything on my list. You wanted to tell me about the harvest lunch.", true),
        (Role::Me, "Okay, I think we're done. How was the wedding?", true),
        (Role::Me, "По делу у меня всё. Вы хотели рассказать про поездку в Дербент.", true),
        (Role::Me, "Ну, с делами закончили. Как дача?", true),
        (Role::Me, "Once we're done with the work you can tell me.", false),
        (Role::Me, "Это не всё, ещё счёт.", false),
        (Role::Client, "That's everything on my list.", false),
    ] {
        let mut talk = Talk::new(plan(), Timing::Spoken);
        talk.work().say(role, Label::Business, words).drift();
        assert_eq!(talk.companion.phase() == Phase::ClosingChat, ends, "{words}");
        assert_eq!(talk.lines().is_empty(), ends, "{words}: {:?}", talk.lines());
    }
}

/// "Anyone who can stay, let's hear what we put off", where I had said "back to the agenda" and nothing was put off.
#[test]
fn words_of_my_own_put_aside_only_what_they_say_will_wait() {
    for (words, parked) in [
        ("Right, back to the agenda, who takes the electrics?", 0),
        ("Давайте вернёмся к повестке: кого берём?", 0),
        ("Hold that thought, tell me at the end.", 1),
        ("Давайте об этом в конце, сейчас смета.", 1),
    ] {
        let steers = Flags::from(Flag::SteerBack);
        let boundary = Boundary { lang: Lang::of_text(words).unwrap_or_default(), ..plan().boundary };
        let mut talk = Talk::new(Plan { boundary, ..plan() }, Timing::Spoken);
        talk.work().drift();
        assert!(talk.companion.session().live_cue().is_some());
        talk.say_what_is(Role::Me, Label::Framing, steers, words);
        assert!(talk.companion.session().live_cue().is_none(), "{words}");
        assert_eq!(talk.parked(), parked, "{words}");
    }
}

/// A line said of good will what had just been said of good will: "I am so sorry" and "I'm so sorry. Shall we stop here?".
#[test]
fn kind_words_of_mine_take_the_place_of_the_humane_line() {
    for (words, humane) in [
        ("Sinead, I am so sorry. Don't think about the bathroom.", false),
        ("Сочувствую вам. Не торопитесь с этим.", false),
        ("What happened?", true),
        ("Когда это случилось?", true),
    ] {
        let grave: Flags = [Flag::Serious, Flag::Disclosure].into_iter().collect();
        let mut talk = Talk::new(plan(), Timing::Spoken);
        talk.work();
        // Somebody speaks on: no gap for a line.
        talk.no_gap = true;
        talk.say_what_is(Role::Client, Label::Personal, grave, "Cormac has been diagnosed with leukaemia");
        talk.no_gap = false;
        talk.say_what_is(Role::Me, Label::Personal, Flag::Serious.into(), words);
        talk.say_what_is(Role::Client, Label::Personal, grave, "we are in the hospital since Wednesday");
        assert_eq!(talk.lines().iter().any(|(rung, ..)| *rung == Rung::Humane), humane, "{words}");
    }
}

/// Whoever announced the boundary unasked was offered the announcement right after.
#[test]
fn a_boundary_announced_in_my_own_time_is_announced() {
    for lang in [Lang::En, Lang::Ru] {
        let boundary = Boundary { lang, ..plan().boundary };
        let mut talk = Talk::new(Plan { announcement_due: true, boundary, ..plan() }, Timing::Spoken);
        talk.say(Role::Client, Label::Framing, "hello").say(Role::Me, Label::Framing, "hello, can you hear me");
        talk.say(Role::Client, Label::Framing, "yes");
        let script = announcement(&Announcement { lang, ..Announcement::default() }, Length::OneBreath);
        talk.say(Role::Me, Label::Framing, &script).work();
        assert!(talk.companion.session().is_announced(), "{script}");
        assert_eq!(talk.lines(), []);
        assert_eq!(talk.companion.phase(), Phase::Business);
    }
}

/// "I've decided from now on to eat no bread" and "with the work" soon after were an announcement together; one in people's own
/// words was none.
#[test]
fn an_announcement_is_known_by_what_it_does_and_work_by_the_way_is_none() {
    for (words, work, announced) in [
        ("Я решила, что отныне не ем хлеба, и столько времени освободилось.", "Сорок тысяч вместе с работой.", false),
        ("I've decided from now on to eat no bread, I have so much more time.", "I have the invoice, only about forty.", false),
        ("Скажу честно. Раньше я сплетничала, а теперь не могу. Хочу, чтобы созвоны стали короче.", "Сорок тысяч.", true),
        ("I owe you some honesty. I can't be up for gossip any more. I'd like our calls to be shorter.", "Four hundred.", true),
    ] {
        let mut talk = Talk::new(Plan { announcement_due: true, ..plan() }, Timing::Spoken);
        talk.say(Role::Me, Label::Framing, "hello").say(Role::Client, Label::Framing, "hello");
        talk.say(Role::Me, Label::Framing, words).say(Role::Client, Label::Framing, "yes");
        talk.say(Role::Me, Label::Business, work);
        assert_eq!(talk.companion.session().is_announced(), announced, "{words}");
    }
}

/// Two places asked, each with words of its own: what was begun before the line was shown, or said late in the call, was
/// half an announcement to either.
#[test]
fn an_announcement_is_one_also_late_and_begun_before_its_line() {
    let script = "Before we start, one thing. I have taken on more projects. From now on I keep our calls to the work. \
                  I have forty five minutes for us.";
    let breaths: Vec<&str> = script.split_inclusive(". ").collect();
    for begun in 0..breaths.len() {
        let mut talk = Talk::new(Plan { announcement_due: true, ..plan() }, Timing::Spoken);
        // An agreed chat can come first, and be long.
        talk.clock = 400.0;
        talk.say(Role::Client, Label::Framing, "hello").say(Role::Me, Label::Framing, "hello, can you hear me");
        let (before, after) = breaths.split_at(begun);
        before.iter().for_each(|words| {
            talk.say(Role::Me, Label::Framing, words);
        });
        talk.say(Role::Client, Label::Framing, "yes").say(Role::Client, Label::Framing, "fine");
        let shown = talk.lines().iter().any(|(rung, ..)| *rung == Rung::Announce);
        assert!(shown, "{begun}: {:?}", talk.lines());
        after.iter().for_each(|words| {
            talk.say(Role::Me, Label::Framing, words);
        });
        assert!(talk.companion.session().is_announced(), "{begun}");
        assert!(talk.companion.session().live_cue().is_none(), "{begun}");
    }
}

/// What stands in a journal without words is taken in again as what it was.
#[test]
fn what_was_recognised_is_taken_in_again_without_its_words() {
    let mut talk = Talk::new(plan(), Timing::Spoken);
    talk.work().drift();
    let (.., words) = talk.lines().pop().expect("a line is shown");
    talk.say(Role::Me, Label::Framing, &words);
    let recognised = talk.companion.recognised();
    assert!(recognised.said.is_some() && !recognised.announced);

    let mut again = Talk::new(plan(), Timing::Spoken);
    again.work().drift();
    again.companion.understanding_mut().0 = Label::Framing;
    let (start, end) = (again.clock, again.clock + 6.0);
    let speaker = Speaker { name: String::new(), role: Role::Me };
    let utterance = Utterance { start, end, speaker, text: Words::new("… … …") };
    again.companion.hear_again(&utterance, end, Floor::Open, recognised);
    again.listen();
    assert_eq!((again.parked(), again.companion.recognised()), (talk.parked(), recognised));
}

/// The phases of a chat's second sitting began at the first one's beginning.
#[test]
fn a_sitting_begins_at_its_time() {
    let mut talk = Talk::new(plan(), Timing::Chat);
    talk.work();
    talk.clock = 90_000.0;
    talk.companion.next_sitting(90_000.0);
    talk.work();
    let begun: Vec<f64> = talk
        .advice
        .iter()
        .filter_map(|advice| match advice {
            Advice::Session(Output::Phase { at, phase: Phase::Greeting }) => Some(*at),
            _ => None,
        })
        .collect();
    assert_eq!(begun, [0.0, 90_000.0]);
}

/// A chat over months ran out of lines after some weeks.
#[test]
fn a_line_of_one_sitting_may_come_again_in_a_later_one() {
    let mut talk = Talk::new(Plan::default(), Timing::Chat);
    for day in 0..60 {
        talk.clock = f64::from(day) * 86_400.0;
        talk.companion.next_sitting(talk.clock);
        let before = talk.lines().len();
        talk.work().drift();
        assert!(talk.lines().len() > before, "sitting {day}");
    }
}

/// Where no line was left, the session believed that one was on show: "said it" parked the topic of a line that nobody saw.
#[test]
fn a_line_that_is_not_there_was_not_shown() {
    let mut talk = Talk::new(Plan::default(), Timing::Spoken);
    talk.work();
    let mut missed = 0;
    while missed < 200 {
        let before = talk.lines().len();
        talk.say(Role::Client, Label::Personal, "and then my neighbour came over with that dog of hers again");
        missed = if talk.lines().len() > before { 0 } else { missed + 1 };
        let on_show = talk.companion.session().live_cue().map(|cue| cue.id);
        let mut shown =
            talk.advice.iter().filter_map(|advice| if let Advice::Show { cue, .. } = advice { Some(cue.id) } else { None });
        assert!(on_show.is_none() || on_show == shown.next_back(), "{on_show:?}");
    }
    assert!(talk.lines().len() > 3, "{:?}", talk.lines());
    talk.key(Key::SaidIt);
    assert_eq!(talk.parked(), 0);
}

/// A line of the clock between a line that worked and the way back made it one that failed.
#[test]
fn a_line_has_worked_also_where_the_clock_had_a_word_before_the_return() {
    let mut talk = Talk::new(plan(), Timing::Spoken);
    talk.work();
    // Before the minutes that are agreed for a chat, and not long before the warning.
    talk.clock = 685.0;
    while talk.lines().is_empty() {
        talk.say(Role::Client, Label::Personal, "and then my neighbour came over with that dog of hers again");
    }
    let (rung, line, words) = talk.lines().remove(0);
    talk.say(Role::Me, Label::Framing, &words);
    while talk.lines().len() < 2 {
        talk.say(Role::Client, Label::Personal, "and then my neighbour came over with that dog of hers again");
    }
    assert_eq!((rung, talk.lines()[1].0), (Rung::Park, Rung::Closing));
    talk.work().key(Key::EndCall);
    let record = talk.companion.memory().line(&line).expect("it is known").clone();
    assert_eq!((record.said, record.returned), (1, 1), "{record:?}");
}

/// The end of a short word within a long turn was taken for a gap, while somebody else spoke.
#[test]
fn in_a_review_a_line_waits_until_nobody_speaks() {
    let mut said: Vec<(f64, f64, Role, Label)> =
        (0..6).map(|i| (f64::from(i) * 5.0, f64::from(i) * 5.0 + 4.5, Role::Me, Label::Business)).collect();
    said.push((30.0, 80.0, Role::Client, Label::Personal));
    said.push((40.0, 43.0, Role::Me, Label::Personal));
    said.push((45.0, 120.0, Role::Colleague, Label::Personal));
    said.push((121.0, 130.0, Role::Client, Label::Personal));
    let utterances: Vec<Utterance> = said
        .iter()
        .map(|&(start, end, role, _)| {
            let speaker = Speaker { name: String::new(), role };
            Utterance { start, end, speaker, text: Words::new(vec!["word"; ((end - start) * 2.6) as usize].join(" ")) }
        })
        .collect();
    let labels: Vec<Label> = said.iter().map(|turn| turn.3).collect();
    let whole: Vec<Reading> = labels.iter().map(|&label| Reading::certain(label, Flags::NONE)).collect();
    let transcript = Transcript {
        source: Source::Webvtt,
        lang: Some(Lang::En),
        timing: Timing::Spoken,
        began: None,
        utterances,
        problems: Vec::new(),
    };
    let options = ReviewOptions {
        plan: plan(),
        file: String::new(),
        ui: Lang::En,
        phrasebook: Phrasebook::built_in(),
        memory: LineMemory::default(),
    };
    let debrief = review_with(&transcript, options, Script(labels.into_iter()), &whole);
    assert_eq!(debrief.cues.iter().map(|cue| (cue.at, cue.rung)).collect::<Vec<_>>(), [(120.0, Rung::Park)]);
}

/// Of two lines in one drift the second was believed to have worked, whether it was said or not.
#[test]
fn a_return_is_the_doing_of_the_line_that_was_said_last() {
    for (second_too, returned) in [(true, [0, 1]), (false, [1, 0])] {
        let mut talk = Talk::new(Plan::default(), Timing::Spoken);
        talk.work();
        for number in 1..=2 {
            while talk.lines().len() < number {
                talk.say(Role::Client, Label::Personal, "and then my neighbour came over with that dog of hers again");
            }
            let (.., words) = talk.lines().remove(number - 1);
            if number == 1 || second_too {
                talk.say(Role::Me, Label::Framing, &words);
            }
        }
        talk.work().key(Key::EndCall);
        let lines = talk.lines();
        let counted = lines.iter().map(|(_, line, _)| talk.companion.memory().line(line).expect("it is known").returned);
        assert_eq!(counted.collect::<Vec<_>>(), returned, "{second_too}");
    }
}
