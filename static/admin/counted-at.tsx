import { formatInstant } from '../shared/dates';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';

/** On a large site people are counted now and then: when that was. */
export function CountedAt({ at }: { at: string | undefined }) {
  const viewer = useViewer();
  if (at === undefined) return null;
  return <p className="small quiet">{t('admin.counted-on', { moment: formatInstant(at, viewer) })}</p>;
}
