### Прямо: назад к повестке.

## client, warm

direct-client-warm-1 = Так, возвращаемся. На чём мы остановились?
direct-client-warm-2 =
    .ty = Ну что, к твоему проекту. Что у нас дальше?
    .vy = Ну что, к вашему проекту. Что у нас дальше?
    .only = client
direct-client-warm-3 = Верну нас к работе, хорошо?
direct-client-warm-4 = Так, включаю рабочий режим. На чём остановились?
direct-client-warm-5 =
    .ty = Давай сделаем то, что тебе сегодня нужно. К проекту?
    .vy = Давайте сделаем то, что вам сегодня нужно. К проекту?
direct-client-warm-6 =
    .ty = Давай дальше по работе. Где мы остановились?
    .vy = Давайте дальше по работе. Где мы остановились?
direct-client-warm-7 = За работу! Что смотрим дальше?
direct-client-warm-8 =
    .ty = Хочу, чтобы твой проект двигался. Идём дальше?
    .vy = Хочу, чтобы ваш проект двигался. Идём дальше?
    .only = client
direct-client-warm-9 =
    .ty = Давай закончим начатое. Что осталось?
    .vy = Давайте закончим начатое. Что осталось?
direct-client-warm-10 = Ну что, по нашему списку: { $next-item }.
direct-client-warm-11 =
    .ty = Давай закроем вот это: { $next-item }.
    .vy = Давайте закроем вот это: { $next-item }.
direct-client-warm-12 =
    .ty = Вот с чем мне нужна твоя помощь: { $next-item }.
    .vy = Вот с чем мне нужна ваша помощь: { $next-item }.
direct-client-warm-13 = { $name }, верну нас к проекту, хорошо?

## client, neutral

direct-client-neutral-1 =
    .ty = Давай вернёмся к плану.
    .vy = Давайте вернёмся к плану.
direct-client-neutral-2 =
    .ty = Если ты не против, вернёмся к проекту.
    .vy = Если вы не против, вернёмся к проекту.
direct-client-neutral-3 = Вернёмся к проекту?
direct-client-neutral-4 =
    .ty = Давай продолжим работу.
    .vy = Давайте продолжим работу.
direct-client-neutral-5 = Хочу вернуться к работе.
direct-client-neutral-6 =
    .ty = Давай продолжим с того места, где остановились.
    .vy = Давайте продолжим с того места, где остановились.
direct-client-neutral-7 = Что нам нужно решить дальше?
direct-client-neutral-8 = Перейдём к следующему вопросу?
direct-client-neutral-9 = Где мы остановились по проекту?
direct-client-neutral-10 = Вернёмся к плану: { $next-item }.
direct-client-neutral-11 =
    .ty = Давай возьмём следующий пункт: { $next-item }.
    .vy = Давайте возьмём следующий пункт: { $next-item }.
direct-client-neutral-12 = Следующее, что надо решить: { $next-item }.
direct-client-neutral-13 = { $name }, вернёмся к работе?

## client, direct

direct-client-direct-1 = Итак, к плану.
direct-client-direct-2 =
    .ty = Давай к работе.
    .vy = Давайте к работе.
direct-client-direct-3 = Возвращаемся к проекту.
direct-client-direct-4 = Следующий вопрос, пожалуйста.
direct-client-direct-5 = Идём дальше.
direct-client-direct-6 = Продолжим по работе.
direct-client-direct-7 = Что ещё не решено?
direct-client-direct-8 = Где мы остановились?
direct-client-direct-9 = К следующему пункту.
direct-client-direct-10 = Возвращаемся: { $next-item }.
direct-client-direct-11 = Дальше: { $next-item }.
direct-client-direct-12 = Теперь вот что: { $next-item }.

## internal, warm

direct-internal-warm-1 = Ну что, возвращаемся? Что у нас дальше?
direct-internal-warm-2 = Так, к нашей задаче. Где мы остановились?
direct-internal-warm-3 =
    .ty = Давай добьём. Что осталось?
    .vy = Давайте добьём. Что осталось?
direct-internal-warm-4 = Поехали дальше! Чья очередь?
direct-internal-warm-5 = Так, дальше у нас по списку: { $next-item }.

## internal, neutral

direct-internal-neutral-1 = Вернёмся к нашему списку.
direct-internal-neutral-2 =
    .ty = Давай продолжим с задачей?
    .vy = Давайте продолжим с задачей?
direct-internal-neutral-3 = На чём мы остановились по задаче?
direct-internal-neutral-4 = По списку дальше: { $next-item }.

## internal, direct

direct-internal-direct-1 = К работе.
direct-internal-direct-2 = Следующее по списку.
direct-internal-direct-3 = Что ещё осталось?
direct-internal-direct-4 = Дальше вот что: { $next-item }.

## group, warm

direct-group-warm-1 = Вернёмся к повестке, чтобы никого не задерживать?
direct-group-warm-2 = Давайте к повестке, чтобы все закончили вовремя.
direct-group-warm-3 = Друзья, к повестке — и все свободны вовремя.
direct-group-warm-4 = Чтобы никого не задерживать, вернёмся к списку: { $next-item }.

## group, neutral

direct-group-neutral-1 = Вернёмся к повестке: хочу отпустить всех вовремя.
direct-group-neutral-2 = Вернёмся к тому, ради чего все собрались.
direct-group-neutral-3 = Давайте держаться повестки, тогда все всё успеют.
direct-group-neutral-4 = Идём дальше, чтобы очередь дошла до остальных.
direct-group-neutral-5 = Пока все здесь, следующий пункт: { $next-item }.

## group, direct

direct-group-direct-1 = Друзья, к повестке.
direct-group-direct-2 = Следующий пункт, чтобы успели все.
direct-group-direct-3 = Давайте дальше, нас много. Следующий вопрос.
direct-group-direct-4 = Теперь для всех: { $next-item }.
