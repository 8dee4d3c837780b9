import type { SettingsView, TotalsKept } from '../../../src/contract';
import { dataWords } from '../../shared/map-words';
import { formatDuration } from '../../shared/duration';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';

interface TotalsChoiceProps {
  settings: SettingsView;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Whether time without names is kept of entries that expire, and how much there is. */
export function TotalsChoice({ settings, value, onChange }: TotalsChoiceProps) {
  return (
    <fieldset className="stack-tight">
      <legend className="title-xsmall">{t('settings.totals-title')}</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={value}
          aria-describedby="keep-totals-note"
          onChange={(event) => onChange(event.target.checked)}
        />
        {t('settings.totals-keep')}
      </label>
      <p className="small quiet" id="keep-totals-note">
        {t('settings.totals-about')}
      </p>
      {settings.totals.map((kept) => (
        <KeptSoFar key={kept.dataSet} kept={kept} />
      ))}
      {settings.keepTotals && !value && <Message tone="warning">{t('settings.totals-end')}</Message>}
    </fieldset>
  );
}

function KeptSoFar({ kept: { dataSet, title: key, totals, amount, more } }: { kept: TotalsKept }) {
  const { locale } = useViewer();
  const title = dataWords(key, dataSet);
  if (totals === 0) return <p className="small">{t('settings.totals-none', { title })}</p>;
  const time = formatDuration(amount, locale);
  return (
    <p className="small">
      {t('settings.totals-kept', { title, time, count: totals, more: more ? 'yes' : 'no' })}
    </p>
  );
}
