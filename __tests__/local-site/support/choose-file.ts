import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { IN_FIREFOX } from './open-browser';

/** Chooses a text file in a field; Playwright finds no field in a frame of Firefox, which gets it as if it was dropped. */
export async function chooseFile(field: Locator, path: string): Promise<void> {
  if (!IN_FIREFOX) return field.setInputFiles(path);
  const dropped = { text: readFileSync(path, 'utf8'), name: 'receipt.json' };
  await field.evaluate((input: HTMLInputElement, { text, name }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type: 'application/json' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, dropped);
}
