import type { Call, Operation } from './call';
import { readFilters, type Predicate } from './conditions';
import { NotModelledError } from '../errors';
import { StorageRefusal } from './errors';
import { expiryOf } from './expiry';
import { checkedKey } from './keys';
import { LIMITS } from './limits';
import type { Row } from './row';
import { writtenRow } from './single';
import type { Space } from './space';
import type { MissingRowOutcome } from './types';
import { fieldsOf, listOf, type Fields } from './wire';

/** One operation, read and checked; nothing is written before every one is. */
interface Step {
  kind: 'set' | 'delete' | 'check';
  space: Space;
  key: string;
  row: Row | undefined;
  condition: Predicate | undefined;
}

const TRANSACTION_FIELDS = new Set(['set', 'delete', 'check']);
const SET_FIELDS = new Set(['key', 'value', 'entityName', 'conditions', 'options']);
const STEP_FIELDS = new Set(['key', 'entityName', 'conditions']);
const SET_OPTIONS = new Set(['ttl']);

/** All operations or none: conditions are put to the strict rows, then everything is written at once. */
export const transaction: Operation = (call) => {
  const steps = readSteps(call);
  holdRows(steps, call);
  for (const step of steps) checkCondition(step, call);
  for (const { kind, space, key, row } of steps) {
    if (row) call.installation.put(space, row, call.now);
    else if (kind === 'delete') call.installation.remove(space, key, call.now);
    if (kind !== 'check') call.installation.usage.rowsWritten++;
  }
  return undefined;
};

function readSteps(call: Call): Step[] {
  const fields = fieldsOf(call.body, 'A transaction', TRANSACTION_FIELDS);
  const of = (kind: Step['kind']): readonly unknown[] => {
    return fields[kind] === undefined ? [] : listOf(fields[kind], `The ${kind} operations`);
  };
  checkCounts(of('set').length + of('delete').length + of('check').length, call);
  const steps = [
    ...of('set').map((step) => readSet(step, call)),
    ...of('delete').map((step) => readStep('delete', step, call)),
    ...of('check').map((step) => readStep('check', step, call)),
  ];
  checkKeys(steps, call);
  return steps;
}

/** Refuses a transaction that names a row which another still holds; one that is carried out or fails holds its own. */
function holdRows(steps: readonly Step[], { installation: { held }, settings, now }: Call): void {
  if (settings.transactionHoldMs === 0) return;
  const names = steps.map(({ space, key }) => `${space.entityName ?? ''}/${key}`);
  const met = names.find((name) => (held.get(name) ?? 0) > now);
  if (met !== undefined)
    throw new StorageRefusal('TRANSACTION_CONFLICT', `Another transaction names "${met}" at the same time.`);
  for (const name of names) held.set(name, now + settings.transactionHoldMs);
}

function checkCounts(operations: number, call: Call): void {
  const { transactionOperations, transactionBytes } = LIMITS;
  if (operations === 0)
    throw new StorageRefusal('BAD_REQUEST', 'A transaction has 0 operations; it needs at least 1.');
  if (operations > transactionOperations.value) {
    throw new StorageRefusal(
      'UNPROCESSABLE_ENTITY',
      `A transaction has ${operations} operations; the limit is ${transactionOperations.value}.`,
    );
  }
  if (call.bytes > transactionBytes.value) {
    throw new StorageRefusal(
      'PAYLOAD_TOO_LARGE',
      `A transaction has ${call.bytes} bytes; the limit is ${transactionBytes.value}.`,
    );
  }
}

function checkKeys(steps: readonly Step[], call: Call): void {
  const perEntity = call.settings.transactionKeys === 'once-per-entity';
  const names = steps.map(({ space, key }) => (perEntity ? `${space.entityName ?? ''}/${key}` : key));
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice === undefined) return;
  throw new StorageRefusal(
    'KEY_DUPLICATION_ERROR',
    `The key "${twice}" is used twice in a transaction; the limit is once.`,
  );
}

function readSet(step: unknown, call: Call): Step {
  const fields = fieldsOf(step, 'A set of a transaction', SET_FIELDS);
  const target = readTarget('set', fields, call);
  const options = fields['options'];
  const ttl =
    options === undefined
      ? undefined
      : fieldsOf(options, 'The options of a transaction set', SET_OPTIONS)['ttl'];
  return {
    ...target,
    row: writtenRow(call, target.space, target.key, fields['value'], expiryOf(ttl, call.now)),
  };
}

function readStep(kind: 'delete' | 'check', step: unknown, call: Call): Step {
  const target = readTarget(kind, fieldsOf(step, `A ${kind} of a transaction`, STEP_FIELDS), call);
  if (kind === 'check' && !target.condition) {
    throw new StorageRefusal('BAD_REQUEST', 'A check has no conditions; it needs an entity and at least 1.');
  }
  return target;
}

function readTarget(kind: Step['kind'], fields: Fields, call: Call): Step {
  const space = call.installation.spaceOf(fields['entityName']);
  const key = checkedKey(fields['key'], space.store);
  const { conditions } = fields as { conditions?: unknown };
  if (conditions !== undefined && !space.schema)
    throw new NotModelledError('conditions on a plain key of storage');
  const condition = space.schema && readFilters(conditions, space.schema);
  return { kind, space, key, condition, row: undefined };
}

function checkCondition({ kind, space, key, condition }: Step, call: Call): void {
  if (!condition) return;
  const row = space.rows.get(key);
  const missing = kind === 'check' ? call.settings.checkOnMissingRow : call.settings.conditionOnMissingRow;
  const holds = row ? condition(JSON.parse(row.text) as Fields) : holdsOnMissingRow(missing, condition);
  if (!holds) {
    throw new StorageRefusal(
      'CONDITIONAL_CHECK_FAILED',
      `A condition on a ${kind} does not hold; nothing was written.`,
    );
  }
}

function holdsOnMissingRow(outcome: MissingRowOutcome, condition: Predicate): boolean {
  return outcome === 'evaluated' ? condition({}) : outcome === 'passes';
}
