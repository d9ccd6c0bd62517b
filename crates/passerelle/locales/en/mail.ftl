mail-foot = Sent automatically by the Parent/Guardian Portal.
mail-foot-for = Sent automatically by the Parent/Guardian Portal on behalf of { $sender }.
