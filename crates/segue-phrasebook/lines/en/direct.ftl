### Direct: back to the agenda.

## client, warm

direct-client-warm-1 = Right, let's get back to it. Where were we?
direct-client-warm-2 = Okay, back to your project. What's next for us?
    .only = client
direct-client-warm-3 = Let me bring us back to the work, okay?
direct-client-warm-4 = Okay, I'm putting my work hat back on. Where were we?
direct-client-warm-5 = Let's get you what you need today. Back to the project.
direct-client-warm-6 = Come on, let's get this done together. Where were we?
direct-client-warm-7 = Right, back to work! What shall we look at next?
direct-client-warm-8 = I want to get your project moving. Shall we go on?
    .only = client
direct-client-warm-9 = Let's get this finished for you. What's still open?
direct-client-warm-10 = Okay, back to our list: { $next-item }.
direct-client-warm-11 = Let's sort this out for you: { $next-item }.
direct-client-warm-12 = Right, here's where I need you: { $next-item }.
direct-client-warm-13 = { $name }, let me bring us back to the project.

## client, neutral

direct-client-neutral-1 = Let's go back to the agenda.
direct-client-neutral-2 = Back to the project, if I may.
direct-client-neutral-3 = Shall we return to the project?
direct-client-neutral-4 = Let's get on with the work.
direct-client-neutral-5 = I'd like to get back to the work now.
direct-client-neutral-6 = Let's pick up where we left off.
direct-client-neutral-7 = What's the next thing we need to settle?
direct-client-neutral-8 = Can we move on to the next point?
direct-client-neutral-9 = Where were we on the project?
direct-client-neutral-10 = Back to the agenda: { $next-item }.
direct-client-neutral-11 = Let's take the next item: { $next-item }.
direct-client-neutral-12 = The next thing to settle is this: { $next-item }.
direct-client-neutral-13 = { $name }, shall we return to the work?

## client, direct

direct-client-direct-1 = Back to the agenda.
direct-client-direct-2 = Let's get back to work.
direct-client-direct-3 = Back to the project.
direct-client-direct-4 = Next point, please.
direct-client-direct-5 = Let's move on.
direct-client-direct-6 = Let's carry on with the work.
direct-client-direct-7 = What's still open?
direct-client-direct-8 = Where did we leave off?
direct-client-direct-9 = On to the next thing.
direct-client-direct-10 = Back to this: { $next-item }.
direct-client-direct-11 = Next: { $next-item }.
direct-client-direct-12 = Now this one: { $next-item }.

## internal, warm

direct-internal-warm-1 = Okay, let's get back to it. What's next?
direct-internal-warm-2 = Right, back to the job. Where were we?
direct-internal-warm-3 = Come on, let's finish this. What's left?
direct-internal-warm-4 = Back to it! Who's got the next bit?
direct-internal-warm-5 = Okay, next on our plate: { $next-item }.

## internal, neutral

direct-internal-neutral-1 = Let's get back to our list.
direct-internal-neutral-2 = Shall we carry on with this?
direct-internal-neutral-3 = Where were we on this?
direct-internal-neutral-4 = Back to our list: { $next-item }.

## internal, direct

direct-internal-direct-1 = Back to work.
direct-internal-direct-2 = Next one.
direct-internal-direct-3 = What's left to do?
direct-internal-direct-4 = Next thing: { $next-item }.

## group, warm

direct-group-warm-1 = Shall we go back to the agenda, so nobody is kept waiting?
direct-group-warm-2 = Let's get back to it, so all of us finish on time.
direct-group-warm-3 = Okay everyone, back to the agenda so we all get out on time.
direct-group-warm-4 = To save everyone's time, back to our list: { $next-item }.

## group, neutral

direct-group-neutral-1 = Back to the agenda, so that everyone's time is well used.
direct-group-neutral-2 = Let's get back to what we're all here for.
direct-group-neutral-3 = I'd like to keep to the agenda for everyone here.
direct-group-neutral-4 = Let's go on, so we get through everyone's points.
direct-group-neutral-5 = While everyone's here, the next item: { $next-item }.

## group, direct

direct-group-direct-1 = Back to the agenda, everyone.
direct-group-direct-2 = Next point, so that everyone gets a turn.
direct-group-direct-3 = Everyone, next point, please.
direct-group-direct-4 = Everyone, back to this: { $next-item }.
