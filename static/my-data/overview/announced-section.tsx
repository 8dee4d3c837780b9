import type { Announced } from '../../../src/contract';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { announcedWords } from './announced-words';

/** What a system of the organisation announced about this person and the app has not carried out yet. */
export function AnnouncedSection({ announced }: { announced: readonly Announced[] }) {
  const viewer = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="announced-title">
      <h2 className="title-small" id="announced-title">
        {t('my-data.announced-title')}
      </h2>
      <p className="quiet">{t('my-data.announced-about')}</p>
      <ul className="points">
        {announced.map((one) => (
          <li key={`${one.at} ${one.what}`}>{announcedWords(one, viewer)}</li>
        ))}
      </ul>
    </section>
  );
}
