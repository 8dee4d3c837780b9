import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { RetentionPreview } from '../../../src/contract';
import { call } from '../../shared/call';
import { countOf } from '../../shared/count-words';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { daysIn, type TypedDays } from './typed-days';

interface Looked {
  /** The periods it was asked for: others need another look. */
  days: TypedDays;
  preview: RetentionPreview;
}

/** What the next daily run would delete by the periods in the fields, saved or not. */
export function RetentionPreviewBox({ days }: { days: TypedDays }) {
  const [looked, setLooked] = useState<Looked>();
  const { busy, failure, run } = useAction();
  const look = async () => {
    const preview = await run(() => call('previewRetention', { retentionDays: daysIn(days) }));
    if (preview) setLooked({ days, preview });
  };
  return (
    <div className="stack-tight">
      <div>
        <Button isLoading={busy} onClick={() => void look()}>
          What would the next run delete?
        </Button>
      </div>
      {failure && <FailureMessage failure={failure} />}
      <div role="status">{looked?.days === days && <WhatWouldGo preview={looked.preview} />}</div>
    </div>
  );
}

/** What the next daily run would delete, in words. */
export function WhatWouldGo({ preview }: { preview: RetentionPreview }) {
  const { locale } = useViewer();
  const going = preview.dataSets.filter(({ records }) => records > 0);
  if (going.length === 0) {
    return (
      <Message tone="info">
        With these periods the next daily run would delete nothing.{heldWords(preview, locale)}
      </Message>
    );
  }
  return (
    <Message tone="warning" title="The next daily run would delete">
      <div className="stack-tight">
        <ul className="points">
          {going.map(({ dataSet, title, records, added, more }) => (
            <li key={dataSet}>
              {title}: {more && 'more than '}
              {countOf(records, 'record', 'records', locale)}
              {added > 0 &&
                `, of which ${added.toLocaleString(locale)} ${added === 1 ? 'is' : 'are'} added to time without names`}
            </li>
          ))}
        </ul>
        <p>
          {preview.people > 0 && `They name ${countOf(preview.people, 'person', 'people', locale)}.`}
          {going.some(({ more }) => more) &&
            ` Counting stops at ${preview.cap.toLocaleString(locale)} of a kind, and people are counted among those.`}
          {heldWords(preview, locale)} Nothing has been deleted by looking.
        </p>
      </div>
    </Message>
  );
}

function heldWords({ dataSets }: RetentionPreview, locale: string): string {
  const held = dataSets.reduce((sum, set) => sum + set.held, 0);
  if (held === 0) return '';
  return ` ${countOf(held, 'further record', 'further records', locale)} whose time is over ${held === 1 ? 'stays' : 'stay'}, because the person or an administrator restricted the use.`;
}
