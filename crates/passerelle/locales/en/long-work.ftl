long-work-title = Work in progress and done
long-work-text = What the school asked for that takes more than a few seconds: codes, letters, lists.
long-work-running = { $count ->
    [one] 1 job in progress
   *[other] { $count } jobs in progress
}
long-work-none = No work yet
long-work-none-text = When you create codes or letters for several students, you can follow their progress here.
long-work-what = Work
long-work-asked = Asked for
long-work-asked-phone = Asked for:
long-work-state = State
long-work-state-phone = State:
long-work-state-waiting = Waiting
long-work-state-running = In progress
long-work-state-done = Done
long-work-state-failed = Stopped
long-work-state-cancelled = Cancelled
long-work-range = { $first } to { $last } of { $total }
long-work-by = Asked for by { $staff }, { $moment }
long-work-waiting = The work is about to begin.
long-work-soon = { $done } A few more seconds.
long-work-rest = { $minutes ->
    [one] { $done } About one more minute.
   *[other] { $done } About { $minutes } more minutes.
}
long-work-leave = You can leave this page: the work goes on, and the result will wait for you on your home page.
long-work-cancel = Cancel what is left
long-work-stopping = What is left is about to be cancelled. What is done stays done.
long-work-refresh = This page refreshes every 5 seconds.
long-work-cancelled = The rest was cancelled
long-work-retry = Try again
long-work-broken = An error happened several times in a row. What is done stays done. Try again; if the error comes back, write to the person who runs the portal.
long-work-unknown = This work was asked of another version of the portal, which knew how to do it. Ask for it again.
long-work-yes = Yes
long-work-no = No
long-work-kept = The file is kept until { $day }, then deleted.
long-work-left-out = { $count ->
    [one] 1 student left out
   *[other] { $count } students left out
}
long-work-gone = A student who is no longer at the school
long-work-unnamed = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
