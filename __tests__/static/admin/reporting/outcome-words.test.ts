import { intentWords, outcomeWords, resultWords } from '../../../../static/admin/reporting/outcome-words';
import { cycle, view, VIEWER } from './support';
import { printed } from '../../../setup/printed';

const due = { due: { people: 31, more: false } };

describe('The button', () => {
  it('says before what it will do', () => {
    expect(intentWords(view(due), VIEWER)).toBe('31 account IDs are due. The app reports only these.');
    expect(intentWords(view(), VIEWER)).toContain(printed('No account ID is due before 23 Nov 2026, 09:30'));
    expect(intentWords(view({ running: true }), VIEWER)).toBe('A report is being sent.');
    const waits = view({ ...due, waitsUntil: '2026-11-21T08:00:00.000Z' });
    expect(intentWords(waits, VIEWER)).toContain(
      printed('does not call Atlassian before 21 Nov 2026, 08:00'),
    );
    const longer = view({ ...waits, askedUntil: '5195-10-06T00:00:00.000Z' });
    expect(intentWords(longer, VIEWER)).toMatch(printed(/until 6 Oct 5195.* 31 account IDs are due\./));
  });

  it('says that nothing was reported where nobody is due, and from when somebody is', () => {
    const words = outcomeWords({ outcome: 'nothing-due', view: view() }, VIEWER);
    expect(words).toContain(printed('Nothing was reported. No account ID is due before 23 Nov 2026'));
  });

  it('says when a report goes out that has to wait for the full hour to pass', () => {
    const started = { outcome: 'started', view: view(due) } as const;
    expect(outcomeWords(started, VIEWER)).toBe('The report is on its way…');
    const later = outcomeWords({ ...started, startsAt: '2026-11-20T10:10:00.000Z' }, VIEWER);
    expect(later).toContain(printed('sends the report on 20 Nov 2026, 10:10'));
  });
});

describe('The result', () => {
  const before = view(due);
  const answered = { at: '2026-11-20T10:00:05.000Z', accounts: 31, closed: 1, updated: 2, notUnderstood: 0 };
  const counts = { calls: 1, accounts: 31, closed: 1, updated: 2 };

  it('is what was told and answered, in a cycle that began with it', () => {
    const cycles = [...before.cycles, cycle('2026-11-20', counts)];
    const after = view({ lastAnswer: answered, cycles });
    expect(resultWords(before, after)).toBe(
      'The app reported 31 account IDs, and Atlassian answered: 1 closed, 2 updated.',
    );
  });

  it('is what was told more, in a cycle that goes on', () => {
    const cycles = [cycle('2026-11-16', { calls: 2, accounts: 62, closed: 1, updated: 2 })];
    const after = view({ lastAnswer: answered, cycles });
    expect(resultWords(before, after)).toContain('reported 31 account IDs, and Atlassian answered: 1 closed');
  });

  it('is the failure, with what was told before it', () => {
    const lastFailure = { at: '2026-11-20T10:00:09.000Z', why: 'rate-limited', inARow: 1 } as const;
    expect(resultWords(before, view({ ...due, lastFailure }))).toBe(
      'The report failed. Atlassian asked the app to report later (429).',
    );
    const cycles = [...before.cycles, cycle('2026-11-20', counts)];
    expect(resultWords(before, view({ lastFailure, cycles }))).toMatch(/^The app reported 31/);
  });

  it('is that it goes on, while more is due or no answer has come', () => {
    expect(resultWords(before, before)).toContain('No answer has come yet');
    const cycles = [...before.cycles, cycle('2026-11-20', counts)];
    expect(resultWords(before, view({ ...due, cycles }))).toContain('The report continues automatically.');
  });
});
