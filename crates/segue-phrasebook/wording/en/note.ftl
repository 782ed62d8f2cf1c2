### Notes to the client: a departure from the plan with its reason, and the invitation to the next meeting.

hello-warm = Hi { $name },
hello-neutral = Hello { $name },
hello-direct = Hello { $name },
hello-nobody-warm = Hi,
hello-nobody-neutral = Hello,
hello-nobody-direct = Hello,
hello-chat-warm = Hi { $name }!
hello-chat-neutral = Hello { $name }.
hello-chat-nobody-warm = Hi!
bye-warm = Warm regards,
bye-neutral = Kind regards,
bye-direct = Regards,

minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }

## What departed from the plan

departure-subject-warm = About our last call
departure-subject-neutral = About our last call
departure-subject-direct = Our last call
moved-subject = Moving our call

ran-over-warm = Our last call ran over a little.
ran-over-neutral = Our last call ran over the time we had planned.
ran-over-direct = Our last call ran over.
ran-over-minutes-warm = Our last call ran { minutes } over.
ran-over-minutes-neutral = Our last call ran { minutes } over the time we had planned.
ran-over-minutes-direct = Our last call ran { minutes } over.
ended-early-warm = I ended our last call a little early.
ended-early-neutral = I ended our last call earlier than planned.
ended-early-direct = Our last call ended early.
ended-early-minutes-warm = I ended our last call { minutes } early.
ended-early-minutes-neutral = I ended our last call { minutes } earlier than planned.
ended-early-minutes-direct = Our last call ended { minutes } early.
more-chat-warm = On our last call we spent more time on other things than we'd planned.
more-chat-neutral = On our last call, more time went to other things than planned.
more-chat-direct = On our last call, more time went to other things than planned.
more-chat-minutes-warm = On our last call we spent { minutes } more on other things than we'd planned.
more-chat-minutes-neutral = On our last call, { minutes } more went to other things than planned.
more-chat-minutes-direct = On our last call, { minutes } more went to other things than planned.
items-left-warm = We didn't get to everything on our list last time.
items-left-neutral = On our last call we didn't reach every item we had planned.
items-left-direct = We didn't get through the agenda last time.
moved-warm = I've had to move our call, and I'm sorry about that.
moved-neutral = I have had to move our call.
moved-direct = I've moved our call.

## Why

because-work-warm = The reason was the work: it needed the time, and I wanted to give it that.
because-work-neutral = The reason was that the work needed the time.
because-work-direct = The reason: the work needed it.
because-news-warm = The reason was that what you told me mattered more than the clock.
because-news-neutral = The reason was that what you told me was more important than the plan.
because-news-direct = The reason: what you told me was more important.
because-connection-warm = The reason was the connection, which kept letting us down.
because-connection-neutral = The reason was trouble with the connection.
because-connection-direct = The reason: the connection.
because-mine = The reason was something on my side.
because-own = The reason: { $reason }
# why other things took more time
because-chat-work = The reason: the work left room for it.
# "because of the snow"
because-of-own = This is { $reason }
# why a call is moved: it has not been yet
because-move-work = The reason: the work needs it.
because-move-news = The reason: what you told me matters more just now.

## What holds from here

