import type { Page } from "@playwright/test";
import { openParentAccess, sayItIsMyChild, signUp } from "./as";
import { exactly, startingWith, type Labels } from "./labels";
import { AMINA, codeFor, pageOf, ZEYNEP, type Person } from "./people";

/** A page in one of its states, and how a person gets there. */
interface Sample {
  name: string;
  who: Person;
  open: (page: Page, say: Labels) => Promise<unknown>;
}

const at = (path: string) => (page: Page) => page.goto(path);

/** Sends the form of a page as it stands, or with one field filled. */
function sent(path: string, button: keyof Labels, fill?: [keyof Labels, string]): Sample["open"] {
  return async (page, say) => {
    await page.goto(path);
    if (fill) await page.getByLabel(exactly(say[fill[0]])).fill(fill[1]);
    await page.getByRole("button", { name: exactly(say[button]) }).click();
    await page.getByRole("alert").waitFor();
  };
}

const students = async (page: Page, say: Labels) => {
  await page.goto("/staff");
  await page.getByRole("link", { name: exactly(say.studentSearch) }).first().click();
};

const searchFor = (typed: string) => async (page: Page, say: Labels) => {
  await students(page, say);
  await page.getByLabel(exactly(say.nameOrNumber)).fill(typed);
  await page.getByRole("button", { name: exactly(say.search) }).click();
  await page.waitForURL(/q=/);
};

/** A page below the school's accounts. */
const accounts = (below: string) => async (page: Page, say: Labels) => {
  await page.goto("/staff");
  const hub = page.getByRole("link", { name: exactly(say.manageAccounts) }).first();
  await page.goto(`${await hub.getAttribute("href")}${below}`);
};

const access = async (page: Page, say: Labels) => {
  await page.goto("/staff");
  await openParentAccess(page, say, ZEYNEP);
};

/** Asks for a link for nobody, and waits for the answer. */
function asked(path: string, field: keyof Labels): Sample["open"] {
  return async (page, say) => {
    await page.goto(path);
    await page.getByLabel(exactly(say[field])).fill(`personne.${crypto.randomUUID()}@courriel.example`);
    await page.getByRole("button", { name: exactly(say.sendTheLink) }).click();
    await page.locator(".notice.good").waitFor();
  };
}

/** The page of Zeynep's password: nobody signs in as her in the gallery. */
const password = async (page: Page, say: Labels) => {
  await access(page, say);
  await page.getByRole("link", { name: exactly(say.password) }).click();
};

