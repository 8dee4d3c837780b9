import type { SettingsView, TotalsKept } from '../../../src/contract';
import { countOf } from '../../shared/count-words';
import { formatDuration } from '../../shared/duration';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';

interface TotalsChoiceProps {
  settings: SettingsView;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Whether time without names is kept of entries that expire, and how much there is. */
export function TotalsChoice({ settings, value, onChange }: TotalsChoiceProps) {
  return (
    <fieldset className="stack-tight">
      <legend className="title-xsmall">When time entries expire</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={value}
          aria-describedby="keep-totals-note"
          onChange={(event) => onChange(event.target.checked)}
        />
        Keep time without names, where several people’s entries expire at once
      </label>
      <p className="small quiet" id="keep-totals-note">
        If entries of at least three people on a work item expire at once, their time is added to its total.
        It is not if nearly all of the time is one or two people’s. The total holds no person and no day. All
        other entries are only deleted, so the total is only a part of the time.
      </p>
      {settings.totals.map((kept) => (
        <KeptSoFar key={kept.dataSet} kept={kept} />
      ))}
      {settings.keepTotals && !value && (
        <Message tone="warning">When you save this, the totals are deleted. They cannot be restored.</Message>
      )}
    </fieldset>
  );
}

function KeptSoFar({ kept: { title, totals, amount, more } }: { kept: TotalsKept }) {
  const { locale } = useViewer();
  if (totals === 0) return <p className="small">{title}: nothing has been added yet.</p>;
  return (
    <p className="small">
      {title}: {more && 'more than '}
      {formatDuration(amount, locale)} on {countOf(totals, 'work item', 'work items', locale)}.
    </p>
  );
}
