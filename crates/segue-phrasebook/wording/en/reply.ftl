### Replies to a client's message, put together from sentences. `part-N-tone`, or `part-N` where every tone says the same.
### Slots for the user to fill in stand in square brackets.

## Greeting

hello-1-warm = Hi { $name },
hello-1-neutral = Hello { $name },
hello-1-direct = Hello { $name },
hello-nobody-1-warm = Hi,
hello-nobody-1-neutral = Hello,
hello-nobody-1-direct = Hello,
hello-chat-1-warm = Hi { $name }!
hello-chat-1-neutral = Hello { $name }.
hello-chat-1-direct = Hi { $name }.
hello-chat-nobody-1-warm = Hi!
hello-chat-nobody-1-neutral = Hello.
hello-chat-nobody-1-direct = Hi.
hello-care-1 = { $name },

## Something serious: humane first, the work can wait

sorry-1 = I'm so sorry. Thank you for telling me.
sorry-2 = I'm very sorry to read this.
sorry-3 = I'm so sorry. That is a great deal to carry.
sorry-4 = I'm truly sorry. Please take all the time this needs.
hurt-1 = I'm sorry, too, that I hurt you; thank you for saying so.
hurt-2 = I'm sorry, too, that something I did hurt you; it's good that you told me.
move-1-warm = Please don't worry about the work now. We can move anything that was planned; just let me know.
move-2-warm = The work can wait. If it helps, we can move everything to a later date, whenever suits you.
move-3-warm = Nothing here is as important as that. Whatever was planned can move; just tell me when you'd like to pick things up again.
move-1-neutral = The work can wait. If you'd like to move anything that was planned, just tell me.
move-2-neutral = Please don't worry about the project. We can move what was planned to a later date.
move-1-direct = The work can wait. We can move everything; just say the word.
move-2-direct = Leave the project for now. We can move whatever was planned.
answers-wait-1 = I've seen what you asked about the work; it can wait until you want to think about it.
answers-wait-2 = I have your points about the work, and there is no hurry with any of them.
answers-below-1 = And so that the work is off your mind, here is where things stand.
answers-below-2 = As for the work, there is nothing you need to do now.
bye-care-1 = Take good care of yourself,
bye-care-2 = Wishing you strength,
close-care-1 = Take good care of yourself.
close-care-2 = Wishing you strength.

## They do not want to live: nobody stays alone with that

despair-1 = I'm glad you told me, and I take it seriously. You don't have to be alone with this: is somebody with you right now?
despair-2 = Thank you for telling me; you matter more than any work. Please don't be on your own just now. Who could come and be with you?
despair-3 = I'm glad you wrote this to me. You don't have to carry it alone: who can be with you today?
despair-help-1 = If you might hurt yourself, or have taken something, please call your emergency number right now. You can also call a crisis line, day or night.
despair-help-2 = Please call a crisis line; someone will listen, day or night. If you might hurt yourself, or have taken something, please call your emergency number right now.
despair-call-1 = May I call you now? Just say yes and I'll ring.
despair-call-2 = I'd like to hear your voice. Can I call you right now?
worried-1 = Before anything else: something in your message worries me. Is everything all right? If not, please don't keep it to yourself: call someone close, or a crisis line, at any hour.
worried-2 = First of all: what you wrote sounds heavy, and it matters to me that you're safe. Is somebody with you? If it gets too much, please call someone close, or a crisis line, at any hour.
bye-despair-1 = Thinking of you,

## One warm sentence for what is private, without repeating it

