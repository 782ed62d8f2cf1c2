### Не здесь: обсудить вне созвона, ради остальных.

## client, warm

offline-client-warm-1 =
    .ty = Давай об этом не на созвоне, ладно? Пойдём дальше.
    .vy = Давайте об этом не на созвоне, ладно? Пойдём дальше.
offline-client-warm-2 = Об этом как-нибудь потом. Вернёмся к проекту?

## client, neutral

offline-client-neutral-1 =
    .ty = Давай оставим это за рамками созвона и пойдём дальше.
    .vy = Давайте оставим это за рамками созвона и пойдём дальше.
offline-client-neutral-2 = Об этом в другой раз. Сейчас дальше: { $next-item }.

## client, direct

offline-client-direct-1 =
    .ty = Давай не на этом созвоне.
    .vy = Давайте не на этом созвоне.
offline-client-direct-2 =
    .ty = Об этом не здесь. Давай к проекту.
    .vy = Об этом не здесь. Давайте к проекту.

## internal, warm

offline-internal-warm-1 =
    .ty = Давай это вне работы, ладно? А пока продолжим.
    .vy = Давайте это вне работы, ладно? А пока продолжим.
offline-internal-warm-2 = Это лучше обсудить без созвона. Идём дальше?
offline-internal-warm-3 = Обсудим отдельно, чтобы никто не ждал? Где остановились?
offline-internal-warm-4 =
    .ty = Расскажи потом, хорошо? Сейчас закончим с задачей.
    .vy = Расскажите потом, хорошо? Сейчас закончим с задачей.

## internal, neutral

offline-internal-neutral-1 =
    .ty = Давай это отдельно, а здесь продолжим.
    .vy = Давайте это отдельно, а здесь продолжим.
offline-internal-neutral-2 = Это можно и в чате. Продолжим?
offline-internal-neutral-3 = Это лучше после встречи. Что у нас здесь дальше?
offline-internal-neutral-4 = Это отдельно. А здесь дальше: { $next-item }.

## internal, direct

offline-internal-direct-1 = Это отдельно. Следующий вопрос.
offline-internal-direct-2 =
    .ty = Давай это не здесь. Что дальше?
    .vy = Давайте это не здесь. Что дальше?
offline-internal-direct-3 = Это лучше отдельно. Сейчас: { $next-item }.

## group, warm

offline-group-warm-1 = Давайте это отдельно: хочу поберечь время остальных.
offline-group-warm-2 = Это можно обсудить отдельно: хочется, чтобы все закончили вовремя.
offline-group-warm-3 = Это разговор для узкого круга. А все вместе идём дальше?
offline-group-warm-4 = Оставим это за рамками встречи, чтобы остальные не ждали.
offline-group-warm-5 = Обсудим отдельно? Пока все здесь, на очереди: { $next-item }.

## group, neutral

offline-group-neutral-1 = Предлагаю обсудить это отдельно, чтобы не задерживать остальных.
offline-group-neutral-2 = Это лучше после встречи. Здесь давайте о том, что нужно всем.
offline-group-neutral-3 = Можно решить это отдельно? Пока все в сборе, хочу пройти повестку.
offline-group-neutral-4 = Обсудим это в меньшем составе, чтобы не держать всех.
offline-group-neutral-5 = Это обсудим отдельно. Пока все вместе, следующий пункт: { $next-item }.

## group, direct

offline-group-direct-1 = Это отдельно. Сейчас общая повестка.
offline-group-direct-2 = Это лучше отдельно, чтобы никого не держать. Следующий пункт.
offline-group-direct-3 = Это отдельно. Для всех сейчас: { $next-item }.
