### Deflect: a personal question to me; hand the turn back.

## client, warm

deflect-client-warm-1 = Let's leave me out of it, if that's okay. Where were we?
deflect-client-warm-2 = Oh, today is about you. What's next on your list?
deflect-client-warm-3 = I'd rather hear about your project. Where does it stand?
    .only = client
deflect-client-warm-4 = I'll pass on that, if that's okay. What do you need from me today?
deflect-client-warm-5 = Oh, I'll spare you that. What do you think of the work so far?
deflect-client-warm-6 = Let's not spend your call on me. What shall we look at next?
    .only = client
deflect-client-warm-7 = That one I'll keep to myself. What would you like from today?
deflect-client-warm-8 = Never mind me. What would help you most right now?
deflect-client-warm-9 = Kind of you to ask. I'd rather hear where I can help.
deflect-client-warm-10 = I'd rather hear your view on this one: { $next-item }.

## client, neutral

deflect-client-neutral-1 = I'd rather not go into that. What do you need from today?
deflect-client-neutral-2 = Let's stay with you and the project. What comes next?
deflect-client-neutral-3 = I try to keep my own news off our calls. Shall we go on?
deflect-client-neutral-4 = We're here for your project. What do you think of it so far?
    .only = client
deflect-client-neutral-5 = I'd rather we talked about your side. What would you like to decide?
deflect-client-neutral-6 = I'll pass on that one. What's most pressing for you?
deflect-client-neutral-7 = That's private, if you don't mind. Shall we go on with the project?
deflect-client-neutral-8 = I'd like to hear from you instead. What's next for the project?
deflect-client-neutral-9 = Let's use the time for you. Next up: { $next-item }.

## client, direct

deflect-client-direct-1 = I'll keep that to myself. What do you need today?
deflect-client-direct-2 = That's private. Where are we with the project?
deflect-client-direct-3 = Let's leave me out of it. What's next?
deflect-client-direct-4 = I'd rather not say. Over to you.
deflect-client-direct-5 = I'll pass. What's your next point?
deflect-client-direct-6 = That's not for this call. What do you need on the project?
deflect-client-direct-7 = This is your time. What shall we decide?
deflect-client-direct-8 = Let's talk about your project instead.
    .only = client
deflect-client-direct-9 = Let's keep this on the project. Next: { $next-item }.

## internal, warm

deflect-internal-warm-1 = Oh, let's leave me out of it. How's your part going?
deflect-internal-warm-2 = That one I'll keep to myself. What do you need from me?
deflect-internal-warm-3 = I'll skip that one! Where are you with your bit?

## internal, neutral

deflect-internal-neutral-1 = I'd rather not go into that. How's your part coming along?
deflect-internal-neutral-2 = I'll pass on that one. What's next for us?
deflect-internal-neutral-3 = I'd rather hear where you are with this: { $next-item }.

## internal, direct

deflect-internal-direct-1 = I'd rather not say. What's open on your side?
deflect-internal-direct-2 = That's private. What's next?

## group, warm

deflect-group-warm-1 = Let's not spend everyone's time on me. Who wants to go next?
deflect-group-warm-2 = I'll skip that one! What would everyone like to get to next?
deflect-group-warm-3 = That one I'll keep to myself. Who has the next point?

## group, neutral

deflect-group-neutral-1 = I'd rather not go into that here. Who's next?
deflect-group-neutral-2 = Let's stay with what we're all here for. Who would like to go next?
deflect-group-neutral-3 = I'll pass on that one. For everyone now: { $next-item }.

## group, direct

deflect-group-direct-1 = I'll keep that to myself. Who's next?
deflect-group-direct-2 = That's private. Back to the agenda, everyone.
