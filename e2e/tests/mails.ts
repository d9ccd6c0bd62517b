import type { Page } from "@playwright/test";
import { expect } from "./as";

/** A mail that the demonstration kept, read in a browser. */
export interface Mail {
  text: string;
  /** Its links, in order; the first is its action. */
  links: string[];
}

/** Opens the newest mail to an address once it is there, and reads it. */
export async function readMail(page: Page, to: string): Promise<Mail> {
  const item = page.locator("li").filter({ hasText: to }).first();
  await expect(async () => {
    await page.goto("/demo/mail");
    await expect(item).toBeVisible({ timeout: 250 });
  }).toPass({ timeout: 15_000 });
  await item.getByRole("link").click();
  const body = page.locator("[data-mail]");
  const links = await body.getByRole("link").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return { text: await body.innerText(), links };
}

/** How many mails an address has. */
export async function countMails(page: Page, to: string): Promise<number> {
  await page.goto("/demo/mail");
  return page.locator("li").filter({ hasText: to }).count();
}
