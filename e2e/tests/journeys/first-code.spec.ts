import type { Browser } from "@playwright/test";
import {
  addChild,
  chooseSchool,
  createCodes,
  expect,
  JULIE,
  openParentAccess,
  PHONE,
  sayItIsMyChild,
  signInStaff,
  signUp,
  SOPHIE,
  test,
} from "../as";
import type { Labels } from "../labels";

// The way from a counsellor's desk to a parent's phone: two children, two schools, one account.

const AMINA = { typed: "diallo amina", row: "Diallo, Amina", name: "Amina Diallo", initialled: "Amina D.", school: "Érables" };
const IBRAHIM = { typed: "diallo ibrahim", row: "Diallo, Ibrahim", name: "Ibrahim Diallo", initialled: "Ibrahim D.", school: "Rivière-Claire" };

const runs = [
  { title: "en français", use: { language: "fr" } },
  { title: "in English", use: { language: "en" } },
  { title: "without JavaScript", use: { language: "fr", javaScriptEnabled: false } },
] as const;

for (const { title, use } of runs) {
  test.describe(title, () => {
    test.use(use);

    test("two codes from two schools bring two children to one parent", async ({ browser, say }) => {
      const [forAmina, another] = await codesOfJulie(browser, say);
      expect(another).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      const forIbrahim = await codeOfSophie(browser, say);

      const phone = await browser.newPage(PHONE);
      const guardian = { name: "Fatou Diallo", email: `fatou.${crypto.randomUUID()}@courriel.example` };
      await signUp(phone, say, guardian, forAmina!);
      await sayItIsMyChild(phone, say, AMINA);
      await expect(phone.getByText(AMINA.name).first()).toBeVisible();

      await addChild(phone, say, forIbrahim);
      await sayItIsMyChild(phone, say, IBRAHIM);
      await phone.goto("/parent");
      for (const child of [AMINA, IBRAHIM]) {
        await expect(phone.getByRole("link", { name: child.name })).toBeVisible();
      }

      // Her code is spent; the other one still waits.
      const desk = await browser.newPage();
      await signInStaff(desk, say, JULIE);
      await openParentAccess(desk, say, AMINA);
      await expect(desk.getByText(another!)).toBeVisible();
      await expect(desk.getByText(forAmina!)).toHaveCount(0);
    });
  });
}

/** Julie makes two codes for Amina. */
async function codesOfJulie(browser: Browser, say: Labels): Promise<string[]> {
  const desk = await browser.newPage();
  await signInStaff(desk, say, JULIE);
  await openParentAccess(desk, say, AMINA);
  const codes = await createCodes(desk, say, 2);
  expect(codes).toHaveLength(2);
  await desk.close();
  return codes;
}

/** Sophie, who may in every school, makes one for Ibrahim at Rivière-Claire. */
async function codeOfSophie(browser: Browser, say: Labels): Promise<string> {
  const desk = await browser.newPage();
  await signInStaff(desk, say, SOPHIE);
  await chooseSchool(desk, "Rivière-Claire");
  await openParentAccess(desk, say, IBRAHIM);
  const [code] = await createCodes(desk, say, 1);
  await desk.close();
  return code!;
}
