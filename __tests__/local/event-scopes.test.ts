import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scopesOfEvent } from '../../local/product-events/scopes';

interface Mapped {
  productEvent: string;
  oAuthScopes: { current: string[]; beta: string[] };
}

/** What Forge's own validator goes by; its package exports no table. */
const TABLE = path.join(
  path.dirname(require.resolve('@forge/manifest')),
  'mapping/product-event-to-scope-mapping.json',
);
const { mapping } = JSON.parse(readFileSync(TABLE, 'utf8')) as { mapping: Mapped[] };
const ofJira = mapping.filter(({ productEvent }) => /^avi:jira(-software)?:/.test(productEvent));

test("the scopes of Jira's events are those of Atlassian's own table", () => {
  expect(ofJira.length).toBeGreaterThan(60);
  const ours = ofJira.map(({ productEvent }) => {
    const [current, beta] = scopesOfEvent(productEvent) ?? [];
    return { productEvent, current: [...(current ?? [])].sort(), beta: [...(beta ?? [])].sort() };
  });
  expect(ours).toEqual(
    ofJira.map(({ productEvent, oAuthScopes: { current, beta } }) => ({
      productEvent,
      current: [...current].sort(),
      beta: [...beta].sort(),
    })),
  );
});
