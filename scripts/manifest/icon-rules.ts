import { existsSync } from 'node:fs';
import path from 'node:path';
import { allModules, type Manifest } from './manifest';

/** The icons that modules name, each with the key of its module. */
export const iconsOf = (manifest: Manifest): { key: string; icon: string }[] =>
  allModules(manifest).flatMap(({ module: { key, icon } }) => (icon === undefined ? [] : [{ key, icon }]));

/** Every icon is a file that is deployed with the app: one from elsewhere would reach outside of Atlassian. */
export function iconRules(manifest: Manifest, root: string): string[] {
  return iconsOf(manifest).flatMap(({ key, icon }) => {
    const [, resource = '', file = ''] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
    const folder = manifest.resources.find((each) => each.key === resource)?.path;
    if (folder === undefined) return [`the icon of ${key} is in no resource of the app`];
    return existsSync(path.join(root, folder, file)) ? [] : [`the icon of ${key} is not in ${folder}`];
  });
}
