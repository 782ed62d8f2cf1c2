### Закрыть хорошо: время почти вышло.

## client, warm

closing-client-warm-1 = Время почти вышло. Подведём итог: что мы решили?
closing-client-warm-2 =
    .ty = Скоро заканчивать. Что тебе важно успеть решить?
    .vy = Скоро заканчивать. Что вам важно успеть решить?
closing-client-warm-3 = Почти всё! Пройдёмся, кто что делает?
closing-client-warm-4 = Время подходит к концу. Повторю, о чём договорились?
closing-client-warm-5 = Пока есть минутка: не осталось ли чего-то важного?
closing-client-warm-6 =
    .ty = Почти закончили! Давай проговорим следующий шаг.
    .vy = Почти закончили! Давайте проговорим следующий шаг.
closing-client-warm-7 = Осталось совсем немного. Что нельзя оставить нерешённым?
closing-client-warm-8 =
    .ty = Давай напоследок: что дальше и кто это делает?
    .vy = Давайте напоследок: что дальше и кто это делает?
closing-client-warm-9 =
    .ty = У нас { minutes-remain }. Что хочешь успеть решить?
    .vy = У нас { minutes-remain }. Что хотите успеть решить?
closing-client-warm-10 = Примерно через { minutes } заканчиваем. Подведём итог?
closing-client-warm-11 = По часам { minutes-remain }. Что ещё надо решить?
closing-client-warm-12 =
    .ty = У нас { minutes-remain }. Давай договоримся о следующем шаге?
    .vy = У нас { minutes-remain }. Давайте договоримся о следующем шаге?

## client, neutral

closing-client-neutral-1 =
    .ty = Время почти вышло. Давай подведём итог.
    .vy = Время почти вышло. Давайте подведём итог.
closing-client-neutral-2 = Пора подводить итог. Какие следующие шаги?
closing-client-neutral-3 = Пока не закончили: что мы решили?
closing-client-neutral-4 = Подходим к концу. Что ещё не решено?
closing-client-neutral-5 = Последние минуты предлагаю отдать следующим шагам.
closing-client-neutral-6 = Время выходит. Кто что делает и к какому сроку?
closing-client-neutral-7 =
    .ty = Давай потихоньку заканчивать. Осталось что-то срочное?
    .vy = Давайте потихоньку заканчивать. Осталось что-то срочное?
closing-client-neutral-8 = Скоро заканчиваем. Повторить, о чём договорились?
closing-client-neutral-9 =
    .ty = У нас { minutes-remain }. Давай запишем следующие шаги.
    .vy = У нас { minutes-remain }. Давайте запишем следующие шаги.
closing-client-neutral-10 = Через { minutes } заканчиваем. Что ещё надо решить?
closing-client-neutral-11 = До конца { minutes-remain }. Что нельзя отложить?

## client, direct

closing-client-direct-1 = Время почти вышло. Следующие шаги?
closing-client-direct-2 = Заканчиваем. Кто что делает?
closing-client-direct-3 = Последние вопросы?
closing-client-direct-4 = Скоро заканчиваем. Что решили?
closing-client-direct-5 = Пора заканчивать. Что не решено?
closing-client-direct-6 = Пока не закончили: что самое важное?
closing-client-direct-7 = Подведём итог, время выходит.
closing-client-direct-8 = Почти всё. Договоримся о следующем шаге.
closing-client-direct-9 = У нас { minutes-remain }. Следующие шаги?
closing-client-direct-10 = Через { minutes } заканчиваем. Итоги?
closing-client-direct-11 = У нас { minutes-remain }. Что ещё важно?

## internal, warm

closing-internal-warm-1 = Скоро заканчиваем. Разберём, кто что берёт?
closing-internal-warm-2 = Скоро заканчиваем. От меня ещё что-то нужно?
closing-internal-warm-3 =
    .ty = Давай красиво закончим: что дальше и на ком?
    .vy = Давайте красиво закончим: что дальше и на ком?
closing-internal-warm-4 = У нас { minutes-remain }. Поделим, что осталось?

## internal, neutral

closing-internal-neutral-1 = Время выходит. Кто что делает?
closing-internal-neutral-2 = Подведём итог, пока не закончили.
closing-internal-neutral-3 = У нас { minutes-remain }. Что ещё не закрыто?

## internal, direct

closing-internal-direct-1 = Заканчиваем. Кто что берёт?
closing-internal-direct-2 = Через { minutes } всё. Следующие шаги?

## group, warm

closing-group-warm-1 = Время почти вышло. Всем понятно, что дальше?
closing-group-warm-2 = Почти всё. Пока все здесь: что ещё не решено?
closing-group-warm-3 = У нас на всех { minutes-remain }. Подведём итог?

## group, neutral

closing-group-neutral-1 = Время почти вышло. Кто за что берётся?
closing-group-neutral-2 = Подведём итог, чтобы каждый знал, что за ним.
closing-group-neutral-3 = У нас { minutes-remain }. Кому ещё нужно решение?

## group, direct

closing-group-direct-1 = Время почти вышло. Что у кого дальше?
closing-group-direct-2 = До конца { minutes-remain }. У кого ещё вопросы?
