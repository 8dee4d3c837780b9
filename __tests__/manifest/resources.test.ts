import { existsSync } from 'node:fs';
import path from 'node:path';
import { htmlRules, pageRules } from '../../scripts/manifest/page-rules';
import { allModules, readManifest, root } from './read-manifest';

const { resources, ...manifest } = readManifest();
const modules = allModules({ ...manifest, resources });
const icons = modules.flatMap(({ module }) => (module.icon === undefined ? [] : [module.icon]));

function iconFile(icon: string): string {
  const [, resource = '', file = ''] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  const folder = resources.find(({ key }) => key === resource)?.path;
  return path.join(root, folder ?? 'no-such-resource', file);
}

describe('the resources', () => {
  it.each(resources.map((each) => each.path))('%s is built and fit for the production policy', (folder) => {
    expect(pageRules(path.join(root, folder))).toEqual([]);
  });

  it('are each shown by a module, and each module shows one that is there', () => {
    const shown = modules.flatMap(({ module }) => (module.resource === undefined ? [] : [module.resource]));
    expect([...new Set(shown)].sort()).toEqual(resources.map(({ key }) => key).sort());
  });

  it('hold every icon', () => {
    expect(icons).not.toEqual([]);
    expect(icons.filter((icon) => !existsSync(iconFile(icon)))).toEqual([]);
  });

  it.each([
    ['an inline script', '<script>run()</script>'],
    ['a script element that names nothing', '<script type="module"></script>'],
    ['an inline style sheet', '<style>p{}</style>'],
    ['a style attribute', '<p style="color:red">'],
    ['an event handler', '<body onload="run()">'],
    ['an address from the root', '<script src="/assets/a.js"></script>'],
    ['an address outside', '<link rel="stylesheet" href="https://x.test/a.css">'],
  ])('would be refused with %s', (_, html) => {
    expect(htmlRules(html)).not.toEqual([]);
  });
});
