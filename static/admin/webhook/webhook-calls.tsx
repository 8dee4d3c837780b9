import type { WebhookView } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstant } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';
import { callWords } from './call-words';

/** The last calls that were signed with a valid key. */
export function WebhookCalls({ calls }: { calls: WebhookView['calls'] }) {
  const viewer = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="calls-title">
      <h3 className="title-xsmall" id="calls-title">
        {t('webhook.calls-title')}
      </h3>
      {calls.length === 0 && <p className="quiet">{t('webhook.calls-none')}</p>}
      {calls.length > 0 && (
        <table className="table">
          <caption className="only-read-aloud">{t('webhook.calls-caption')}</caption>
          <ColumnHeads heads={[t('common.when'), t('webhook.head-outcome'), t('webhook.head-accounts')]} />
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
