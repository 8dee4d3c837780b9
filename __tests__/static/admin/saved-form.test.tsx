import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import type { SettingChange } from '../../../src/contract';
import { SavedForm } from '../../../static/admin/settings/saved-form';
import {
  useSavedForm,
  type SavedFields,
  type SavedFormState,
} from '../../../static/admin/settings/use-saved-form';
import { failure, type Failure } from '../../../static/shared/failure';
import { drawn, leavePage } from '../../setup/hooks-without-page';

jest.mock('react', () => {
  const { hooks } = jest.requireActual<{ hooks: object }>('../../setup/hooks-without-page');
  return { ...jest.requireActual<object>('react'), ...hooks };
});
jest.mock('@forge/bridge', () => ({ showFlag: () => {} }));
jest.mock('@atlaskit/button/new', () => 'button');
jest.mock('../../../static/shared/message', () => ({ Message: 'section' }));
jest.mock('../../../static/shared/failure-message', () => ({ FailureMessage: 'p' }));
jest.mock('../../../static/admin/change-list', () => ({ ChangeList: 'ul' }));
jest.mock('../../../static/admin/settings/settings.css', () => ({}));

interface Saved {
  days: number;
  waits?: true;
}

const answers: Array<Saved | Failure> = [];
const sent: number[] = [];
const answered = async () => answers.shift() ?? failure('No answer was expected');

const fields: SavedFields<Saved, number> = {
  typedOf: ({ days }) => days,
  differences: (typed, { days }) => (typed === days ? [] : [changeTo(typed, days)]),
  toConfirm: (typed, { days }) => (typed < days ? [changeTo(typed, days)] : []),
  send: (typed) => {
    sent.push(typed);
    return answered();
  },
  read: answered,
  waitingIn: () => [],
  flag: 'settings',
  words: {
    saved: 'settings.saved-flag',
    waits: 'settings.saved-waiting-flag',
    takenBack: 'settings.taken-back',
  },
};
const changeTo = (after: number, before: number): SettingChange => ({
  setting: 'retentionDays',
  before,
  after,
});

const form = () => drawn(() => useSavedForm(fields, { days: 90, waits: true }, () => {}));
const conflict = (message: string): Failure => ({ error: { code: 'CONFLICT', message } });
const takeBack = () => form().takeBack(answered);

beforeEach(() => {
  leavePage();
  answers.length = 0;
  sent.length = 0;
});

describe('What waits is taken back', () => {
  it('and it is said if that failed, though nothing was saved here yet', async () => {
    answers.push(failure('Storage is busy'));
    await takeBack();
    expect(form().failure?.error.message).toBe('Storage is busy');
    expect(form().takenBack).toBeUndefined();
    form().takeSaved();
    expect(form().failure).toBeUndefined();
  });

  it('and what somebody else saved since is shown before this form can replace it', async () => {
    answers.push({ days: 200 });
    await takeBack();
    expect(form()).toMatchObject({ isSavedSince: true, differences: [{ before: 200, after: 90 }] });
  });

  it('and where nobody saved anything, nothing differs', async () => {
    answers.push({ days: 90 });
    await takeBack();
    expect(form()).toMatchObject({ isSavedSince: false, differences: [], saved: { days: 90 } });
  });

  it('and if it waits no more, the form shows what is saved now', async () => {
    const waitsNoMore = conflict('It waits no more');
    answers.push(waitsNoMore, { days: 30 });
    await takeBack();
    expect(form()).toMatchObject({ isSavedSince: true, saved: { days: 30 }, failure: waitsNoMore });
  });
});

it('What somebody else saved stays shown where saving over it did not work', async () => {
  form().change(100);
  answers.push(conflict('Somebody else saved'), { days: 200 }, failure('Storage is busy'));
  await form().save();
  expect(form().isSavedSince).toBe(true);
  await form().save();
  expect(form().isSavedSince).toBe(true);
  answers.push({ days: 100 });
  await form().save();
  expect(form()).toMatchObject({ isSavedSince: false, failure: undefined, saved: { days: 100 } });
});

describe('What deletes more', () => {
  const drawForm = (state: SavedFormState) =>
    drawn(() => SavedForm({ form: state, verb: 'Save', waiting: null, children: null }));

  it('is saved as it was confirmed, whatever was typed until the dialog came', async () => {
    const saves: string[] = [];
    const state = (days: number) =>
      ({
        ...{ differences: [changeTo(days, 90)], toConfirm: [changeTo(days, 90)], said: '', busy: false },
        save: async () => void saves.push(`${days} days`),
      }) as unknown as SavedFormState;
    submit(drawForm(state(80)));
    const dialog = withProp(drawForm(state(10)), 'onConfirm');
    expect(dialog?.props).toMatchObject({ changes: [{ after: 80 }] });
    (dialog?.props['onConfirm'] as () => void)();
    expect(saves).toEqual(['80 days']);
  });
});

function submit(page: ReactNode): void {
  const onSubmit = withProp(page, 'onSubmit')?.props['onSubmit'] as (event: {
    preventDefault: () => void;
  }) => void;
  onSubmit({ preventDefault: () => {} });
}

/** The first element that has such a prop. */
function withProp(node: ReactNode, name: string): ReactElement<Record<string, unknown>> | undefined {
  for (const one of Children.toArray(node)) {
    if (!isValidElement<Record<string, unknown>>(one)) continue;
    if (name in one.props) return one;
    const inside = withProp(one.props['children'] as ReactNode, name);
    if (inside) return inside;
  }
  return undefined;
}
