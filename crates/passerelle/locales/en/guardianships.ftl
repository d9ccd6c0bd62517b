guardianships-already-linked = This child is already linked to your account. The code wasn't used: keep it for the other parent/guardian.
