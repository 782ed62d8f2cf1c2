# What the trend says in English. Names come from outside; sentences work whatever they are.

## Page

trend-title = segue: { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
trend-title-client = segue: { $who }, { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}
trend-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
trend-calls = { $n ->
    [one] { $n } call
   *[other] { $n } calls
}
trend-clients = { $n ->
    [one] { $n } client
   *[other] { $n } clients
}
trend-until = to { $date }
trend-uncounted = calls with something serious, not counted: { $n }
trend-unknown = calls about which nothing is known, not counted: { $n }
trend-nothing = Nothing was heard or marked in the calls of these weeks, so there is nothing to show yet.
trend-empty = There are no calls in these weeks yet.
trend-down = Private talk is down to { $now } a call, from { $before }.
trend-up = Private talk is up to { $now } a call, from { $before }.
trend-same = Private talk stays at about { $now } a call.
trend-early = Private talk takes { $now } a call so far.
trend-serious = In every call of these weeks something serious came up; nothing is counted then.
trend-written = In writing, private talk is { $share } of the words.
trend-about = { $who }: { $text }
trend-compared = The first third of these weeks, compared with the last third.
trend-cost = All private talk together: { $amount } in { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
}{ $money ->
    [none] .
   *[some] ; at your rates that is { $shown }.
}
trend-footer = Made by segue on this machine, from figures alone. Nothing was sent anywhere.
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

## This week

week-this = This week
week-last = Last week
week-all = Every week, one sentence each
week-held = { $who }: held { $held } of { $counted }{ $rest }
week-none = { $who }: { $calls ->
    [one] one call, not counted
   *[other] { $calls } calls, not counted
}{ $rest }
week-serious = something serious came up
week-announced = the new boundary was announced
week-overrun = { $weekday } ran { $amount } over
week-greeting = { $weekday }’s greeting took { $amount } more than agreed
week-closing = { $weekday }’s closing chat took { $amount } more than agreed
week-chat = { $weekday }’s agreed chat ran { $amount } longer than allowed
week-private = { $weekday } had { $amount } of private talk outside what was agreed
week-early = { $weekday } ended { $amount } early, with items left
week-items-left = { $weekday } left agenda items open
week-moved = { $weekday } was moved
week-theirs = { $what }, on their side
week-sent = { $what }, reason sent
week-noted = { $what }, reason noted but not sent
week-open = { $what }, reason not given yet
weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}

## All clients

clients-title = Every client
clients-call = Private talk a call
clients-now = { $now } in the last { $n } calls, { $before } in the first ones
clients-lately = { $now } in the last { $n } calls
clients-words = { $now } of the words
clients-holding = Holding
clients-exceptions = Exceptions
clients-next = Next step
exceptions-of = { $used }, allowed { $allowed }
holding-formula = Holding: a call earns one point for ending no more than two minutes over the plan and one for keeping private talk outside the agreed chat below a twentieth of the talk (or a minute); holding is points earned of points possible in the last ten calls, leaving out calls in which something serious came up or about which nothing is known, and delays that came from the client.
holding-none = not measured yet

## One client

