import type { Refusal } from '../../src/contract';
import { changesNothing } from '../../src/contract/reading';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { EVERY_FUNCTION, payloadsAbout } from './payload-forge';

const app = useForge();

const LOOKS = ['exportPageOf', 'listAffected', 'listEntriesOf', 'previewErasureOf'];

beforeEach(async () => {
  await app.person(PEOPLE.anna).log('2026-03-02');
  await app.person(PEOPLE.admin).log('2026-03-02');
  // Made at the first look for a marker, by whatever function.
  await app.person(PEOPLE.noData).user('getOverview');
});

const payloadOf = (name: string): object => payloadsAbout(PEOPLE.anna)[name]?.needs ?? {};

const ask = (moduleKey: string, functionKey: string): Promise<unknown> =>
  app.forge.invoke({
    moduleKey,
    functionKey,
    payload: payloadOf(functionKey),
    accountId: PEOPLE.admin,
    extension: { issue: { id: '20001' } },
  });

const audited = (): number => app.stored('audit').length;

test.each(EVERY_FUNCTION.filter(([, name]) => changesNothing(name, payloadOf(name))))(
  '%s %s changes nothing, as its page and its refusals take it to',
  async (moduleKey, name) => {
    const before = app.stored();
    await ask(moduleKey, name);
    expect(app.stored()).toEqual(before);
  },
);

test.each(LOOKS)(
  '%s adds a line to the audit log at its first page, and is not taken to change nothing',
  async (name) => {
    const before = audited();
    expect(await ask('privacy-admin', name)).not.toHaveProperty('error');
    expect(audited()).toBe(before + 1);
    expect(changesNothing(name, {})).toBe(false);
    expect(changesNothing(name, { after: 'a~b~c' })).toBe(true);
  },
);

test('A look that fails once it is recorded does not say that nothing was changed', async () => {
  const before = audited();
  app.forge.faults.add({ path: '/api/v1/entity/query', outcome: { kind: 'answer', status: 500, body: {} } });
  const { error } = (await ask('privacy-admin', 'listEntriesOf')) as Refusal;
  expect(error).toEqual({ code: 'TRY_LATER', says: { key: 'refused.busy' } });
  expect(audited()).toBe(before + 1);
});
