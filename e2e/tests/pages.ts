import type { Page } from "@playwright/test";
import { openParentAccess } from "./as";
import { exactly, startingWith, type Labels } from "./labels";
import { ZEYNEP, type Person } from "./people";

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
    await page.getByRole("status").waitFor();
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
  { name: "staff menu open on a phone", who: "counsellor", open: menuOpen },
  { name: "choose a school", who: "districtAdministrator", open: at("/staff") },
];

async function menuOpen(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/staff");
  await page.locator("[popovertarget=menu].open").click();
}
