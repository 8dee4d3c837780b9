import Button from '@atlaskit/button/new';
import { todayIn } from '../../shared/file-names';
import { Message } from '../../shared/message';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useFocusOn } from '../../shared/use-focus-on';
import { useLookUp } from '../../shared/use-look-up';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { ManyErased } from './erasing-many';

/** What the erasure of many people came to: what has begun, the codes of the receipts, and who is left over. */
export function ErasedPeople({ erased, onClose }: { erased: ManyErased; onClose: () => void }) {
  const { timeZone } = useViewer();
  const { save: saveText, noFile } = useTextFile();
  const news = useFocusOn<HTMLDivElement>(erased);
  const name = t('people.codes-file', { day: todayIn(timeZone) });
  const names = useLookUp(lookUpPeople, erased.begun);
  const lines = erased.codes.map(
    ({ accountId, code }) => `${code}  ${personLabel(names.get(accountId), accountId)}, ${accountId}\n`,
  );
  const save = () => saveText({ name, type: 'text/plain', content: lines.join('') });
  return (
    <div role="status" tabIndex={-1} ref={news}>
      <Message
        tone={erased.notBegun.length > 0 ? 'warning' : 'success'}
        title={t('people.asked-for', { count: erased.begun.length })}
        actions={
          <>
            {erased.codes.length > 0 && <Button onClick={save}>{t('people.save-codes')}</Button>}
            <Button appearance="subtle" onClick={onClose}>
              {t('common.close')}
            </Button>
          </>
        }
      >
        <div className="stack-tight">
          {erased.codes.length > 0 && <p>{t('people.deleted-about')}</p>}
          {noFile}
          {erased.notBegun.length > 0 && <NotBegun people={erased.notBegun} />}
        </div>
      </Message>
    </div>
  );
}

function NotBegun({ people }: { people: ManyErased['notBegun'] }) {
  const names = useLookUp(
    lookUpPeople,
    people.map(({ accountId }) => accountId),
  );
  return (
    <>
      <p>{t('people.not-begun')}</p>
      <ul className="points">
        {people.map(({ accountId, message }) => (
          <li key={accountId}>
            {t('people.not-begun-of', { name: personLabel(names.get(accountId), accountId), why: message })}
          </li>
        ))}
      </ul>
    </>
  );
}
