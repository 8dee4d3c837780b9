import type { WebhookView } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstant } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';
import { wordOf } from '../../shared/word-of';
import { callWords } from './call-words';

/** The last calls that were signed with a valid key. */
export function WebhookCalls({ calls }: { calls: WebhookView['calls'] }) {
  const viewer = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="calls-title">
      <h3 className="title-xsmall" id="calls-title">
        Last calls
      </h3>
      {calls.length === 0 && <p className="quiet">No signed call has come yet.</p>}
      {calls.length > 0 && (
        <table className="table">
          <caption className="only-read-aloud">Last calls of the webhook</caption>
          <ColumnHeads heads={['When', 'Outcome', 'Accounts']} />
          <tbody>
            {calls.map(({ at, outcome, accounts }, place) => (
              <tr key={`${at} ${calls.length - place}`}>
                <td className="number">{formatInstant(at, viewer)}</td>
                <td>{wordOf(callWords, outcome)}</td>
                <td className="number">{accounts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
