### Количества, общие для фраз: форма слова следует за числом.

# «через 21 минуту», «через 2 минуты», «через 5 минут»
minutes =
    { $minutes-left ->
        [one] { $minutes-left } минуту
        [few] { $minutes-left } минуты
       *[other] { $minutes-left } минут
    }
# «осталась 21 минута», «осталось 2 минуты», «осталось 5 минут»
minutes-remain =
    { $minutes-left ->
        [one] осталась { $minutes-left } минута
        [few] осталось { $minutes-left } минуты
       *[other] осталось { $minutes-left } минут
    }
