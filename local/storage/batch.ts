import { readMetadataOption, type Call, type Operation } from './call';
import { StorageRefusal } from './errors';
import { expiryOf } from './expiry';
import { checkedKey } from './keys';
import { LIMITS } from './limits';
import { rowAnswer } from './row';
import { keyNotFound, writtenRow } from './single';
import type { Space } from './space';
import { fieldsOf, listOf, type Fields } from './wire';

/** Does one item and answers it as JSON, or throws why it failed. */
type ItemWork = (call: Call, space: Space, key: string, item: Fields) => string;

const DELETE_FIELDS = new Set(['key', 'entityName']);
const GET_FIELDS = new Set(['key', 'entityName', 'options']);
const SET_FIELDS = new Set(['key', 'entityName', 'value', 'options']);
const SET_OPTIONS = new Set(['ttl']);

export const batchGet = batchOperation(GET_FIELDS, (call, space, key, item) => {
  const row = space.rows.get(key);
  const metadata = readMetadataOption(item['options']);
  if (!row) throw keyNotFound();
  call.installation.usage.rowsRead++;
  return rowAnswer(row, metadata, space.entityName);
});

export const batchSet = batchOperation(SET_FIELDS, (call, space, key, item) => {
  const options = item['options'];
  const ttl =
    options === undefined ? undefined : fieldsOf(options, 'The options of a batched set', SET_OPTIONS)['ttl'];
  const row = writtenRow(call, space, key, item['value'], expiryOf(ttl, call.now));
  call.installation.put(space, row, call.now);
  call.installation.usage.rowsWritten++;
  return itemName(key, space.entityName);
});

export const batchDelete = batchOperation(DELETE_FIELDS, (call, space, key) => {
  call.installation.remove(space, key, call.now);
  call.installation.usage.rowsWritten++;
  return itemName(key, space.entityName);
});

/** Does what it can of a list of items; the others are named with their error. */
function batchOperation(known: ReadonlySet<string>, work: ItemWork): Operation {
  return (call) => {
    const items = listOf(call.body, 'A batch').map((item) => fieldsOf(item, 'A batch item', known));
    checkBatch(items, call);
    const done: string[] = [];
    const failed: string[] = [];
    for (const item of items) {
      const failure = attempt(() => done.push(batchItem(call, item, work)));
      if (failure)
        failed.push(`${itemName(item['key'], item['entityName']).slice(0, -1)},"error":${failure}}`);
    }
    return `{"successfulKeys":[${done.join(',')}],"failedKeys":[${failed.join(',')}]}`;
  };
}

function checkBatch(items: readonly Fields[], call: Call): void {
  const { value: limit } = LIMITS.batchKeys;
  if (items.length === 0) throw new StorageRefusal('BAD_REQUEST', 'A batch has 0 keys; it needs at least 1.');
  if (items.length > limit) {
    throw new StorageRefusal(
      'TOO_MANY_BATCH_ENTITIES',
      `A batch has ${items.length} keys; the limit is ${limit}.`,
    );
  }
  const names = new Set(items.map((item) => JSON.stringify([item['entityName'], item['key']])));
  if (names.size < items.length) {
    throw new StorageRefusal(
      'KEY_DUPLICATION_ERROR',
      `A batch of ${items.length} items has ${names.size} different keys.`,
    );
  }
  const { value: byteLimit } = LIMITS.batchSetBytes;
  if (call.path === 'batch/set' && call.bytes > byteLimit) {
    throw new StorageRefusal(
      'PAYLOAD_TOO_LARGE',
      `A batch has ${call.bytes} bytes; the limit is ${byteLimit}.`,
    );
  }
}

function batchItem(call: Call, item: Fields, work: ItemWork): string {
  const space = call.installation.spaceOf(item['entityName']);
  const key = checkedKey(item['key'], space.store);
  if (call.settings.partialBatchFailure(call.path, key, space.entityName)) {
    throw new StorageRefusal('INTERNAL_SERVER_ERROR', 'This item failed on purpose; the others were tried.');
  }
  return work(call, space, key, item);
}

/** The refusal of one item as JSON, or undefined when it went through. */
function attempt(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof StorageRefusal) return JSON.stringify({ code: error.code, message: error.message });
    throw error;
  }
}

function itemName(key: unknown, entityName: unknown): string {
  return JSON.stringify(entityName === undefined ? { key } : { key, entityName });
}
