import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** On which issues a panel stands: on some, after a click on the app's button, or on all. */
export interface PanelPlacement {
  isShown(moduleKey: string, issueKey: string): boolean;
  isOnAll(moduleKey: string): boolean;
  show(moduleKey: string, issueKey: string): Promise<void>;
  hide(moduleKey: string, issueKey: string): Promise<void>;
  setOnAll(moduleKey: string, onAll: boolean): Promise<void>;
}

interface Kept {
  onAll: string[];
  /** `module key@issue key` */
  shown: string[];
}

async function read(file: string): Promise<Kept> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch {
    return { onAll: [], shown: [] };
  }
}

/** Kept in the site's directory, as Jira keeps it: for everyone who opens the issue. */
export async function openPanelPlacement(directory: string): Promise<PanelPlacement> {
  const file = path.join(directory, 'panels.json');
  const kept = await read(file);
  const onAll = new Set(kept.onAll);
  const shown = new Set(kept.shown);
  const name = (moduleKey: string, issueKey: string): string => `${moduleKey}@${issueKey}`;
  const save = (): Promise<void> => writeFile(file, JSON.stringify({ onAll: [...onAll], shown: [...shown] }));

  return {
    isOnAll: (moduleKey) => onAll.has(moduleKey),
    isShown: (moduleKey, issueKey) => onAll.has(moduleKey) || shown.has(name(moduleKey, issueKey)),
    show: (moduleKey, issueKey) => {
      shown.add(name(moduleKey, issueKey));
      return save();
    },
    hide: (moduleKey, issueKey) => {
      shown.delete(name(moduleKey, issueKey));
      return save();
    },
    setOnAll: (moduleKey, wanted) => {
      if (wanted) onAll.add(moduleKey);
      else onAll.delete(moduleKey);
      return save();
    },
  };
}
