//! How people speak of an agenda: the turns of phrase that read it out, add to it, open an item, or leave one for later. As
//! [`plain`](crate::tokens::plain) writes; `_` ends a word where a phrase would go on in another.

use crate::phrases::Phrases;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Phrases, as a word begins with them.
fn phrases(list: &str) -> Phrases {
    let list: Vec<String> = list.split(',').map(|phrase| phrase.trim().replace('_', " ")).collect();
    Phrases::new(list.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Words of their own.
type Words = LazyLock<HashSet<&'static str>>;

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split(',').map(str::trim).collect()
}

/// What puts off until another time, as a word begins with it.
pub(super) static LATER: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "next time, next call, next meeting, next session, another time, another day, another call, some other time, \
    when we next, not today, can wait, have to wait, has to wait, put off, put it off, postpone, out of time, \
    no time for, no time left, not get to, won't get to, didn't get to, haven't got to, have to do next, \
    we do next week, we'll do next, do it next week, discuss next, discuss it next, talk about it next, \
    look at it next, pick it up next, следующий раз, другой раз, следующий созвон, следующем созвон, следующую встреч, \
    следующей встреч, следующий звон, следующем звон, следующее занят, следующем занят, отложи, на потом, не сегодня, \
    уже не успе, не успеем обсуд, не успели обсуд, не успеем про, не успели про, обсудить не успе, не дошли, не дойдем, \
    подождет, потом обсуд, обсудим потом, позже обсуд, обсудим позже, обсудим на следующ, время вышло, времени не ост, \
    времени уже нет",
    )
});

/// What makes of "we'll not get to it" a reason to come to it now.
pub(super) static OR_ELSE: LazyLock<Phrases> = LazyLock::new(|| {
    phrases("or we_, or we'll, or we're, or else, otherwise, so that we, а то_, иначе_, не то_, чтобы успе, чтоб успе")
});

/// What joins a thing to what was put off right before.
pub(super) static TOO: LazyLock<Phrases> = LazyLock::new(|| phrases("too, as well, also, same for, тоже, также"));

/// What tells that things are read out.
pub(super) static READS_OUT: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "two things, three things, four things, five things, few things, couple of things, two items, three items, \
    four items, two points, three points, four points, two topics, three topics, two questions, three questions, \
    agenda, два вопрос, три вопрос, четыре вопрос, пять вопрос, пару вопрос, несколько вопрос, два пункт, три пункт, \
    четыре пункт, две тем, три тем, два дела, три дела, повестк, на сегодня у",
    )
});

/// What says of an item that it is to be talked about, in a sentence that sets the agenda.
pub(super) static SETS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "for today, on my list, on the list, to my list, to the list, today i, today we, today it's, today it is, \
    want to talk, wanted to talk, like to talk, want to discuss, wanted to discuss, like to discuss, \
    want to go through, wanted to go through, like to go through, need to talk, need to discuss, хочу обсуд, \
    хотел обсуд, хотела обсуд, хотел бы обсуд, хотела бы обсуд, хотелось бы обсуд, хочу поговор, хотел поговор, \
    хотела поговор, надо обсуд, нужно обсуд, надо бы обсуд, сегодня надо, сегодня нужно, сегодня у нас, сегодня обсуд, \
    предлагаю пройти, предлагаю обсуд, в план, в список, в списке, по плану",
    )
});

/// What adds an item to an agenda, or says where on it the item stands.
pub(super) static ADDS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "add, adding, added, also, too, as well, plus, forget, note, noted, fourth, fifth, sixth, as second, as the second, \
    as third, as the third, number two, number three, number four, number five, еще, также, тоже, плюс, добавь, \
    добавьте, добавим, добавлю, добавил, добавила, добавить, забудь, забудьте, забыть, забудем, запишу, записал, \
    записала, запиши, запишите, вторым, третьим, четвертым, пятым, шестым, последним, пунктом",
    )
});

