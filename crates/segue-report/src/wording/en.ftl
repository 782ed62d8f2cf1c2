# Everything a report says in English. Names, words of the talk and lines of the phrasebook come in
# from outside; a sentence that starts with one of them is given its capital letter afterwards.

## Single words

label-business = business
label-smalltalk = small talk
label-personal = personal
label-framing = framing
lang-name = { $lang ->
    [ru] in Russian
   *[en] in English
}
quoted = “{ $words }”
you = you
role-client = the client
role-colleague = a colleague
role-unknown = somebody
speaker-me = { $name } (you)
speaker-me-unnamed = You
speaker-client-unnamed = Client
speaker-colleague-unnamed = Colleague
speaker-unknown = Unknown speaker
together = Together
all = all

## Amounts

seconds = { $s } s
minutes = { $m } min
minutes-seconds = { $m } min { $s } s
hours = { $h } h { $m } min
words = { $n ->
    [one] { $shown } word
   *[other] { $shown } words
}
place-in-chat = #{ $n }
estimated = ≈{ $moment }
percent = { $n }%

## Several calls side by side

calls-title = Calls side by side
calls-sum = { $n ->
    [one] One call
   *[other] { $n } calls
}: { $private } of { $total } went to private talk ({ $share }).
chats-sum = { $n ->
    [one] One chat
   *[other] { $n } chats
}: { $private } of { $total } words were private ({ $share }).
calls-cost = At your rate that is { $money }.
calls-share = share
calls-private = private
calls-of = of
calls-drifts = drifts
calls-file = file
calls-serious = ! Something serious came up: that call is left out of the totals.
calls-problems = ? There are notes on how this file was read; they are in its debrief.

## Top of the page

page-title = Debrief: { $file }
facts-kind = { $medium ->
    [chat] { $kind ->
        [internal] chat with colleagues
        [group] group chat
       *[client] chat with a client
    }
   *[call] { $kind ->
        [internal] call with colleagues
        [group] group call
       *[client] call with a client
    }
}
facts-messages = { $n ->
    [one] { $n } message
   *[other] { $n } messages
}
facts-sittings = { $n ->
    [one] { $n } sitting
   *[other] { $n } sittings
}
facts-estimated = The file gives no times. All times here are estimated from the number of words.

## Talk

talk-title = { $unit ->
    [words] Where the words went
   *[seconds] Where the time went
}
talk-private = { $unit ->
    [words] Small talk and personal talk took { $amount } of { $total } ({ $share }).
   *[seconds] Small talk and personal talk took { $amount } of { $total } of speech ({ $share }).
}
talk-no-private = Nothing in it was small talk or personal.
talk-marked = Nothing was heard. The private talk you marked by key took { $amount } of { $total } ({ $share }).
talk-none-marked = Nothing was heard, and no private talk was marked by key.
talk-unmarked = For another { $amount }, nothing was heard and no private talk was marked by key.
talk-unheard = Nothing was heard, and no key was pressed: there is nothing to say about this call.
talk-serious = { $besides ->
    [yes] Talk about something serious took another { $amount }, and is not in that figure.
   *[no] Talk about something serious took { $amount }; nothing else was small talk or personal.
}
talk-cost = At your rate, that cost about { $money }{ $serious ->
    [yes] , not counting what was serious
   *[no] {""}
}.
talk-nothing = There is no talk to count.

## Drifts

drifts-title = Drifts
drifts-none = The talk stayed with the work from beginning to end{ $lines ->
    [yes] {""}
   *[no] , and there was nothing for segue to say
}.
drifts-none-light = The talk stayed with the work. The little that was not business did no harm{ $lines ->
    [yes] {""}
   *[no] , and there was nothing for segue to say
}.
drifts-none-heard = As far as it was heard, the talk stayed with the work.
drifts-all-excused = { $n ->
    [one] One stretch was off business, and it had its place.
   *[other] { $n } stretches were off business, and each had its place.
} { $lines ->
    [yes] Even so, there was a moment to turn back to the work.
   *[no] There was nothing to steer.
}
drifts-count = { $n ->
    [one] One drift, { $amount } long.
   *[other] { $n } drifts, { $amount } in all.
}
drifts-one-opener = { $me ->
    [yes] You opened all of them.
   *[no] { $who } opened all of them.
}
drifts-openers = Opened by: { $openers }.
drifts-opener = { $who } { $n }
drifts-also-excused = { $n ->
    [one] One more stretch was off business and needed no steering.
   *[other] Another { $n } stretches were off business and needed no steering.
}
drifts-nobody-known = Nothing in the file shows who is speaking, so there is no telling who opened a drift, who brought it back, or whether you fed it.
drifts-me-unknown = It is not known which of the speakers is you, so there is no telling where you fed a drift.
drift-opened = { $me ->
    [yes] You opened it.
   *[no] { $who } opened it.
}
drift-returned = { $me ->
    [yes] You brought it back.
   *[no] { $who } brought it back.
}
drift-returned-with = { $me ->
    [yes] You brought it back with { $words }
   *[no] { $who } brought it back with { $words }
}
drift-back-with = It came back with { $words }
drift-not-returned = Nobody brought it back.
drift-private-part = { $amount } of it was private.
excuse-greeting = A little small talk belongs to a greeting.
excuse-closing = { $medium ->
    [chat] No work was waiting just then.
   *[call] A chat towards the end, with the work all but done.
}
excuse-serious = Something serious was said; steering would have been out of place.
excuse-work-impact = It changes the work, so it belonged here.
excuse-brief = Brief, and no harm done.
excuse-may-be-serious = It may have been serious; steering would have been out of place.

