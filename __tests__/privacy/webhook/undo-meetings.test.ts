import type { LocalForge } from '../../../local/forge';
import type { Standing } from '../../../src/privacy/data-sets/registration';
import { toInstant } from '../../../src/privacy/time';
import { applyOne } from '../../../src/privacy/webhook/apply';
import type { Announcement } from '../../../src/privacy/data-sets/webhook-request';
import { personOf } from '../../behaviour/person';
import type { Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { heldBefore, openBeside } from '../erasure/meeting';

const { anna, admin } = PEOPLE;
let inside: Inside;
let forge: LocalForge;

beforeEach(async () => {
  inside = await openBeside();
  forge = inside.forge;
  await personOf(forge, anna).log('2026-02-27');
  await personOf(forge, admin).admin('enableWebhook');
});
afterEach(() => forge.close());

/** Anna's; the administrator, who acted, has one, too. */
const standing = (): Standing =>
  storedRows(forge, 'standing')
    .map(({ value }) => value as Standing)
    .find(({ accountId }) => accountId === anna) as Standing;
const undo = () => personOf(forge, admin).admin('undoWebhook', { reason: 'security' });

/** Carries something out on the webhook's word, and has it undone just before that is written. */
async function carriedOutWhile(what: Announcement, meanwhile: () => Promise<unknown>): Promise<void> {
  const receivedAt = toInstant(new Date(forge.clock.now()));
  await inside.run(() =>
    applyOne(heldBefore('transaction', meanwhile), { what, accountId: anna }, receivedAt),
  );
  await forge.clock.advance(10 * 60_000);
}

describe.each(['closed', 'erasure', 'access'] as const)('What is announced as %s', (what) => {
  it('is not carried out where it is undone just before that is written', async () => {
    await carriedOutWhile(what, undo);
    expect(standing().restrictedBy).toBeUndefined();
    expect(storedRows(forge, 'request')).toEqual([]);
  });

  it('leaves no word either about somebody who is restricted already', async () => {
    await personOf(forge, anna).user('setRestriction', { restricted: true });
    await carriedOutWhile(what, undo);
    expect(standing()).toMatchObject({ restrictedBy: 'person' });
    expect(standing()).not.toHaveProperty('announcedAt');
    expect(standing()).not.toHaveProperty('erasureAskedAt');
    expect(storedRows(forge, 'request')).toEqual([]);
  });

  it('is carried out where something else of the webhook is written at that moment', async () => {
    await carriedOutWhile(what, () => personOf(forge, admin).admin('setWebhookLimit', { mostADay: 3 }));
    expect(standing().restrictedBy).toBe(what === 'access' ? undefined : 'webhook');
    expect(storedRows(forge, 'request')).toHaveLength(what === 'closed' ? 0 : 1);
  });
});
