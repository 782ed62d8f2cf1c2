### Offline: outside this call, for the sake of those present.

## client, warm

offline-client-warm-1 = Let's park that one for today. Shall we go on?
offline-client-warm-2 = That's one for another time. Shall we get back to the project?

## client, neutral

offline-client-neutral-1 = Let's leave that for outside this call and carry on.
offline-client-neutral-2 = That's for another time. Next here: { $next-item }.

## client, direct

offline-client-direct-1 = Let's leave that for outside this call.
offline-client-direct-2 = Let's leave that for another day. Back to the project.

## internal, warm

offline-internal-warm-1 = Let's do that off the clock, okay? Back to this for now.
offline-internal-warm-2 = That's one for when we're not in a meeting. Shall we go on?
offline-internal-warm-3 = Can we pick that up outside the meeting? Where were we?
offline-internal-warm-4 = Tell me afterwards, okay? Let's get the meeting done.

## internal, neutral

offline-internal-neutral-1 = Let's take that offline and go on here.
offline-internal-neutral-2 = That doesn't need this meeting. Shall we continue?
offline-internal-neutral-3 = Let's leave that for outside the meeting. What's next here?
offline-internal-neutral-4 = That's for after the meeting. Next here: { $next-item }.

## internal, direct

offline-internal-direct-1 = Offline, please. Next point.
offline-internal-direct-2 = Let's leave that until after the meeting.
offline-internal-direct-3 = After the meeting. Now: { $next-item }.

## group, warm

offline-group-warm-1 = Let's take that offline; I want to use everyone's time well.
offline-group-warm-2 = Could you carry on with that after? I'd like everyone to finish on time.
offline-group-warm-3 = That's one for a smaller group. Shall we go on, so nobody waits?
offline-group-warm-4 = Let's pick that up afterwards, so the others aren't kept waiting.
offline-group-warm-5 = Shall we take that offline? With everyone here, this is next: { $next-item }.

## group, neutral

offline-group-neutral-1 = Let's take that offline and use the time while we have everyone here.
offline-group-neutral-2 = That's for outside this meeting; we have everyone here for the agenda.
offline-group-neutral-3 = Can that be done outside the meeting? Let's use the time we all have.
offline-group-neutral-4 = Let's leave that for after, and give everyone their time back.
offline-group-neutral-5 = Offline, please, so that everyone can go on with this: { $next-item }.

## group, direct

offline-group-direct-1 = That one offline, please. Next point, everyone.
offline-group-direct-2 = Let's do that without keeping everyone. Next point.
offline-group-direct-3 = Let's take that offline. For everyone now: { $next-item }.
