/** The seed's labels as UI.md gives them, word for word. A test names a thing by its key and reads the same in both languages. */
const fr = {
  // front door
  signIn: "Ouvrir une session",
  signUp: "Inscrivez-vous maintenant",
  forgotPassword: "Mot de passe oublié",
  email: "Courriel",
  username: "Nom d'utilisateur",
  password: "Mot de passe",
  // sign-up and adding a child
  yourName: "Votre nom",
  activationCode: "Code d'activation",
  createMyAccount: "Créer mon compte",
  isThisYourChild: "Est-ce bien votre enfant?",
  yesMyChild: "Oui, c'est mon enfant",
  notMyChild: "Ce n'est pas mon enfant",
  addAChild: "Ajouter un enfant",
  addThisChild: "Ajouter cet enfant",
  // staff
  studentSearch: "Recherche d'élèves",
  nameOrNumber: "Nom ou numéro d'élève",
  search: "Rechercher",
  parentAccess: "Accès du Parent",
  numberOfCodes: "Nombre de codes",
  go: "Allez",
  unusedCodes: "Codes d'activation inutilisés",
  deleteTheCode: "Supprimer le code",
  manageAccounts: "Gérer les comptes des parents/gardiens",
  createCodes: "Créer des codes d'activation pour les parents/gardiens",
  forSome: "Créer des comptes pour un élève individu ou pour un groupe d'élèves",
  submit: "Soumettre",
  selectAll: "Sélectionner tout",
  // forgotten password
  sendTheLink: "Envoyer le lien",
  // invitations
  sharePortfolio: "Partager votre Portfolio avec votre parent/votre gardien",
  guardianEmail: "Courriel du parent/gardien",
  sendTheInvitation: "Envoyer l'invitation",
  cancelTheInvitation: "Annuler l'invitation",
  // options
  codeLife: "Validité d'un code d'activation",
  portfolioOptions: "Options du Portfolio",
  allowInvitations: "Permettre aux élèves d'inviter leurs parents/gardiens",
  active: "Actif",
  inactive: "Inactif",
  save: "Sauvegarder",
  // newcomers, links, restrictions
  newGuardian: "Nouveau parent/gardien",
  reportToTheSchool: "Le signaler à l'école",
  removeTheLink: "Retirer le lien",
  restrictions: "Restrictions",
  adultsEmail: "Courriel de l'adulte",
  note: "Note",
  addTheRestriction: "Ajouter la restriction",
  liftTheRestriction: "Lever la restriction",
  newPassword: "Nouveau mot de passe",
  changeThePassword: "Changer le mot de passe",
  // account
  newEmail: "Nouveau courriel",
  sendTheConfirmation: "Envoyer le courriel de confirmation",
  closeMyAccount: "Fermer mon compte",
  temporaryPassword: "Créer un mot de passe temporaire",
} as const;

export type Labels = Record<keyof typeof fr, string>;

const en: Labels = {
  signIn: "Sign in",
  signUp: "Sign up now",
  forgotPassword: "Forgot your password",
  email: "E-mail",
  username: "Username",
  password: "Password",
  yourName: "Your name",
  activationCode: "Activation code",
  createMyAccount: "Create my account",
  isThisYourChild: "Is this your child?",
  yesMyChild: "Yes, this is my child",
  notMyChild: "This isn't my child",
  addAChild: "Add a child",
  addThisChild: "Add this child",
  studentSearch: "Student search",
  nameOrNumber: "Name or student number",
  search: "Search",
  parentAccess: "Parent access",
  numberOfCodes: "Number of codes",
  go: "Go",
  unusedCodes: "Unused activation codes",
  deleteTheCode: "Delete the code",
  manageAccounts: "Manage parent/guardian accounts",
  createCodes: "Create activation codes for parents/guardians",
  forSome: "Create accounts for an individual student or a group of students",
  submit: "Submit",
  selectAll: "Select all",
  sendTheLink: "Send the link",
  sharePortfolio: "Share your Portfolio with your parent/your guardian",
  guardianEmail: "Parent's/guardian's e-mail",
  sendTheInvitation: "Send the invitation",
  cancelTheInvitation: "Cancel the invitation",
  codeLife: "Life of an activation code",
  portfolioOptions: "Portfolio options",
  allowInvitations: "Allow students to invite their parents/guardians",
  active: "Active",
  inactive: "Inactive",
  save: "Save",
  newGuardian: "New parent/guardian",
  reportToTheSchool: "Report it to the school",
  removeTheLink: "Remove the link",
  restrictions: "Restrictions",
  adultsEmail: "The adult's e-mail",
  note: "Note",
  addTheRestriction: "Add the restriction",
  liftTheRestriction: "Lift the restriction",
  newPassword: "New password",
  changeThePassword: "Change the password",
  newEmail: "New e-mail",
  sendTheConfirmation: "Send the confirmation e-mail",
  closeMyAccount: "Close my account",
  temporaryPassword: "Create a temporary password",
};

export const labels = { fr, en };
export type Language = keyof typeof labels;

/** A label as the page may set it: straight or curved apostrophe, any blank, either hyphen; nothing before or after. */
export function exactly(label: string): RegExp {
  return new RegExp(`^\\s*${forgiving(label)}\\s*$`);
}

/** A label at the beginning of a longer name: « Accès du Parent/Gardien, Amina Diallo ». */
export function startingWith(label: string): RegExp {
  return new RegExp(`^\\s*${forgiving(label)}`);
}

function forgiving(label: string): string {
  return label
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/['’]/g, "['’]")
    .replace(/-/g, "[-‑]")
    .replace(/\s+/g, "\\s+");
}