## Feeding

feeding-title = Where you fed it
feeding-none = You fed none of it.
feeding-questions = { $n ->
    [one] { $n } question about private life
   *[other] { $n } questions about private life
}
feeding-disclosures = { $n ->
    [one] { $n } private story of your own
   *[other] { $n } private stories of your own
}
feeding-enthusiasms = { $n ->
    [one] { $n } eager answer
   *[other] { $n } eager answers
}
feeding-openings = { $n ->
    [one] { $n } drift opened
   *[other] { $n } drifts opened
}
feeding-question = you asked about private life
feeding-disclosure = you shared something private
feeding-enthusiasm = you answered eagerly
feeding-opening = you opened the drift
feeding-first = The first { $n } of them:

## Parked topics

parked-title = Put aside or lost
parked-parked = Put aside, and still waiting.
parked-returned = Put aside, and taken up again.
parked-lost = It was cut off with no mention of later. A kind way: “Let’s keep that for the end.”
parked-lost-group = It was cut off with no mention of later. A kind way: “Let’s take that up afterwards, so nobody here has to wait.”
parked-lost-chat = It was cut off with no mention of later. A kind way: “Tell me about that when we next speak.”

## Agenda

agenda-title = Agenda
agenda-reached = { $reached } of { $all } reached.
agenda-all-reached = Everything on it was reached.
agenda-not-reached = Not reached.
agenda-not-heard = Not in the part that was heard.

## Cues

cues-title = { $live ->
    [yes] Lines segue showed
   *[no] Lines segue would have shown
}
cues-none = { $live ->
    [yes] None: segue kept silent.
   *[no] None: segue would have kept silent.
}
cues-announced = You announced the new boundary.
cues-not-announced = { $serious ->
    [yes] The new boundary was due but not announced: after such news it can wait.
   *[no] The new boundary was due but not announced; it waits for the next call.
}
cue-said = { $live ->
    [yes] You said it.
   *[no] You said as much yourself.
}
cue-returned = The talk came back to business { $after } later.
cue-not-returned = This drift did not come back to business.
cue-declined = You chose not to say it.
cue-announce-again = { $live ->
    [yes] It was shown { $n } times.
   *[no] It would have been shown { $n } times.
}
cue-fine = You answered “this chat is fine”.
rung-park = put it aside
rung-time = mind the time
rung-direct = back to the agenda
rung-offline = take it offline
rung-deflect = hand the turn back
rung-feeding = for you alone, not to be said
rung-humane = a humane word
rung-stay = staying with somebody who may not want to live
rung-return = bring a parked topic back
rung-sign-off = sign off
rung-announce = announce the boundary
rung-closing = time is nearly over
rung-overrun = time is over

## Notes

notes-title = Handle with care
note-serious = Serious
note-work-impact = Changes the work
note-by = { $what }, said by { $who }

## Overrun

overrun-title = Overrun
overrun-by = The call went { $over } past the planned { $planned }.
overrun-reason = Why? { $reason }
overrun-private = Private talk took { $private } of the whole call.
overrun-enough = Without it, there would have been enough time.

## A chat over months

months-title = Over the months
months-lead = From { $from } to { $to }.
month-name = { $month ->
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
month-nothing = no messages
month-messages = { $n ->
    [one] { $shown } message
   *[other] { $shown } messages
}
month-private = { $share } private
month-opened = started by you { $me }, by others { $others }
month-serious = something serious
hours-title = Hours of the day
hours-outside = { $who }: { $share } of { $n ->
    [one] { $shown } message
   *[other] { $shown } messages
} outside your office hours.
hours-office = Your office hours: { $hours }.
hours-most = { $who }: most messages between { $from } and { $to }.
hours-of = { $who }, messages by the hour of the day

## Problems of the file

problems-title = Problems with the file
problems-unheard = Speech that was not recognised
problems-lead = Everything that could be read was used. Worth knowing:
problems-line = Line { $line }: { $what }

## Timeline

timeline-call = Timeline of the call
timeline-chat = Timeline of the chat
timeline-hint = Point at the timeline or tap it to see the moment. With the keyboard, ← and → go from turn to turn, ↑ and ↓ from mark to mark.
timeline-open = Show in the transcript
timeline-drift = Drift { $n }
timeline-excused = Needed no steering
timeline-cue = { $live ->
    [yes] segue showed
   *[no] segue would have shown
}: { $line }
legend-drift = drift
legend-excused = off business, no steering needed
legend-cue = { $live ->
    [yes] line that segue showed
   *[no] line that segue would have shown
}
phase-greeting = greeting
phase-announcement = announcement
phase-business = business
phase-closing-chat = closing chat
phase-sign-off = sign-off
phase-overrun = overrun
sitting = sitting { $n }

## Transcript

transcript-title = { $medium ->
    [chat] Messages
   *[call] Transcript
}
transcript-open = { $medium ->
    [chat] { $n ->
        [one] { $shown } message with its label
       *[other] { $shown } messages with their labels
    }
   *[call] { $n ->
        [one] { $shown } turn with its label
       *[other] { $shown } turns with their labels
    }
}
words-dropped = words not kept
flag-personal-question = asks about private life
flag-disclosure = shares something private
flag-serious = serious
flag-work-impact = changes the work
flag-steer-back = steers back
flag-accepted = takes it up
flag-ignored = passes over it
flag-sign-off = says goodbye
flag-enthusiasm = feeds it
flag-announcement = announces a boundary
flag-upset = upset
flag-despair = may not want to live
flag-wrap-up = wraps up
footer = This page is complete in itself: it needs no network and sends nothing.