hard-1-warm = I'm sorry it's such a hard stretch right now; I hope it eases soon.
hard-2-warm = That sounds like a lot at once. I hope things get lighter soon.
hard-3-warm = I'm sorry to hear that. I hope better days are close.
hard-1-neutral = I'm sorry to hear that, and I hope it gets easier soon.
hard-2-neutral = That doesn't sound easy. I hope things improve soon.
hard-1-direct = Sorry to hear that. I hope it gets better soon.
hard-2-direct = I'm sorry to hear it.
good-1-warm = What good news!
good-2-warm = How lovely, I'm happy for you!
good-3-warm = That's lovely to hear!
good-1-neutral = That's good to hear.
good-2-neutral = I'm glad to hear that.
good-1-direct = Good to hear.
good-2-direct = Glad to hear it.
moved-1-warm = Thank you for telling me, that's lovely to hear!
moved-2-warm = Thank you, it makes me happy to know how it was received!
moved-1-neutral = Thank you, that's good to hear.
moved-2-neutral = Thank you for telling me how it was received.
moved-1-direct = Thank you, good to hear.
moved-2-direct = Thanks, good to know.
plain-1-warm = Thank you for telling me a bit about it.
plain-2-warm = Thanks for sharing that with me.
plain-3-warm = It's kind of you to write so openly.
plain-1-neutral = Thank you for telling me.
plain-2-neutral = Thanks for letting me know.
plain-1-direct = Thanks for telling me.
plain-2-direct = Thanks for letting me know.
guilt-1-warm = I hear you, and I'm glad you said it. I keep my messages to the work, so that it gets the time it needs.
guilt-2-warm = Thank you for saying it openly. I keep my messages to the work, with everybody I work for.
guilt-3-warm = I hear you, and thank you for being so open. I keep to the project here, and I do care that it goes well.
guilt-1-neutral = I hear you. I keep my messages to the work, with everybody I work for.
guilt-2-neutral = Thank you for telling me. I keep my messages to the work, so that it gets the time it needs.
guilt-1-direct = I hear you. I keep my messages to the work.
guilt-2-direct = Thanks for being open. My messages are about the work.
lonely-1-warm = I hear how much you'd like someone to listen, and I hope somebody close to you has time for that soon.
lonely-2-warm = It's hard to have nobody to talk to; I hope you find someone who can listen. I'm here for the project.
lonely-1-neutral = I hear that you'd like to talk, and I hope someone close has time to listen. I'm here for whatever the project needs.
lonely-2-neutral = That sounds hard, and I hope someone close can listen. I'm here for the project.
lonely-1-direct = I hear you, and I hope someone close can listen. I'm here for the work.
lonely-2-direct = I hope someone close has time to listen. I'm here for the project.
closer-1-warm = Thank you, that's kind. I prefer to keep work and private life apart, and it's nothing to do with you; this is the best place to reach me.
closer-2-warm = That's kind of you. I'd like us to keep to the work; this is the best place to reach me.
closer-1-neutral = Thank you. I prefer to keep work and private life apart; this is the best place to reach me.
closer-2-neutral = Thank you. I'd like us to stay with the work; this is the place to reach me.
closer-1-direct = Thank you. I prefer to keep work and private life apart. This is where to reach me.
closer-2-direct = Thank you. I'd like us to keep to the work. This is where to reach me.
invitation-1-warm = Thank you for the invitation, that's kind of you! [Yes / no.]
invitation-2-warm = How kind of you to invite me, thank you! [Yes / no.]
invitation-1-neutral = Thank you for the invitation. [Yes / no.]
invitation-2-neutral = Thank you for inviting me. [Yes / no.]
invitation-1-direct = Thanks for the invitation. [Yes / no.]
invitation-2-direct = Thanks for inviting me. [Yes / no.]
invited-1 = As for the invitation: [yes / no].
invited-2 = And on your invitation: [yes / no].
gift-1-warm = Thank you for the present, that was kind of you!
gift-2-warm = How thoughtful of you, thank you!
gift-1-neutral = Thank you for the present.
gift-2-neutral = Thank you, that was thoughtful.
gift-1-direct = Thanks for the present.
gift-2-direct = Thank you, that was kind.
fishing-1-warm = Kind of you to ask! I'll leave myself out of it and stick to your project.
fishing-2-warm = That's kind of you! I'd rather stick to your project here.
fishing-3-warm = Thank you for asking! I keep my messages to the work.
fishing-1-neutral = Thank you for asking. I keep private things out of my messages.
fishing-2-neutral = Kind of you to ask. I'd rather keep this to your project.
fishing-1-direct = Thanks for asking. I keep that to myself.
fishing-2-direct = I'll keep that one to myself.
flattery-1-warm = Thank you, that's kind of you to say.
flattery-2-warm = That's very kind, thank you.
flattery-3-warm = Thank you for the kind words.
flattery-1-neutral = Thank you, that's kind.
flattery-2-neutral = Thank you for the kind words.
flattery-1-direct = Thank you.
flattery-2-direct = Thanks, that's kind.

wishes-1-warm = Thank you for the kind wishes!
wishes-2-warm = How kind of you, thank you!
wishes-1-neutral = Thank you for the kind wishes.
wishes-2-neutral = Thank you, that's kind of you.
wishes-1-direct = Thank you for the wishes.
wishes-2-direct = Thanks, that's kind.

## Somebody is unhappy with the work

