### What is wrong with a line of the user's own, and what to do.

fault-empty = The line has no words. Write what you would say.
fault-too-long = It takes about { $seconds } s to say; a line should stay under { $most } s. Leave out about { $words } { $words ->
        [one] word
       *[other] words
    }.
fault-unknown-slot = There is no blank called “{ $slot }”. The blanks are: { $slots }.
fault-braces = There is a curly bracket on its own. Write a blank like this: { $example }, or leave curly brackets out.
fault-wrong-language = The line is not written in the language it is meant for ({ $lang }).
fault-mixed-address = The line says both “ты” and “вы”. Choose one.
fault-other-address = The line is meant for “{ $wanted }” but says “{ $found }”.
fault-wording = “{ $phrase }” may hurt or sound put on. Try the line without it.
fault-promise = “{ $phrase }” promises a meeting that may not exist. Use { $example } instead, so that the line is offered only if one is set.
fault-duplicate = The same line is already there: { $id }.
fault-unknown-line = There is no line “{ $id }”.
fault-change = Change { $number }: { $fault }
lang-en = English
lang-ru = Russian
