import type { Page } from "@playwright/test";
import { exactly, expect, PASSWORD, PHONE, sayItIsMyChild, signInStaff, signUp, startingWith, test } from "../as";
import type { Labels } from "../labels";
import { countMails, readMail } from "../mails";
import { codeFor, signInStudent, ZEYNEP } from "../people";

// What leaves the portal by mail, and comes back: an invitation, a forgotten password, an option turned off.

const ANNE = "anne.tremblay@grandslacs.example"; // administrator, École secondaire des Érables
const NOAH = { initialled: "Noah T.", school: "Érables", name: "Noah Tremblay" };

const runs = [
  { title: "en français", use: { language: "fr" } },
  { title: "in English", use: { language: "en" } },
  { title: "without JavaScript", use: { language: "fr", javaScriptEnabled: false } },
] as const;

const someone = () => `parent.${crypto.randomUUID()}@courriel.example`;

for (const { title, use } of runs) {
  test.describe(title, () => {
    test.use(use);

    test("an invited parent opens an account on a phone, already confirmed", async ({ browser, say }) => {
      const [desk, email] = [await browser.newPage(), someone()];
      await signInStudent(desk, say, "noah.tremblay");
      await invite(desk, say, email);
      await expect(desk.getByText(email)).toBeVisible();

      const phone = await browser.newPage(PHONE);
      const mail = await readMail(phone, email);
      expect(mail.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
      expect(mail.text).toContain("Noah");
      await phone.goto(mail.links[0]!);
      await expect(phone).toHaveURL(/\/parent\/sign-up$/);
      await phone.getByLabel(exactly(say.yourName)).fill("Isabelle Tremblay");
      await phone.getByLabel(exactly(say.email)).fill(email);
      await phone.getByLabel(exactly(say.password)).fill(PASSWORD);
      await phone.getByRole("button", { name: exactly(say.createMyAccount) }).click();
      await sayItIsMyChild(phone, say, NOAH);
      await expect(phone.getByText(NOAH.name).first()).toBeVisible();
      expect(await countMails(phone, email), "confirmed by the invitation, so no second mail").toBe(1);
    });

    test("a forgotten password is chosen anew by a mailed link, once", async ({ browser, say }) => {
      const [page, email] = [await browser.newPage(), someone()];
      await signUp(page, say, { name: "Emine Kaya", email }, await codeFor(browser, say, ZEYNEP));
      await sayItIsMyChild(page, say, ZEYNEP);
      await page.getByText(ZEYNEP.name).first().waitFor();

      const other = await browser.newPage();
      await other.goto("/parent");
      await other.getByRole("link", { name: startingWith(say.forgotPassword) }).click();
      await other.getByLabel(exactly(say.email)).fill(` ${email.toUpperCase()} `);
      await other.getByRole("button", { name: exactly(say.sendTheLink) }).click();
      const { links } = await readMail(other, email);
      await other.goto(links[0]!);
      await expect(other).toHaveURL(/\/parent\/reset$/);
      await other.getByLabel(exactly(say.newPassword)).fill("un pont tout neuf 58");
      await other.getByRole("button", { name: exactly(say.changeThePassword) }).click();
      await signIn(other, say, email, "un pont tout neuf 58");
      await expect(other.getByText(ZEYNEP.name).first()).toBeVisible();

      // The first session has ended, and the link serves no second time.
      await page.goto("/parent");
      await expect(page.getByRole("button", { name: exactly(say.signIn) })).toBeVisible();
      await page.goto(links[0]!);
      await expect(page.getByLabel(exactly(say.newPassword))).toHaveCount(0);
    });
  });
}

test("invitations turned off are off for a page that is open", async ({ browser, say }) => {
  const [student, admin, email] = [await browser.newPage(), await browser.newPage(), someone()];
  await signInStudent(student, say, "liam.fortin");
  await student.getByRole("link", { name: startingWith(say.sharePortfolio) }).click();
  await student.getByLabel(exactly(say.guardianEmail)).fill(email);

  // Liam is at Vieux-Moulin, where nobody of the other tests invites.
  await signInStaff(admin, say, "sophie.bah@grandslacs.example");
  await admin.goto("/staff/vieux-moulin/options");
  await setInvitations(admin, say, say.inactive);
  await student.getByRole("button", { name: exactly(say.sendTheInvitation) }).click();
  await expect(student.getByLabel(exactly(say.guardianEmail))).toHaveCount(0);
  expect(await countMails(student, email)).toBe(0);
  await student.goto("/student");
  await expect(student.getByRole("link", { name: startingWith(say.sharePortfolio) })).toHaveCount(0);

  await admin.reload();
  await setInvitations(admin, say, say.active);
  await student.goto("/student");
  await invite(student, say, email);
  await readMail(student, email);
});

test("a school's administrator finds the options, a counsellor doesn't", async ({ browser, say }) => {
  const [admin, counsellor] = [await browser.newPage(), await browser.newPage()];
  await signInStaff(admin, say, ANNE);
  await expect(admin.getByRole("link", { name: exactly(say.portfolioOptions) }).first()).toBeVisible();
  await signInStaff(counsellor, say, "julie.roy@grandslacs.example");
  await expect(counsellor.getByRole("link", { name: exactly(say.portfolioOptions) })).toHaveCount(0);
  expect((await counsellor.goto("/staff/erables/options"))?.status()).toBe(403);
});

async function invite(page: Page, say: Labels, email: string): Promise<void> {
  await page.getByRole("link", { name: startingWith(say.sharePortfolio) }).click();
  await page.getByLabel(exactly(say.guardianEmail)).fill(email);
  await page.getByRole("button", { name: exactly(say.sendTheInvitation) }).click();
  await expect(page.locator(".notice.good")).toBeVisible();
}

async function setInvitations(page: Page, say: Labels, value: string): Promise<void> {
  await page.getByRole("group", { name: exactly(say.allowInvitations) }).getByLabel(exactly(value)).check();
  await page.getByRole("button", { name: exactly(say.save) }).click();
  await expect(page.locator(".notice.good")).toBeVisible();
}

async function signIn(page: Page, say: Labels, email: string, password: string): Promise<void> {
  await page.goto("/parent");
  await page.getByLabel(exactly(say.email)).fill(email);
  await page.getByLabel(exactly(say.password)).fill(password);
  await page.getByRole("button", { name: exactly(say.signIn) }).click();
}
