import type { HeldDataSet, MarkerLeft, Overview } from '../../contract';
import { together } from '../../storage/together';
import type { Marker } from '../data-sets/marker';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { restrictionOf, type Subject } from '../person/standing';
import { seenOnSite } from '../person/write';
import { erasureOf } from '../erasure/under-way';
import { assertInUse } from '../installation';
import { readMarker } from '../person/marker';
import { describeSet } from '../notice/describe';
import { noticeOf } from '../notice/notice';
import { reportedOf } from '../reporting/view';
import { SETTINGS_REF, settingsOf } from '../settings';
import { countsOf, readSubject } from '../person/subject';
import { accessesTo } from './accesses';

/**
 * Everything held about the person who looks, by data set, with strictly read counts; what is left of an earlier erasure;
 * and who looked at it, by role and day.
 * @throws Refused where the store is not in use
 */
export async function overviewOf(engine: Engine, accountId: string): Promise<Overview> {
  const [{ subject: read, installation, rows }, marker] = await together([
    readSubject(engine, accountId, [SETTINGS_REF]),
    readMarker(engine, accountId),
  ]);
  assertInUse(engine, installation);
  const settings = settingsOf(rows[0]);
  const subject = await seenOnSite(engine, read);
  const { version } = noticeOf(engine.store.map, settings);
  const held = subject ? await heldOf(engine, subject, settings) : await notHeld(engine, marker);
  const { noticeVersion, noticeAt } = subject?.standing ?? {};
  return {
    accountId,
    ...held,
    ...(marker && { marker: leftOf(marker) }),
    notice: {
      version,
      ...(noticeVersion !== undefined && { acknowledgedVersion: noticeVersion }),
      ...(noticeAt !== undefined && { acknowledgedAt: noticeAt }),
    },
  };
}

type Held = Omit<Overview, 'accountId' | 'notice' | 'marker'>;

async function heldOf(engine: Engine, subject: Subject, settings: Settings): Promise<Held> {
  const { standing, person } = subject;
  const restriction = restrictionOf(standing);
  const [reported, { accesses, next }] = await together([
    reportedOf(engine, subject),
    accessesTo(engine, person.token, undefined),
  ]);
  return {
    dataSets: heldSets(engine, subject, settings),
    registeredAt: person.registeredAt,
    ...(restriction && { restriction }),
    ...(reported && { reported }),
    accesses,
    ...(next !== undefined && { earlierAccesses: next }),
  };
}

async function notHeld(engine: Engine, marker: Marker | undefined): Promise<Held> {
  const erasing = await erasureOf(engine, marker);
  return { dataSets: [], accesses: [], ...(erasing && { erasing }) };
}

function heldSets(engine: Engine, subject: Subject, settings: Settings): HeldDataSet[] {
  const counts = countsOf(engine, subject);
  return engine.store.map
    .map((set) => {
      const { name, title, what, purpose, lawfulBasis, retention } = describeSet(set, settings);
      return { name, title, what, records: counts[name] ?? 0, purpose, lawfulBasis, retention };
    })
    .filter(({ records }) => records > 0);
}

const leftOf = ({ erasedAt, endsAt, kind }: Marker): MarkerLeft => ({
  erasedAt,
  endsAt,
  ...(kind === 'closed' && { closed: true }),
});