export const SAMPLES: Sample[] = [
  { name: "door of parents", who: "nobody", open: at("/parent") },
  { name: "door of students", who: "nobody", open: at("/student") },
  { name: "door of staff", who: "nobody", open: at("/staff") },
  { name: "door after a wrong password", who: "nobody", open: sent("/parent", "signIn", ["email", "personne@courriel.example"]) },
  { name: "sign-up", who: "nobody", open: at("/parent/sign-up") },
  { name: "sign-up, nothing filled in", who: "nobody", open: sent("/parent/sign-up", "createMyAccount") },
  { name: "sign-up, a slip in the code", who: "nobody", open: sent("/parent/sign-up", "createMyAccount", ["activationCode", "K7QM-4XTR-9HPD"]) },
  { name: "forgotten password of parents", who: "nobody", open: at("/parent/forgot") },
  { name: "forgotten password of students", who: "nobody", open: at("/student/forgot") },
  { name: "forgotten password of staff", who: "nobody", open: at("/staff/forgot") },
  { name: "forgotten password, nothing filled in", who: "nobody", open: sent("/parent/forgot", "sendTheLink") },
  { name: "forgotten password, sent", who: "nobody", open: asked("/parent/forgot", "email") },
  { name: "forgotten password of students, sent", who: "nobody", open: asked("/student/forgot", "username") },
  { name: "a reset link that is over", who: "nobody", open: at("/parent/reset") },
  { name: "confirm an e-mail, without a link", who: "nobody", open: at("/parent/confirm") },
  { name: "an account that isn't mine, without a link", who: "nobody", open: at("/parent/not-mine") },
  { name: "help", who: "nobody", open: at("/help") },
  { name: "privacy", who: "nobody", open: at("/privacy") },
  { name: "accessibility", who: "nobody", open: at("/accessibility") },
  { name: "no such page", who: "nobody", open: at("/nowhere") },

  { name: "guardian's home", who: "guardian", open: at("/parent") },
  { name: "guardian's children", who: "guardian", open: at("/parent/children") },
  {
    name: "one child",
    who: "guardian",
    open: async (page) => {
      await page.goto("/parent/children");
      await page.getByRole("link", { name: ZEYNEP.name }).click();
    },
  },
  { name: "add a child", who: "guardian", open: at("/parent/children/add") },
  { name: "add a child, no code", who: "guardian", open: sent("/parent/children/add", "addThisChild") },
  { name: "add a child, a code that can't serve", who: "guardian", open: sent("/parent/children/add", "addThisChild", ["activationCode", "2222-2222-2222"]) },
  { name: "take a child off?", who: "guardian", open: childPage("unlink") },
  { name: "report an adult?", who: "guardian", open: childPage("object") },
  { name: "guardian's account", who: "guardian", open: at("/parent/account") },
  { name: "guardian's account, another name", who: "guardian", open: at("/parent/account/name") },
  { name: "guardian's account, another e-mail", who: "guardian", open: at("/parent/account/email") },
  { name: "guardian's account, another e-mail, nothing filled in", who: "guardian", open: sent("/parent/account/email", "sendTheConfirmation") },
  { name: "guardian's account, another password", who: "guardian", open: at("/parent/account/password") },
  { name: "guardian's account, another password, nothing filled in", who: "guardian", open: sent("/parent/account/password", "changeThePassword") },
  { name: "close the account?", who: "guardian", open: at("/parent/account/close") },
  { name: "close the account? once more", who: "guardian", open: at("/parent/account/close?sure=1") },
  { name: "close the account, without the password", who: "guardian", open: sent("/parent/account/close?sure=1", "closeMyAccount") },
  { name: "guardian where no page is", who: "guardian", open: at("/parent/nowhere") },

  { name: "student's home", who: "student", open: at("/student") },
  { name: "invite a parent", who: "student", open: at("/student/invite") },
  { name: "invite a parent, not an address", who: "student", open: sent("/student/invite", "sendTheInvitation", ["guardianEmail", "maman"]) },
  { name: "cancel an invitation?", who: "student", open: cancelAnInvitation },
  { name: "student's home, with an invitation", who: "student", open: withAnInvitation },
  { name: "student's home, with a newcomer", who: "student", open: withANewcomer },
  { name: "report a guardian?", who: "student", open: reportAGuardian },
  { name: "student's account", who: "student", open: at("/student/account") },
  { name: "student's account, another password", who: "student", open: at("/student/account/password") },

  { name: "counsellor's home", who: "counsellor", open: at("/staff") },
  { name: "student search", who: "counsellor", open: students },
  { name: "student search, found", who: "counsellor", open: searchFor("diallo amina") },
  { name: "student search, nobody found", who: "counsellor", open: searchFor("xyzzy") },
  { name: "parent access", who: "counsellor", open: access },
  {
    name: "parent access, codes just made",
    who: "counsellor",
    open: async (page, say) => {
      await access(page, say);
      const code = page.locator("bdi.code").first();
      if (!(await code.isVisible())) await page.getByRole("button", { name: exactly(say.go) }).click();
      await code.waitFor();
    },
  },
  {
    name: "delete a code?",
    who: "counsellor",
    open: async (page, say) => {
      await access(page, say);
      await page.getByRole("link", { name: startingWith(say.deleteTheCode) }).first().click();
    },
  },
  { name: "to check, with a report", who: "counsellor", open: toCheck },
  { name: "to check, nothing", who: "districtAdministrator", open: at("/staff/vieux-moulin/accounts/to-check") },
  { name: "remove a link?", who: "districtAdministrator", open: removeALink },
  { name: "remove a link, no reason", who: "districtAdministrator", open: removeForNoReason },
  { name: "restrictions", who: "districtAdministrator", open: restrictions },
  { name: "restrictions, nothing filled in", who: "districtAdministrator", open: restrictNobody },
  { name: "lift a restriction?", who: "districtAdministrator", open: liftARestriction },
  { name: "options", who: "districtAdministrator", open: at("/staff/erables/options") },
  { name: "options, out of bounds", who: "districtAdministrator", open: sent("/staff/erables/options", "save", ["codeLife", "1000"]) },
  { name: "options' history", who: "districtAdministrator", open: at("/staff/erables/options/history") },
  { name: "an invitation's link, broken", who: "nobody", open: at("/invitation") },
  { name: "accounts hub", who: "counsellor", open: accounts("") },
  { name: "access data", who: "counsellor", open: accounts("/access-data") },
  { name: "access data, filtered to none", who: "counsellor", open: accounts("/access-data?q=xyzzy&how=email") },
  { name: "reach board", who: "counsellor", open: accounts("/reach") },
  { name: "reach board, filtered to none", who: "counsellor", open: accounts("/reach?homeroom=xyzzy&reason=removed") },
  { name: "codes for many: for whom", who: "counsellor", open: codesNew },
  { name: "codes for many: the list", who: "counsellor", open: codesList("10") },
  { name: "codes for many: the list, nobody ticked", who: "counsellor", open: nobodyTicked },
  { name: "codes for many: nobody found", who: "counsellor", open: codesList("99") },
  { name: "codes for many: the summary", who: "counsellor", open: codesSummary },
  { name: "codes for many: the job", who: "counsellor", open: codesMade },
  { name: "jobs", who: "counsellor", open: inSchool("jobs") },
  { name: "batches", who: "counsellor", open: inSchool("codes/batches") },
  { name: "a batch", who: "counsellor", open: aBatch("") },
  { name: "renew a batch?", who: "counsellor", open: aBatch("/renew") },
  { name: "void a batch?", who: "counsellor", open: aBatch("/void") },
  { name: "temporary password?", who: "counsellor", open: password },
  {
    name: "temporary password, just made",
    who: "counsellor",
    open: async (page, say) => {
      await password(page, say);
      await page.getByRole("button", { name: exactly(say.temporaryPassword) }).click();
      await page.locator("bdi.code").waitFor();
    },
  },
  { name: "staff account", who: "counsellor", open: at("/staff/account") },
  { name: "staff account, another password", who: "counsellor", open: at("/staff/account/password") },
  {
    name: "who looked at one child",
    who: "guardian",
    open: async (page) => {
      await page.goto("/parent/children");
      await page.getByRole("link", { name: ZEYNEP.name }).click();
      await page.locator("a[href$='/access-log']").click();
    },
  },
  { name: "help for a guardian", who: "guardian", open: at("/help") },
  { name: "who looked at the student", who: "student", open: at("/student/access-log") },
  { name: "activity log", who: "districtAdministrator", open: at("/staff/erables/audit") },
  { name: "activity log, nothing found", who: "districtAdministrator", open: at("/staff/erables/audit?kind=options&q=xyzzy&from=2026-01-01") },
  { name: "staff menu open on a phone", who: "counsellor", open: menuOpen },
  { name: "choose a school", who: "districtAdministrator", open: at("/staff") },
];

