### Humane: something serious was said. Never steers.

## client, warm

humane-client-warm-1 = I'm so sorry. Shall we stop here, or would it help to carry on?
humane-client-warm-2 = I'm so sorry to hear that. Shall we leave the work for today?
humane-client-warm-3 = That's a lot to deal with. We can move this; just say the word.
humane-client-warm-4 = I'm really sorry. Would you rather stop and talk another day?
humane-client-warm-5 = Thank you for telling me. The work can wait; shall we stop?
humane-client-warm-6 = I'm sorry. Take your time. We can stop whenever you like.
humane-client-warm-7 = I'm so sorry. Shall we move this to when it suits you?
humane-client-warm-8 = Oh, I'm so sorry. We can stop, or go on. Whatever helps.
humane-client-warm-9 = I'm sorry you're going through this. Would it help to move the call?
humane-client-warm-10 = That sounds so hard. Please don't worry about the call; shall we stop?
humane-client-warm-11 = { $name }, I'm so sorry. Do you want to stop here for today?

## internal, warm

humane-internal-warm-1 = I'm so sorry. Do you want to stop here for today?
humane-internal-warm-2 = I'm sorry. Forget the meeting if you need to; we can move it.
humane-internal-warm-3 = That's awful, I'm sorry. Stop, or go on? Whatever is easier for you.
humane-internal-warm-4 = Thank you for telling me. Shall we do this another day?
humane-internal-warm-5 = I'm so sorry. Shall I move this, so you have some time?
humane-internal-warm-6 = Oh no, I'm sorry. We don't have to do this today.

## group, warm

humane-group-warm-1 = I'm so sorry. Shall we stop here and move the meeting?
humane-group-warm-2 = Thank you for telling us. Shall we stop the meeting for today?
humane-group-warm-3 = I'm so sorry. Let's pause. Would you like us to move this?
humane-group-warm-4 = We're all sorry to hear that. We can meet another day.
humane-group-warm-5 = I'm sorry. You don't have to stay; we can move this for you.
humane-group-warm-6 = I'm so sorry. Would it help to stop, or to go on?
