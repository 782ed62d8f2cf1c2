# Всё, что отчёт говорит по-русски. Имена, слова разговора и готовые реплики приходят извне, поэтому
# фразы построены так, чтобы ничего не склонять и не угадывать род.

## Отдельные слова

label-business = дело
label-smalltalk = светское
label-personal = личное
label-framing = обрамление
lang-name = { $lang ->
    [ru] на русском
   *[en] на английском
}
quoted = «{ $words }»
you = вы
role-client = клиент
role-colleague = коллега
role-unknown = кто-то
speaker-me = { $name } (вы)
speaker-me-unnamed = Вы
speaker-client-unnamed = Клиент
speaker-colleague-unnamed = Коллега
speaker-unknown = Неизвестный голос
together = Вместе
all = всего

## Количества

seconds = { $s } с
minutes = { $m } мин
minutes-seconds = { $m } мин { $s } с
hours = { $h } ч { $m } мин
words = { $n ->
    [one] { $shown } слово
    [few] { $shown } слова
   *[many] { $shown } слов
}
place-in-chat = № { $n }
estimated = ≈{ $moment }
percent = { $n } %

## Несколько разговоров рядом

calls-title = Сравнение разговоров
calls-sum = { $n ->
    [one] { $n } разговор
    [few] { $n } разговора
   *[many] { $n } разговоров
}: на личное ушло { $private } из { $total } ({ $share }).
chats-sum = { $n ->
    [one] { $n } переписка
    [few] { $n } переписки
   *[many] { $n } переписок
}: личного { $share } слов, { $private } из { $total }.
calls-cost = По вашей ставке это { $money }.
calls-share = доля
calls-private = личное
calls-of = всего
calls-drifts = отступления
calls-file = файл
calls-serious = ! Прозвучало серьёзное: этот разговор в итоги не входит.
calls-problems = ? Файл прочитан с замечаниями; они в его разборе.

## Начало страницы

page-title = Разбор: { $file }
facts-kind = { $medium ->
    [chat] { $kind ->
        [internal] переписка с коллегами
        [group] общий чат
       *[client] переписка с клиентом
    }
   *[call] { $kind ->
        [internal] созвон с коллегами
        [group] общий созвон
       *[client] созвон с клиентом
    }
}
facts-messages = { $n ->
    [one] { $n } сообщение
    [few] { $n } сообщения
   *[many] { $n } сообщений
}
facts-sittings = { $n ->
    [one] { $n } заход
    [few] { $n } захода
   *[many] { $n } заходов
}
facts-estimated = В файле нет времени. Всё время здесь оценено по числу слов.

## Разговор

talk-title = { $unit ->
    [words] На что ушли слова
   *[seconds] На что ушло время
}
talk-private = { $unit ->
    [words] Светское и личное: { $amount }, это { $share } (всего { $total }).
   *[seconds] Светское и личное заняло { $amount } из { $total } речи ({ $share }).
}
talk-no-private = Светского и личного в разговоре не было.
talk-marked = Ничего не было слышно. На личное, отмеченное клавишей, ушло { $amount } из { $total } разговора ({ $share }).
talk-none-marked = Ничего не было слышно, и личное клавишей не отмечено.
talk-unmarked = Ещё { $amount } ничего не было слышно, и личное клавишей не отмечено.
talk-unheard = Ничего не было слышно, и ни одна клавиша не нажата: рассказать об этом разговоре нечего.
talk-serious = { $besides ->
    [yes] Кроме того, речь шла о серьёзном: { $amount }; сюда это не входит.
   *[no] О серьёзном: { $amount }; кроме этого, светского и личного не было.
}
talk-cost = По вашей ставке это примерно { $money }{ $serious ->
    [yes] , если не считать серьёзного
   *[no] {""}
}.
talk-nothing = Считать нечего: разговора в файле нет.

## Отступления

