import Button from '@atlaskit/button/new';
import type { MarkerLeft } from '../../../src/contract';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { markerWords } from './marker-words';

interface NothingHeldProps {
  /** Where everything was deleted: what is left of that. */
  marker: MarkerLeft | undefined;
  toNotice: () => void;
}

/** First use, or everything deleted: says what would be kept, and where to read about it. */
export function NothingHeld({ marker, toNotice }: NothingHeldProps) {
  const viewer = useViewer();
  return (
    <section className="nothing-held" aria-labelledby="nothing-title">
      <svg viewBox="0 0 120 96" aria-hidden="true" className="nothing-picture">
        <path className="shape-soft" d="M14 24h36l8 10h48v50a6 6 0 0 1-6 6H20a6 6 0 0 1-6-6V24Z" />
        <path className="shape-strong" d="M14 42h92v42a6 6 0 0 1-6 6H20a6 6 0 0 1-6-6V42Z" />
        <path className="shape-line" d="m48 66 9 9 17-18" />
      </svg>
      <h2 className="title-medium" id="nothing-title">
        {t(marker ? 'my-data.nothing-after' : 'my-data.nothing')}
      </h2>
      {marker && <p>{markerWords(marker, viewer)}</p>}
      <p className="quiet">{t('my-data.nothing-about')}</p>
      <Button onClick={toNotice}>{t('my-data.read-notice')}</Button>
    </section>
  );
}
