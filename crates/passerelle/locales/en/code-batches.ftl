code-batches-step-1 = Step 1 of 3: for whom?
code-batches-step-2 = Step 2 of 3: tick the students.
code-batches-step-3 = Step 3 of 3: how many codes?
code-batches-everybody = All students who have no code yet
code-batches-everybody-text = { $count ->
    [0] Every student already has a parent/guardian account or an unused code.
    [one] 1 student has neither a parent/guardian account nor an unused code.
   *[other] { $count } students have neither a parent/guardian account nor an unused code.
}
code-batches-everybody-submit = Choose these students
code-batches-some = Create accounts for an individual student or a group of students
code-batches-some-text = Search by criteria, then tick the students. Without criteria, all students are listed.
code-batches-submit = Submit
code-batches-list = Batches of codes
code-batches-select = Choose the students
code-batches-none-text = Check the spelling, or change the criteria.
code-batches-change = Change the criteria
code-batches-all = Select all
code-batches-nothing = Select none
code-batches-chosen = { $count ->
    [0] No student selected
    [one] 1 student selected
   *[other] { $count } students selected
}
code-batches-nobody = Tick at least one student, or choose “Select all”.
code-batches-stranger = One of the ticked students isn’t at this school. Nothing was changed; tick again.
code-batches-summary = Summary
code-batches-each = Number of codes per student
code-batches-each-hint = One code per parent/guardian. A student holds at most { $most } unused codes.
code-batches-count = Choose a number from 1 to { $most }.
code-batches-who = For whom?
code-batches-who-all = { $count ->
    [one] The student chosen
   *[other] The { $count } students chosen
}
code-batches-who-without = { $count ->
    [0] Only those without an unused code: none
    [one] Only those without an unused code: 1 student
   *[other] Only those without an unused code: { $count } students
}
code-batches-forecast = { $codes ->
    [0] No code will be created.
    [one] 1 code will be created, for 1 student.
   *[other] { $students ->
        [one] { $codes } codes will be created, for 1 student.
       *[other] { $codes } codes will be created, for { $students } students.
    }
}
code-batches-forecast-full = { $count ->
    [one] 1 student already has too many unused codes and will get none.
   *[other] { $count } students already have too many unused codes and will get none.
}
code-batches-forecast-left = { $count ->
    [one] 1 student has left the school and will get nothing.
   *[other] { $count } students have left the school and will get nothing.
}
code-batches-recount = Update the count
code-batches-list-text = Codes created for several students at once, and what became of them.
code-batches-list-none = No batch yet
code-batches-list-none-text = A batch is made when you ask for codes for several students.
code-batches-criteria = For whom
code-batches-made-at = Created
code-batches-made-at-phone = Created:
code-batches-codes = Codes
code-batches-codes-phone = Codes:
code-batches-used = Used
code-batches-used-phone = Used:
code-batches-unused = Unused
code-batches-unused-phone = Unused:
code-batches-expired = Expired
code-batches-deleted = Deleted
code-batches-printed = Letters printed
code-batches-students = Students
code-batches-batch = Batch of codes
code-batches-job = See the work that created it
code-batches-told-renewed = Renewal of a batch
code-batches-told-one = Chosen students
code-batches-told-everybody = All students
code-batches-told-words = Name or number: { $value }
code-batches-told-grade = Grade: { $value }
code-batches-told-homeroom = Class: { $value }
code-batches-told-accounts = Parent/guardian account: { $value }
code-batches-told-codes = Unused codes: { $value }
code-batches-told-language = Language spoken at home: { $value }
code-batches-told-counsellor = One counsellor in particular
code-batches-renew = Renew the unused codes
code-batches-renew-text = { $count ->
    [one] 1 unused or expired code will stop working and be replaced by a new one. Codes already used don’t change.
   *[other] { $count } unused or expired codes will stop working and be replaced by new ones. Codes already used don’t change.
}
code-batches-renew-submit = Renew
code-batches-void = Cancel the unused codes
code-batches-void-text = { $count ->
    [one] 1 unused code will stop working. This can’t be undone. Codes already used don’t change.
   *[other] { $count } unused codes will stop working. This can’t be undone. Codes already used don’t change.
}
code-batches-void-submit = Cancel these codes
code-batches-back = Back to the batch
code-batches-see-batch = See the batch of codes
code-batches-selection-gone = The list of chosen students is no longer kept. Choose them again.
code-batches-left = Has left the school since.
code-batches-full = Already has too many unused codes.
code-batches-made = { $codes ->
    [0] No code created
    [one] 1 code created
   *[other] { $students ->
        [one] { $codes } codes created for 1 student
       *[other] { $codes } codes created for { $students } students
    }
}
code-batches-had-code = { $students ->
    [one] 1 student already had an unused code.
   *[other] { $students } students already had an unused code.
}
code-batches-renewed = { $codes ->
    [0] No code renewed
    [one] 1 code renewed
   *[other] { $codes } codes renewed
}
code-batches-voided = { $codes ->
    [0] No code to cancel
    [one] 1 code cancelled
   *[other] { $codes } codes cancelled
}
code-batches-make-title = Creating codes
code-batches-make-progress = { $done } of { $total } students dealt with.
code-batches-make-stopped = { $done } of { $total } students dealt with. Their codes exist and can be used.
code-batches-renew-title = Renewing codes
code-batches-renew-progress = { $done } of { $total } codes dealt with.
code-batches-renew-stopped = { $done } of { $total } codes dealt with. The others haven’t changed.
code-batches-void-title = Cancelling unused codes
code-batches-void-progress = { $done } of { $total } codes cancelled.
code-batches-void-stopped = { $done } of { $total } codes cancelled. The others can still be used.