drifts-title = Отступления
drifts-none = Разговор от начала до конца шёл о деле{ $lines ->
    [yes] {""}
   *[no] , и подсказывать было нечего
}.
drifts-none-light = Разговор шёл о деле. То немногое, что было не о нём, ничему не помешало{ $lines ->
    [yes] {""}
   *[no] , и подсказывать было нечего
}.
drifts-none-heard = Всё, что удалось расслышать, было о деле.
drifts-all-excused = { $n ->
    [one] { $n } раз речь зашла не о деле, и это было к месту.
    [few] { $n } раза речь заходила не о деле, и каждый раз это было к месту.
   *[many] { $n } раз речь заходила не о деле, и каждый раз это было к месту.
} { $lines ->
    [yes] Хотя повод вернуться к делу был.
   *[no] Возвращать разговор было незачем.
}
drifts-count = { $n ->
    [one] { $n } отступление, { $amount }.
    [few] { $n } отступления, всего { $amount }.
   *[many] { $n } отступлений, всего { $amount }.
}
drifts-one-opener = Кто начал каждое: { $who }.
drifts-openers = Кто начал: { $openers }.
drifts-opener = { $who } — { $n }
drifts-also-excused = { $n ->
    [one] Ещё { $n } раз речь зашла не о деле, но возвращать разговор было незачем.
    [few] Ещё { $n } раза речь заходила не о деле, но возвращать разговор было незачем.
   *[many] Ещё { $n } раз речь заходила не о деле, но возвращать разговор было незачем.
}
drifts-nobody-known = Здесь не видно, кто говорит, поэтому нельзя сказать, кто начал отступление, кто вернул разговор и поддержали ли его вы.
drifts-me-unknown = Неизвестно, кто из говорящих — вы, поэтому нельзя сказать, где отступление поддержали вы.
drift-opened = Кто начал: { $who }.
drift-returned = Кто вернул к делу: { $who }.
drift-returned-with = Кто вернул к делу: { $who } — { $words }
drift-back-with = К делу вернули слова { $words }
drift-not-returned = К делу никто не вернул.
drift-private-part = Из них не о деле: { $amount }.
excuse-greeting = Немного светской беседы при встрече — это хорошо.
excuse-closing = { $medium ->
    [chat] По делу в тот момент никто не ждал ответа.
   *[call] Беседа в конце, когда с делами почти закончили.
}
excuse-serious = Речь шла о серьёзном: менять тему было бы неуместно.
excuse-work-impact = Это меняет работу, значит, было к месту.
excuse-brief = Коротко и делу не помешало.
excuse-may-be-serious = Возможно, это было серьёзно, и возвращать к делу было незачем.

## Что поддержал я

feeding-title = Где это поддержали вы
feeding-none = Вы этого не поддерживали.
feeding-questions = { $n ->
    [one] { $n } вопрос о личном
    [few] { $n } вопроса о личном
   *[many] { $n } вопросов о личном
}
feeding-disclosures = { $n ->
    [one] { $n } рассказ о своём
    [few] { $n } рассказа о своём
   *[many] { $n } рассказов о своём
}
feeding-enthusiasms = { $n ->
    [one] { $n } живой отклик
    [few] { $n } живых отклика
   *[many] { $n } живых откликов
}
feeding-openings = { $n ->
    [one] { $n } начатое отступление
    [few] { $n } начатых отступления
   *[many] { $n } начатых отступлений
}
feeding-question = вы спросили о личном
feeding-disclosure = вы рассказали о своём
feeding-enthusiasm = вы живо откликнулись
feeding-opening = вы начали отступление
feeding-first = Вот первые { $n }:

## Отложенные темы

parked-title = Отложено или потеряно
parked-parked = Отложено и ещё ждёт.
parked-returned = Отложено, и к теме вернулись.
parked-lost = Тема оборвалась, и вернуться к ней никто не пообещал. Тут подошло бы «Оставим это на конец».
parked-lost-group = Тема оборвалась, и вернуться к ней никто не пообещал. Тут подошло бы «Обсудим это после встречи, чтобы остальные не ждали».
parked-lost-chat = Тема оборвалась, и вернуться к ней никто не пообещал. Тут подошло бы «Об этом — когда созвонимся».

## Повестка

agenda-title = Повестка
agenda-reached = Дошли до { $reached } из { $all }.
agenda-all-reached = Дошли до всего.
agenda-not-reached = Не дошли.
agenda-not-heard = В том, что удалось расслышать, об этом не говорили.

## Подсказки

