import { test as base, expect, type BrowserContextOptions, type Page } from "@playwright/test";
import { exactly, labels, startingWith, type Labels, type Language } from "./labels";

export { expect };

export interface Options {
  /** Which of the portals that `servers.ts` started: one on each database, and one (SQLite) to look at. */
  database: "sqlite" | "postgres" | "gallery";
  /** The language of the browser, and so of every page until someone chooses. */
  language: Language;
}

export const test = base.extend<Options & { say: Labels }>({
  database: ["sqlite", { option: true }],
  language: ["fr", { option: true }],
  say: async ({ language }, use) => use(labels[language]),
  locale: async ({ language }, use) => use(`${language}-CA`),
  baseURL: async ({ database }, use) => use(process.env[`E2E_URL_${database}`]),
});

/** Everybody in the demonstration has this password. */
export const PASSWORD = "passerelle-demo";

export const JULIE = "julie.roy@grandslacs.example"; // counsellor, École secondaire des Érables
export const SOPHIE = "sophie.bah@grandslacs.example"; // district administrator

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

export async function signInStaff(page: Page, say: Labels, email: string): Promise<void> {
  await page.goto("/staff");
  await page.getByLabel(exactly(say.email)).fill(email);
  await page.getByLabel(exactly(say.password)).fill(PASSWORD);
  await page.getByRole("button", { name: exactly(say.signIn) }).click();
  await expect(page.getByRole("button", { name: exactly(say.signIn) })).toHaveCount(0);
}

/** Whoever serves several schools is asked which. */
export async function chooseSchool(page: Page, school: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(school) }).first().click();
}

/** Finds a student by what one types (« diallo amina ») and opens the page of the guardians' access. */
export async function openParentAccess(
  page: Page,
  say: Labels,
  student: { typed: string; row: string; name: string },
): Promise<void> {
  await page.getByRole("link", { name: exactly(say.studentSearch) }).first().click();
  await page.getByLabel(exactly(say.nameOrNumber)).fill(student.typed);
  await page.getByRole("button", { name: exactly(say.search) }).click();
  const row = page.getByRole("row").filter({ hasText: student.row });
  await expect(row).toHaveCount(1);
  // Its name names the student: « Accès du Parent/Gardien, Amina Diallo ».
  await row.getByRole("link", { name: new RegExp(`${student.name}$`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(student.name);
}

/** Makes codes on the page of the guardians' access, and reads the new ones off it. */
export async function createCodes(page: Page, say: Labels, number: number): Promise<string[]> {
  const before = await unusedCodes(page, say);
  await page.getByLabel(exactly(say.numberOfCodes)).selectOption(String(number));
  await page.getByRole("button", { name: exactly(say.go) }).click();
  await expect(unusedCodeRows(page, say)).toHaveCount(before.length + number);
  const after = await unusedCodes(page, say);
  return after.filter((code) => !before.includes(code));
}

/** The codes that stand under « Codes d'activation inutilisés ». */
export async function unusedCodes(page: Page, say: Labels): Promise<string[]> {
  return unusedCodeRows(page, say).allInnerTexts();
}

function unusedCodeRows(page: Page, say: Labels) {
  return page.getByRole("region", { name: exactly(say.unusedCodes) }).locator("bdi.code");
}

/** Opens an account from the front door, up to the question whether this is the child. */
export async function signUp(
  page: Page,
  say: Labels,
  guardian: { name: string; email: string },
  code: string,
): Promise<void> {
  await page.goto("/parent");
  await page.getByRole("link", { name: exactly(say.signUp) }).click();
  await page.getByLabel(exactly(say.yourName)).fill(guardian.name);
  await page.getByLabel(exactly(say.email)).fill(guardian.email);
  await page.getByLabel(exactly(say.password)).fill(PASSWORD);
  await page.getByLabel(exactly(say.activationCode)).fill(code);
  await page.getByRole("button", { name: exactly(say.createMyAccount) }).click();
}

/** Adds a further child from home, up to the same question. */
export async function addChild(page: Page, say: Labels, code: string): Promise<void> {
  await page.goto("/parent");
  await page.getByRole("main").getByRole("link", { name: exactly(say.addAChild) }).click();
  await page.getByLabel(exactly(say.activationCode)).fill(code);
  await page.getByRole("button", { name: exactly(say.addThisChild) }).click();
}

/** Answers « Est-ce bien votre enfant? », which names first name, initial and school. */
export async function sayItIsMyChild(
  page: Page,
  say: Labels,
  child: { initialled: string; school: string },
): Promise<void> {
  await expect(page.getByText(exactly(say.isThisYourChild)).first()).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).toContainText(child.initialled);
  await expect(main).toContainText(child.school);
  await page.getByRole("button", { name: exactly(say.yesMyChild) }).click();
}

export { exactly, startingWith };
