import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

export const TODAY = '2026-03-02';
export const DECLINE = { decision: 'decline', reason: 'data-is-right' };

interface Which {
  accountId: string;
  type: string;
  id: string;
}

/** Anna, who asks to have an entry corrected, and an administrator, who decides. */
export function useCorrections() {
  const app = useForge();
  const anna = () => app.person(PEOPLE.anna);
  const admin = () => app.person(PEOPLE.admin);
  /** An hour on 2 March, and what is right. */
  const logged = async (right: object = {}) => {
    const { entry } = await anna().log(TODAY, '1h');
    return { id: entry.id, startedOn: '2025-12-31', duration: '2h', ...right };
  };
  const ask = (correction: object, who: string = PEOPLE.anna) =>
    app.person(who).user('openRequest', { type: 'correction', correction });
  const decide = ({ accountId, type, id }: Which, more: object) =>
    admin().admin('decideRequest', { accountId, type, id, ...more });
  return {
    app,
    anna,
    admin,
    logged,
    ask,
    asked: async () => {
      const correction = await logged();
      const { id } = await ask(correction);
      return { accountId: PEOPLE.anna, type: 'correction', id, correction };
    },
    decide,
    approve: (which: Which) => decide(which, { decision: 'approve' }),
    /** What is stored of entries and of totals by day. */
    entries: () => app.stored('time-entry').map(({ value }) => value),
    totals: () => app.stored('day-totals').map(({ value }) => (value as { seconds: unknown }).seconds),
    lines: () => app.stored('audit').map(({ value }) => (value as { event: string }).event),
    mine: async () => (await anna().user('listMyRequests')).requests,
    toDecide: async () => (await admin().admin('listRequests')).requests,
  };
}
