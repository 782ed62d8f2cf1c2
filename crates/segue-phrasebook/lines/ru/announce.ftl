### Объявить: открывает объявление, после приветствий и до дел.

## client, warm

announce-client-warm-1 = Пока не начали: хочу сказать о том, как мы созваниваемся.
announce-client-warm-2 = Можно я скажу пару слов о наших созвонах, и начнём?
announce-client-warm-3 = Сначала вот что: хочу кое-что поменять в наших созвонах.
announce-client-warm-4 =
    .ty = Дай мне минутку: это про наше время на созвонах.
    .vy = Дайте мне минутку: это про наше время на созвонах.
announce-client-warm-5 = Хочу сначала сказать пару слов о нашем времени.
announce-client-warm-6 = Есть мысль насчёт наших созвонов. Можно я скажу, пока не начали?
announce-client-warm-7 = Прежде чем начнём: хочу поменять кое-что в том, как мы созваниваемся.
announce-client-warm-8 = С сегодняшнего дня кое-что поменяется. Сейчас расскажу, и начнём.

## client, neutral

announce-client-neutral-1 = Прежде чем начать — о том, как мы проводим созвоны.
announce-client-neutral-2 = Хочу поменять кое-что в наших созвонах. Это займёт минуту.
announce-client-neutral-3 = Сначала о времени, которое уходит на созвоны.
announce-client-neutral-4 = Прежде чем перейти к повестке, скажу об одной перемене.
announce-client-neutral-5 = С сегодняшнего дня хочу вести созвоны иначе. Можно я объясню?

## client, direct

announce-client-direct-1 = Сначала об одной перемене в наших созвонах.
announce-client-direct-2 = Пока не начали: созвоны теперь будут проходить иначе.
announce-client-direct-3 = Сначала вот о чём: как мы проводим созвоны.
announce-client-direct-4 = Мне нужно кое-что поменять в наших созвонах.
announce-client-direct-5 = С сегодняшнего дня созвоны пойдут немного иначе. Сейчас объясню.

## internal, warm

announce-internal-warm-1 = Пока не начали: можно я скажу про наши созвоны?
announce-internal-warm-2 = Сначала два слова про наши созвоны, ладно?
announce-internal-warm-3 = Хочу, чтобы созвоны у нас шли немного иначе. Рассказать?

## internal, neutral

announce-internal-neutral-1 = Прежде чем начать — о том, как мы созваниваемся.
announce-internal-neutral-2 = Пока не начали: хочу кое-что изменить в наших созвонах.

## internal, direct

announce-internal-direct-1 = Сначала вот о чём: хочу созваниваться по-другому.

## group, warm

announce-group-warm-1 = Прежде чем начать — два слова об общем времени на встречах.
announce-group-warm-2 = Можно пару слов, пока не начали? Это про наши общие встречи.
announce-group-warm-3 = Хочу кое-что поменять в этих встречах, ради всех нас.

## group, neutral

announce-group-neutral-1 = Сначала о том, как мы проводим эти встречи.
announce-group-neutral-2 = Сначала об одной перемене: она касается всех нас.

## group, direct

announce-group-direct-1 = Сначала вот о чём: хочу поберечь общее время.
