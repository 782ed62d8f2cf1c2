### Sign-off: end the call, with the next meeting in it.

## client, warm

sign_off-client-warm-1 = I have to go now. Thank you for today, and take care.
sign_off-client-warm-2 = I'll let you get on with your day. Take care!
sign_off-client-warm-3 = I'd better get back to your project. Bye for now!
    .only = client
sign_off-client-warm-4 = I'm going to stop us here. Thanks, it was good to talk.
sign_off-client-warm-5 = Let's leave it there for today. Have a lovely rest of your day.
sign_off-client-warm-6 = That's us for today. Thank you, and look after yourself.
sign_off-client-warm-7 = I have to go now. Let's talk again { $next-meeting }. Take care!
sign_off-client-warm-8 = I'll let you go. Talk to you { $next-meeting }!
sign_off-client-warm-9 = Good talking to you. We'll speak { $next-meeting }.
sign_off-client-warm-10 = Let's stop here so I can get going. Speak { $next-meeting }!
sign_off-client-warm-11 = Thanks for today. I'll get on with my part. Talk { $next-meeting }!
sign_off-client-warm-12 = Take care, { $name }. We'll talk again { $next-meeting }.
sign_off-client-warm-13 = I enjoyed hearing that. Now I have to go and work on your project.
    .only = client
sign_off-client-warm-14 = Thank you for telling me. I'll get back to your project now.
    .only = client

## client, neutral

sign_off-client-neutral-1 = I need to stop here. Thank you for your time.
sign_off-client-neutral-2 = Let's wrap up here for today. Thank you.
sign_off-client-neutral-3 = That's all from me. Have a good day.
sign_off-client-neutral-4 = I have to go now. Thanks for the call.
sign_off-client-neutral-5 = Let's finish here. Enjoy the rest of your day.
sign_off-client-neutral-6 = I'll say goodbye here. Thank you.
sign_off-client-neutral-7 = I need to stop here. We'll speak { $next-meeting }.
sign_off-client-neutral-8 = Thank you for today. We'll carry on with the project { $next-meeting }.
sign_off-client-neutral-9 = Let's leave it there. Our next meeting is { $next-meeting }.
sign_off-client-neutral-10 = That's it for today. I'll speak to you { $next-meeting }.

## client, direct

sign_off-client-direct-1 = I have to go. Thank you, bye.
sign_off-client-direct-2 = Let's stop here. Thanks.
sign_off-client-direct-3 = That's it for today. Goodbye.
sign_off-client-direct-4 = I'm going to go now. Take care.
sign_off-client-direct-5 = I'll leave it there. Have a good day.
sign_off-client-direct-6 = Time for me to go. Bye!
sign_off-client-direct-7 = I have to go. Talk { $next-meeting }.
sign_off-client-direct-9 = That's it for today. We'll talk { $next-meeting }.
sign_off-client-direct-10 = Bye for now. Speak { $next-meeting }.

## internal, warm

sign_off-internal-warm-1 = I'm off. Thanks for this!
sign_off-internal-warm-2 = Let's stop there. Have a good one!
sign_off-internal-warm-3 = I'm off now. Talk { $next-meeting }!
sign_off-internal-warm-4 = Thanks for this. More { $next-meeting }!

## internal, neutral

sign_off-internal-neutral-1 = Let's leave it there. Thanks.
sign_off-internal-neutral-2 = I have to go. We'll carry on { $next-meeting }.
sign_off-internal-neutral-3 = That's it from me. Talk to you { $next-meeting }.

## internal, direct

sign_off-internal-direct-1 = I'm off. Bye!
sign_off-internal-direct-2 = Stopping here. Talk { $next-meeting }.

## group, warm

sign_off-group-warm-1 = Thank you, everyone. I'll give you the rest of your day back.
sign_off-group-warm-2 = Let's stop here, so everyone gets a breather. Thank you all!
sign_off-group-warm-3 = Thank you, everyone. We'll meet again { $next-meeting }. Take care!

## group, neutral

sign_off-group-neutral-1 = Let's finish here. Thank you all for your time.
sign_off-group-neutral-2 = That's it for today. Thanks, everyone.
sign_off-group-neutral-3 = Thank you all. We'll continue { $next-meeting }.
sign_off-group-neutral-4 = Let's stop here, everyone. The next meeting is { $next-meeting }.

## group, direct

sign_off-group-direct-1 = We're done. Thanks, everyone.
sign_off-group-direct-2 = That's it, everyone. We'll carry on { $next-meeting }.
