import { LOCAL_SWITCHES, NOT_MEASURED } from '../../scripts/lib/local-switches';
import type { SiteFinding } from '../../src/contract';
import { ASSUMPTION_IDS, verdictOf } from '../../src/platform-check/assumptions';
import { useForge } from '../setup/use-forge';
import { checkedSite, outcomesOf } from './site-check';
import { flip, TROUBLES } from './switches';

const app = useForge({ callMs: 20 });

/** What there is no answer to unless something else has happened, or was asked for. */
const UNTOLD = { 'cycle-period': 'not-told', 'batch-limit': 'not-asked' };

/** Of what was not made otherwise, what does not hold. */
const othersNotHolding = (findings: readonly SiteFinding[], finds: object = {}): SiteFinding[] =>
  findings.filter(
    (finding) => !Object.hasOwn({ ...finds, ...UNTOLD }, finding.id) && verdictOf(finding) !== 'holds',
  );

it('finds on the local Forge what the app assumes, and leaves nothing behind but the result', async () => {
  const { done, findings } = await checkedSite(app.forge);
  expect(done).toBe(true);
  expect(findings.map(({ id }) => id).sort()).toEqual([...ASSUMPTION_IDS].sort());
  expect(outcomesOf(findings)).toMatchObject(UNTOLD);
  expect(othersNotHolding(findings)).toEqual([]);
  expect(app.stored('scratch')).toEqual([]);
});

describe.each(LOCAL_SWITCHES)('With the switch $setting at $value', (one) => {
  it('finds it, and nothing else', async () => {
    flip(app.forge, one);
    const { done, findings } = await checkedSite(app.forge);
    expect(done).toBe(true);
    expect(outcomesOf(findings)).toMatchObject(one.finds);
    expect(othersNotHolding(findings, one.finds)).toEqual([]);
    expect(app.stored('scratch')).toEqual([]);
  });
});

describe.each(TROUBLES)('With $what', ({ begin, finds }) => {
  it('finds it', async () => {
    begin(app.forge);
    const { done, findings } = await checkedSite(app.forge);
    expect(done).toBe(true);
    expect(outcomesOf(findings)).toMatchObject(finds);
    expect(app.stored('scratch')).toEqual([]);
  });
});

it('does not tell what it leaves alone, however it is', async () => {
  Object.assign(app.forge.storage.settings, {
    ttlRemovalLagMs: 0,
    quotas: 'off',
    rateLimitCode: 'RATE_LIMIT_EXCEEDED',
    transactionHoldMs: 10,
  });
  expect(Object.keys(NOT_MEASURED)).toHaveLength(5);
  expect(othersNotHolding((await checkedSite(app.forge)).findings)).toEqual([]);
});
