import { renderToStaticMarkup } from 'react-dom/server';
import type { ErasurePreview, JobView } from '../../src/contract';
import { ErasureEnd } from '../../static/shared/erasure/erasure-end';
import { ErasureSteps } from '../../static/shared/erasure/erasure-steps';
import { PreviewText } from '../../static/shared/erasure/preview-text';

jest.mock('@forge/bridge', () => ({ view: {} }));
jest.mock('../../static/shared/erasure/erasure.css', () => ({}));

const preview: ErasurePreview = {
  dataSets: [
    { name: 'time-entry', title: 'data.time-entry-title', records: 1204 },
    { name: 'day-totals', title: 'data.day-totals-title', records: 3, counted: 'data.day-totals-counted' },
  ],
  kept: [
    {
      name: 'marker',
      title: 'data.marker-title',
      why: [
        { words: 'data.marker-erasure' },
        { words: 'data.marker-retention', values: { erased: 30, closed: 365 } },
      ],
    },
  ],
  outside: ['data.outside-backups'],
};

const job: JobView = {
  id: 'j1',
  state: 'done',
  askedBy: 'person',
  startedAt: '2026-11-23T10:00:00.000Z',
  deleted: 1205,
  expected: 1205,
  doneAt: '2026-11-23T10:05:00.000Z',
  erased: { 'time-entry': 1204, person: 1, nothing: 0 },
};

const titles = new Map([
  ['time-entry', 'Time entries'],
  ['person', 'Your registration'],
]);

/** What a person reads, without the tags. */
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the preview of an erasure', () => {
  const shown = text(renderToStaticMarkup(<PreviewText preview={preview} />));

  it('says in a line what goes, and by data set for who opens it', () => {
    expect(shown).toContain('1,204 time entries and 3 other records will be deleted.');
    expect(shown).toContain('Time entries 1,204');
    expect(shown).toContain('Totals by day 3 years');
  });

  it('says what stays and why, and what is out of reach', () => {
    expect(shown).toContain('Some records stay in the app for a time');
    expect(shown).toContain('Deletion marker : The deletion makes it.');
    expect(shown).toContain('Deleted 30 days after the deletion was requested, or after 365 days');
    expect(shown).toContain('Atlassian backs up everything apps store');
  });

  it('leaves out what there is nothing to say about', () => {
    const one: ErasurePreview['dataSets'] = [{ name: 'person', title: 'data.person-title', records: 1 }];
    const bare = text(
      renderToStaticMarkup(<PreviewText preview={{ dataSets: one, kept: [], outside: [] }} />),
    );
    expect(bare).toContain('1 record will be deleted.');
    expect(bare).not.toMatch(/What stays|Some records stay/);
    expect(bare).not.toContain('Atlassian');
  });
});

describe('the end of an erasure', () => {
  const shown = (more: Partial<JobView>) =>
    text(renderToStaticMarkup(<ErasureEnd job={{ ...job, ...more }} titles={titles} />));

  it('says what the verification counted, and by data set', () => {
    expect(shown({})).toContain('1,205 records were deleted');
    expect(shown({})).toContain('Time entries: 1,204');
    expect(shown({})).not.toContain('nothing: 0');
  });

  it('says what was counted and never found, and how long it is looked for', () => {
    expect(shown({})).not.toContain('counted before');
    const missing = shown({ missed: { 'time-entry': 2 } });
    expect(missing).toContain('2 more records were counted before, but no check found them.');
    expect(missing).toContain('checks all storage again every day, and confirms the deletion after a week');
  });

  it('tells a check of all storage that is still to come from one that was', () => {
    expect(shown({})).toContain('The next check of all storage confirms it.');
    expect(shown({ state: 'confirmed', confirmedAt: '2026-11-24T03:00:00.000Z' })).toContain(
      'A check of all storage confirmed it on Nov 24, 2026',
    );
  });
});

describe('the way of an erasure', () => {
  it('marks one step as the present one and says which are done', () => {
    const html = renderToStaticMarkup(<ErasureSteps state="verifying" />);
    expect(html.match(/aria-current="step"/g)).toHaveLength(1);
    expect(text(html).match(/: done/g)).toHaveLength(2);
  });
});
