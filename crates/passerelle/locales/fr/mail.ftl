mail-foot = Courriel envoyé automatiquement par le Portail des parents/gardiens.
mail-foot-for = Courriel envoyé automatiquement par le Portail des parents/gardiens, au nom de : { $sender }.
