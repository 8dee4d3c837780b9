import { useCallback } from 'react';
import type { ErasurePreview, OfPerson } from '../../src/contract';
import { call } from '../shared/call';
import { PreviewText } from '../shared/erasure/preview-text';
import { FailureMessage } from '../shared/failure-message';
import { useLoaded, type Loaded } from '../shared/use-loaded';

/** What an erasure of somebody else would delete and keep; that it was looked at is written to the audit log. */
export const usePreviewOf = ({ accountId, reason }: OfPerson): Loaded<ErasurePreview> =>
  useLoaded(useCallback(() => call('previewErasureOf', { accountId, reason }), [accountId, reason]));

interface PreviewOfProps {
  preview: Loaded<ErasurePreview>;
  name: string;
}

/** The preview for whoever erases somebody else. */
export function PreviewOf({ preview: { value, failure, reload }, name }: PreviewOfProps) {
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <p className="quiet">Counting what would go…</p>;
  return (
    <>
      <p className="quiet">These are the words that the person reads: “you” is {name}.</p>
      <PreviewText preview={value} />
    </>
  );
}
