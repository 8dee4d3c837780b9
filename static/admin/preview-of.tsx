import { useCallback } from 'react';
import type { ErasureOf, ErasurePreview } from '../../src/contract';
import { call } from '../shared/call';
import { PreviewText } from '../shared/erasure/preview-text';
import { FailureMessage } from '../shared/failure-message';
import { useLoaded, type Loaded } from '../shared/use-loaded';
import { t } from '../shared/words/words';

/** What an erasure of somebody else would delete and keep; that it was looked at is written to the audit log. */
export const usePreviewOf = ({ accountId, reason }: ErasureOf): Loaded<ErasurePreview> =>
  useLoaded(useCallback(() => call('previewErasureOf', { accountId, reason }), [accountId, reason]));

interface PreviewOfProps {
  preview: Loaded<ErasurePreview>;
  name: string;
}

/** The preview for whoever erases somebody else. */
export function PreviewOf({ preview: { value, failure, reload }, name }: PreviewOfProps) {
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <p className="quiet">{t('my-data.counting')}</p>;
  return <PreviewText preview={value} of={name} />;
}
