import { readCatalogue } from '../../scripts/lib/words.mjs';
import type { SiteAssumption } from '../../src/contract';
import { ASSUMPTIONS } from '../../src/platform-check/assumptions';
import { checkWords } from '../../static/admin/get-started/site-check/check-words';
import { rowsOf } from '../../static/admin/get-started/site-check/site-check-rows';

const OUTCOMES = ASSUMPTIONS.flatMap(({ id, outcomes }: SiteAssumption) =>
  Object.entries(outcomes).map(([outcome, verdict]) => ({ id, outcome, verdict })),
);
const SENTENCE = /^\S.*\.$/;

describe('The words of the check', () => {
  it.each(OUTCOMES)('say of $id what is assumed, and of $outcome what was found', (one) => {
    expect(checkWords(one, one.verdict)).toMatchObject({
      assumed: expect.stringMatching(SENTENCE),
      found: expect.stringMatching(SENTENCE),
    });
  });

  it.each(OUTCOMES.filter(({ verdict }) => verdict !== 'holds'))(
    'say of $id, where it is $outcome, what that means and what to do',
    (one) => {
      expect(checkWords(one, one.verdict)).toMatchObject({
        means: expect.stringMatching(SENTENCE),
        todo: expect.stringMatching(SENTENCE),
      });
    },
  );

  it('are of nothing that the check does not find', () => {
    const names = new Set<string>([
      ...ASSUMPTIONS.map(({ id }) => id),
      ...OUTCOMES.flatMap(({ id, outcome, verdict }) => {
        const found = `${id}-${outcome}`;
        return [found, ...['means', 'todo'].flatMap((kind) => [`${found}-${kind}`, `${verdict}-${kind}`])];
      }),
    ]);
    const words = Object.keys(readCatalogue('en')).filter((key) => key.startsWith('get-started.check-'));
    expect(words.filter((key) => !names.has(key.replace('get-started.check-', '')))).toEqual([]);
  });

  it('write the number of a finding', () => {
    const one = { id: 'first-call', outcome: 'slow', number: 1234 };
    expect(checkWords(one, 'copes')?.found).toBe('The slowest took 1,234 ms.');
  });

  it('leave out what a later version found', () => {
    const assumptions: SiteAssumption[] = [
      { id: 'first-call', measuredBy: 'function', outcomes: { instant: 'holds', quick: 'holds' } },
      { id: 'of-later', measuredBy: 'function', outcomes: { known: 'holds' } },
    ];
    const findings = [
      { id: 'first-call', outcome: 'instant' },
      { id: 'of-later', outcome: 'known' },
    ];
    expect(rowsOf(assumptions, { findings, codes: [] })).toEqual([]);
    expect(
      rowsOf(assumptions, { findings: [{ id: 'first-call', outcome: 'quick' }], codes: [] }),
    ).toHaveLength(1);
  });
});
