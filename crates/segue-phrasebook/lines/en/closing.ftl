### Closing: the planned time is nearly over; close well.

## client, warm

closing-client-warm-1 = We're nearly at time. Shall we sum up what we decided?
closing-client-warm-2 = Our time's almost up. What do you most want settled before we go?
closing-client-warm-3 = Almost there. Shall we go over who does what?
closing-client-warm-4 = We're coming up to time. Let me read back what we agreed.
closing-client-warm-5 = Just before we run out of time: is anything important still open?
closing-client-warm-6 = Nearly time! Let's make sure we both know the next step.
closing-client-warm-7 = We've a little time left. What mustn't we forget?
closing-client-warm-8 = Let's finish this well: what happens next, and who does it?
closing-client-warm-9 = We have { minutes } left. What would you like settled before we stop?
closing-client-warm-10 = About { minutes } to go. Shall we sum up?
closing-client-warm-11 = I make it { minutes } to go. What still needs a decision?
closing-client-warm-12 = We've got { minutes } left. Let's agree on the next step.

## client, neutral

closing-client-neutral-1 = Our time is nearly up. Let's sum up.
closing-client-neutral-2 = We should finish up soon. What are the next steps?
closing-client-neutral-3 = Before we finish: what did we decide?
closing-client-neutral-4 = We're close to the end. What's still open?
closing-client-neutral-5 = Let's use the last minutes for the next steps.
closing-client-neutral-6 = The time is almost up. Who does what, and by when?
closing-client-neutral-7 = Let's start to wrap up. Is anything urgent left?
closing-client-neutral-8 = Nearly time to finish. Shall I repeat what we agreed?
closing-client-neutral-9 = We have { minutes } left. Let's note the next steps.
closing-client-neutral-10 = With { minutes } to go, what still needs deciding?
closing-client-neutral-11 = We should stop in { minutes }. What still has to be settled?

## client, direct

closing-client-direct-1 = We're nearly out of time. Next steps?
closing-client-direct-2 = Let's wrap up. Who does what?
closing-client-direct-3 = Any last points before we stop?
closing-client-direct-4 = Nearly time. What have we decided?
closing-client-direct-5 = Let's finish up. What's still open?
closing-client-direct-6 = Before we stop: your most important point?
closing-client-direct-7 = Time to sum up, we're almost done.
closing-client-direct-8 = Almost time. Let's agree on the next step.
closing-client-direct-9 = We have { minutes }. Next steps?
closing-client-direct-10 = We need to stop in { minutes }. Let's sum up.
closing-client-direct-11 = With { minutes } left: what's still open?

## internal, warm

closing-internal-warm-1 = Nearly time. Shall we say who takes what?
closing-internal-warm-2 = Almost there. What do you still need from me before we stop?
closing-internal-warm-3 = Let's finish this properly. What's next, and who's on it?
closing-internal-warm-4 = We've got { minutes }. Shall we split up what's left?

## internal, neutral

closing-internal-neutral-1 = Our time's nearly up. Who does what?
closing-internal-neutral-2 = Let's sum up before we stop.
closing-internal-neutral-3 = We have { minutes } left. What's still open?

## internal, direct

closing-internal-direct-1 = Nearly time. Who takes what?
closing-internal-direct-2 = { minutes } left. Next steps?

## group, warm

closing-group-warm-1 = We're nearly at time. Is everyone clear on their next step?
closing-group-warm-2 = Almost time. Before everyone goes: what's still open?
closing-group-warm-3 = We've got { minutes } left, everyone. Shall we sum up?

## group, neutral

closing-group-neutral-1 = We're nearly out of time. Who does what, everyone?
closing-group-neutral-2 = Let's sum up, so that everyone knows their next step.
closing-group-neutral-3 = We have { minutes } left. Does anyone need a decision?

## group, direct

closing-group-direct-1 = Nearly time, everyone. Next steps?
closing-group-direct-2 = { minutes } left, everyone. Last points?
