### Overrun: the planned time is over.

## client, warm

overrun-client-warm-1 = We're over our time. Shall we stop here, or do you need five more?
overrun-client-warm-2 = That's our time. Shall we finish this point and leave it there?
overrun-client-warm-3 = We've run over a little. What must we settle before we stop?
overrun-client-warm-4 = Our time's up. Is it all right if we stop here?
overrun-client-warm-5 = We're past the time we planned. Can I send you the rest in writing?
overrun-client-warm-6 = That's time! One last point, and then we stop?
overrun-client-warm-7 = We're over time. I'll send you the open points, all right?
overrun-client-warm-8 = Our time is up, { $name }. Shall we leave it there?
overrun-client-warm-9 = We're over our time. Shall we do the rest { $next-meeting }?
overrun-client-warm-10 = Time's up for today. We can take this further { $next-meeting }.

## client, neutral

overrun-client-neutral-1 = We've reached the end of our time. Shall we stop here?
overrun-client-neutral-2 = We're past our time. What still has to be settled today?
overrun-client-neutral-3 = Time's up. Let's finish this point and close.
overrun-client-neutral-4 = We're over time. I can send you the open points in writing.
overrun-client-neutral-5 = That's the time we planned. Five more minutes, or stop here?
overrun-client-neutral-6 = We're out of time. One last point?
overrun-client-neutral-7 = We're past our time. Shall we end the call here?
overrun-client-neutral-8 = We're over time. Shall we take the rest { $next-meeting }?
overrun-client-neutral-9 = Our time's up. Let's carry on with this { $next-meeting }.

## client, direct

overrun-client-direct-1 = We're over time. Let's stop here.
overrun-client-direct-2 = Time's up. One last point.
overrun-client-direct-3 = That's our time. What can't wait?
overrun-client-direct-4 = We're past our time. Let's finish there.
overrun-client-direct-5 = Time's up. The rest in writing?
overrun-client-direct-6 = We're over. Stop, or five more minutes?
overrun-client-direct-7 = Time's up. The rest { $next-meeting }.
overrun-client-direct-8 = We're over time. Let's carry on { $next-meeting }.

## internal, warm

overrun-internal-warm-1 = That's our time. Shall we call it a day?
overrun-internal-warm-2 = We're over. Do you need five more, or are we good?
overrun-internal-warm-3 = Time's up. Finish this bit and stop?
overrun-internal-warm-4 = We're over time. Shall we do the rest { $next-meeting }?

## internal, neutral

overrun-internal-neutral-1 = We're over time. Stop here, or five more minutes?
overrun-internal-neutral-2 = Our time's up. What can't wait?
overrun-internal-neutral-3 = We're over. Let's do the rest { $next-meeting }.

## internal, direct

overrun-internal-direct-1 = Time's up. Let's stop.
overrun-internal-direct-2 = Over time. The rest { $next-meeting }.

## group, warm

overrun-group-warm-1 = That's our time. Shall we let everyone go?
overrun-group-warm-2 = We're over, and I don't want to keep everyone. One last point?
overrun-group-warm-3 = We're over time, everyone. Shall we do the rest { $next-meeting }?

## group, neutral

overrun-group-neutral-1 = Our time's up. If you need to go, please do.
overrun-group-neutral-2 = We're past our time. Let's not keep everyone any longer.
overrun-group-neutral-3 = We're over time. Let's do the rest { $next-meeting }, everyone.

## group, direct

overrun-group-direct-1 = Time's up, everyone. Let's stop here.
overrun-group-direct-2 = We're over. Only what can't wait, please, then everyone's free.