again-warm = It was an exception. Next time we'll keep to our usual time.
again-neutral = That was an exception; next time we'll keep to our usual time.
again-direct = That was an exception. Next time we keep to the usual time.
again-minutes-warm = It was an exception: next time we're back to our usual { minutes }.
again-minutes-neutral = That was an exception; next time we are back to { minutes }.
again-minutes-direct = That was an exception. Next time it's { minutes } again.
again-plan-warm = It was an exception: next time we're back to the plan.
again-plan-neutral = That was an exception; next time we are back to the plan.
again-plan-direct = That was an exception. Next time we keep to the plan.
# it came from the client: no exception of mine
next-usual = Next time we're back to our usual time.
next-minutes = Next time we're back to our usual { minutes }.
next-plan = Next time we're back to the plan.
# more exceptions than were allowed: this one is none
from-now-warm = We've strayed from the plan more than once lately, so from the next call on we'll keep to our usual time.
from-now-neutral = We have strayed from the plan more than once lately; from the next call on we will keep to our usual time.
from-now-direct = We've been off the plan more than once. From the next call on we keep to the usual time.
from-now-minutes-warm = We've strayed from the plan more than once lately, so from the next call on we'll keep to our usual { minutes }.
from-now-minutes-neutral = We have strayed from the plan more than once lately; from the next call on we will keep to { minutes }.
from-now-minutes-direct = We've been off the plan more than once. From the next call on it's { minutes } again.
from-now-plan-warm = We've strayed from the plan more than once lately, so from the next call on we'll keep to it.
from-now-plan-neutral = We have strayed from the plan more than once lately; from the next call on we will keep to it.
from-now-plan-direct = We've been off the plan more than once. From the next call on we keep to it.
left-first-warm = What we didn't get to comes first next time.
left-first-neutral = What is left will be first on the next agenda.
left-first-direct = The rest comes first next time.
plan-holds-warm = Everything else stays as we agreed.
plan-holds-neutral = Everything else stays as agreed.
plan-holds-direct = The rest stays as agreed.
meet-warm = Our next call is { $meeting }.
meet-neutral = Our next meeting is { $meeting }.
meet-direct = We'll talk { $meeting }.
new-time-warm = It's now { $meeting }. If that doesn't suit you, just tell me.
new-time-neutral = It is now { $meeting }. Please tell me if that doesn't suit you.
new-time-direct = It's now { $meeting }. Tell me if that doesn't suit.
new-time-unknown-warm = When would suit you instead?
new-time-unknown-neutral = Which time would suit you instead?
new-time-unknown-direct = When suits you?
thanks-warm = Thank you for bearing with me.
thanks-neutral = Thank you for understanding.

## The invitation

invitation-subject-warm = Our next call
invitation-subject-neutral = Our next call: agenda
invitation-subject-direct = Next call: agenda
invitation-subject-when-warm = Our call { $meeting }
invitation-subject-when-neutral = Our call { $meeting }: agenda
invitation-subject-when-direct = Call { $meeting }: agenda
appointment-title = Our call
agenda-warm = Here is what I'd like us to get through on our next call:
agenda-neutral = This is the agenda for our next call:
agenda-direct = Agenda for our next call:
agenda-when-warm = Our next call is { $meeting }. Here is what I'd like us to get through:
agenda-when-neutral = Our next call is { $meeting }. This is the agenda:
agenda-when-direct = Our call is { $meeting }. Agenda:
no-agenda-warm = What would you like us to get through on our next call? Send me your points and I'll put them in order.
no-agenda-neutral = Please send me your points for our next call, and I will put them in order.
no-agenda-direct = Send me your points for our next call.
no-agenda-when-warm = Our next call is { $meeting }. What would you like us to get through? Send me your points and I'll put them in order.
no-agenda-when-neutral = Our next call is { $meeting }. Please send me your points, and I will put them in order.
no-agenda-when-direct = Our call is { $meeting }. Send me your points.
item-minutes = { $item } ({ minutes })
limit-warm = We have { minutes }, and I'll make sure we finish on time.
limit-neutral = We have { minutes }, and I will keep us to it.
limit-direct = We have { minutes }.
chat-end-warm =
    { $minutes ->
        [one] The last minute is for everything else.
       *[other] The last { minutes } are for everything else.
    }
chat-end-neutral =
    { $minutes ->
        [one] The last minute is kept for other things.
       *[other] The last { minutes } are kept for other things.
    }
chat-end-direct =
    { $minutes ->
        [one] The last minute is for other things.
       *[other] The last { minutes } are for other things.
    }
add-warm = If something's missing, tell me before we talk.
add-neutral = If something is missing, please tell me beforehand.
add-direct = Anything missing? Tell me beforehand.

## To read to the client

consent-figures = I have a small helper on my own computer that listens and helps me keep us to time and to the work. No sound is recorded, and our words aren't kept, only how long we spent on what. Is that all right with you?
consent-business = I have a small helper on my own computer that listens and helps me keep us to time and to the work. No sound is recorded. It keeps what we say about the work as text and tries to leave out anything private. Is that all right with you?
consent-everything = I have a small helper on my own computer that listens and helps me keep us to time and to the work. No sound is recorded, but it keeps what we say as text, for me alone. Is that all right with you?
