guardianships-already-linked = Cet enfant est déjà lié à votre compte. Le code n'a pas été utilisé : gardez-le pour l'autre parent/gardien.
