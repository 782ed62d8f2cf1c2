### Announce: opens the announcement, after the greetings and before business.

## client, warm

announce-client-warm-1 = Before we start, one thing about how we use our calls.
announce-client-warm-2 = Can I say something about our calls before we begin?
announce-client-warm-3 = Before the work: I'd like to change something about our calls.
announce-client-warm-4 = Can I have a minute first? It's about how we use this time.
announce-client-warm-5 = There's something I'd like to say before we start, about our time.
announce-client-warm-6 = I've been thinking about our calls. Can I tell you something before we start?
announce-client-warm-7 = Before we get going, I need to change how we do our calls.
announce-client-warm-8 = There's a change from today. Let me tell you before we start.

## client, neutral

announce-client-neutral-1 = Before we begin, a word about how we use these calls.
announce-client-neutral-2 = I'd like to change something about our calls. One minute, please.
announce-client-neutral-3 = First, something about the time we spend on calls.
announce-client-neutral-4 = Before the agenda, I want to tell you about a change.
announce-client-neutral-5 = From today I'd like to run our calls differently. May I explain?

## client, direct

announce-client-direct-1 = First, a change to our calls.
announce-client-direct-2 = Before we start: our calls will be different from now on.
announce-client-direct-3 = One thing first: how we use our time.
announce-client-direct-4 = I need to change something about our calls.
announce-client-direct-5 = From today I'm keeping our calls to work. Let me explain.

## internal, warm

announce-internal-warm-1 = Before we start, can I say something about how we do these?
announce-internal-warm-2 = One thing first, about how we use these calls. Okay?
announce-internal-warm-3 = I'd like us to do these calls a bit differently. Can I explain?

## internal, neutral

announce-internal-neutral-1 = Before we start, something about how we use these calls.
announce-internal-neutral-2 = First, a change I'd like to make to our calls.

## internal, direct

announce-internal-direct-1 = One thing first: I want to change how we do these.

## group, warm

announce-group-warm-1 = Before we start, a word about everyone's time in these meetings.
announce-group-warm-2 = Can I say something first? It's about how we all use this time.
announce-group-warm-3 = I'd like to change one thing about these meetings, for all of us.

## group, neutral

announce-group-neutral-1 = Before the agenda, something about how we run these meetings.
announce-group-neutral-2 = First, a change that gives everyone some time back.

## group, direct

announce-group-direct-1 = One change first, for the sake of everyone's time.
