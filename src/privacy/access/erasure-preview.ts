import type { ErasurePreview } from '../../contract';
import { WEBHOOK_REF } from '../data-sets/webhook';
import { TAKEN_REQUEST } from '../data-sets/webhook-request';
import type { DataKey } from '../../../words/types';
import type { Engine } from '../engine';
import { periodSentences } from '../notice/describe';
import { countsOf, readSubject } from '../person/subject';
import { rulesOf } from '../retention/totals';
import { keepsTotals, SETTINGS_REF, settingsOf } from '../settings/settings';

/** What this app cannot erase, since it lies with Atlassian. */
const OUTSIDE: readonly DataKey[] = [
  'data.outside-backups',
  'data.outside-uninstall',
  'data.outside-profile',
];

/** What an erasure of the person would remove and what would stay; removes nothing. */
export async function previewErasure(engine: Engine, accountId: string): Promise<ErasurePreview> {
  const { subject, rows } = await readSubject(engine, accountId, [SETTINGS_REF, WEBHOOK_REF]);
  const [settings, webhook] = rows;
  const inForce = settingsOf(settings, engine.now());
  const totals = keepsTotals(inForce) ? rulesOf(engine).map(({ into }) => into) : [];
  const counts = subject ? countsOf(engine, subject) : {};
  const { map } = engine.store;
  return {
    dataSets: map
      .map(({ name, title, counted }) => ({
        name,
        title,
        records: counts[name] ?? 0,
        ...(counted && { counted }),
      }))
      .filter(({ records }) => records > 0),
    kept: map
      // Where the webhook was never on there is nothing of it to keep.
      .filter(({ name }) => name !== TAKEN_REQUEST.name || webhook !== undefined)
      .filter(({ about, name }) => about === 'pseudonym' || totals.includes(name))
      .filter(({ erasure }) => erasure.effect === 'keep')
      .map((set) => ({
        name: set.name,
        title: set.title,
        why: [{ words: set.erasure.words }, ...periodSentences(set, inForce)],
      })),
    outside: [...OUTSIDE],
  };
}
