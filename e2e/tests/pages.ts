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

export const SAMPLES: Sample[] = [
  { name: "door of parents", who: "nobody", open: at("/parent") },
  { name: "door of students", who: "nobody", open: at("/student") },
  { name: "door of staff", who: "nobody", open: at("/staff") },
  { name: "door after a wrong password", who: "nobody", open: sent("/parent", "signIn", ["email", "personne@courriel.example"]) },
  { name: "sign-up", who: "nobody", open: at("/parent/sign-up") },
  { name: "sign-up, nothing filled in", who: "nobody", open: sent("/parent/sign-up", "createMyAccount") },
  { name: "sign-up, a slip in the code", who: "nobody", open: sent("/parent/sign-up", "createMyAccount", ["activationCode", "K7QM-4XTR-9HPD"]) },
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
  { name: "guardian where no page is", who: "guardian", open: at("/parent/nowhere") },

  { name: "student's home", who: "student", open: at("/student") },
  { name: "invite a parent", who: "student", open: at("/student/invite") },
  { name: "invite a parent, not an address", who: "student", open: sent("/student/invite", "sendTheInvitation", ["guardianEmail", "maman"]) },
  { name: "cancel an invitation?", who: "student", open: cancelAnInvitation },
  { name: "student's home, with an invitation", who: "student", open: withAnInvitation },
  { name: "student's account", who: "student", open: at("/student/account") },

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
  { name: "options", who: "districtAdministrator", open: at("/staff/erables/options") },
  { name: "options, out of bounds", who: "districtAdministrator", open: sent("/staff/erables/options", "save", ["codeLife", "1000"]) },
  { name: "options' history", who: "districtAdministrator", open: at("/staff/erables/options/history") },
  { name: "an invitation's link, broken", who: "nobody", open: at("/invitation") },
  { name: "staff menu open on a phone", who: "counsellor", open: menuOpen },
  { name: "choose a school", who: "districtAdministrator", open: at("/staff") },
];

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
