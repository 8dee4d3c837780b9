import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RetentionPreview } from '../../../src/contract';
import { call } from '../../shared/call';
import { dataWords } from '../../shared/map-words';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useAction } from '../../shared/use-action';
import { t } from '../../shared/words/words';
import { daysIn, type TypedDays } from './typed-days';

/** What the next daily run would delete by the periods in the fields, saved or not. */
export function RetentionPreviewBox({ days }: { days: TypedDays }) {
  // Other periods need another look.
  return <PreviewBox key={JSON.stringify(days)} days={days} />;
}

function PreviewBox({ days }: { days: TypedDays }) {
  const [preview, setPreview] = useState<RetentionPreview>();
  const { busy, failure, run } = useAction();
  const look = async () =>
    setPreview(await run(() => call('previewRetention', { retentionDays: daysIn(days) })));
  return (
    <div className="stack-tight">
      <div>
        <Button isLoading={busy} onClick={() => void look()}>
          {t('settings.preview')}
        </Button>
      </div>
      {failure && <FailureMessage failure={failure} />}
      <div role="status">{preview && <WhatWouldGo preview={preview} />}</div>
    </div>
  );
}

/** What the next daily run would delete, in words. */
export function WhatWouldGo({ preview }: { preview: RetentionPreview }) {
  const going = preview.dataSets.filter(({ records }) => records > 0);
  const held = preview.dataSets.reduce((sum, set) => sum + set.held, 0);
  const kept = held === 0 ? '' : t('settings.preview-held', { count: held });
  if (going.length === 0) {
    return (
      <Message tone="info">
        {t('settings.preview-none')} {kept}
      </Message>
    );
  }
  return (
    <Message tone="warning" title={t('settings.preview-title')}>
      <div className="stack-tight">
        <ul className="points">
          {going.map((set) => (
            <li key={set.dataSet}>{goingWords(set)}</li>
          ))}
        </ul>
        <p>
          {preview.people > 0 && t('settings.preview-people', { count: preview.people })}{' '}
          {going.some(({ more }) => more) && t('settings.preview-cap', { cap: preview.cap })} {kept}{' '}
          {t('settings.preview-harmless')}
        </p>
      </div>
    </Message>
  );
}

function goingWords(set: RetentionPreview['dataSets'][number]): string {
  const { records: count, added, more } = set;
  const title = dataWords(set.title, set.dataSet);
  const records = t('settings.records', { count, more: more ? 'yes' : 'no' });
  return added > 0
    ? t('settings.preview-row-added', { title, records, added })
    : t('settings.preview-row', { title, records });
}
