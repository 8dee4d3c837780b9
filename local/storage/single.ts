import { readMetadataFields, readMetadataOption, type Call, type Operation } from './call';
import { StorageRefusal } from './errors';
import { expiryOf } from './expiry';
import { checkedKey } from './keys';
import { rowAnswer, type MetadataField, type Row } from './row';
import type { Space } from './space';
import { fieldsOf, wordOf, type Fields } from './wire';

const KEY_FIELDS = new Set(['key', 'entityName']);
const GET_FIELDS = new Set(['key', 'entityName', 'options']);
const SET_FIELDS = new Set(['key', 'entityName', 'value', 'options']);
const SET_OPTIONS = new Set(['ttl', 'keyPolicy', 'returnValue', 'returnMetadataFields']);
const KEY_POLICIES = ['OVERRIDE', 'FAIL_IF_EXISTS'] as const;
const RETURN_VALUES = ['PREVIOUS', 'LATEST'] as const;

/** Which rows a path such as `secret/get` is about. */
type SpaceChoice = (call: Call, fields: Fields) => Space;

export function getOperation(choose: SpaceChoice): Operation {
  return (call) => {
    const fields = fieldsOf(call.body, 'A get', GET_FIELDS);
    const space = choose(call, fields);
    const row = space.rows.get(checkedKey(fields['key'], space.store));
    const metadata = readMetadataOption(fields['options']);
    if (!row) throw keyNotFound();
    call.installation.usage.rowsRead++;
    return rowAnswer(row, metadata);
  };
}

export function deleteOperation(choose: SpaceChoice): Operation {
  return (call) => {
    const fields = fieldsOf(call.body, 'A delete', KEY_FIELDS);
    const space = choose(call, fields);
    call.installation.remove(space, checkedKey(fields['key'], space.store), call.now);
    call.installation.usage.rowsWritten++;
    return undefined;
  };
}

export function setOperation(choose: SpaceChoice): Operation {
  return (call) => {
    const fields = fieldsOf(call.body, 'A set', SET_FIELDS);
    const space = choose(call, fields);
    const options = readSetOptions(fields['options'], call.now);
    const key = checkedKey(fields['key'], space.store);
    const previous = space.rows.get(key);
    const row = writtenRow(call, space, key, fields['value'], options.expiresAt);
    if (previous && options.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new StorageRefusal('KEY_CONFLICT', 'The key exists already and keyPolicy is FAIL_IF_EXISTS.');
    }
    call.installation.put(space, row, call.now);
    call.installation.usage.rowsWritten++;
    const answered = answeredRow(options.returnValue, previous, row);
    return answered && rowAnswer(answered, options.metadata);
  };
}

/** A checked row that takes the place of the one stored under its key, whose age it keeps. */
export function writtenRow(
  call: Call,
  space: Space,
  key: string,
  value: unknown,
  expiresAt: number | undefined,
): Row {
  const createdAt = space.rows.get(key)?.createdAt ?? call.now;
  return space.checkedRow(key, value, { createdAt, updatedAt: call.now, expiresAt }, call.settings);
}

export function keyNotFound(): StorageRefusal {
  return new StorageRefusal('KEY_NOT_FOUND', 'The key does not exist.');
}

interface SetOptions {
  expiresAt: number | undefined;
  keyPolicy: (typeof KEY_POLICIES)[number] | undefined;
  returnValue: (typeof RETURN_VALUES)[number] | undefined;
  metadata: MetadataField[];
}

const NO_OPTIONS: SetOptions = {
  expiresAt: undefined,
  keyPolicy: undefined,
  returnValue: undefined,
  metadata: [],
};

function readSetOptions(options: unknown, now: number): SetOptions {
  if (options === undefined) return NO_OPTIONS;
  const fields = fieldsOf(options, 'The options of a set', SET_OPTIONS);
  const keyPolicy = wordOf(fields['keyPolicy'], 'keyPolicy', KEY_POLICIES);
  const returnValue = wordOf(fields['returnValue'], 'returnValue', RETURN_VALUES);
  if (returnValue && keyPolicy === 'FAIL_IF_EXISTS') {
    throw new StorageRefusal(
      'BAD_REQUEST',
      'returnValue needs keyPolicy OVERRIDE; FAIL_IF_EXISTS was given.',
    );
  }
  if (fields['returnMetadataFields'] !== undefined && !returnValue) {
    throw new StorageRefusal('BAD_REQUEST', 'returnMetadataFields needs returnValue, which is missing.');
  }
  const metadata = readMetadataFields(fields['returnMetadataFields']);
  return { expiresAt: expiryOf(fields['ttl'], now), keyPolicy, returnValue, metadata };
}

function answeredRow(
  choice: SetOptions['returnValue'],
  previous: Row | undefined,
  row: Row,
): Row | undefined {
  if (choice === undefined) return undefined;
  return choice === 'LATEST' ? row : previous;
}