cues-title = { $live ->
    [yes] Какие реплики предлагала программа
   *[no] Какие реплики предложила бы программа
}
cues-none = { $live ->
    [yes] Ни одной: программа промолчала.
   *[no] Ни одной: программа промолчала бы.
}
cues-announced = О новых правилах вы сказали.
cues-not-announced = { $serious ->
    [yes] О новых правилах вы не сказали: после такой новости это подождёт.
   *[no] О новых правилах вы не сказали; это осталось на следующий разговор.
}
cue-said = { $live ->
    [yes] Вы её сказали.
   *[no] Вы и сами сказали что-то такое.
}
cue-returned = Через { $after } разговор вернулся к делу.
cue-not-returned = В этом отступлении к делу не вернулись.
cue-declined = Вы решили её не говорить.
cue-announce-again = { $live ->
    [yes] { $n ->
        [one] Показано { $n } раз.
        [few] Показано { $n } раза.
       *[many] Показано { $n } раз.
    }
   *[no] { $n ->
        [one] Было бы показано { $n } раз.
        [few] Было бы показано { $n } раза.
       *[many] Было бы показано { $n } раз.
    }
}
cue-fine = Вы ответили «этот разговор к месту».
rung-park = отложить тему
rung-time = напомнить о времени
rung-direct = вернуться к повестке
rung-offline = обсудить отдельно
rung-deflect = вернуть слово
rung-feeding = только для вас, не вслух
rung-humane = человеческое слово
rung-stay = быть рядом с тем, кто, возможно, не хочет жить
rung-return = вспомнить отложенное
rung-sign-off = попрощаться
rung-announce = сказать о новых правилах
rung-closing = время подходит к концу
rung-overrun = время вышло

## Важное

notes-title = Этим надо заняться, а не сменить тему
note-serious = Серьёзное
note-work-impact = Меняет работу
note-by = { $what } ({ $who })

## Сверх времени

overrun-title = Сверх времени
overrun-by = Разговор занял на { $over } больше, чем { $planned } по плану.
overrun-reason = Почему? { $reason }
overrun-private = На светское и личное во всём разговоре ушло { $private }.
overrun-enough = Без этого времени хватило бы.

## Переписка по месяцам

months-title = По месяцам
months-lead = С { $from } по { $to }.
month-name = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year }
month-nothing = сообщений нет
month-messages = { $n ->
    [one] { $shown } сообщение
    [few] { $shown } сообщения
   *[many] { $shown } сообщений
}
month-private = личного { $share }
month-opened = первыми писали: вы { $me }, другие { $others }
month-serious = есть серьёзное
hours-title = По часам
hours-outside = { $who }: вне ваших рабочих часов { $share } сообщений (всего { $shown }).
hours-office = Ваши рабочие часы: { $hours }.
hours-most = { $who }: больше всего сообщений с { $from } до { $to }.
hours-of = { $who }: сообщения по часам дня

## Что не так с файлом

problems-title = Что не так с файлом
problems-unheard = Не распознано
problems-lead = Всё, что удалось прочитать, учтено. Что стоит знать:
problems-line = Строка { $line }: { $what }

## Лента разговора

timeline-call = Лента созвона
timeline-chat = Лента переписки
timeline-hint = Наведите указатель на ленту или коснитесь её, чтобы увидеть момент. С клавиатуры ← и → ведут от реплики к реплике, ↑ и ↓ — от отметки к отметке.
timeline-open = Показать в расшифровке
timeline-drift = Отступление { $n }
timeline-excused = Возвращать было незачем
timeline-cue = { $live ->
    [yes] предложенная реплика
   *[no] реплика, которую предложила бы программа
}: { $line }
legend-drift = отступление
legend-excused = не о деле, но к месту
legend-cue = { $live ->
    [yes] реплика, которую предложила программа
   *[no] реплика, которую предложила бы программа
}
phase-greeting = приветствие
phase-announcement = новые правила
phase-business = дело
phase-closing-chat = беседа в конце
phase-sign-off = прощание
phase-overrun = сверх времени
sitting = заход { $n }

## Расшифровка

transcript-title = { $medium ->
    [chat] Сообщения
   *[call] Расшифровка
}
transcript-open = { $medium ->
    [chat] { $n ->
        [one] { $shown } сообщение с меткой
        [few] { $shown } сообщения с метками
       *[many] { $shown } сообщений с метками
    }
   *[call] { $n ->
        [one] { $shown } реплика с меткой
        [few] { $shown } реплики с метками
       *[many] { $shown } реплик с метками
    }
}
words-dropped = слова не сохранены
flag-personal-question = вопрос о личном
flag-disclosure = рассказ о своём
flag-serious = серьёзное
flag-work-impact = меняет работу
flag-steer-back = возвращает к делу
flag-accepted = возврат принят
flag-ignored = возврат не услышан
flag-sign-off = прощание
flag-enthusiasm = поддержка
flag-announcement = объявление правил
flag-upset = огорчение
flag-despair = возможно, не хочет жить
flag-wrap-up = подводит итог
footer = Всё нужное уже на этой странице: она не обращается к сети и ничего не отправляет.
