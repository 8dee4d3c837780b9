import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The issue on which a panel stands, with the key of its space. */
interface Place {
  key: string;
  project: string;
}

/**
 * On which issues a panel stands: on some, after a click on the app's button, or on all of a space. What an
 * administrator does for all work items holds for the space that they are in, and for no other.
 */
export interface PanelPlacement {
  isShown(moduleKey: string, issue: Place): boolean;
  isOnAll(moduleKey: string, project: string): boolean;
  show(moduleKey: string, issueKey: string): Promise<void>;
  hide(moduleKey: string, issueKey: string): Promise<void>;
  setOnAll(moduleKey: string, project: string, onAll: boolean): Promise<void>;
}

interface Kept {
  /** `module key@key of a space` */
  spaces: string[];
  /** `module key@issue key` */
  shown: string[];
}

async function read(file: string): Promise<Partial<Kept>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Kept>;
  } catch {
    return {};
  }
}

/** Kept in the site's directory, as Jira keeps it: for everyone who opens the issue. */
export async function openPanelPlacement(directory: string): Promise<PanelPlacement> {
  const file = path.join(directory, 'panels.json');
  const kept = await read(file);
  const spaces = new Set(kept.spaces);
  const shown = new Set(kept.shown);
  const name = (moduleKey: string, where: string): string => `${moduleKey}@${where}`;
  const save = (): Promise<void> =>
    writeFile(file, JSON.stringify({ spaces: [...spaces], shown: [...shown] }));

  return {
    isOnAll: (moduleKey, project) => spaces.has(name(moduleKey, project)),
    isShown: (moduleKey, { key, project }) =>
      spaces.has(name(moduleKey, project)) || shown.has(name(moduleKey, key)),
    show: (moduleKey, issueKey) => {
      shown.add(name(moduleKey, issueKey));
      return save();
    },
    hide: (moduleKey, issueKey) => {
      shown.delete(name(moduleKey, issueKey));
      return save();
    },
    setOnAll: (moduleKey, project, wanted) => {
      if (wanted) spaces.add(name(moduleKey, project));
      else spaces.delete(name(moduleKey, project));
      return save();
    },
  };
}
