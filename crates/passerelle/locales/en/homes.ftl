homes-nav-home = Home
homes-nav-children = My children
homes-nav-account = Account
homes-hello = Hello, { $name }
homes-children-count = { $count ->
    [0] Your account is ready. Only your child is missing.
    [one] One child is linked to your account.
   *[other] { $count } children are linked to your account.
}
homes-no-children = Add your first child
homes-no-children-text = Enter the activation code you received from the school. Your child will show here at once.
homes-child-left = No longer enrolled at a school of the board
homes-portfolio = Portfolio
homes-portfolio-none = { $student }'s portfolio will show here
homes-portfolio-none-text = Interests, careers, course plan and volunteering: you'll follow here what your child adds. The portfolio opens in a coming version of the portal.
homes-facts = What the school told us
homes-school = School
homes-grade = Grade
homes-linked = Linked to your account
homes-student-portfolio-none = Your portfolio will show here
homes-student-portfolio-none-text = You'll write down your interests, your plans and what you do. The portfolio opens in a coming version of the portal.
homes-quick-links = Quick links
homes-seen-by = Who sees your Portfolio
homes-seen-by-nobody = No parent/guardian is linked to you for now.
homes-seen-since = Parent/guardian, since { $day }
homes-search-hint = Last name, first name or student number.
homes-recent = Your recent work
homes-recent-all = All work
homes-reach = Students with at least one parent/guardian account
homes-reach-of = { $students ->
    [one] { $reached } of { $students } student
   *[other] { $reached } of { $students } students
}
homes-reach-of-short = { $reached } of { $students }
homes-reach-caption = Students with at least one parent/guardian account, by grade
homes-reach-share = Share
homes-reach-students = Students
homes-reach-board = Show students with no parent/guardian, and why
homes-percent-under-one = < 1%
homes-percent = { $percent }%
homes-unlink = Remove { $student } from my account
homes-others = Who sees this portfolio
homes-you = You
homes-others-new = Another adult
homes-others-new-text = Another adult was linked to { $student } on { $day }. If that's wrong, you can report it.
homes-report = Report it to the school
homes-waiting = Requests
homes-waiting-text = The school is checking. There's nothing for you to do: the child will show here once the school has confirmed.
homes-waiting-declined = The school didn't confirm your request. To find out more, contact the school.
homes-newcomer = New parent/guardian
homes-newcomer-text = This person now sees your Portfolio. If that's wrong, say so: the school will check.
homes-newcomer-fine = That's fine
homes-newcomer-fine-name = That's fine, { $guardian }
homes-newcomer-wrong = That's wrong
homes-newcomer-wrong-name = That's wrong, { $guardian }
homes-contested = Reported to the school
homes-object = Report
homes-object-name = Report { $guardian }
homes-removed = Link removed on { $day }: { $guardian }
homes-account-ready = Your account is ready.
homes-to-check = To check: { $count }