displeased-1-warm = I understand that you're unhappy with this, and I take it seriously: [what I will do, by when].
displeased-2-warm = I hear that this isn't what you need. Here is what happens next: [what I will do, by when].
displeased-1-neutral = I understand that you're unhappy with this: [what I will do, by when].
displeased-2-neutral = I see that this isn't as it should be: [what I will do, by when].
displeased-1-direct = I understand. [What I will do, by when].
displeased-2-direct = Understood: [what I will do, by when].

parting-1-warm = Thank you for telling me, and for the time we've worked together. So that everything is left in good order: [what I will do, by when].
parting-2-warm = I understand, and I wish you well. What I'll still do on my side: [what I will do, by when].
parting-1-neutral = Thank you for telling me. So that everything is left in good order: [what I will do, by when].
parting-2-neutral = I understand. What I'll still do on my side: [what I will do, by when].
parting-1-direct = Understood. Still to do on my side: [what I will do, by when].
parting-2-direct = Understood. Before we finish: [what I will do, by when].

## Nothing is asked

leaves-1-warm = Of course, I won't do that.
leaves-2-warm = Thank you for saying so; I won't do that.
leaves-1-neutral = Noted: I won't do that.
leaves-2-neutral = Understood, I won't do that.
leaves-1-direct = Understood. I won't do that.
leaves-2-direct = Noted. I won't do that.
leaves-care-1 = As you asked, I'll leave that for now.
leaves-care-2 = I'll hold off, as you asked.
leaves-apart-1 = And I won't do what you asked me not to.
leaves-apart-2 = What you asked me to leave, I'll leave.
between-us-1 = And it stays between us.
between-us-2 = This stays between us, of course.
holds-care-1 = I've seen which dates in the work have to hold, and you don't have to carry that as well.
holds-care-2 = As for the work, I have what you wrote and the dates that cannot move; please don't worry about that now.
thanked-care-1 = It means a lot to me that you wrote this. There is nothing you need to do about the rest now.
thanked-care-2 = Thank you for what you say about my work; it means a lot to me. The rest can wait.
goes-ahead-care-1 = The work goes ahead as you wrote, and there is nothing you need to do.
goes-ahead-care-2 = What you approved is going ahead; you needn't think about it.
dates-care-1 = I've made a note: { $dates }.
dates-care-2 = Noted on my side: { $dates }.
goes-ahead-1-warm = Thank you for the go-ahead! Next: [what, and by when].
goes-ahead-2-warm = Thank you, then I'll carry on: [what, and by when].
goes-ahead-1-neutral = Thank you for the go-ahead. Next: [what, and by when].
goes-ahead-2-neutral = Thank you. I'll carry on: [what, and by when].
goes-ahead-1-direct = Thanks. Next: [what, and by when].
goes-ahead-2-direct = Thanks for the go-ahead. [What, and by when].
got-it-1-warm = Thank you, I've got it.
got-it-2-warm = Thanks, I have it.
got-it-3-warm = Thank you, that's good to have.
got-it-1-neutral = Thank you, received.
got-it-2-neutral = Thanks, I have it.
got-it-1-direct = Received, thanks.
got-it-2-direct = Got it.
welcome-1-warm = You're very welcome!
welcome-2-warm = It's a pleasure!
welcome-1-neutral = You're welcome.
welcome-2-neutral = My pleasure.
welcome-1-direct = You're welcome.
welcome-2-direct = Any time.
noted-1-warm = Thank you for your message.
noted-2-warm = Thanks for writing.
noted-1-neutral = Thank you for your message.
noted-2-neutral = Thanks for the message.
noted-1-direct = Thanks for the message.
noted-2-direct = Seen, thanks.
project-1-warm = Whenever something comes up about the project, just write.
project-2-warm = For anything about the project, I'm here.
project-1-neutral = If anything comes up about the project, just write.
project-2-neutral = For anything about the project, write to me.
project-1-direct = Anything on the project: just write.
project-2-direct = If something comes up on the project, write.

## A private fact that moves the work

