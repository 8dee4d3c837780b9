import path from 'node:path';
import { iconRules, iconsOf } from '../../scripts/manifest/icon-rules';
import { htmlRules, pageRules } from '../../scripts/manifest/page-rules';
import { afterChange, allModules, readManifest, root, type Manifest } from './read-manifest';

const { resources, ...manifest } = readManifest();
const modules = allModules({ ...manifest, resources });
const panelIcon = (icon: string) => (changed: Manifest) =>
  Object.assign(changed.modules['jira:issuePanel']?.[0] ?? {}, { icon });

describe('the resources', () => {
  it.each(resources.map((each) => each.path))('%s is built and fit for the production policy', (folder) => {
    expect(pageRules(path.join(root, folder))).toEqual([]);
  });

  it('are each shown by a module, and each module shows one that is there', () => {
    const shown = modules.flatMap(({ module }) => (module.resource === undefined ? [] : [module.resource]));
    expect([...new Set(shown)].sort()).toEqual(resources.map(({ key }) => key).sort());
  });

  it('hold every icon', () => {
    expect(iconsOf(readManifest())).not.toEqual([]);
    expect(iconRules(readManifest(), root)).toEqual([]);
  });

  it.each([
    ['an icon that is not there', 'resource:panel;none.svg'],
    ['an icon of no resource', 'resource:none;icon.svg'],
    ['an icon from elsewhere', 'https://x.test/icon.svg'],
  ])('would be refused with %s', (_, icon) => {
    expect(afterChange((changed) => iconRules(changed, root), panelIcon(icon))).toHaveLength(1);
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
