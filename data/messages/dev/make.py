import json,sys
def S(text,label,needs,flags=()): return {"text":text,"label":label,"needs":needs,"flags":list(flags)}
B,P,M,F="business","personal","smalltalk","framing"
en=[
("en-d-01","mail","2026-11-24T10:12",False,(2,False,False,False),[
 S("Hi Dana,",F,"none"),S("the new homepage looks good, thank you.",B,"none"),
 S("Could you swap the second photo for the one with the kettle?",B,"answer"),
 S("And when will the mobile version be ready?",B,"answer"),
 S("Best regards,",F,"none")]),
("en-d-02","chat","2026-11-27T23:48",True,(1,True,False,True),[
 S("hey!! sorry for the late message",F,"none"),
 S("we just got home from my sister's birthday, what a night, my uncle sang",P,"warm",["disclosure"]),
 S("anyway can you send me the invoice again, I can't find it",B,"answer")]),
("en-d-03","mail","2026-11-25T15:02",False,(1,False,True,False),[
 S("Dear Dana,",F,"none"),
 S("I'm writing from the hospital, my father had a stroke on Sunday night.",P,"care",["serious","disclosure"]),
 S("The doctors can't say yet how it will go.",P,"care",["serious"]),
 S("I won't be able to make Thursday's call, could we move it to next week?",B,"answer",["work_impact"]),
 S("Sorry for the trouble.",F,"none")]),
("en-d-04","chat","2026-11-25T11:30",False,(0,True,False,True),[
 S("You used to have time for a chat, now it's all invoices and deadlines",P,"warm"),
 S("did I do something wrong?",P,"warm")]),
("en-d-05","mail","2026-11-23T09:15",False,(3,True,False,True),[
 S("Hello Dana,",F,"none"),
 S("I hope you had a lovely weekend.",F,"none"),
 S("Ours was spent in the garden with the grandchildren, and my back is now in protest.",P,"warm",["disclosure"]),
 S("Three things from my side.",B,"none"),
 S("1. What would the extra page cost?",B,"answer"),
 S("2. Please send the logo as an SVG to the printer.",B,"answer"),
 S("3. Are we still on for Wednesday at ten?",B,"answer"),
 S("Kind regards,",F,"none")]),
("en-d-06","chat","2026-11-24T13:00",False,(0,True,False,True),[
 S("How was your holiday?",P,"warm",["personal_question"]),
 S("Did you go with somebody special? 😉",P,"warm",["personal_question"])]),
("en-d-07","mail","2026-11-24T16:40",False,(0,False,False,False),[
 S("Hi Dana,",F,"none"),
 S("attached is the signed contract.",B,"none"),
 S("The deposit was transferred this morning.",B,"none"),
 S("Thanks,",F,"none")]),
("en-d-08","voice","2026-11-24T12:00",False,(1,True,False,True),[
 S("hi it's me so the kids were up all night again and I've had about two hours sleep",P,"warm",["disclosure"]),
 S("but what I wanted to ask is whether the banner can be a bit wider",B,"answer"),
 S("because on my screen the button falls off",B,"none")]),
("en-d-09","mail","2026-11-24T09:00",False,(1,False,False,False),[
 S("Hi Dana,",F,"none"),
 S("the hospice would like the page about grief to be the first thing visitors see.",B,"none"),
 S("Can you make the text of the funeral page a bit larger too?",B,"answer"),
 S("Cheers,",F,"none")]),
("en-d-10","chat","2026-11-28T22:05",True,(1,False,False,False),[
 S("URGENT the checkout is down and customers can't pay",B,"none"),
 S("can you look at it right now??",B,"answer")]),
("en-d-11","mail","2026-11-24T09:30",False,(0,True,False,True),[
 S("Dear Dana,",F,"none"),
 S("I'll be away from 3 to 10 December, we're finally taking the honeymoon we never had.",P,"warm",["work_impact","disclosure"]),
 S("Anna will sign off the drafts while I'm gone.",B,"none",["work_impact"]),
 S("All the best,",F,"none")]),
("en-d-12","chat","2026-11-24T09:31",False,(0,True,False,True),[
 S("you're an angel, I don't know what I'd do without you",P,"warm"),
 S("nobody understands me like you do",P,"warm")]),
]
ru=[
("ru-d-01","mail","2026-11-24T10:12",False,(2,False,False,False),[
 S("Дана, добрый день!",F,"none"),S("Макет главной посмотрели, всё отлично.",B,"none"),
 S("Поменяйте, пожалуйста, второе фото на то, что с чайником.",B,"answer"),
 S("И когда будет готова мобильная версия?",B,"answer"),
 S("С уважением,",F,"none")]),
("ru-d-02","chat","2026-11-27T23:48",True,(1,True,False,True),[
 S("Привет)) извини что поздно",F,"none"),
 S("Только приехали с дня рождения сестры, дядя пел до полуночи, вообще улёт",P,"warm",["disclosure"]),
 S("Скинь плиз ещё раз счёт, не могу найти",B,"answer")]),
("ru-d-03","mail","2026-11-25T15:02",False,(1,False,True,False),[
 S("Дана, здравствуйте.",F,"none"),
 S("Пишу из больницы, у папы в воскресенье случился инсульт.",P,"care",["serious","disclosure"]),
 S("Врачи пока ничего не говорят.",P,"care",["serious"]),
 S("На созвон в четверг не смогу, давайте перенесём на следующую неделю?",B,"answer",["work_impact"]),
 S("Извините.",F,"none")]),
("ru-d-04","chat","2026-11-25T11:30",False,(0,True,False,True),[
 S("Раньше ты находила для меня время, а теперь одни счета и сроки",P,"warm"),
 S("Я чем-то тебя обидел?",P,"warm")]),
("ru-d-05","mail","2026-11-23T09:15",False,(3,True,False,True),[
 S("Дана, доброе утро!",F,"none"),
 S("Надеюсь, вы хорошо отдохнули.",F,"none"),
 S("Мы все выходные копались на даче с внуками, спина теперь не разгибается.",P,"warm",["disclosure"]),
 S("У меня три вопроса.",B,"none"),
 S("1. Сколько будет стоить ещё одна страница?",B,"answer"),
 S("2. Отправьте, пожалуйста, логотип в SVG в типографию.",B,"answer"),
 S("3. Созвон в среду в десять в силе?",B,"answer"),
 S("С уважением,",F,"none")]),
("ru-d-06","chat","2026-11-24T13:00",False,(0,True,False,True),[
 S("Как отпуск?",P,"warm",["personal_question"]),
 S("Ездила с кем-то или одна?😉",P,"warm",["personal_question"])]),
("ru-d-07","mail","2026-11-24T16:40",False,(0,False,False,False),[
 S("Дана, добрый день.",F,"none"),
 S("Во вложении подписанный договор.",B,"none"),
 S("Аванс перевели сегодня утром.",B,"none"),
 S("Спасибо!",F,"none")]),
("ru-d-08","voice","2026-11-24T12:00",False,(1,True,False,True),[
 S("привет это я слушай дети опять всю ночь не спали я поспала часа два",P,"warm",["disclosure"]),
 S("но я чего хотела спросить можно ли баннер сделать чуть пошире",B,"answer"),
 S("а то у меня на экране кнопка уезжает",B,"none")]),
("ru-d-09","mail","2026-11-24T09:00",False,(1,False,False,False),[
 S("Дана, здравствуйте.",F,"none"),
 S("Хоспис просит, чтобы страница о горе и утрате открывалась первой.",B,"none"),
 S("Сделайте, пожалуйста, и текст на странице про похороны крупнее.",B,"answer")]),
("ru-d-10","chat","2026-11-28T22:05",True,(1,False,False,False),[
 S("СРОЧНО корзина не работает, клиенты не могут оплатить",B,"none"),
 S("посмотри прямо сейчас??",B,"answer")]),
("ru-d-11","mail","2026-11-24T09:30",False,(0,True,False,True),[
 S("Дана, добрый день.",F,"none"),
 S("Меня не будет с 3 по 10 декабря, наконец-то едем в свадебное путешествие, которого у нас не было.",P,"warm",["work_impact","disclosure"]),
 S("Макеты в это время подпишет Анна.",B,"none",["work_impact"]),
 S("Всего доброго,",F,"none")]),
("ru-d-12","chat","2026-11-24T09:31",False,(0,True,False,True),[
 S("Ты просто чудо, не знаю, что бы я без тебя делала",P,"warm"),
 S("Никто меня так не понимает",P,"warm")]),
]
for lang,rows in (("en",en),("ru",ru)):
    with open(f"{lang}.jsonl","w") as f:
        for id,ch,at,out,(a,w,c,p),ss in rows:
            sep="\n" if ch!="voice" else " "
            f.write(json.dumps({"id":id,"lang":lang,"channel":ch,"text":sep.join(s["text"] for s in ss),"sentences":ss,"at":at,"outside_hours":out,"expect":{"answer":a,"warm":w,"care":c,"parked":p}},ensure_ascii=False)+"\n")
