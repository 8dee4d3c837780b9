import type { Engine } from '../../src/privacy/engine';
import { assertUsable } from '../../src/privacy/restriction/restriction';
import { toInstant } from '../../src/privacy/time';
import { writeAbout } from '../../src/privacy/person/write';
import type { DataSet } from '../../src/storage/data-set';

/** That a person pinned an issue, to find it again. The example of docs/adding-a-data-set.md. */
export interface PinnedIssue {
  accountId: string;
  issueId: string;
  pinnedAt: string;
}

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
      what: 'Your Atlassian account ID',
    },
    issueId: { value: { kind: 'jira-id' }, category: 'pd:WorkHistory', what: 'The issue you pinned' },
    pinnedAt: { value: { kind: 'instant' }, category: 'pd:WorkHistory', what: 'When you pinned it' },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'issueId' },
    { name: 'pinnedAt', partition: [], range: 'pinnedAt' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'issueId' },
  title: 'Pinned issues',
  what: 'Which issues you pinned.',
  purpose: 'To show you the issues you pinned.',
  usedFor: ['time-recording'],
  retention: {
    days: { standard: 365, least: 30, most: 1095, from: 'pinnedAt' },
    words: 'Deleted when the period that the administrators set has passed since you pinned it.',
  },
  erasure: { effect: 'delete', words: 'Deleted.' },
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
