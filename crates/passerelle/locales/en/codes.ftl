codes-field = Activation code
codes-field-hint = The 12 characters in the school's letter or e-mail. Dashes, spaces and capitals don't matter.
codes-empty = Enter the activation code you received from the school.
codes-length = Count the characters of the code: there are 12, in three groups of four.
codes-typo = Read the code again: one character is wrong, or two are swapped.
codes-not-usable = That code can't be used. Ask the school for a new one.
codes-too-many = Too many codes tried. Wait a moment, then try again.
codes-wait = { $seconds ->
    [one] You can try again in { $seconds } second.
   *[other] You can try again in { $seconds } seconds.
}
codes-none = I don't have a code
codes-none-text = Ask your child's school for one. Each parent/guardian needs a code of their own, and one for each child.
codes-add-child-title = Add a child
codes-add-child-text = Enter the activation code that the school gave you for this child. It can come from any school.
codes-add-child-submit = Add this child
codes-confirm-title = Is this your child?
codes-confirm-text = This is the student the code belongs to.
codes-confirm-yes = Yes, this is my child
codes-confirm-no = This isn't my child
codes-confirm-no-text = If this isn't your child, the code stays unused and the school is told.
codes-disowned = Thank you. The code wasn't used, and the school will see that it reached the wrong family.
codes-linked = The child is linked to your account.
codes-access-title = Parent/guardian access, { $student }
codes-access-tab = Parent/guardian access
codes-access-tabs = File: { $student }
codes-access-homeroom = homeroom { $homeroom }
codes-access-unused = Unused activation codes
codes-access-none = No unused code for { $student }.
codes-access-code = Code
codes-access-made-at = Created
codes-access-made-at-phone = Created:
codes-access-until = Expires
codes-access-until-phone = Expires:
codes-access-new = New
codes-access-expired = Expired
codes-access-disowned = “Not my child”, { $day }
codes-access-sent-to = sent by the student to { $email }
codes-access-undelivered = E-mail refused
codes-access-unreadable = Unreadable code
codes-access-copy = Copy { $code }
codes-access-copied = { $code } is copied.
codes-access-copy-failed = The code couldn't be copied. Select it by hand.
codes-access-delete = Delete the code { $code }
codes-access-delete-unreadable = Delete the unreadable code
codes-access-guardians = Linked parents/guardians
codes-access-no-guardians = No parent/guardian has an account linked to this student yet.
codes-access-linked = Linked since { $day }
codes-access-visited = Last visit: { $day }
codes-access-generate = Generate activation codes
codes-access-generate-text = One code for each parent/guardian. Each code works only once.
codes-access-number = Number of codes
codes-access-go = Go
codes-access-count = Choose a number from 1 to { $most }.
codes-access-too-many = { $unused ->
    [one] A student can have { $most } unused codes at most, and already has { $unused }. Ask for fewer, or delete those that won't be used.
   *[other] A student can have { $most } unused codes at most, and already has { $unused }. Ask for fewer, or delete those that won't be used.
}
codes-access-made = { $count ->
    [one] { $count } code created for { $student }
   *[other] { $count } codes created for { $student }
}
codes-access-made-text = Give one code to each parent/guardian. They sign up with it, or add it to the account they already have.
codes-deleted = The code is deleted.
codes-already-deleted = That code was deleted already. There was nothing left to do.
codes-used-meanwhile = That code has just been used: it can't be deleted any more. The parent/guardian is in the list.
codes-delete-title = Delete the code
codes-delete-text = This code for { $student } won't work any more. Whoever received it will have to ask for another.
codes-delete-submit = Delete the code
codes-delete-back = Keep the code
codes-access-restricted = Restriction in force
codes-access-restricted-ask = Restriction in force: see an administrator
codes-access-verification = Check before any new link
codes-access-contested = Reported to the school
codes-access-restrict = Restrict
codes-access-restrict-name = Restrict { $guardian }
codes-access-remove = Remove the link
codes-access-remove-name = Remove the link of { $guardian }
codes-access-waiting = Waiting for the school to check since { $day }
codes-access-removed = Links removed in the last 30 days
