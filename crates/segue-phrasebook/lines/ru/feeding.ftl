### Подсказка мне, не для произнесения: не подкармливать.

## client, warm

feeding-client-warm-1 = Пусть эта тема закончится. Без встречного вопроса.
feeding-client-warm-2 = Кивок — и пусть пауза сделает своё.
feeding-client-warm-3 = Короткий ответ, потом работа.
feeding-client-warm-4 = Свою историю — на потом.
feeding-client-warm-5 = Улыбка, и пусть затихнет само.
feeding-client-warm-6 = Следующая фраза может быть о работе.
feeding-client-warm-7 = Можно просто помолчать, это не обидно.
feeding-client-warm-8 = Следующий вопрос — о работе.
feeding-client-warm-9 = Следующая фраза может начаться отсюда: { $next-item }.

## client, neutral

feeding-client-neutral-1 = Пусть закончится; встречный вопрос не нужен.
feeding-client-neutral-2 = Добавлять ничего не нужно.
feeding-client-neutral-3 = Коротко ответить и дальше.

## client, direct

feeding-client-direct-1 = Без встречных вопросов.
feeding-client-direct-2 = Здесь можно поставить точку.
feeding-client-direct-3 = На этом всё. Дальше: { $next-item }.

## internal, warm

feeding-internal-warm-1 = Пусть пройдёт мимо; дальше — работа.
feeding-internal-warm-2 = Без расспросов. Вопрос лучше о работе.
feeding-internal-warm-3 = Своя история — после работы.

## internal, neutral

feeding-internal-neutral-1 = Пусть здесь закончится; без встречного вопроса.
feeding-internal-neutral-2 = Короткий ответ — и к списку.

## internal, direct

feeding-internal-direct-1 = Без вопроса в ответ.

## group, warm

feeding-group-warm-1 = Пусть затихнет само; отвечать не нужно.
feeding-group-warm-2 = Пауза; кто-нибудь вернётся к повестке.
feeding-group-warm-3 = Своя история — потом: слушают все.

## group, neutral

feeding-group-neutral-1 = Без встречного вопроса; слово — другому.
feeding-group-neutral-2 = Подробно отвечать не нужно: остальные ждут.

## group, direct

feeding-group-direct-1 = Пусть закончится. Следующий пункт.
