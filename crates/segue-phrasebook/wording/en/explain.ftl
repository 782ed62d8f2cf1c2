### Why a line was chosen, in words.

times =
    { $n ->
        [one] once
        [2] twice
       *[other] { $n } times
    }
of-times =
    { $n ->
        [one] { $n } time
       *[other] { $n } times
    }
with = with { $client }
with-nobody = with this client

new = Not tried { $with } yet.
shown-not-said = Shown { times } { $with }, but not said so far.
worked = Worked { $returned } of { of-times } { $with }.
worked-in = Worked { $returned } of { of-times } { $with }, after about { $seconds } s.
not-yet = Said { times } { $with }; the talk has not come back with it so far.
curt = After it, the answers turned short { times }.
best-known = Of the direct lines, this one has worked best; segue does not experiment with these.
first-direct = No direct line has proved itself { $with } yet; this is the next in the phrasebook.
other-tone = No fresh line was left in the tone you chose, so it comes from the nearest one.
other-kind = No fresh line was left for this kind of call, so it is one for clients.
names-next-item = It names the next item.
names-meeting = It names the next meeting.
names-topic = It names what was put aside.
names-minutes = It says how long there is left.
gone = This line is no longer in the phrasebook.
