import type { ReactNode } from 'react';
import { EnterRequest } from '../../static/admin/person/enter-request';
import { ReasonDialog } from '../../static/admin/reason-dialog';
import { ApproveObjectionDialog } from '../../static/admin/requests/approve-objection-dialog';
import { DeclineDialog } from '../../static/admin/requests/decline-dialog';
import { ExtendDialog } from '../../static/admin/requests/extend-dialog';
import type { TaskDialogProps } from '../../static/admin/requests/task-dialog-props';
import { FindWorkItem } from '../../static/admin/settings/find-work-item';
import { UndoSection } from '../../static/admin/webhook/undo-section';
import { AskForm } from '../../static/my-data/requests/ask-form';
import { failure as mockFailure } from '../../static/shared/failure';
import { CheckReceiptForm } from '../../static/shared/receipts/check-receipt-form';
import { t } from '../../static/shared/words/words';
import { elementsIn, eventOf, handle } from '../setup/elements-in';
import { drawn, leavePage } from '../setup/hooks-without-page';

jest.mock('react', () => {
  const { hooks } = jest.requireActual<{ hooks: object }>('../setup/hooks-without-page');
  return { ...jest.requireActual<object>('react'), ...hooks };
});
jest.mock('@forge/bridge', () => ({ showFlag: () => {} }));
jest.mock('@atlaskit/button/new', () => 'button');
jest.mock('../../static/shared/viewer', () => ({ useViewer: () => ({ locale: 'en', timeZone: 'UTC' }) }));
jest.mock('../../static/shared/confirm-dialog', () => ({ ConfirmDialog: 'dialog' }));
jest.mock('../../static/shared/failure-message', () => ({ FailureMessage: 'p' }));
jest.mock('../../static/shared/message', () => ({ Message: 'section' }));
jest.mock('../../static/shared/file-choice', () => ({ FileChoice: 'input' }));
jest.mock('../../static/admin/date-field', () => ({ DateField: 'input' }));
jest.mock('../../static/admin/link-button.css', () => ({}));
jest.mock('../../static/admin/settings/settings.css', () => ({}));
jest.mock('../../static/shared/receipts/receipts.css', () => ({}));
jest.mock('../../static/shared/facts.css', () => ({}));
jest.mock('../../static/shared/call', () => ({
  ...jest.requireActual<object>('../../static/shared/call'),
  call: async () => mockFailure('Storage is busy'),
}));
jest.mock('../../static/shared/issues', () => ({ findIssues: () => Promise.reject(new Error('Busy')) }));

const row = { accountId: 'anna', type: 'objection', id: 'r1', status: 'open' } as TaskDialogProps['row'];
const task: TaskDialogProps = { row, name: 'Anna', onDone: () => {}, onCancel: () => {} };
const nothing = () => {};
const CODE = 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA';

type Act = (page: ReactNode) => unknown;
const confirm: Act = (page) => handle(page, 'onConfirm');
const send: Act = (page) => handle(page, 'onSubmit', eventOf());

/** Draws it, sets a field, tries what fails, and sets a field anew. */
const forms: Array<[name: string, draw: () => ReactNode, set: Act, attempt: Act]> = [
  [
    'a reason',
    () =>
      ReasonDialog({
        title: '',
        verb: '',
        question: '',
        children: null,
        reasons: ['security'],
        act: async () => mockFailure('Storage is busy'),
        onDone: nothing,
        onCancel: nothing,
      }),
    (page) => handle(page, 'onChosen', 'security'),
    confirm,
  ],
  ['a decline', () => DeclineDialog(task), (page) => handle(page, 'onReason', 'unfounded'), confirm],
  [
    'an extension',
    () => ExtendDialog(task),
    (page) => handle(page, 'onChange', eventOf('many-requests')),
    confirm,
  ],
  ['an approval', () => ApproveObjectionDialog(task), (page) => handle(page, 'onChange'), confirm],
  [
    'a request that came by letter',
    () => EnterRequest({ accountId: 'anna', onEntered: nothing }),
    (page) => handle(page, 'onChosen', 'erasure'),
    send,
  ],
  [
    'a request',
    () => AskForm({ pending: [], onAsked: nothing }),
    (page) => handle(page, 'onChange', eventOf('access')),
    send,
  ],
  [
    'what the webhook did',
    () => UndoSection({ undo: undefined, onChanged: nothing }),
    (page) => handle(page, 'onChosen', { all: true, typed: '' }),
    send,
  ],
  [
    'a receipt',
    () => CheckReceiptForm(),
    (page) => handle(page, 'onChange'),
    (page) => handle(page, 'onCheck', CODE),
  ],
];

const settle = () => new Promise(setImmediate);
beforeEach(leavePage);

it.each(forms)(
  'What is wrong with %s is no longer said once it is corrected',
  async (_, draw, set, attempt) => {
    const page = () => drawn(draw);
    const said = () => elementsIn(page()).some(({ props }) => props['failure'] !== undefined);
    set(page());
    attempt(page());
    await settle();
    expect(said()).toBe(true);
    set(page());
    expect(said()).toBe(false);
  },
);

it('That Jira did not answer is no longer said once other words are typed', async () => {
  const page = () => drawn(() => FindWorkItem({ error: undefined, onChosen: nothing }));
  const said = () => JSON.stringify(elementsIn(page()).map(({ props }) => props['children']));
  handle(page(), 'onChange', eventOf('OPEN-1'));
  handle(page(), 'onClick');
  await settle();
  expect(said()).toContain(t('settings.find-unanswered'));
  handle(page(), 'onChange', eventOf('OPEN-2'));
  expect(said()).not.toContain(t('settings.find-unanswered'));
});

it('That something is no receipt code is no longer said once it is corrected, nor what was said before', async () => {
  const page = () => drawn(() => CheckReceiptForm());
  handle(page(), 'onCheck', CODE);
  await settle();
  handle(page(), 'onCheck', 'no code');
  const isWrong = () => elementsIn(page()).some(({ props }) => props['wrong'] === true);
  expect(isWrong()).toBe(true);
  expect(elementsIn(page()).some(({ props }) => props['failure'] !== undefined)).toBe(false);
  handle(page(), 'onChange');
  expect(isWrong()).toBe(false);
});
