import Button from '@atlaskit/button/new';
import { countOf } from '../../shared/count-words';
import { todayIn } from '../../shared/file-names';
import { Message } from '../../shared/message';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useFocusOn } from '../../shared/use-focus-on';
import { useLookUp } from '../../shared/use-look-up';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import type { ManyErased } from './erasing-many';

/** What the erasure of many people came to: what has begun, the codes of the receipts, and who is left over. */
export function ErasedPeople({ erased, onClose }: { erased: ManyErased; onClose: () => void }) {
  const { locale, timeZone } = useViewer();
  const { save: saveText, noFile } = useTextFile();
  const news = useFocusOn<HTMLDivElement>(erased);
  const asked = countOf(erased.begun.length, 'erasure', 'erasures', locale);
  const name = `receipt-codes-${todayIn(timeZone)}.txt`;
  const names = useLookUp(lookUpPeople, erased.begun);
  const lines = erased.codes.map(
    ({ accountId, code }) => `${code}  ${personLabel(names.get(accountId), accountId)}, ${accountId}\n`,
  );
  const save = () => saveText({ name, type: 'text/plain', content: lines.join('') });
  return (
    <div role="status" tabIndex={-1} ref={news}>
      <Message
        tone={erased.notBegun.length > 0 ? 'warning' : 'success'}
        title={`${asked} asked for`}
        actions={
          <>
            {erased.codes.length > 0 && <Button onClick={save}>Save the receipt codes</Button>}
            <Button appearance="subtle" onClick={onClose}>
              Close
            </Button>
          </>
        }
      >
        <div className="stack-tight">
          {erased.codes.length > 0 && (
            <p>
              The app carries them out on its own: the figure Running erasures falls to 0 when all have ended,
              and the tab Erasures shows each. Save the codes of their receipts now, to hand them to the
              people: they were made in this browser, and nobody can find them again. The file names the
              people. Delete it when you have handed out the codes.
            </p>
          )}
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
      <p>These did not begin:</p>
      <ul className="points">
        {people.map(({ accountId, message }) => (
          <li key={accountId}>
            {personLabel(names.get(accountId), accountId)}: {message}
          </li>
        ))}
      </ul>
    </>
  );
}
