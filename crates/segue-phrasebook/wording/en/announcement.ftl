### The announcement of a new boundary: after the greetings, before business; and the letter before it.
### Sentences are put together in code. A sentence that has a form for each tone ends in its name.

minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }

## One breath

short-open-warm = One thing before we start.
short-open-neutral = One thing before we begin.
short-open-direct = First, a change.
short-busy-warm = Work has picked up.
short-busy-neutral = I have more work now.
short-busy-direct = I'm busier now.
short-projects-warm = I've taken on more projects.
short-projects-neutral = I have other projects now.
short-projects-direct = I have more projects now.
short-change-warm = From now on I'd like to keep our calls to the work.
short-change-neutral = From now on I'd like to keep our calls to the work.
short-change-direct = From today our calls are for the work.
short-end-warm = From now on, let's do the work first and chat at the end.
short-end-neutral = From now on I'd like the work first, and other things at the end.
short-end-direct = From today it's work first, other things at the end.
short-minutes-warm = I have { minutes } each time.
short-minutes-neutral = I have { minutes } each time.
short-minutes-direct = I have { minutes } for each call.
short-news-warm = If something important happens, do tell me.
short-news-neutral = If something important happens, please tell me.
short-news-direct = If something important happens, please tell me.

## Half a minute and a minute

open-warm = Before we start, there's something I'd like to say about our calls.
open-neutral = Before we begin, I'd like to say something about our calls.
open-direct = Before we start: I'm changing how we use our calls.
shared-warm = We've told each other a lot about our lives by now, me as much as you.
shared-neutral = We've talked about a lot of personal things on these calls, me as much as you.
shared-direct = We've talked about a lot of personal things here, both of us.
busy-warm = Work has picked up, and I can't give any one call as much time as I used to.
busy-neutral = I have more work than before, and I can't spend as much time on any one call.
busy-direct = I'm busier than before, so I have less time for each call.
projects-warm = I've taken on other projects as well, so I have to share out my time differently.
projects-neutral = I have other projects now, so I need to divide my time differently.
projects-direct = I have other projects now, so there is less time for each.
change-warm = From now on I'd like us to keep our calls to the work.
change-neutral = From now on I'd like to keep our calls to the work.
change-direct = From now on our calls are for the work.
end-warm = From now on, let's do the work first and keep a few minutes at the end for everything else.
end-neutral = From now on I'd like to do the work first and leave a few minutes at the end for other things.
end-direct = From now on we do the work first. A few minutes at the end are for other things.
how-warm = When we get onto something else, I'll bring us back, so that you get what you came for.
how-neutral = When we get onto something else, I'll bring us back to the agenda, so that you get what you need.
how-direct = When we get onto something else, I'll bring us back. That way you get what you need.
minutes-warm = I'll have { minutes } for us each time, and I'll watch the clock.
minutes-neutral = I'll have { minutes } for each call, and I'll keep an eye on the time.
minutes-direct = I have { minutes } for each call, and I'll keep to that.
news-warm = If something is going on in your life that I should know about, do tell me, and then we'll get to work.
news-neutral = If something is happening in your life that I should know about, please do tell me, and then we'll go on to the work.
news-direct = If something is happening that I should know about, please tell me. Then we'll go on to the work.
hello-warm = A hello and a few words at the start are as welcome as ever.
hello-neutral = A hello and a few words at the start are still welcome.
hello-direct = A short hello at the start is still welcome.
# in the user's own words: a few of them, or a sentence with a small letter
change-own = From now on: { $words }
welcome-own = What stays as it was: { $words }
why-cause = I need to make a change { $words }
chat-warm = Whatever we put aside, we can pick up then.
chat-neutral = Whatever we put aside, we can come back to then.
chat-direct = Whatever we put aside can go there.
close-warm = It isn't about anything you did; it's what I need to do good work for you.
close-neutral = This isn't because of anything you did. It's what I need to do the work well.
close-direct = This isn't about anything you did. It's what I need to do good work.
ask-warm = Is that all right with you?
ask-neutral = Does that work for you?
ask-direct = All right with you?

## The letter before the call

letter-subject-warm = Our calls from now on
letter-subject-neutral = A change to our calls
letter-subject-direct = Our calls: a change
letter-hello-warm = Hi { $name },
letter-hello-neutral = Hello { $name },
letter-hello-direct = Hello { $name },
letter-hello-nobody-warm = Hi,
letter-hello-nobody-neutral = Hello,
letter-hello-nobody-direct = Hello,
letter-open-warm = Before we talk again, I'd like to tell you about a change in how I run my calls.
letter-open-neutral = Before we next talk, I'd like to tell you about a change to our calls.
letter-open-direct = I'm changing how we use our calls, and I wanted you to know before the next one.
letter-ask-warm = If anything about this doesn't suit you, just write back.
letter-ask-neutral = If you have any questions about this, please write to me.
letter-ask-direct = If you have any questions, write to me.
letter-bye-warm = Warm regards,
letter-bye-neutral = Kind regards,
letter-bye-direct = Regards,

## To colleagues

how-internal-warm = When we get onto something else, I'll bring us back, so that we get our work done.
how-internal-neutral = When we get onto something else, I'll bring us back to the agenda, so that we get through it.
how-internal-direct = When we get onto something else, I'll bring us back. That way we get our work done.
news-internal-warm = If something is going on that I should know about, do tell me, and then we'll get to work.
news-internal-neutral = If something is happening that I should know about, please do tell me, and then we'll go on to the work.
close-internal-warm = It isn't about anything you did; it's what I need to get my work done.
letter-open-internal-warm = Before we talk again, I'd like to tell you about a change to our calls.

## To a group

shared-group-warm = We've had a lot of good conversations besides the work on these calls, and I've joined in as much as anybody.
shared-group-neutral = We've talked about a lot besides the work on these calls, me included.
shared-group-direct = We've talked about a lot besides the work here, me included.
how-group-warm = When we get onto something else, I'll bring us back, so that everybody gets what they came for.
how-group-neutral = When we get onto something else, I'll bring us back to the agenda, so that everybody gets what they need.
how-group-direct = When we get onto something else, I'll bring us back. That way everybody gets what they need.
news-group-warm = If something important is going on with any of you, do tell me, on the call or just between us.
news-group-neutral = If something is happening that I should know about, please tell me, on the call or in private.
news-group-direct = If something is happening that I should know about, tell me, on the call or in private.
short-news-group-warm = If something important happens, do tell us, or just me.
short-news-group-neutral = If something important happens, please tell us, or just me.
short-news-group-direct = If something important happens, tell us, or just me.
close-group-warm = It isn't about anybody in particular; it's what we all need to get the work done well.
close-group-neutral = This isn't because of anybody in particular. It's what we need to do the work well.
close-group-direct = This isn't about anybody in particular. It's what the work needs.
ask-group-warm = Is that all right with everybody?
ask-group-neutral = Does that work for everybody?
ask-group-direct = All right with everybody?
letter-hello-nobody-group-warm = Hi everybody,
letter-hello-nobody-group-neutral = Hello everybody,
letter-hello-nobody-group-direct = Hello all,
