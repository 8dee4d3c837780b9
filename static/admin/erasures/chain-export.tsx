import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call } from '../../shared/call';
import { countOf } from '../../shared/count-words';
import { FailureMessage } from '../../shared/failure-message';
import { todayIn } from '../../shared/file-names';
import { useAction } from '../../shared/use-action';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { collectChain, toChainFile } from './receipt-chain-file';

const fetchPage = (after: string | undefined) =>
  call('getReceiptChain', { limit: 100, ...(after === undefined ? {} : { after }) });

/** Saves the chain of all receipts: whoever keeps a copy elsewhere finds out when it is changed. */
export function ChainExport() {
  const { locale, timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const { save: saveText, noFile } = useTextFile();
  const save = async () => {
    const chain = await run(() => collectChain(fetchPage));
    if (!chain) return;
    const name = `receipt-chain-${todayIn(timeZone)}.json`;
    saveText({ name, type: 'application/json', content: toChainFile(chain) });
    setSaid(`A file of ${countOf(chain.links.length, 'receipt', 'receipts', locale)} is ready.`);
  };
  return (
    <section className="stack-tight" aria-labelledby="chain-title">
      <h2 className="title-small" id="chain-title">
        The chain of receipts
      </h2>
      <p className="quiet readable">
        Every receipt covers the one before it. It names nobody. Keep a copy elsewhere from time to time: it
        shows whether anything was changed since.
      </p>
      <div className="row">
        <Button isLoading={busy} onClick={() => void save()}>
          Save the chain of receipts
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
