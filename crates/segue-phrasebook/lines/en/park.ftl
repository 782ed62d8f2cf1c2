### Park: put the topic aside, go to the next item.

## client, warm

park-client-warm-1 = Can we keep that for the end? I need you for something first.
park-client-warm-2 = Let's come back to that at the end. Can we do the work first?
park-client-warm-3 = Save me the rest for the end, would you? Let's look at the work.
park-client-warm-4 = That needs more than a minute. Work first, then back to it?
park-client-warm-5 = I'll write that down for the end. Where were we with the work?
park-client-warm-6 = Let's put that aside for a bit. There's something I need to ask you.
park-client-warm-7 = Let's leave that for our last few minutes. Where had we got to?
park-client-warm-8 = Remind me of that at the end? I'd like to get us moving.
park-client-warm-9 = Hold on to that for me, okay? Let's get your work done first.
    .only = client
park-client-warm-10 = Can we put that aside for now? Next on our list: { $next-item }.
park-client-warm-11 = Let's keep that for the end. First, this one: { $next-item }.
park-client-warm-12 = I'll write that down for later. Can we look at this: { $next-item }?
park-client-warm-13 = Save that for our last few minutes? Up next: { $next-item }.
park-client-warm-14 = { $name }, can we come back to that at the end? Work first.
park-client-warm-15 = Let's save this one for the end: { $topic }. Shall we go on?
park-client-warm-16 = Can we leave that there for now and look at the work?
park-client-warm-17 = Let's put that aside, if you don't mind. What's next on our list?
park-client-warm-18 = Can I stop us there? There's something I need to ask you.

## client, neutral

park-client-neutral-1 = Let's put that aside for now and go on with the work.
park-client-neutral-2 = Can we leave that for the end? I'd like to move on.
park-client-neutral-3 = I'd like to come back to that later. Let's take the next point.
park-client-neutral-4 = Let's note that for the end. What's next on our list?
park-client-neutral-5 = Let's keep that for later; there are things we need to settle.
park-client-neutral-6 = Can I stop us here? We can pick that up at the end.
park-client-neutral-7 = We can talk about that at the end. Shall we go on?
park-client-neutral-8 = Let's set that to one side and look at what's open.
park-client-neutral-9 = I've noted that for later. Let's do the next thing now.
park-client-neutral-10 = Let's set that aside and take the next item: { $next-item }.
park-client-neutral-11 = We can do that at the end. Next is this: { $next-item }.
park-client-neutral-12 = Let's come back to that. Now for the next item: { $next-item }.
park-client-neutral-13 = Can that wait until the end? I have this next: { $next-item }.

## client, direct

park-client-direct-1 = Let's leave that there for now. Next point.
park-client-direct-2 = That's one for the end. Let's go on.
park-client-direct-3 = Let's do that later. What's next?
park-client-direct-4 = I'm putting that down for the end. Let's continue.
park-client-direct-5 = Work first, then that.
park-client-direct-6 = Let's hold that until we're through the list.
park-client-direct-7 = Let me stop us there. Work first, the rest at the end.
park-client-direct-8 = Noted for the end. Let's get through the work first.
park-client-direct-9 = Let's finish the work, then come back to that.
park-client-direct-10 = We'll come back to that. Next: { $next-item }.
park-client-direct-11 = That's for the end. Now: { $next-item }.
park-client-direct-12 = Let's do this first: { $next-item }. The rest at the end.

## internal, warm

park-internal-warm-1 = Save that for after, will you? Let's get this done first.
park-internal-warm-2 = Tell me at the end, okay? I need your brain on this first.
park-internal-warm-3 = Let's put that aside and get the work out of the way.
park-internal-warm-4 = That needs more time than this. After we finish, okay?
park-internal-warm-5 = Keep that for the end? First, this one: { $next-item }.

## internal, neutral

park-internal-neutral-1 = Let's leave that for after and finish this.
park-internal-neutral-2 = Can we come back to that? There's work still open.
park-internal-neutral-3 = Let's note that and take the next thing.
park-internal-neutral-4 = Put that aside for a moment? Next is this: { $next-item }.

## internal, direct

park-internal-direct-1 = After this. What's next?
park-internal-direct-2 = Let's finish first, then that.
park-internal-direct-3 = Later. Now this one: { $next-item }.

## group, warm

park-group-warm-1 = Let's save that for after, so everyone gets away on time.
park-group-warm-2 = I'll note that for later, so we keep everyone's time for the agenda.
park-group-warm-3 = Shall we put that aside while everyone's here, and go on?
park-group-warm-4 = Let's keep that for after, so nobody has to wait. Next point?
park-group-warm-5 = Let's hold that while we have everyone here. Next up: { $next-item }.

## group, neutral

park-group-neutral-1 = Let's set that aside and use everyone's time for the agenda.
park-group-neutral-2 = Let's leave that for later; we have the whole group here now.
park-group-neutral-3 = That can wait till afterwards. With everyone here, let's take the next point.
park-group-neutral-4 = Let's set that aside while we have everyone. Next: { $next-item }.

## group, direct

park-group-direct-1 = Let's keep that for after the call. Next point, everyone.
park-group-direct-2 = Let's put that aside and use the time with everyone here.
park-group-direct-3 = Later, so we don't keep everyone. Now: { $next-item }.