moves-1-warm = Thank you for telling me; that helps with the plan.
moves-2-warm = Thanks for letting me know; I'll plan around it.
moves-1-neutral = Thank you for letting me know; that matters for the plan.
moves-2-neutral = Thanks for letting me know; I'll take it into account.
moves-1-direct = Thanks, that helps with the plan.
moves-2-direct = Good to know for the plan.
moves-hard-1-warm = We can fit the work around it; just tell me what suits you.
moves-hard-2-warm = Please don't worry about the plan; we'll fit it around this.
moves-hard-1-neutral = We can fit the work around it.
moves-hard-2-neutral = The plan can change; just tell me what suits you.
moves-hard-1-direct = The plan can move.
moves-hard-2-direct = We'll fit the plan around it.
moves-dates-1-warm = Thank you for telling me. I've noted: { $dates }.
moves-dates-2-warm = Thanks, that helps with the plan. What I've noted: { $dates }.
moves-dates-1-neutral = Thank you. I've noted: { $dates }.
moves-dates-2-neutral = Thanks for letting me know. What I've noted: { $dates }.
moves-dates-1-direct = Noted: { $dates }.
moves-dates-2-direct = What I've noted: { $dates }.

## One thing is asked

answer-when-1-warm = As for the timing: [date].
answer-when-2-warm = You asked when: [date].
answer-when-1-neutral = On the timing: [date].
answer-when-2-neutral = As to when: [date].
answer-when-1-direct = When: [date].
answer-when-2-direct = Timing: [date].
answer-price-1-warm = As for the price: [amount].
answer-price-2-warm = You asked about the cost: [amount].
answer-price-1-neutral = On the price: [amount].
answer-price-2-neutral = As to the cost: [amount].
answer-price-1-direct = Price: [amount].
answer-price-2-direct = Cost: [amount].
answer-meet-1-warm = For the call, this would suit me: [day and time].
answer-meet-2-warm = As for talking, I could do [day and time].
answer-meet-1-neutral = For the call I can offer [day and time].
answer-meet-2-neutral = A time that suits me for the call: [day and time].
answer-meet-1-direct = Call: [day and time].
answer-meet-2-direct = I can do [day and time].
answer-send-1-warm = You'll have it from me by [date].
answer-send-2-warm = Of course, I'll send it by [date].
answer-send-1-neutral = I'll send it by [date].
answer-send-2-neutral = You'll have it by [date].
answer-send-1-direct = You'll have it by [date].
answer-send-2-direct = Coming by [date].
answer-do-1-warm = Gladly; I'll have that done by [date].
answer-do-2-warm = Of course, that will be done by [date].
answer-do-1-neutral = I'll have that done by [date].
answer-do-2-neutral = That will be done by [date].
answer-do-1-direct = Done by [date].
answer-do-2-direct = I'll do it by [date].
answer-yes-1-warm = On your question: [yes / no, and why].
answer-yes-2-warm = As for your question: [yes / no, and why].
answer-yes-1-neutral = On your question: [yes / no, and why].
answer-yes-2-neutral = As for your question: [yes / no, and why].
answer-yes-1-direct = In short: [yes / no].
answer-yes-2-direct = My answer: [yes / no].
answer-stop-1-warm = That's all right; here is what I'm taking off the list: [what, and from when].
answer-stop-2-warm = I understand. This is what stops: [what, and from when].
answer-stop-1-neutral = I'm taking it off the list: [what, and from when].
answer-stop-2-neutral = Understood. This is what stops: [what, and from when].
answer-stop-1-direct = Understood, off the list: [what, and from when].
answer-stop-2-direct = Stopped: [what, and from when].
answer-extra-1-warm = As for that addition: [yes / no, and what it costs].
answer-extra-2-warm = On what you'd like to add: [yes / no, and what it costs].
answer-extra-1-neutral = On the addition: [yes / no, and what it costs].
answer-extra-2-neutral = As for the extra: [yes / no, and what it costs].
answer-extra-1-direct = The extra: [yes / no, and what it costs].
answer-extra-2-direct = In short: [yes / no, and what it costs].
answer-open-1-warm = On your question: [answer].
answer-open-2-warm = As for your question: [answer].
answer-open-1-neutral = On your question: [answer].
answer-open-2-neutral = As for your question: [answer].
answer-open-1-direct = My answer: [answer].
answer-open-2-direct = In short: [answer].

## Several things are asked; each has its place

list-1-warm = Here are my answers, one by one:
list-2-warm = One by one:
list-1-neutral = My answers in order:
list-2-neutral = One by one:
list-1-direct = In order:
list-2-direct = One by one:
slot-when-1 = [date]
slot-price-1 = [amount]
slot-meet-1 = [day and time]
slot-send-1 = [by when]
slot-do-1 = [by when]
slot-yes-1 = [yes / no]
slot-stop-1 = [what stops, and from when]
slot-extra-1 = [yes / no, and what it costs]
slot-open-1 = [answer]
about-when-1 = The timing
about-price-1 = The price
about-meet-1 = The call
about-send-1 = What you need from me
about-do-1 = What you'd like done
about-yes-1 = Your question
about-stop-1 = What you'd like to stop
about-extra-1 = The addition
about-open-1 = Your question

