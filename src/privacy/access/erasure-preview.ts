import type { ErasurePreview } from '../../contract';
import type { DataSet } from '../../storage/data-set';
import type { Engine } from '../engine';
import { keepsTotals, rulesOf } from '../retention/totals';
import { SETTINGS_REF, settingsOf } from '../settings';
import { readSubject, type Subject } from '../person/subject';

/** What this app cannot erase, since it lies with Atlassian. */
export const OUTSIDE: readonly string[] = [
  'Atlassian backs up everything apps store, to recover from disasters. These backups end by Atlassian’s own schedule.',
  'After an administrator uninstalls the app, Atlassian keeps its storage for 28 days.',
  'Atlassian may list this app in your Atlassian account as one that used your profile.',
];

/** Strictly read number of records about a person, by data set: what an export holds and an erasure removes. */
export function countsOf(engine: Engine, subject: Subject): Record<string, number> {
  const counts = engine.store.map
    .filter((set) => set.found)
    .map((set) => [set.name, recordsOf(set, subject)] as const)
    .filter(([, count]) => count > 0);
  return Object.fromEntries(counts);
}

function recordsOf(set: DataSet, subject: Subject): number {
  return set.found?.by === 'index' ? (subject.standing.counts[set.name] ?? 0) : 1;
}

/** What an erasure of the person would remove and what would stay; removes nothing. */
export async function previewErasure(engine: Engine, accountId: string): Promise<ErasurePreview> {
  const { subject, rows } = await readSubject(engine, accountId, [SETTINGS_REF]);
  const totals = keepsTotals(settingsOf(rows[0])) ? rulesOf(engine).map(({ into }) => into) : [];
  const counts = subject ? countsOf(engine, subject) : {};
  const { map } = engine.store;
  return {
    dataSets: map
      .map(({ name, title }) => ({ name, title, records: counts[name] ?? 0 }))
      .filter(({ records }) => records > 0),
    kept: map
      .filter(({ about, name }) => about === 'pseudonym' || totals.includes(name))
      .filter(({ erasure }) => erasure.effect === 'keep')
      .map(({ title, erasure, retention }) => ({ title, why: `${erasure.words} ${retention.words}` })),
    outside: [...OUTSIDE],
  };
}
