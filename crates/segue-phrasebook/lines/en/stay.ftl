### Stay: somebody may not want to live. Never leaves them, never speaks of the work; gets help.

## client, warm

stay-client-warm-1 = I'm staying right here with you. Shall we get help together, now?
stay-client-warm-2 = I'm glad you told me. Is somebody there with you right now?
stay-client-warm-3 = You're not alone with this. Who could come and be with you?
stay-client-warm-4 = I'm here; nothing else matters now. Are you safe at the moment?
stay-client-warm-5 = Please stay with me. May I get someone to come to you?
stay-client-warm-6 = I'm taking this seriously, and I'm not leaving. Let's find help together.
stay-client-warm-7 = I'm with you. Please dial your emergency number; I'll stay with you.
stay-client-warm-8 = You matter more than any of this. Who can we reach for you?
stay-client-warm-9 = { $name }, I'm here and I'm staying. Is anybody with you right now?

## internal, warm

stay-internal-warm-1 = I'm staying with you. Shall we get help together, right now?
stay-internal-warm-2 = I'm glad you said it. Is somebody with you right now?
stay-internal-warm-3 = You're not alone with this. Who can come and be with you?
stay-internal-warm-4 = Never mind the rest. Are you safe at the moment? I'm here.
stay-internal-warm-5 = I'm with you. Please dial the emergency number; I'm not leaving.

## group, warm

stay-group-warm-1 = We're here with you. Let's get help together, right now.
stay-group-warm-2 = We're glad you said it. Is somebody with you where you are?
stay-group-warm-3 = You're not alone with this. Who could come and be with you there?
stay-group-warm-4 = Nothing else matters now. Are you safe at the moment? We're here.
stay-group-warm-5 = One of us will stay with you while another gets you help.
