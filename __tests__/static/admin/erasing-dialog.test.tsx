import { renderToStaticMarkup } from 'react-dom/server';
import type { SettingChange } from '../../../src/contract';
import ErasingDialog from '../../../static/admin/settings/erasing-dialog';

jest.mock('@forge/bridge', () => ({}));
jest.mock('@atlaskit/button/new', () => 'button');
jest.mock('../../../static/shared/plain-button.css', () => ({}));
jest.mock('../../../static/shared/confirm-dialog', () => ({
  ConfirmDialog: ({ children }: { children: unknown }) => children,
}));

const said = (change: SettingChange): string =>
  renderToStaticMarkup(
    <ErasingDialog
      {...{ changes: [change], titles: undefined, withOthers: false, busy: false }}
      onConfirm={() => {}}
      onCancel={() => {}}
    />,
  );

it.each<[SettingChange, string]>([
  [{ setting: 'retentionDays', dataSet: 'time-entry', before: 90, after: 30 }, 'Counting what would be'],
  [{ setting: 'removedDays', before: 30, after: 7 }, 'Counting whose data would be'],
  [{ setting: 'keepTotals', was: 'yes', is: 'no' }, 'deletes all time without names'],
  [{ setting: 'selfErasure', was: 'after-approval', is: 'at-once' }, 'without an approval'],
  [{ setting: 'webhookErasesAfter', before: 30, after: 7 }, 'If the webhook announces an account'],
  [{ setting: 'webhookErasesMost', before: 5, after: 10 }, 'If the webhook announces an account'],
])('Before settings that delete more are saved, it is said what comes of it: %j', (change, words) => {
  expect(said(change)).toContain(words);
});
