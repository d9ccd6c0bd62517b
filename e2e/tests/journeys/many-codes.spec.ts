import { expect, JULIE, signInStaff, test } from "../as";
import { exactly } from "../labels";

// A counsellor equips a whole grade: criteria, the list over its pages, one left out, the summary, the work, the batch.

const runs = [
  { title: "en français", grade: "9", use: { language: "fr" } },
  { title: "in English", grade: "11", use: { language: "en" } },
  { title: "without JavaScript", grade: "12", use: { language: "fr", javaScriptEnabled: false } },
] as const;

for (const { title, grade, use } of runs) {
  test.describe(title, () => {
    test.use(use);

    test("a grade gets its codes, but for the student whose tick was taken off", async ({ page, say }) => {
      await signInStaff(page, say, JULIE);
      await page.getByRole("link", { name: exactly(say.manageAccounts) }).first().click();
      await page.getByRole("link", { name: exactly(say.createCodes) }).click();
      await expect(page.getByRole("heading", { name: exactly(say.forSome) })).toBeVisible();
      await page.locator("select[name=grade]").selectOption(grade);
      await page.getByRole("button", { name: exactly(say.submit) }).click();
      await page.getByRole("button", { name: exactly(say.selectAll) }).click();
      const total = figures(await page.locator("#students").innerText());
      expect(total).toBeGreaterThan(25);
      expect(figures(await page.locator("[data-count]").innerText())).toBe(total);

      await page.getByRole("checkbox").first().uncheck();
      await page.locator(".pages button").getByText("2", { exact: true }).click();
      await page.waitForURL(/page=2/);
      await expect(page.getByRole("checkbox").first()).toBeChecked();
      expect(figures(await page.locator("[data-count]").innerText())).toBe(total - 1);
      await page.getByRole("button", { name: exactly(say.submit) }).click();

      await page.waitForURL(/summary/);
      const announced = figures((await page.locator("#forecast .headline").innerText()).split(/,|for /)[0]!);
      await page.getByRole("button", { name: exactly(say.submit) }).click();
      const result = page.locator(".notice.good h2");
      await expect(result).toBeVisible({ timeout: 20_000 }); // without script the page asks again every five seconds
      expect(figures((await result.innerText()).split(/ pour | for /)[0]!)).toBe(announced);
    });
  });
}

/** The digits of a sentence as one figure. */
function figures(text: string): number {
  return Number(text.replace(/\D/g, ""));
}
