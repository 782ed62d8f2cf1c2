### Время вышло.

## client, warm

overrun-client-warm-1 =
    .ty = Наше время вышло. Остановимся или тебе нужно ещё пять минут?
    .vy = Наше время вышло. Остановимся или вам нужно ещё пять минут?
overrun-client-warm-2 = Время подошло к концу. Закончим на этом вопросе?
overrun-client-warm-3 = Мы немного задержались. Что ещё надо решить?
overrun-client-warm-4 = Время вышло. Ничего, если остановимся?
overrun-client-warm-5 = Мы говорим дольше, чем планировали. Остальное прислать письменно?
overrun-client-warm-6 = Вот и время вышло! Последний вопрос — и всё?
overrun-client-warm-7 = Наше время вышло. Напишу, что осталось, хорошо?
overrun-client-warm-8 = { $name }, время вышло. Остановимся на этом?
overrun-client-warm-9 = Время вышло. Остальное доделаем { $next-meeting }?
overrun-client-warm-10 = На сегодня время вышло. Продолжим { $next-meeting }?

## client, neutral

overrun-client-neutral-1 = Запланированное время вышло. Остановимся здесь?
overrun-client-neutral-2 = Мы задерживаемся. Что ещё нужно решить сегодня?
overrun-client-neutral-3 =
    .ty = Время вышло. Давай закончим этот вопрос.
    .vy = Время вышло. Давайте закончим этот вопрос.
overrun-client-neutral-4 = Разговор идёт дольше, чем планировали. Остальное могу прислать письменно.
overrun-client-neutral-5 = Наше время вышло. Ещё пять минут или заканчиваем?
overrun-client-neutral-6 = Время подошло к концу. Последний вопрос?
overrun-client-neutral-7 = Мы уже задержались. Закончим на этом?
overrun-client-neutral-8 = Время вышло. Остальное обсудим { $next-meeting }?
overrun-client-neutral-9 = Время вышло. Продолжим { $next-meeting }.

## client, direct

overrun-client-direct-1 = Время вышло. Остановимся.
overrun-client-direct-2 = Время вышло. Последний вопрос.
overrun-client-direct-3 = Время вышло. Что точно не подождёт?
overrun-client-direct-4 = Мы задерживаемся. Заканчиваем.
overrun-client-direct-5 = Время вышло. Остальное письменно?
overrun-client-direct-6 = Время вышло. Заканчиваем или ещё пять минут?
overrun-client-direct-7 = Время вышло. Остальное { $next-meeting }.
overrun-client-direct-8 = Мы уже задержались. Дальше { $next-meeting }.

## internal, warm

overrun-internal-warm-1 = Всё, время. На сегодня с этим закончим?
overrun-internal-warm-2 = Мы задержались. Нужно ещё пять минут или на этом всё?
overrun-internal-warm-3 = Время вышло. Доделаем этот кусок — и всё?
overrun-internal-warm-4 = Всё, время. Остальное { $next-meeting }?

## internal, neutral

overrun-internal-neutral-1 = Время вышло. Закончим или ещё пять минут?
overrun-internal-neutral-2 = Наше время вышло. Что не подождёт?
overrun-internal-neutral-3 = Мы уже задержались. Остальное { $next-meeting }.

## internal, direct

overrun-internal-direct-1 = Время вышло, закругляемся.
overrun-internal-direct-2 = Время вышло. Дальше { $next-meeting }.

## group, warm

overrun-group-warm-1 = Время вышло. Отпустим всех?
overrun-group-warm-2 = Не хочу никого задерживать. Последний вопрос — и всё?
overrun-group-warm-3 = Время вышло, не будем всех держать. Остальное { $next-meeting }?

## group, neutral

overrun-group-neutral-1 = Время вышло. Кому пора, можно отключаться, спасибо.
overrun-group-neutral-2 = Мы уже задержались. Не будем больше никого держать.
overrun-group-neutral-3 = Время вышло. Остальное разберём { $next-meeting }.

## group, direct

overrun-group-direct-1 = Всем спасибо, время вышло. Остановимся.
overrun-group-direct-2 = Время вышло. Только неотложное, и все свободны.
