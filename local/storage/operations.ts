import { batchDelete, batchGet, batchSet } from './batch';
import type { Call, Operation } from './call';
import { entityQuery, plainQuery } from './query';
import { deleteOperation, getOperation, setOperation } from './single';
import { transaction } from './transaction';
import { StorageRefusal } from './errors';
import type { Space } from './space';
import type { Fields } from './wire';

interface Endpoint {
  kind: 'read' | 'write';
  answer: Operation;
}

const plain = (call: Call, fields: Fields): Space => {
  if (fields['entityName'] === undefined) return call.installation.plain;
  throw new StorageRefusal('BAD_REQUEST', `The path ${call.path} takes no entityName.`);
};

const secret = (call: Call, fields: Fields): Space => {
  plain(call, fields);
  return call.installation.secret;
};

const entity = (call: Call, fields: Fields): Space => call.installation.entitySpace(fields['entityName']);

/** Every path that @forge/kvs 1.6 calls. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ['get', { kind: 'read', answer: getOperation(plain) }],
  ['set', { kind: 'write', answer: setOperation(plain) }],
  ['delete', { kind: 'write', answer: deleteOperation(plain) }],
  ['secret/get', { kind: 'read', answer: getOperation(secret) }],
  ['secret/set', { kind: 'write', answer: setOperation(secret) }],
  ['secret/delete', { kind: 'write', answer: deleteOperation(secret) }],
  ['entity/get', { kind: 'read', answer: getOperation(entity) }],
  ['entity/set', { kind: 'write', answer: setOperation(entity) }],
  ['entity/delete', { kind: 'write', answer: deleteOperation(entity) }],
  ['query', { kind: 'read', answer: plainQuery }],
  ['entity/query', { kind: 'read', answer: entityQuery }],
  ['transaction', { kind: 'write', answer: transaction }],
  ['batch/get', { kind: 'read', answer: batchGet }],
  ['batch/set', { kind: 'write', answer: batchSet }],
  ['batch/delete', { kind: 'write', answer: batchDelete }],
]);
