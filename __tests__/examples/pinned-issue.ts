import type { Engine } from '../../src/privacy/engine';
import { assertUsable } from '../../src/privacy/restriction/restriction';
import { toInstant } from '../../src/privacy/time';
import { writeAbout } from '../../src/privacy/person/write';
import type { DataKey } from '../../words/types';
import type { DataSet } from '../../src/storage/data-set';

/** That a person pinned an issue, to find it again. The example of docs/adding-a-data-set.md. */
export interface PinnedIssue {
  accountId: string;
  issueId: string;
  pinnedAt: string;
}

/** Keys as a feature adds them to the catalogues: those of an example are in none. */
export const words = (key: string): DataKey => key as DataKey;

export const PINNED_ISSUE: DataSet<PinnedIssue> = {
  name: 'pinned-issue',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['issueId', { kind: 'jira-id' }],
  ],
  fields: {
    accountId: {
      value: { kind: 'account-id' },
      category: 'pd:UID',
      what: 'data.own-account-id',
    },
    issueId: {
      value: { kind: 'jira-id' },
      category: 'pd:WorkHistory',
      what: words('data.pinned-issue-work-item'),
    },
    pinnedAt: { value: { kind: 'instant' }, category: 'pd:WorkHistory', what: words('data.pinned-issue-at') },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'issueId' },
    { name: 'pinnedAt', partition: [], range: 'pinnedAt' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'issueId' },
  title: words('data.pinned-issue-title'),
  what: words('data.pinned-issue-what'),
  purpose: words('data.pinned-issue-purpose'),
  usedFor: ['time-recording'],
  retention: {
    days: {
      standard: 365,
      least: 30,
      most: 1095,
      from: 'pinnedAt',
      why: words('data.pinned-issue-why'),
    },
    words: words('data.pinned-issue-retention'),
  },
  erasure: { effect: 'delete', words: 'data.deleted' },
  exported: true,
};

/** Pins an issue for a person; pinning it twice changes nothing. @throws Refused where a restriction forbids it */
export function pinIssue(engine: Engine, accountId: string, issueId: string): Promise<void> {
  const causedAt = engine.now();
  const key = `${accountId}#${issueId}`;
  return writeAbout<void>(engine, {
    accountId,
    causedAt,
    registers: true,
    reads: [{ dataSet: PINNED_ISSUE, key }],
    plan: ({ subject, rows: [present] }) => {
      if (subject && present) return { done: undefined };
      assertUsable(subject);
      const row: PinnedIssue = { accountId, issueId, pinnedAt: toInstant(causedAt) };
      return { write: [{ do: 'add', dataSet: PINNED_ISSUE, key, row }], result: undefined };
    },
  });
}
