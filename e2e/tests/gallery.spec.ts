import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { audit } from "./audit";
import { expect, test } from "./as";
import { SAMPLES } from "./pages";
import { pageOf } from "./people";

const WIDTHS = [320, 390, 1360];
const WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

for (const language of ["fr", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });

    for (const { name, who, open } of SAMPLES) {
      test(name, async ({ browser, say }) => {
        const page = await pageOf(browser, say, who);
        await open(page, say);
        await expect(page.locator("html")).toHaveAttribute("lang", new RegExp(`^${language}`));
        expect(await findings(page)).toEqual([]);
        await page.context().close();
      });
    }
  });
}

/** Everything wrong with a page: our audit at each width, axe on the desk in the light and on the phone in the dark. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      const lines = await audit(page);
      if (`${colorScheme} ${width}` === "light 1360" || `${colorScheme} ${width}` === "dark 390") {
        lines.push(...(await axe(page)));
      }
      found.push(...lines.map((line) => `${colorScheme}, ${width} px: ${line}`));
    }
  }
  return found;
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ html }) => html.slice(0, 120)).join(" ; ");
    return `axe ${id} (${help}): ${where}`;
  });
}
