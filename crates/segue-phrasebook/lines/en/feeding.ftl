### Feeding: a hint to me, not to be said aloud.

## client, warm

feeding-client-warm-1 = Let this one end. No question back.
feeding-client-warm-2 = Nod, and let the pause do its work.
feeding-client-warm-3 = A short answer, then the work.
feeding-client-warm-4 = Keep your own story for later.
feeding-client-warm-5 = Smile, and let it fade by itself.
feeding-client-warm-6 = Your next sentence can be about the work.
feeding-client-warm-7 = Let a pause happen. It won't hurt anyone.
feeding-client-warm-8 = Your next question: one about the work.
feeding-client-warm-9 = Your next sentence could start here: { $next-item }.

## client, neutral

feeding-client-neutral-1 = Let this one end; no need to ask more.
feeding-client-neutral-2 = No need to add to this one.
feeding-client-neutral-3 = Answer briefly, then move on.

## client, direct

feeding-client-direct-1 = No more questions on this.
feeding-client-direct-2 = Leave it there.
feeding-client-direct-3 = Nothing more on this. Next: { $next-item }.

## internal, warm

feeding-internal-warm-1 = Let this one go by; the work is next.
feeding-internal-warm-2 = No follow-up here. Ask about the work instead.
feeding-internal-warm-3 = Keep your story for after the work.

## internal, neutral

feeding-internal-neutral-1 = Let it end here; no question from you.
feeding-internal-neutral-2 = Brief answer, then back to your list.

## internal, direct

feeding-internal-direct-1 = No question back.

## group, warm

feeding-group-warm-1 = Let this one fade; it needs no answer.
feeding-group-warm-2 = Leave the pause; someone will take up the agenda.
feeding-group-warm-3 = Keep your story for after; the others are listening.

## group, neutral

feeding-group-neutral-1 = No more questions; hand over to somebody else.
feeding-group-neutral-2 = No need to answer at length. The others are waiting.

## group, direct

feeding-group-direct-1 = Let it end. Move on to the next point.
