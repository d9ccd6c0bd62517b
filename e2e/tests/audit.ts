import type { Page } from "@playwright/test";

/**
 * What axe doesn't see: sideways scrolling, boxes that spill, small targets, text over a mixed background, ids.
 * One line a finding; an empty list is a clean page. Runs in the page, so it is one function without the outside.
 */
export function audit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const findings = new Set<string>();
    const width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll<HTMLElement>("body *")];
    const said = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} «${(element.textContent ?? "").trim().slice(0, 30)}»`;
    const apart = ".sr, .skip, .scroll, .tabs, svg, [popover], [hidden]";

    // Nothing wider than the page, and nothing out of its box.
    if (document.documentElement.scrollWidth > width) {
      findings.add(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
    }
    const boxes = ".card, .bar, .notice, .btn, .seg, .rail, .top, .codebox, .choice, .bubble, .tabbar";
    for (const element of all) {
      const box = element.getBoundingClientRect();
      if (!box.width || element.closest(apart) || getComputedStyle(element).clipPath !== "none") continue;
      if (box.right > width + 1 || box.left < -1) findings.add(`out of the page: ${said(element)}`);
      const around = element.parentElement?.closest(boxes)?.getBoundingClientRect();
      if (around?.width && (box.right > around.right + 1 || box.left < around.left - 1)) {
        findings.add(`spills out of its box: ${said(element)}`);
      }
    }

    // Contrast of text, colours resolved by the browser itself (color-mix, oklch, transparency).
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const paint = canvas.getContext("2d", { willReadFrequently: true })!;
    type Colour = [number, number, number, number];
    const over = (colour: string, under: Colour): Colour => {
      for (const fill of [`rgb(${under.slice(0, 3).join()})`, colour]) {
        paint.fillStyle = fill;
        paint.fillRect(0, 0, 1, 1);
      }
      return [...paint.getImageData(0, 0, 1, 1).data] as Colour;
    };
    const isOpaque = (colour: string) => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      return paint.getImageData(0, 0, 1, 1).data[3] === 255;
    };
    const behind = (element: Element): Colour => {
      const layers: string[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        layers.push(colour);
        if (isOpaque(colour)) break;
      }
      return layers.reverse().reduce<Colour>((under, colour) => over(colour, under), [255, 255, 255, 255]);
    };
    const luminance = (colour: Colour) => {
      const [r, g, b] = colour.slice(0, 3).map((v) => {
        const part = v / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement!;
      if (!texts.currentNode.textContent?.trim() || !element.getClientRects().length) continue;
      if (element.closest(".sr, .skip, option, script, noscript, [hidden], svg")) continue;
      const style = getComputedStyle(element);
      if (style.visibility !== "visible") continue;
      const ground = behind(element);
      const [low, high] = [luminance(over(style.color, ground)), luminance(ground)].sort((a, b) => a - b);
      const ratio = (high! + 0.05) / (low! + 0.05);
      const px = parseFloat(style.fontSize);
      const isLarge = px >= 24 || (px >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) findings.add(`contrast ${ratio.toFixed(2)}: ${said(element)}`);
      if (px < 13 && !element.closest("sup")) findings.add(`text of ${px} px: ${said(element)}`);
    }

    // Targets of 24 px or more, links inside sentences apart (2.5.8).
    const inText = "p, li small, td small, small, .sr, .crumbs, dd, h2, h3, .skip";
    for (const target of document.querySelectorAll("a, button, select, input:not([type=checkbox], [type=radio], [type=hidden])")) {
      const box = target.getBoundingClientRect();
      if (!target.getClientRects().length || target.closest(inText)) continue;
      if (box.height < 24 || box.width < 24) {
        findings.add(`target of ${Math.round(box.width)} × ${Math.round(box.height)}: ${said(target)}`);
      }
    }

    // Ids: each once, and each that is referred to is there. One h1.
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) findings.add(`id twice: ${id}`);
    for (const attribute of ["aria-labelledby", "aria-describedby", "for", "popovertarget"]) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of element.getAttribute(attribute)!.split(/\s+/)) {
          if (id && !ids.includes(id)) findings.add(`${attribute} leads nowhere: ${id}`);
        }
      }
    }
    const headings = document.querySelectorAll("h1").length;
    if (headings !== 1) findings.add(`${headings} h1`);
    return [...findings];
  });
}
