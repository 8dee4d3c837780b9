import type { Administrator } from '../../src/privacy/data-sets/administrator';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const HOUR_MS = 3_600_000;

/** Two administrators, Ada and Chloé, and Anna, into whose entries they look. */
export function useActing() {
  const people = TEST_SITE.people.map((one) =>
    one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
  );
  const app = useForge({ site: { ...TEST_SITE, people } });
  const admin = () => app.person(PEOPLE.admin);
  const chloe = () => app.person(PEOPLE.chloe);
  const lines = () => app.stored('audit').map(({ value }) => value as AuditLine);
  const acts = () => lines().filter(({ role }) => role === 'administrator');
  const LOOK = { accountId: PEOPLE.anna, reason: 'security' };
  beforeEach(() => app.person(PEOPLE.anna).log('2026-03-01'));
  return {
    app,
    admin,
    chloe,
    lines,
    acts,
    LOOK,
    anna: () => app.person(PEOPLE.anna),
    /** What leads from lines to administrators. */
    rows: () => app.stored('administrator').map(({ value }) => value as Administrator),
    newest: () => acts().at(-1) as AuditLine,
    look: (by = admin()) => by.admin('listEntriesOf', LOOK),
    whoActed: (line: string, by = chloe()) => by.admin('whoActed', { line, reason: 'security' }),
    /** Lists are up to date, and no line is new any more. */
    later: () => app.forge.clock.advance(2 * HOUR_MS),
  };
}
