import type { Locator } from 'playwright-core';
import { IN_FIREFOX } from './open-browser';

export interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Chooses a file in a field; Playwright finds no field in a frame of Firefox, which gets it as if it was dropped. */
export async function chooseFile(field: Locator, file: ChosenFile): Promise<void> {
  if (!IN_FIREFOX) return field.setInputFiles(file);
  const { name, mimeType, buffer } = file;
  const dropped = { name, mimeType, base64: buffer.toString('base64') };
  await field.evaluate((input: HTMLInputElement, { name: called, mimeType: type, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], called, { type }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, dropped);
}