/// What leaves an item for later in the same call.
pub(super) static LATER_ON: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "at the end, to the end, for the end, till the end, until the end, later, afterwards, after that, we get to, \
    we'll get to, we come to, we'll come to, come to that, in a minute, in a moment, in a second, in a bit, \
    put it last, в конце, в конец, под конец, напоследок, позже, попозже, потом, затем, дойдем до, дойдем и до, \
    доберемся до, доберемся и до, через минуту, чуть погодя, после этого",
    )
});

/// What puts an item first, or begins with it.
pub(super) static FIRST: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "first, start, begin, kick off, сначала, сперва, первым, первой, первое, начнем, начать, начну, начинаем, давай с_, \
    давайте с_, давай со_, давайте со_",
    )
});

/// What, within a few words of an item's name, opens it.
pub(super) static OPENS: LazyLock<Phrases> = LazyLock::new(|| {
    phrases(
        "let's, lets, let us_, shall we, can we do, can we look, can we talk, can we go, can we quickly, could we, back to, \
    on to the, onto, move on, moving on, next is, next up, next one, next thing, next point, next item, last thing, \
    last one, last point, last item, final thing, final point, other thing, first thing, second thing, third thing, \
    one more thing, regarding, as for, comes to, question, ask about, ask you about, talk about, speak about, discuss, \
    start with, begin with, go to the, go through, what about, how about, carry on with, look at the, first, давай, \
    начн, перейд, переход, вернемся, вернуться, вернусь, дальше, далее, последнее, последний пункт, последний вопрос, \
    следующее, следующий, следующая, вопрос, насчет, касательно, касается, по поводу, относительно, что с_, что по_, \
    что там, как там, обсуд, поговорим, поговорить, решим, решить, посмотрим, глянем, спросить, спрошу, сначала, \
    сперва, теперь, then the, now the, update on_, news on_, предлагаю, предложение, there is, there are, there's, \
    like to, want to, wanted to, need to, have to, хочу, хотим, хотел, нужен, нужна, нужно, надо, есть_, че там, че по, \
    чо там, первое, второе, третье, четвертое, пятое",
    )
});

/// Words before the name of an item with which a sentence about it begins.
pub(super) static LEAD_IN: Words = LazyLock::new(|| {
    words(
        "so, ok, okay, right, alright, well, now, yes, yeah, yep, no, good, great, fine, cool, perfect, lovely, sure, \
    thanks, and, but, then, next, um, uh, er, oh, ah, the, a, an, my, our, your, this, that, these, those, about, on, \
    for, with, in, again, mean, it, да, нет, ну, ладно, так, хорошо, отлично, окей, ок, понял, поняла, понятно, ясно, \
    супер, угу, ага, и, а, но, вот, значит, тогда, теперь, короче, итак, кстати, по, про, с, со, о, об, на, к, ко, в, \
    во, за, наш, наша, наши, ваш, ваша, ваши, этот, эта, эти, это, сам, сама, у, нас, меня, коротко, кратко, быстро, \
    quickly, briefly, just",
    )
});

/// Words with which a sentence only leans on what it names.
pub(super) static LEANS: Words = LazyLock::new(|| {
    words(
        "if, when, because, once, unless, while, without, before, after, like, since, until, если, когда, пока, чтобы, без, \
    после, до, перед, из-за, кроме, как, от",
    )
});

/// Who tells of what they did or need, in the first words of a sentence. A promise ("I'll") is no telling.
pub(super) static FIRST_PERSON: Words = LazyLock::new(|| words("i, i've, i'm, i'd, we, we've, we're, we'd, я, мы"));

/// What begins a question, where nobody writes its mark.
pub(super) static ASKS: Words = LazyLock::new(|| {
    words(
        "what, what's, when, where, who, who's, how, how's, why, which, can, could, do, did, does, is, are, have, has, \
    shall, should, would, will, any, что, когда, где, кто, как, какой, какая, какие, какое, сколько, почему, зачем, \
    можно, че, чо",
    )
});
