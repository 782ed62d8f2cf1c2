### Прощание: закончить созвон, назвав следующую встречу.

## client, warm

sign_off-client-warm-1 =
    .ty = Мне пора бежать. Спасибо за разговор, береги себя!
    .vy = Мне пора бежать. Спасибо за разговор, берегите себя!
sign_off-client-warm-2 = Не буду больше задерживать. Хорошего дня!
sign_off-client-warm-3 =
    .ty = Пойду заниматься твоим проектом. Хорошего дня!
    .vy = Пойду заниматься вашим проектом. Хорошего дня!
    .only = client
sign_off-client-warm-4 = На этом закончим. Спасибо, хорошо поговорили!
sign_off-client-warm-5 =
    .ty = На сегодня всё. Хорошего тебе дня!
    .vy = На сегодня всё. Хорошего вам дня!
sign_off-client-warm-6 = Вот и всё на сегодня. Спасибо и до связи!
sign_off-client-warm-7 = Мне пора. Продолжим { $next-meeting }. Хорошего дня!
sign_off-client-warm-8 = Не буду задерживать. Поговорим { $next-meeting }!
sign_off-client-warm-9 = Хорошо поговорили! Остальное — { $next-meeting }.
sign_off-client-warm-10 = Мне пора бежать. На связи { $next-meeting }!
sign_off-client-warm-11 = Спасибо за разговор. Свою часть сделаю, поговорим { $next-meeting }.
sign_off-client-warm-12 = { $name }, спасибо! Поговорим { $next-meeting }.
sign_off-client-warm-13 =
    .ty = Спасибо за разговор! Пойду заниматься твоим проектом.
    .vy = Спасибо за разговор! Пойду заниматься вашим проектом.
    .only = client

## client, neutral

sign_off-client-neutral-1 = Мне пора заканчивать. Спасибо за созвон.
sign_off-client-neutral-2 =
    .ty = Давай на сегодня закончим. Спасибо!
    .vy = Давайте на сегодня закончим. Спасибо!
sign_off-client-neutral-3 = У меня всё. Хорошего дня!
sign_off-client-neutral-4 = Мне пора. Спасибо за разговор.
sign_off-client-neutral-5 =
    .ty = Давай на этом остановимся. Всего доброго!
    .vy = Давайте на этом остановимся. Всего доброго!
sign_off-client-neutral-6 = Тогда заканчиваем. Спасибо, до свидания!
sign_off-client-neutral-7 = Мне пора заканчивать. Поговорим { $next-meeting }.
sign_off-client-neutral-8 = Спасибо за созвон. Продолжим { $next-meeting }.
sign_off-client-neutral-9 = На сегодня всё. Следующая встреча — { $next-meeting }.
sign_off-client-neutral-10 =
    .ty = Давай на этом закончим. До связи { $next-meeting }.
    .vy = Давайте на этом закончим. До связи { $next-meeting }.
sign_off-client-neutral-11 = Отсюда и продолжим { $next-meeting }. Спасибо!

## client, direct

sign_off-client-direct-1 =
    .ty = Мне пора. Спасибо, пока!
    .vy = Мне пора. Спасибо, до свидания!
sign_off-client-direct-2 = На этом всё. Спасибо.
sign_off-client-direct-3 = На сегодня всё. Всего хорошего.
sign_off-client-direct-4 = Мне пора отключаться. Хорошего дня!
sign_off-client-direct-5 = Заканчиваем. Всего доброго.
sign_off-client-direct-6 = Мне пора идти. До связи!
sign_off-client-direct-7 = Мне пора. До связи { $next-meeting }.
sign_off-client-direct-8 = На этом всё. Остальное { $next-meeting }.
sign_off-client-direct-9 = На сегодня всё. Поговорим { $next-meeting }.
sign_off-client-direct-10 = Пока всё. Продолжим { $next-meeting }.

## internal, warm

sign_off-internal-warm-1 = Побегу. Спасибо за созвон!
sign_off-internal-warm-2 = На этом всё. Хорошего дня!
sign_off-internal-warm-3 = Побегу. На связи { $next-meeting }!
sign_off-internal-warm-4 = Спасибо! Остальное { $next-meeting }.

## internal, neutral

sign_off-internal-neutral-1 =
    .ty = Давай на этом закончим. Спасибо.
    .vy = Давайте на этом закончим. Спасибо.
sign_off-internal-neutral-2 = Мне пора. Продолжим { $next-meeting }.
sign_off-internal-neutral-3 = У меня всё. На связи { $next-meeting }.

## internal, direct

sign_off-internal-direct-1 =
    .ty = Мне пора. Пока!
    .vy = Мне пора. Всего доброго!
sign_off-internal-direct-2 = Заканчиваем. Остальное { $next-meeting }.

## group, warm

sign_off-group-warm-1 = Всем спасибо! Не буду больше задерживать.
sign_off-group-warm-2 = На этом остановимся, чтобы все успели передохнуть. Спасибо!
sign_off-group-warm-3 = Всем спасибо! Собираемся { $next-meeting }. Хорошего дня!

## group, neutral

sign_off-group-neutral-1 = На этом закончим. Спасибо всем за встречу.
sign_off-group-neutral-2 = На сегодня всё. Спасибо всем.
sign_off-group-neutral-3 = Спасибо всем. Продолжим { $next-meeting }.
sign_off-group-neutral-4 = На этом остановимся. Следующая встреча — { $next-meeting }.

## group, direct

sign_off-group-direct-1 = Закончили. Всем спасибо.
sign_off-group-direct-2 = На этом всё. Продолжаем { $next-meeting }.
