long-work-title = Travaux en cours et terminés
long-work-text = Ce que l’école a demandé et qui prend plus que quelques secondes : codes, lettres, listes.
long-work-running = { $count ->
    [one] 1 travail en cours
   *[other] { $count } travaux en cours
}
long-work-none = Aucun travail pour l’instant
long-work-none-text = Quand vous créerez des codes ou des lettres pour plusieurs élèves, vous suivrez ici leur progression.
long-work-what = Travail
long-work-asked = Demandé
long-work-asked-phone = Demandé :
long-work-state = État
long-work-state-phone = État :
long-work-state-waiting = En attente
long-work-state-running = En cours
long-work-state-done = Terminé
long-work-state-failed = Interrompu
long-work-state-cancelled = Annulé
long-work-range = { $first } à { $last } sur { $total }
long-work-by = Demandé par { $staff }, { $moment }
long-work-waiting = Le travail va commencer.
long-work-soon = { $done } Encore quelques secondes.
long-work-rest = { $minutes ->
    [one] { $done } Encore une minute environ.
   *[other] { $done } Encore { $minutes } minutes environ.
}
long-work-leave = Vous pouvez quitter cette page : le travail continue, et le résultat vous attendra à l’accueil.
long-work-cancel = Annuler ce qui reste
long-work-stopping = Ce qui reste va être annulé. Ce qui est fait reste fait.
long-work-refresh = Cette page se met à jour toutes les 5 secondes.
long-work-cancelled = Le reste a été annulé
long-work-retry = Réessayer
long-work-broken = Une erreur s’est produite plusieurs fois de suite. Ce qui est fait reste fait. Réessayez; si l’erreur revient, écrivez à la personne qui gère le portail.
long-work-unknown = Ce travail a été demandé à une autre version du portail, qui savait le faire. Demandez-le de nouveau.
long-work-yes = Oui
long-work-no = Non
long-work-kept = Le fichier est gardé jusqu’au { $day }, puis supprimé.
long-work-left-out = { $count ->
    [one] 1 élève laissé de côté
   *[other] { $count } élèves laissés de côté
}
long-work-gone = Un élève qui n’est plus à l’école
long-work-unnamed = { $count ->
    [one] Et un autre.
   *[other] Et { $count } autres.
}
