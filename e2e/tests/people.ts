import type { Browser, Page } from "@playwright/test";
import { createCodes, expect, JULIE, openParentAccess, PASSWORD, sayItIsMyChild, signInStaff, signUp, SOPHIE } from "./as";
import { exactly, type Labels } from "./labels";

/** Who may be at the screen in the gallery. */
export type Person = "nobody" | "guardian" | "student" | "counsellor" | "districtAdministrator";

export const ZEYNEP = { typed: "kaya zeynep", row: "Kaya, Zeynep", name: "Zeynep Kaya", initialled: "Zeynep K.", school: "Érables" };

/** Whose student's page the gallery shows. */
export const AMINA = { typed: "diallo amina", row: "Diallo, Amina", name: "Amina Diallo", initialled: "Amina D.", school: "Érables" };

type Session = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;
const sessions = new Map<string, Promise<Session>>();

/** A page at which this person is signed in. Everybody signs in once a worker and language, then keeps the session. */
export async function pageOf(browser: Browser, say: Labels, who: Person): Promise<Page> {
  if (who === "nobody") return (await browser.newContext()).newPage();
  const key = `${who} ${say.signIn}`;
  const session = sessions.get(key) ?? signIn(browser, say, who);
  sessions.set(key, session);
  return (await browser.newContext({ storageState: await session })).newPage();
}

async function signIn(browser: Browser, say: Labels, who: Exclude<Person, "nobody">): Promise<Session> {
  const page = await browser.newPage();
  if (who === "counsellor") await signInStaff(page, say, JULIE);
  if (who === "districtAdministrator") await signInStaff(page, say, SOPHIE);
  if (who === "student") await signInStudent(page, say, "amina.diallo");
  if (who === "guardian") await becomeGuardian(browser, page, say);
  const session = await page.context().storageState();
  await page.close();
  return session;
}

export async function signInStudent(page: Page, say: Labels, username: string): Promise<void> {
  await page.goto("/student");
  await page.getByLabel(exactly(say.username)).fill(username);
  await page.getByLabel(exactly(say.password)).fill(PASSWORD);
  await page.getByRole("button", { name: exactly(say.signIn) }).click();
  await expect(page.getByRole("button", { name: exactly(say.signIn) })).toHaveCount(0);
}

/** A guardian of Zeynep, who nobody else needs. */
async function becomeGuardian(browser: Browser, page: Page, say: Labels): Promise<void> {
  const code = await codeFor(browser, say, ZEYNEP);
  await signUp(page, say, { name: "Emine Kaya", email: `emine.${crypto.randomUUID()}@courriel.example` }, code);
  await sayItIsMyChild(page, say, ZEYNEP);
  await page.getByText(ZEYNEP.name).first().waitFor();
}

/** Julie makes a code for one of her students. */
export async function codeFor(browser: Browser, say: Labels, student: typeof ZEYNEP): Promise<string> {
  const desk = await browser.newPage();
  await signInStaff(desk, say, JULIE);
  await openParentAccess(desk, say, student);
  const [code] = await createCodes(desk, say, 1);
  await desk.close();
  return code!;
}
