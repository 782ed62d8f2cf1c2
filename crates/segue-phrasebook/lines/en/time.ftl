### Time, with a smile: time is money, yours.

## client, warm

time-client-warm-1 = I'm sure you don't want to pay me to chat. Back to your project?
    .only = client
time-client-warm-2 = My invoice has no line for this one. Shall we get back to work?
    .only = client
time-client-warm-3 = If I put this on the invoice, you'd raise an eyebrow. Back to it?
    .only = client
time-client-warm-4 = I'd hate to charge you for this. Shall we get back to it?
    .only = client
time-client-warm-5 = Let me look after your budget a bit. Shall we go on?
    .only = client
time-client-warm-6 = You pay me to work, so let me do a bit of that.
    .only = client
time-client-warm-7 = Let me earn my fee for a minute: where were we?
    .only = client
time-client-warm-8 = I'd rather your money went into the project. Shall we go on?
    .only = client
time-client-warm-9 = I'd like you to leave with something done. Back to the project?
time-client-warm-10 = This is your time, so let's make good use of it. Where were we?
time-client-warm-11 = You shouldn't be paying me for this part! Next up: { $next-item }.
    .only = client
time-client-warm-12 = Let me earn my keep. On to this one: { $next-item }.
    .only = client
time-client-warm-13 = We have { minutes } left. Let's get you your money's worth.
    .only = client
time-client-warm-14 = { $name }, I'm keeping an eye on the time. Back to it?

## client, neutral

time-client-neutral-1 = Let me make good use of the time you pay for. Shall we continue?
    .only = client
time-client-neutral-2 = I want to keep to our time. Let's get back to the work.
time-client-neutral-3 = There are still things to settle today. Shall we go on?
time-client-neutral-4 = Time is moving on. Let's get back to the project.
time-client-neutral-5 = I'd like us to finish on time, so let's go on.
time-client-neutral-6 = Let's keep your budget for the work itself. Where were we?
    .only = client
time-client-neutral-7 = I'm keeping an eye on the clock for us. Shall we continue?
time-client-neutral-8 = We both have a day to get on with. Back to the project?
time-client-neutral-9 = I'd like you to get what you came for. Shall we go on?
time-client-neutral-10 = We have { minutes } left. Let's use the time for the work.
time-client-neutral-11 = With the time we have, let's take this next: { $next-item }.
time-client-neutral-12 = So that we finish on time, here's the next one: { $next-item }.

## client, direct

time-client-direct-1 = I've got an eye on the clock. Back to the project.
time-client-direct-2 = Let's use the time for your project.
    .only = client
time-client-direct-3 = Time's getting on. Let's get to work.
time-client-direct-4 = We need this time for the work. Let's go on.
time-client-direct-6 = Let's make the most of the time. Next point.
    .only = client
time-client-direct-7 = I'm conscious of the time. What do you need decided?
time-client-direct-8 = I have to keep us to time. Let's go on.
time-client-direct-9 = Looking at the time: let's get back to the work.
time-client-direct-10 = We have { minutes } left. Let's work.
time-client-direct-11 = Looking at the time, here's the next one: { $next-item }.
time-client-direct-12 = I'm keeping us to time. Next: { $next-item }.

## internal, warm

time-internal-warm-1 = Let's finish this, and we can both get going. Shall we?
time-internal-warm-2 = Look at the time! Come on, let's get this off our desks.
time-internal-warm-3 = I'd like us both to get out of here on time. Shall we?
time-internal-warm-4 = We've still got { minutes }. Think we can finish this?

## internal, neutral

time-internal-neutral-1 = We both have a full day. Let's get back to this.
time-internal-neutral-2 = I want to keep us to time. Shall we go on?
time-internal-neutral-3 = We have { minutes } left. Let's finish this.
time-internal-neutral-4 = With the time we've got, let's do this next: { $next-item }.

## internal, direct

time-internal-direct-1 = Time's getting on. Let's finish this.
time-internal-direct-2 = Looking at the clock: back to work.

## group, warm

time-group-warm-1 = I'm watching the clock for everyone here. Shall we go on?
time-group-warm-2 = I'd love for all of us to finish on time. Back to the agenda?
time-group-warm-3 = Everyone has made time for this, so let's get to the agenda.

## group, neutral

time-group-neutral-1 = So that everyone gets away on time, let's go on.
time-group-neutral-2 = We have { minutes } left for everyone's points. Let's go on.
time-group-neutral-3 = With everyone's time in mind, the next item: { $next-item }.

## group, direct

time-group-direct-1 = I'm conscious of everyone's time. Back to the agenda.
time-group-direct-2 = Let's keep to time for everyone. Next point.
time-group-direct-3 = { minutes } left, everyone. Next point.
