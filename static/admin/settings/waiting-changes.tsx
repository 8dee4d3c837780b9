import Button from '@atlaskit/button/new';
import type { SettingsView, WaitingSetting } from '../../../src/contract';
import { Message } from '../../shared/message';
import { t } from '../../shared/words/words';
import { WaitingList } from '../change-list';
import { titlesOf } from './typed-settings';

interface WaitingChangesProps {
  settings: SettingsView;
  busy: boolean;
  onTakeBack: (change: WaitingSetting) => void;
}

/** Changes that are not in force yet, each with the way to take it back. */
export function WaitingChanges({ settings, busy, onTakeBack }: WaitingChangesProps) {
  if (settings.waiting.length === 0) return null;
  return (
    <Message tone="warning" title={t('settings.waiting-title')}>
      <WaitingList
        changes={settings.waiting}
        titles={titlesOf(settings)}
        after={(change, words) => (
          <>
            {' '}
            <Button
              spacing="compact"
              isDisabled={busy}
              aria-label={t('settings.take-back-of', { change: words })}
              onClick={() => onTakeBack(change)}
            >
              {t('settings.take-back')}
            </Button>
          </>
        )}
      />
    </Message>
  );
}
