### Вернуть отложенное: время для разговора в конце.

## client, warm

return-client-warm-1 =
    .ty = Ну вот, теперь рассказывай!
    .vy = Ну вот, теперь рассказывайте!
return-client-warm-2 = С работой всё. На чём мы прервались?
return-client-warm-3 =
    .ty = Кое-что мы оставили на конец. Рассказывай!
    .vy = Кое-что мы оставили на конец. Рассказывайте!
return-client-warm-4 =
    .ty = Так, дела закончены. Что там у тебя за история?
    .vy = Так, дела закончены. Что там у вас за история?
return-client-warm-5 =
    .ty = Мне пришлось тебя прервать. Так что было потом?
    .vy = Мне пришлось вас прервать. Так что было потом?
return-client-warm-6 = С делами всё. Теперь то, что отложили.
return-client-warm-7 =
    .ty = По списку всё. Доскажи, что там было дальше.
    .vy = По списку всё. Доскажите, что там было дальше.
return-client-warm-8 =
    .ty = Ещё есть немного времени. Что хочешь дорассказать?
    .vy = Ещё есть немного времени. Что хотите дорассказать?
return-client-warm-9 =
    .ty = А теперь — { $topic }. Рассказывай.
    .vy = А теперь — { $topic }. Рассказывайте.
return-client-warm-10 = С работой всё. Осталось одно: { $topic }.
return-client-warm-11 =
    .ty = Это мы приберегли на конец: { $topic }. Рассказывай.
    .vy = Это мы приберегли на конец: { $topic }. Рассказывайте.
return-client-warm-12 = Теперь о том, что отложили: { $topic }. Что там?
return-client-warm-13 =
    .ty = У меня записано: { $topic }. Расскажешь?
    .vy = У меня записано: { $topic }. Расскажете?

## client, neutral

return-client-neutral-1 = С работой закончили. Можно вернуться к тому, что отложили.
return-client-neutral-2 =
    .ty = Мы кое-что откладывали. Хочешь продолжить?
    .vy = Мы кое-что откладывали. Хотите продолжить?
return-client-neutral-3 = Осталось немного времени на то, что отложили.
return-client-neutral-4 = По списку всё. Вернёмся к тому разговору?
return-client-neutral-5 = Теперь есть время и на тот разговор.
return-client-neutral-6 = Кое-что оставили на конец. Несколько минут есть.
return-client-neutral-7 =
    .ty = Всё обсудили. Так что там было, расскажешь?
    .vy = Всё обсудили. Так что там было, расскажете?
return-client-neutral-8 = Теперь можно и досказать то, что прервали.
return-client-neutral-9 = Отложили вот что: { $topic }. Есть несколько минут.
return-client-neutral-10 = По делам всё. Оставалось вот что: { $topic }.
return-client-neutral-11 = На конец у нас осталось вот что: { $topic }.

## client, direct

return-client-direct-1 = С работой всё. Что там было?
return-client-direct-2 = Теперь то, что отложили.
return-client-direct-3 =
    .ty = Есть несколько минут. Рассказывай.
    .vy = Есть несколько минут. Рассказывайте.
return-client-direct-4 = По списку всё. Так что там?
return-client-direct-5 =
    .ty = Теперь твоя история.
    .vy = Теперь ваша история.
return-client-direct-6 =
    .ty = Кое-что осталось. Слушаю тебя.
    .vy = Кое-что осталось. Слушаю вас.
return-client-direct-7 =
    .ty = По повестке всё, тебе слово.
    .vy = По повестке всё, вам слово.
return-client-direct-8 = Вернёмся к тому, на чём прервались.
return-client-direct-9 = Осталось: { $topic }.
return-client-direct-10 = По списку всё. Теперь: { $topic }.
return-client-direct-11 = Теперь то, что откладывали: { $topic }.

## internal, warm

return-internal-warm-1 =
    .ty = Всё! Теперь рассказывай, что там.
    .vy = Всё! Теперь рассказывайте, что там.
return-internal-warm-2 = С работой закончили. Ну, так что там было?
return-internal-warm-3 = Так, минутка не о работе. На чём прервались?
return-internal-warm-4 =
    .ty = Это мы приберегли: { $topic }. Рассказывай!
    .vy = Это мы приберегли: { $topic }. Рассказывайте!

## internal, neutral

return-internal-neutral-1 =
    .ty = С задачами всё. Что хочешь досказать?
    .vy = С задачами всё. Что хотите досказать?
return-internal-neutral-2 = Есть ещё немного времени. Что там было?
return-internal-neutral-3 = Оставили на конец: { $topic }.

## internal, direct

return-internal-direct-1 = По работе всё. Так что там?
return-internal-direct-2 = Готово. Теперь: { $topic }.

## group, warm

return-group-warm-1 = По повестке всё. Кто может остаться, давайте дослушаем то, что отложили.
return-group-warm-2 = Всем спасибо. Кто хочет, оставайтесь: поговорим о том, что отложили.
return-group-warm-3 = С повесткой закончили! Для тех, кто остаётся: { $topic }.

## group, neutral

return-group-neutral-1 = По повестке всё. У кого есть время, можно остаться.
return-group-neutral-2 = Мы кое-что откладывали. Кому пора, можно отключаться, спасибо.
return-group-neutral-3 = Кто может остаться — у нас ещё вот что: { $topic }.

## group, direct

return-group-direct-1 = С повесткой всё. Дальше — для тех, кто остаётся.
return-group-direct-2 = По повестке всё. Можно идти, можно остаться.
