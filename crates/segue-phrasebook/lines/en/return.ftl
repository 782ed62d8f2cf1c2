### Return: the closing chat brings the parked topics back.

## client, warm

return-client-warm-1 = Now, you were going to tell me something.
return-client-warm-2 = That's the work done. There was something you wanted to tell me.
return-client-warm-3 = We saved something for the end. Tell me the rest!
return-client-warm-4 = Okay, that's business done. What was it you were telling me?
return-client-warm-5 = We left something unfinished. What were you going to say?
return-client-warm-6 = Work done. Now for what we put aside.
return-client-warm-7 = That's our list done. Where had you got to?
return-client-warm-8 = Before we go: wasn't there something you were going to tell me?
return-client-warm-10 = That's the work done. We put this aside: { $topic }.
return-client-warm-11 = We kept this for the end: { $topic }. Go on, tell me.
return-client-warm-12 = Now, you were going to tell me more about this: { $topic }.
return-client-warm-13 = I noted this earlier: { $topic }. Shall we come back to it?

## client, neutral

return-client-neutral-1 = The work is done. We can come back to what we put aside.
return-client-neutral-2 = We put something aside. Would you like to come back to it?
return-client-neutral-3 = Before we finish, would you like to tell me the rest?
return-client-neutral-4 = That's everything on the list. What were you going to tell me?
return-client-neutral-5 = Shall we go back to what you started telling me?
return-client-neutral-6 = We left something for the end. I have a few minutes.
return-client-neutral-7 = The agenda is done. What was it you wanted to tell me?
return-client-neutral-8 = You started to tell me something. Now would be a good moment.
return-client-neutral-9 = We put this aside: { $topic }. A few minutes for it?
return-client-neutral-10 = That's the agenda done. You'd started on this: { $topic }.
return-client-neutral-11 = We kept something for the end: { $topic }.

## client, direct

return-client-direct-1 = Work's done. You were saying?
return-client-direct-2 = Now for what we put aside.
return-client-direct-3 = I have a few minutes now. You were saying?
return-client-direct-4 = That's the agenda. What was it you wanted to say?
return-client-direct-5 = You had something to tell me.
return-client-direct-6 = We put something aside. Go ahead.
return-client-direct-7 = Agenda's done; your turn.
return-client-direct-8 = Back to what you were going to tell me.
return-client-direct-9 = There's still this one: { $topic }.
return-client-direct-10 = Agenda's done. Now: { $topic }.
return-client-direct-11 = You were going to say more about this: { $topic }.

## internal, warm

return-internal-warm-1 = Done! Now, what were you telling me?
return-internal-warm-2 = That's our work done. Go on, what did you want to tell me?
return-internal-warm-3 = Okay, off duty for a minute. You were saying?
return-internal-warm-4 = We saved this one: { $topic }. Tell me.

## internal, neutral

return-internal-neutral-1 = Work's done. Didn't you have something to tell me?
return-internal-neutral-2 = Before we finish: what were you going to tell me?
return-internal-neutral-3 = We left this for the end: { $topic }.

## internal, direct

return-internal-direct-1 = That's the work. You were saying?
return-internal-direct-2 = Done. Now: { $topic }.

## group, warm

return-group-warm-1 = That's the agenda done. Anyone who can stay, let's hear the rest!
return-group-warm-2 = Thanks, everyone. If you like, stay on for what we put aside.
return-group-warm-3 = Agenda done! For those who can stay: { $topic }.

## group, neutral

return-group-neutral-1 = The agenda is done. Anyone who has time can stay on.
return-group-neutral-2 = We put something aside. If you need to go, please do.
return-group-neutral-3 = We left this for the end, for those who can stay: { $topic }.

## group, direct

return-group-direct-1 = That's the agenda. The rest is for those who can stay.
return-group-direct-2 = Agenda's done; everyone's free to go or stay.
