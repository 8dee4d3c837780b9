import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { todayIn } from '../../shared/file-names';
import { useAction } from '../../shared/use-action';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { collectChain, toChainFile } from './receipt-chain-file';
import { t } from '../../shared/words/words';

const fetchPage = (after: string | undefined) =>
  call('getReceiptChain', { limit: 100, ...(after === undefined ? {} : { after }) });

/** Saves the chain of all receipts: whoever keeps a copy elsewhere finds out when it is changed. */
export function ChainExport() {
  const { timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const { save: saveText, noFile } = useTextFile();
  const save = async () => {
    setSaid('');
    const chain = await run(() => collectChain(fetchPage));
    if (!chain) return;
    const name = `receipt-chain-${todayIn(timeZone)}.json`;
    saveText({ name, type: 'application/json', content: toChainFile(chain) });
    setSaid(t('erasures.all-saved', { count: chain.links.length }));
  };
  return (
    <section className="stack-tight" aria-labelledby="chain-title">
      <h2 className="title-small" id="chain-title">
        {t('erasures.all-title')}
      </h2>
      <p className="quiet readable">{t('erasures.all-about')}</p>
      <div className="row">
        <Button isLoading={busy} onClick={() => void save()}>
          {t('erasures.save-all')}
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
      {noFile}
      {failure && <FailureMessage failure={failure} />}
    </section>
  );
}
