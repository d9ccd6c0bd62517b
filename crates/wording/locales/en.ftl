wording-day = { $month } { $day }, { $year }
wording-moment = { $day }, { $hour }:{ $minute } { $half ->
    [am] a.m.
   *[pm] p.m.
}
wording-month-1 = January
wording-month-2 = February
wording-month-3 = March
wording-month-4 = April
wording-month-5 = May
wording-month-6 = June
wording-month-7 = July
wording-month-8 = August
wording-month-9 = September
wording-month-10 = October
wording-month-11 = November
wording-month-12 = December
wording-short-month-1 = Jan.
wording-short-month-2 = Feb.
wording-short-month-3 = March
wording-short-month-4 = April
wording-short-month-5 = May
wording-short-month-6 = June
wording-short-month-7 = July
wording-short-month-8 = Aug.
wording-short-month-9 = Sept.
wording-short-month-10 = Oct.
wording-short-month-11 = Nov.
wording-short-month-12 = Dec.
