import * as fc from 'fast-check';
import type { DeclineReason, RequestType } from '../../src/contract';
import { DECLINE_REASONS, REQUEST_TYPES } from '../../src/privacy/data-sets/request';
import { assertLawful, endsOnADay, isReasonFor } from '../../src/privacy/requests/declining';
import { declineReasonsFor, hasEndDate } from '../../static/admin/requests/decline-reasons';
import { declineWords } from '../../static/shared/request-words';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { DECLINES } from './declines';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const WITH_A_DAY = { keptUntil: '2027-12-31' };

async function asked(type: RequestType) {
  const { entry } = await anna().log('2026-03-02');
  const correction = { id: entry.id, startedOn: '2026-03-01', duration: '2h' };
  const { id } = await anna().user('openRequest', { type, ...(type === 'correction' && { correction }) });
  return { accountId: PEOPLE.anna, type, id };
}

const decline = (which: object, how: object) =>
  admin().admin('decideRequest', { ...which, decision: 'decline', ...how });

describe('A decline', () => {
  it.each(REQUEST_TYPES)('of a request for %s takes a reason that the law knows for it', async (type) => {
    const { request } = await decline(await asked(type), DECLINES[type]);
    expect(request.status).toBe('declined');
    expect((await anna().user('getOverview')).restriction).toBeUndefined();
  });

  it.each<[RequestType, DeclineReason]>([
    ['access', 'working-time-law'],
    ['access', 'data-is-right'],
    ['portability', 'other-legal-duty'],
    ['correction', 'working-time-law'],
    ['restriction', 'legal-claims'],
    ['objection', 'working-time-law'],
    ['erasure', 'compelling-grounds'],
  ])('of a request for %s does not take %s', async (type, reason) => {
    const which = await asked(type);
    const before = app.stored();
    for (const day of [{}, WITH_A_DAY]) {
      const { error } = await decline(which, { reason, ...day });
      expect(error).toMatchObject({
        code: 'INVALID',
        fields: { reason: { key: expect.any(String) as string } },
      });
    }
    expect(app.stored()).toEqual(before);
  });

  it('that ends with a duty says on which day, and any other says none', async () => {
    const which = await asked('erasure');
    for (const how of [{ reason: 'legal-claims' }, { reason: 'still-needed', ...WITH_A_DAY }]) {
      const { error } = await decline(which, how);
      expect(error).toMatchObject({
        code: 'INVALID',
        fields: { keptUntil: { key: expect.any(String) as string } },
      });
    }
    const { request } = await decline(which, { reason: 'still-needed' });
    expect(request).toMatchObject({ status: 'declined', declineReason: 'still-needed' });
    expect(request).not.toHaveProperty('keptUntil');
  });

  it('never says of somebody who asked in the app that they cannot be identified', async () => {
    const { error } = await decline(await asked('access'), { reason: 'cannot-identify' });
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { reason: { key: expect.any(String) as string } },
    });
  });

  it('of an earlier version, which the law does not know, is read and exported as it is', async () => {
    const { id } = await asked('access');
    const [row] = app.stored('request');
    const decided = { status: 'declined', decidedAt: '2026-03-02T10:00:00.000Z' };
    const unlawful = { declineReason: 'working-time-law', keptUntil: '2036-01-01' };
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      {
        store: 'entity',
        entityName: 'request',
        key: String(row?.key),
        value: { ...(row?.value as object), ...decided, ...unlawful },
      },
    ]);
    const kept = { id, declineReason: 'working-time-law', keptUntil: '2036-01-01' };
    expect((await anna().user('listMyRequests')).requests).toMatchObject([kept]);
    expect((await admin().admin('listRequests', { status: 'declined' })).requests).toMatchObject([kept]);
  });
});

const refuses = (check: () => void): boolean => {
  try {
    check();
    return false;
  } catch {
    return true;
  }
};

it('the page offers the reasons that the app takes, and a day for those that end', () => {
  for (const type of REQUEST_TYPES) {
    for (const madeBy of [undefined, 'webhook'] as const) {
      const taken = DECLINE_REASONS.filter((reason) =>
        isReasonFor(reason, { type, ...(madeBy && { madeBy }) }),
      );
      expect([...declineReasonsFor({ type, ...(madeBy && { madeBy }) })].sort()).toEqual([...taken].sort());
    }
  }
  expect(DECLINE_REASONS.filter(hasEndDate)).toEqual(DECLINE_REASONS.filter(endsOnADay));
  expect(Object.keys(declineWords).sort()).toEqual([...DECLINE_REASONS].sort());
});

it('whatever is chosen, a decline is lawful exactly where its reason fits and its day does', () => {
  const now = new Date('2026-03-02T09:00:00.000Z');
  const day = fc.constantFrom(
    undefined,
    '2026-03-02',
    '2026-03-03',
    '2036-03-09',
    '2036-03-10',
    '2027-02-30',
  );
  const fits = ['2026-03-03', '2036-03-09'];
  fc.assert(
    fc.property(
      fc.constantFrom(...REQUEST_TYPES),
      fc.constantFrom(...DECLINE_REASONS),
      fc.constantFrom(undefined, 'webhook' as const),
      day,
      (type, reason, madeBy, keptUntil) => {
        const request = { type, ...(madeBy && { madeBy }) };
        const lawful =
          isReasonFor(reason, request) &&
          (endsOnADay(reason) ? fits.includes(keptUntil ?? '') : keptUntil === undefined);
        const check = () => assertLawful(now, request, { reason, keptUntil });
        return lawful !== refuses(check);
      },
    ),
    { numRuns: runCount(200, 2000) },
  );
});
