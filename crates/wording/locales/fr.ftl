wording-day = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
wording-moment = { $day }, { $hour } h { $minute }
wording-month-1 = janvier
wording-month-2 = février
wording-month-3 = mars
wording-month-4 = avril
wording-month-5 = mai
wording-month-6 = juin
wording-month-7 = juillet
wording-month-8 = août
wording-month-9 = septembre
wording-month-10 = octobre
wording-month-11 = novembre
wording-month-12 = décembre
wording-short-month-1 = janv.
wording-short-month-2 = févr.
wording-short-month-3 = mars
wording-short-month-4 = avr.
wording-short-month-5 = mai
wording-short-month-6 = juin
wording-short-month-7 = juill.
wording-short-month-8 = août
wording-short-month-9 = sept.
wording-short-month-10 = oct.
wording-short-month-11 = nov.
wording-short-month-12 = déc.