/** A page below the counsellor's school. */
function inSchool(below: string): Sample["open"] {
  return async (page, say) => {
    await page.goto("/staff");
    const hub = page.getByRole("link", { name: exactly(say.manageAccounts) }).first();
    const href = await hub.getAttribute("href");
    await page.goto(`${href?.replace(/accounts$/, "")}${below}`);
  };
}

async function codesNew(page: Page, say: Labels): Promise<void> {
  await inSchool("accounts")(page, say);
  await page.getByRole("link", { name: exactly(say.createCodes) }).click();
  await page.getByRole("heading", { name: exactly(say.forSome) }).waitFor();
}

/** The list of step 2, for a grade. */
function codesList(grade: string): Sample["open"] {
  return async (page, say) => {
    await inSchool(`codes/new?grade=${grade}`)(page, say);
    if (grade === "99") await page.getByLabel(exactly(say.nameOrNumber)).fill("xyzzy");
    await page.getByRole("button", { name: exactly(say.submit) }).click();
    await page.waitForURL(/\/select\//);
  };
}

async function nobodyTicked(page: Page, say: Labels): Promise<void> {
  await codesList("10")(page, say);
  await page.getByRole("button", { name: exactly(say.submit) }).click();
  await page.getByRole("alert").waitFor();
}

async function codesSummary(page: Page, say: Labels): Promise<void> {
  await codesList("10")(page, say);
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: exactly(say.submit) }).click();
  await page.waitForURL(/\/summary\//);
}

async function codesMade(page: Page, say: Labels): Promise<void> {
  await codesSummary(page, say);
  await page.getByRole("button", { name: exactly(say.submit) }).click();
  await page.locator(".notice.good, .notice.warn").waitFor();
}

