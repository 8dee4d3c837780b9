import { ownKey } from '../../storage/own-key';
import { cohortChange } from '../cohorts';
import { PERSON, STANDING, type Person, type Standing } from '../data-sets/registration';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { storeOpen } from '../installation';
import { persistently } from '../persistently';
import { cohortWithRoom, readHalves } from './lost-standing';
import { readMarker } from './marker';
import type { Subject } from './standing';

/**
 * Makes the live row of somebody anew whose standing row is there without it, as a restored backup may leave it: else what
 * is kept about them could neither be seen nor erased. An erasure deletes both in one transaction, so it leaves no such
 * row. Of two who do so at once one wins: the transaction moves the standing row and the cohort on. Lines of the audit log
 * from before stand for nobody any more.
 * @returns the person as they are then; nothing where they are gone, or a marker says that they were erased since
 */
export const withLiveRowAnew = (engine: Engine, accountId: string): Promise<Subject | undefined> =>
  persistently(engine, async () => {
    const [person, standing, installation] = await readHalves(engine, accountId);
    if (!standing) return undefined;
    if (person) return { person, standing };
    const { number, row } = await cohortWithRoom(engine, accountId);
    // After the cohort: an erasure before that is seen here, and one since moved the cohort on.
    if (await wasErasedSince(engine, standing)) return undefined;
    const anew = personAnew(standing);
    const next: Standing = { ...standing, version: standing.version + 1, cohort: number };
    await engine.store.transact([
      await storeOpen(engine, installation),
      { do: 'set', dataSet: PERSON, key: accountId, row: anew, expected: 'guarded' },
      {
        do: 'set',
        dataSet: STANDING,
        key: ownKey(STANDING, accountId),
        row: next,
        expected: { version: standing.version },
      },
      cohortChange(number, row),
    ]);
    engine.log('live-row-made-anew');
    return { person: anew, standing: next };
  });

/** When they registered is lost, too: it was no later than the last write about them. */
const personAnew = ({ accountId, changedAt }: Standing): Person => ({
  accountId,
  epoch: randomToken(),
  token: randomToken(),
  registeredAt: changedAt,
});

/** A marker of an earlier stay says nothing of what was written after it. */
async function wasErasedSince(engine: Engine, { accountId, changedAt }: Standing): Promise<boolean> {
  const marker = await readMarker(engine, accountId);
  return marker !== undefined && (marker.kind === 'closed' || marker.erasedAt >= changedAt);
}