number-call = private talk a call{ $before ->
    [none] {""}
    [lately] , last { $n } calls
   *[some] , last { $n } calls ({ $shown } in the first ones)
}
number-call-short = private talk a call
number-words = of the words private{ $before ->
    [none] {""}
    [lately] , last { $n } chats
   *[some] , last { $n } chats ({ $shown } in the first ones)
}
number-holding = holding
number-exceptions = exceptions in the last { $calls ->
    [one] call
   *[other] { $calls } calls
}, { $allowed } allowed
number-cost = spent on private talk
next-title = Next step
step-too-early = Too early for a step: { $calls ->
    [0] no call was measured
    [one] one call was measured
   *[other] { $calls } calls were measured
}, three are needed. Keep what you agreed.
step-written = In writing, private talk is { $share } of the words. Aim for { $goal } next.
step-serious = Something serious came up lately. Leave { $end } at the end and let them speak; this is not the time to tighten anything.
step-curt = Say hello first and leave room at the end: { $start } and { $end }. A friendly word costs little.
step-announce = The announcement is written but not said yet. Say it in the next call; steps come after that.
step-flexible = Tighten nothing: first keep the next calls as agreed. If that is not possible, change what is agreed and announce it.
step-less = Private talk took { $measured } a call; { $agreed } was agreed. Aim for { $goal } next, { $less } less; a third is the most for one step.
step-back = Private talk took { $measured } a call. Go back to the agreed { $agreed }; that is { $less } less.
step-smaller = The agreed { $agreed } holds and is still a good part of the call. Agree on { $goal } next, { $less } less.
step-place = The amount is as agreed, but not its place: { $outside } a call comes in the middle of the work. Put the topics aside for the end.
step-shorter = Calls planned for { $planned } take { $measured }. Plan { $goal } next, then shorter again.
step-on-time = Calls run { $over } over. Start wrapping up five minutes before the end.
step-new = Too early to tell under the new agreement: { $calls ->
    [0] no call was
    [one] one call was
   *[other] { $calls } calls were
} held under it, three are needed. Keep what you agreed.
step-sometimes = It held in { $held } of the last { $calls } calls. Change nothing yet, and keep to what you agreed in the next ones.
step-holds = It holds. Change nothing.
flexible = Exceptions in the last { $calls ->
    [one] call
   *[other] { $calls } calls
}: { $used }, with { $allowed } allowed. Flexibility has become the rule.
curt-title = Warmth
curt = The talk has become curt: { $signs }. A boundary is about time, not coldness.
curt-greeting = the last three calls went straight to the work
curt-closing = the last three ended without a word about anything but the work
curt-client = { $who } says { $now } per call, down from { $before }
who-title = Who opens it, who feeds it
opened = { $n ->
    [one] One stretch of private talk needed steering
   *[other] { $n } stretches of private talk needed steering
}: { $list }.
opened-client = { $who } opened { $n }
opened-me = you opened { $n }
opened-others = others opened { $n }
opened-unknown = { $n } opened by an unknown speaker
opened-none = No stretch of private talk needed steering.
fed = You fed it { $n ->
    [one] once
    [2] twice
   *[other] { $n } times
}: { $list }.
fed-none = You did not feed it.
returned-title = After a line
returned = The talk came back to business after { $returned } of { $cues ->
    [one] { $cues } line
   *[other] { $cues } lines
}, typically { $seconds } later.
returned-never = The talk did not come back to business after { $cues ->
    [one] the one line
   *[other] any of { $cues } lines
}.
lines-title = Lines that work
line-effect = { $returned } of { $shown }
line-seconds = business { $seconds } later
exceptions-title = Exceptions and their reasons
exceptions-none = No exceptions.
exceptions-more = Earlier ones, not shown: { $n }.
exception-overrun = { $amount } over
exception-greeting = greeting { $amount } longer than agreed
exception-closing = closing chat { $amount } longer than agreed
exception-chat = agreed chat { $amount } longer than allowed
exception-private = { $amount } of private talk outside what was agreed
exception-early = ended { $amount } early, with items left
exception-items-left = agenda items left
exception-moved = moved
told-sent = reason sent
told-noted = not sent
told-open = reason not given yet
told-theirs = on their side
announced-title = Before and after the announcement
announced-on = Announced on { $date }.
announced-before = { $n ->
    [0] no call from before is known
    [one] last call before
   *[other] last { $n } calls before
}
announced-after = { $n ->
    [0] no call after it yet
    [one] first call after
   *[other] first { $n } calls after
}
announced-alone = With calls on one side only, there is nothing to compare.
row-share = Private share
row-minutes = Private talk a call
row-overruns = Ran over
row-holding = Holding
calls-title = Every call
call-date = Day
call-length = Length
call-private = Private
call-outside = Outside the agreed chat
call-over = Over
call-held = Held
held-yes = held
held-time = on time, but too much private talk
held-talk = private talk in bounds, but over time
held-no = did not hold
held-serious = serious, not counted
held-uncounted = not counted

## Charts

chart-calls-about = { $who }: one bar per call. Upwards: minutes of private talk. Downwards: minutes over the plan.
chart-words-about = { $who }: one bar per chat, showing its share of private words.
chart-bar = { $day }: private { $private }, of that { $outside } outside the agreed chat; { $held }
chart-signs = One mark per call, as high as its private talk. Below: A announced, ! serious, + over the plan, x did not hold.
legend-within = private talk, in its place
legend-outside = private talk outside what was agreed
legend-allowed = agreed chat
legend-over = minutes over the plan
legend-announced = announced
legend-serious = something serious came up
legend-holding = holding
axis-minutes = { $n } min

## Before a call

prepare-title = Before the call with { $who }
prepare-announce = Say this after the greetings, before business
prepare-try = What to try
prepare-last = Last time
prepare-last-serious = { $date }, { $length }: something serious came up, so the minutes were not counted.
prepare-last-unknown = { $date }, { $length }: not enough is known to say anything about it.
prepare-last-written = { $date }, in writing, { $length }: private talk { $private }.
prepare-waits = The announcement that you wrote can wait for another call.
prepare-too-long = The items take { $needed }, and the call leaves { $room } for them: shorten one, or leave one for next time.
prepare-last-business = { $date }, { $length }: no private talk; { $held }.
prepare-last-call = { $date }, { $length }: private talk { $private }, of that { $outside } outside the agreed chat; { $held }.
prepare-left = Not reached: { $items }.
prepare-remembered = What matters to them
prepare-parked = Put aside earlier, for the end
prepare-invitation = To send
