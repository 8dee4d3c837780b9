import type { SettingChange } from '../../../src/contract';
import { SavedForm } from '../../../static/admin/settings/saved-form';
import {
  useSavedForm,
  type SavedFields,
  type SavedFormState,
} from '../../../static/admin/settings/use-saved-form';
import { failure, type Failure } from '../../../static/shared/failure';
import { eventOf, handle, withProp } from '../../setup/elements-in';
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
  fieldsOf: (days) => ({ days }),
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
    form().change(120);
    answers.push({ days: 200 });
    await takeBack();
    expect(form()).toMatchObject({ isSavedSince: true, differences: [{ before: 200, after: 120 }] });
  });

  it('and a field that nobody changed here shows what somebody else saved since', async () => {
    answers.push({ days: 200 });
    await takeBack();
    expect(form()).toMatchObject({ isSavedSince: true, typed: 200, differences: [] });
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

it('Saving again leaves alone what somebody else saved in fields that were not changed here', async () => {
  interface Two {
    hours: number;
    bases: Record<string, string | null>;
  }
  const two: SavedFields<Two, Two> = {
    ...fields,
    typedOf: (saved) => saved,
    differences: () => [],
    toConfirm: () => [],
    fieldsOf: ({ hours }) => ({ hours }),
    read: async () => ({ hours: 8, bases: { logging: 'contract', requests: 'duty', law: 'consent' } }),
    send: async () => conflict('Somebody else saved'),
    waitingIn: () => [],
  };
  const loaded = { hours: 8, bases: { logging: null, requests: null, law: 'consent' } };
  const formOfTwo = () => drawn(() => useSavedForm(two, loaded, () => {}));
  formOfTwo().change({ hours: 9, bases: { ...loaded.bases, requests: 'interests' } });
  await formOfTwo().save();
  const bases = { logging: 'contract', requests: 'interests', law: 'consent' };
  expect(formOfTwo()).toMatchObject({ isSavedSince: true, typed: { hours: 9, bases } });
});

describe('What a refusal says', () => {
  const refusalOf = (fields: Record<string, string>): Failure => ({
    error: { code: 'INVALID', message: 'Correct the form', fields },
  });

  it('of a field goes when that is corrected, and the rest when nothing is wrong any more', async () => {
    answers.push(refusalOf({ days: 'Too few' }));
    form().change(-1);
    await form().save();
    expect(form()).toMatchObject({ errors: { days: 'Too few' }, failure: { error: { code: 'INVALID' } } });
    form().change(100);
    expect(form()).toMatchObject({ errors: {}, failure: undefined });
  });

  it('stays while another field is still wrong, and as long as it names none', async () => {
    answers.push(refusalOf({ days: 'Too few', hours: 'Too many' }), failure('Storage is busy'));
    await form().save();
    form().change(100);
    expect(form()).toMatchObject({ errors: { hours: 'Too many' }, failure: { error: { code: 'INVALID' } } });
    await form().save();
    form().change(110);
    expect(form().failure?.error.message).toBe('Storage is busy');
  });

  it('is shown where the field was changed before the answer came', async () => {
    answers.push(refusalOf({ days: 'Too few' }));
    const saving = form().save();
    form().change(100);
    await saving;
    expect(form()).toMatchObject({ errors: { days: 'Too few' }, failure: { error: { code: 'INVALID' } } });
  });
});

const drawForm = (state: SavedFormState) =>
  drawn(() => SavedForm({ form: state, verb: 'Save', waiting: null, children: null }));

it('What a refusal said does not stand behind the question before the next attempt', async () => {
  answers.push(failure('Storage is busy'));
  await form().save();
  form().change(10);
  const state = form();
  expect(state).toMatchObject({ failure: { error: { message: 'Storage is busy' } }, toConfirm: [{}] });
  state.begin();
  expect(form().failure).toBeUndefined();
});

describe('What deletes more', () => {
  it('is asked about as a new attempt', () => {
    const begun: string[] = [];
    const state = { toConfirm: [changeTo(10, 90)], differences: [], begin: () => void begun.push('begun') };
    handle(drawForm(state as unknown as SavedFormState), 'onSubmit', eventOf());
    expect(begun).toEqual(['begun']);
  });

  it('is saved as it was confirmed, whatever was typed until the dialog came', async () => {
    const saves: string[] = [];
    const state = (days: number) =>
      ({
        differences: [changeTo(days, 90)],
        toConfirm: [changeTo(days, 90)],
        said: '',
        busy: false,
        begin: () => {},
        save: async () => void saves.push(`${days} days`),
      }) as unknown as SavedFormState;
    handle(drawForm(state(80)), 'onSubmit', eventOf());
    const dialog = withProp(drawForm(state(10)), 'onConfirm');
    expect(dialog?.props).toMatchObject({ changes: [{ after: 80 }] });
    (dialog?.props['onConfirm'] as () => void)();
    expect(saves).toEqual(['80 days']);
  });
});
