### Amounts that lines share. They follow the number, so a line needs no form of its own for "1 minute".

minutes =
    { $minutes-left ->
        [one] { $minutes-left } minute
       *[other] { $minutes-left } minutes
    }