/** The newest batch, or a page below it; one is made where there is none. */
function aBatch(below: string): Sample["open"] {
  return async (page, say) => {
    await inSchool("codes/batches")(page, say);
    const batch = page.locator("tbody a").first();
    if (!(await batch.isVisible())) {
      await codesMade(page, say);
      await inSchool("codes/batches")(page, say);
    }
    await page.goto(`${await batch.getAttribute("href")}${below}`);
  };
}

async function menuOpen(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/staff");
  await page.locator("[popovertarget=menu].open").click();
}

/** The student's home with an open invitation: one that is there, or a new one. */
async function withAnInvitation(page: Page, say: Labels): Promise<void> {
  await page.goto("/student");
  if (await page.getByRole("link", { name: startingWith(say.cancelTheInvitation) }).first().isVisible()) return;
  await page.goto("/student/invite");
  await page.getByLabel(exactly(say.guardianEmail)).fill(`parent.${crypto.randomUUID()}@courriel.example`);
  await page.getByRole("button", { name: exactly(say.sendTheInvitation) }).click();
  await page.getByRole("link", { name: startingWith(say.cancelTheInvitation) }).first().waitFor();
}

async function cancelAnInvitation(page: Page, say: Labels): Promise<void> {
  await withAnInvitation(page, say);
  await page.getByRole("link", { name: startingWith(say.cancelTheInvitation) }).first().click();
}

/** A page below the guardian's own child. */
function childPage(below: string): Sample["open"] {
  return async (page) => {
    await page.goto("/parent/children");
    await page.getByRole("link", { name: ZEYNEP.name }).click();
    await page.waitForURL(/children\/[0-9a-f-]+$/);
    await page.goto(`${page.url()}/${below}`);
  };
}

/** Amina's home, with somebody new: who is there, or a new account. */
async function withANewcomer(page: Page, say: Labels): Promise<void> {
  const card = page.getByRole("heading", { name: exactly(say.newGuardian) }).first();
  await page.goto("/student");
  if (await card.isVisible()) return;
  const browser = page.context().browser()!;
  const code = await codeFor(browser, say, AMINA);
  const adult = await browser.newPage();
  await signUp(adult, say, { name: "Ousmane Diallo", email: `ousmane.${crypto.randomUUID()}@courriel.example` }, code);
  await sayItIsMyChild(adult, say, AMINA);
  await adult.getByText(AMINA.name).first().waitFor();
  await adult.close();
  await page.goto("/student");
  await card.waitFor();
}

async function reportAGuardian(page: Page): Promise<void> {
  await page.goto("/student");
  await page.locator('a[href$="/object"]').last().click();
}

/** What a guardian has just reported. */
async function toCheck(page: Page, say: Labels): Promise<void> {
  const guardian = await pageOf(page.context().browser()!, say, "guardian");
  await childPage("object")(guardian, say);
  await guardian.getByRole("button", { name: exactly(say.reportToTheSchool) }).click();
  await guardian.locator(".notice.good").waitFor();
  await guardian.close();
  await page.goto("/staff/erables/accounts/to-check");
}

const aminasAccess = async (page: Page, say: Labels) => {
  await page.goto("/staff/erables");
  await openParentAccess(page, say, AMINA);
};

async function removeALink(page: Page, say: Labels): Promise<void> {
  await aminasAccess(page, say);
  await page.getByRole("link", { name: startingWith(say.removeTheLink) }).first().click();
}

async function removeForNoReason(page: Page, say: Labels): Promise<void> {
  await removeALink(page, say);
  await page.getByRole("button", { name: exactly(say.removeTheLink) }).click();
  await page.getByRole("alert").waitFor();
}

async function restrictions(page: Page, say: Labels): Promise<void> {
  await aminasAccess(page, say);
  await page.getByRole("link", { name: exactly(say.restrictions) }).click();
}

async function restrictNobody(page: Page, say: Labels): Promise<void> {
  await restrictions(page, say);
  await page.getByRole("button", { name: exactly(say.addTheRestriction) }).click();
  await page.getByRole("alert").waitFor();
}

async function liftARestriction(page: Page, say: Labels): Promise<void> {
  await restrictions(page, say);
  const lift = page.getByRole("link", { name: startingWith(say.liftTheRestriction) }).first();
  if (!(await lift.isVisible())) {
    await page.getByLabel(exactly(say.adultsEmail)).fill("personne@courriel.example");
    await page.getByLabel(exactly(say.note)).fill("Jugement 500-04-012345-267, du 3 mai 2026.");
    await page.getByRole("button", { name: exactly(say.addTheRestriction) }).click();
  }
  await lift.click();
}
