import type { Page } from 'playwright-core';

/**
 * How much of a printed text lies under a box of ours, from 0 to 1: in the text layer of pdf.js, in the framed page, or in the
 * blocks of a text or sheet; none of them knows our places. Of several such texts on the page it is the one that fits best. The text layer spreads
 * characters over a line, so it is a little off itself.
 */
export async function coverOfText(page: Page, mark: string, text: string): Promise<number> {
  const surface = page.locator('.page-surface, .flow', { has: page.locator(mark) });
  await surface.locator('.text-layer[data-ready], iframe, [data-block]').first().waitFor();
  return page.evaluate(
    ([selector, wanted]) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      const around = document.querySelector(selector)?.closest('.page-surface, .flow');
      const frame = around?.querySelector('iframe');
      const root = frame?.contentDocument?.body ?? around?.querySelector('.text-layer') ?? around;
      if (!box || !root) return 0;
      const shift = frame?.getBoundingClientRect() ?? new DOMRect();
      const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      // Every printed character with where it stands; spaces are the typesetter's.
      const letters: { readonly node: Node; readonly at: number }[] = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue ?? '';
        for (let at = 0; at < text.length; at += 1) {
          if (text.charAt(at).trim() === '') continue;
          letters.push({ node, at });
          all += text.charAt(at);
        }
      }
      const sought = wanted.replaceAll(/\s/g, '');
      let best = 0;
      for (let from = all.indexOf(sought); from >= 0; from = all.indexOf(sought, from + 1)) {
        const [start, end] = [letters[from], letters[from + sought.length - 1]];
        if (!start || !end) continue;
        const range = root.ownerDocument.createRange();
        range.setStart(start.node, start.at);
        range.setEnd(end.node, end.at + 1);
        const { left, right, top, height, width } = range.getBoundingClientRect();
        const shared = Math.min(box.right, right + shift.left) - Math.max(box.left, left + shift.left);
        const middle = top + shift.top + height / 2;
        if (width > 0 && middle > box.top && middle < box.bottom) best = Math.max(best, shared / width);
      }
      return best;
    },
    [mark, text] as const,
  );
}