## Saying when

points =
    { $count ->
        [2] both points
       *[other] all { $count } points
    }

later-1-warm = I have your question and will answer it by [date].
later-2-warm = I'd like to answer this properly, so you'll hear from me by [date].
later-1-neutral = I have your question and will answer by [date].
later-2-neutral = I'll come back to you on this by [date].
later-1-direct = My answer comes by [date].
later-2-direct = I'll answer by [date].
later-do-1-warm = I have it on my list and will let you know by [date] when it can be done.
later-do-2-warm = I have it; you'll hear from me by [date].
later-do-1-neutral = I have it on my list and will let you know by [date].
later-do-2-neutral = I'll come back to you on this by [date].
later-do-1-direct = On my list; you'll hear by [date].
later-do-2-direct = I'll let you know by [date].
later-many-1-warm = I have { points } and will answer them together by [date].
later-many-2-warm = I'd like to answer { points } properly, so you'll hear from me by [date].
later-many-1-neutral = I have { points } and will answer them by [date].
later-many-2-neutral = I'll come back to you on { points } by [date].
later-many-1-direct = Answers to { points } by [date].
later-many-2-direct = I'll answer { points } by [date].

## Outside my hours

after-hours-1-warm = I'm away from my desk now and back { $opening }; that's when I'll look at it.
after-hours-2-warm = My day here is over, so I'll look at this { $opening }. I answer { $hours }.
after-hours-1-neutral = I answer messages { $hours }; I'll look at this { $opening }.
after-hours-2-neutral = This came outside my hours ({ $hours }); I'll look at it { $opening }.
after-hours-1-direct = I'm back { $opening } and will look at it then.
after-hours-2-direct = Outside my hours ({ $hours }). I'll look at it { $opening }.
after-hours-urgent-1-warm = I see that it's pressing. I'm back at my desk { $opening } and will look at it then.
after-hours-urgent-2-warm = I can see it matters. I'm away from my desk now and back { $opening }; I'll look at it then.
after-hours-urgent-1-neutral = I see that it's urgent. I'm back { $opening } and will look at it then.
after-hours-urgent-2-neutral = I understand it's urgent. My hours are { $hours }; I'll look at it { $opening }.
after-hours-urgent-1-direct = Understood, urgent. I'll look at it { $opening }.
after-hours-urgent-2-direct = Understood, it's urgent. I'm back { $opening } and will look at it then.
hours-rule-1-warm = Your message came while I was away from my desk; I answer { $hours }.
hours-rule-2-warm = A note on timing: I answer messages { $hours }.
hours-rule-1-neutral = Your message came outside my hours; I answer { $hours }.
hours-rule-2-neutral = On timing: I answer messages { $hours }.
hours-rule-1-direct = I answer messages { $hours }.
hours-rule-2-direct = My hours for messages: { $hours }.
opening-today-1 = today at { $time }
opening-tomorrow-1 = tomorrow at { $time }
opening-monday-1 = on Monday at { $time }
opening-tuesday-1 = on Tuesday at { $time }
opening-wednesday-1 = on Wednesday at { $time }
opening-thursday-1 = on Thursday at { $time }
opening-friday-1 = on Friday at { $time }
opening-saturday-1 = on Saturday at { $time }
opening-sunday-1 = on Sunday at { $time }

## Closing

next-1-warm = Everything else can wait until we talk { $meeting }.
next-2-warm = We'll talk { $meeting }, so the rest can keep until then.
next-1-neutral = We'll talk { $meeting }.
next-2-neutral = The rest when we talk { $meeting }.
next-1-direct = We'll talk { $meeting }.
next-2-direct = The rest { $meeting }.
close-1-warm = Have a good day!
close-2-warm = Enjoy your day!
close-1-neutral = Have a good day.
close-2-neutral = All the best.
close-1-direct = All the best.
close-2-direct = Have a good day.
close-gentle-1 = Look after yourself.
close-gentle-2 = Take care.
bye-1-warm = Warm regards,
bye-1-neutral = Kind regards,
bye-1-direct = Regards,
subject-1 = Re: { $subject }
subject-nothing-1 = Your message
