import type { MyRequest, RequestRow, WhichRequest } from '../../contract';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import type { Correction, Corrections, Engine, PreparedCorrection, RecordChange } from '../engine';
import { Refused } from '../errors';
import type { Subject } from '../person/subject';
import { correctionOf, requestRef } from './requests';

/** A correction with what carries it out. */
export interface ReadyCorrection extends PreparedCorrection {
  dataSet: Corrections['dataSet'];
}

/** Reads the record to learn what else a correction of it touches; the write that follows reads it again. */
export async function readyCorrection(
  engine: Engine,
  accountId: string,
  correction: Correction,
): Promise<ReadyCorrection | undefined> {
  const { corrections } = engine;
  if (!corrections) return undefined;
  const [present] = await engine.store.getAll([corrections.ref(accountId, correction.record)]);
  return { ...corrections.prepare(accountId, correction, present), dataSet: corrections.dataSet };
}

/** The correction for which an open request asks. */
export async function correctionFor(
  engine: Engine,
  { accountId, type, id }: WhichRequest,
): Promise<ReadyCorrection | undefined> {
  if (type !== 'correction') return undefined;
  const [request] = await engine.store.getAll([requestRef(accountId, type)]);
  const correction = request?.id === id && request.status === 'open' ? correctionOf(request) : undefined;
  return correction && readyCorrection(engine, accountId, correction);
}

/**
 * Refuses a correction that could not be carried out, or that changes nothing.
 * @throws Refused
 */
export function assertCorrects(
  correction: ReadyCorrection,
  rows: ReadonlyArray<object | undefined>,
  now: Date,
): void {
  if (correction.changes(rows, now).length > 0) return;
  throw new Refused('INVALID', 'refused.correction-same', {
    duration: 'refused.correction-same',
  });
}

/**
 * What an administrator's approval changes, with the line that tells the person.
 * @throws Refused where it cannot be carried out, with what to do
 */
export function carriedOut(
  correction: ReadyCorrection,
  { person }: Subject,
  rows: ReadonlyArray<object | undefined>,
  now: Date,
): { records: RecordChange[]; also: Change[] } {
  const records = changesToDecide(correction, rows, now);
  if (records.length === 0) return { records, also: [] };
  const line = auditChange(now, {
    event: 'entries-corrected',
    role: 'administrator',
    subject: person.token,
    reason: 'person-asked',
    records: { [correction.dataSet.name]: 1 },
  });
  return { records, also: [line] };
}

/** What a feature refuses, in words for who decides. */
function changesToDecide(
  correction: ReadyCorrection,
  rows: ReadonlyArray<object | undefined>,
  now: Date,
): RecordChange[] {
  try {
    return correction.changes(rows, now);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'NOT_FOUND') throw gone();
    throw error.code === 'INVALID' ? impossible(error) : error;
  }
}

const gone = (): Refused => new Refused('CONFLICT', 'refused-admin.correction-entry-gone');

/** By the field of the form that would say it to the person. */
const impossible = ({ fields }: Refused): Refused =>
  new Refused(
    'CONFLICT',
    fields?.['startedOn'] === undefined
      ? 'refused-admin.correction-day-full'
      : 'refused-admin.correction-day-too-old',
  );

/** A person's requests, with the record as it stands where one asks for a correction of it. */
export const withPresentOfOwn = (
  engine: Engine,
  accountId: string,
  requests: readonly MyRequest[],
): Promise<MyRequest[]> => withPresent(engine, requests, () => accountId);

/** Requests as administrators see them: with the record as it stands while they have to decide on it. */
export const withPresentToDecide = <Row extends RequestRow>(
  engine: Engine,
  requests: readonly Row[],
): Promise<Row[]> =>
  withPresent(engine, requests, ({ status, accountId }) => (status === 'open' ? accountId : undefined));

async function withPresent<Row extends MyRequest>(
  { store, corrections }: Engine,
  requests: readonly Row[],
  ownerOf: (request: Row) => string | undefined,
): Promise<Row[]> {
  const wanted = requests.flatMap((request) => {
    const accountId = ownerOf(request);
    if (!corrections || !request.correction || accountId === undefined) return [];
    return [{ request, ref: corrections.ref(accountId, request.correction.id) }];
  });
  const rows = await store.getAll(wanted.map(({ ref }) => ref));
  const present = new Map(wanted.map(({ request }, at) => [request, rows[at]]));
  return requests.map((request) => {
    const row = present.get(request);
    if (!row || !corrections || !request.correction) return request;
    return { ...request, correction: { ...request.correction, present: corrections.shown(row) } };
  });
}
