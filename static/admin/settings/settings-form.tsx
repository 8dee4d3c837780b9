import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { SettingsView } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { DaysField } from './days-field';
import { daysIn, typedDays, type TypedDays } from './typed-days';
import { RemovedChoice } from './removed-choice';
import { RetentionPreviewBox } from './retention-preview-box';
import { SelfErasureChoice } from './self-erasure-choice';
import { TotalsChoice } from './totals-choice';

/** What stood in the fields when it was to be saved. */
interface SettingsTyped {
  days: TypedDays;
  removed: string;
}

interface SettingsFormProps {
  settings: SettingsView;
  onSaved: () => void;
}

/** The settings as fields, with a look ahead at what the periods would delete. */
export function SettingsForm({ settings: loaded, onSaved }: SettingsFormProps) {
  const [settings, setSettings] = useState(loaded);
  const [days, setDays] = useState<TypedDays>(() => typedDays(settings));
  const [selfErasure, setSelfErasure] = useState(settings.selfErasure);
  const [removed, setRemoved] = useState(String(settings.removedDays));
  const [keepTotals, setKeepTotals] = useState(settings.keepTotals);
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState<SettingsTyped>();
  // What was corrected since is not called wrong any more.
  const wrong = (name: string, text: string, before: string | undefined) =>
    text === before ? failure?.error.fields?.[name] : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    setTried({ days, removed });
    const wanted = { retentionDays: daysIn(days), selfErasure, removedDays: Number(removed), keepTotals };
    const answer = await run(() => call('saveSettings', wanted));
    if (!answer) return;
    setSettings(answer);
    setSaid('Saved.');
    onSaved();
  };
  return (
    <form className="stack settings-form" noValidate onSubmit={(event) => void save(event)}>
      <fieldset className="stack">
        <legend className="title-xsmall">How long records are kept</legend>
        {settings.retention.map((one) => (
          <DaysField
            key={one.dataSet}
            label={`${one.title}: kept for`}
            hint={`${one.least} to ${one.most} days; ${one.standard} when nothing is set.`}
            value={days[one.dataSet] ?? ''}
            error={wrong(`retentionDays.${one.dataSet}`, days[one.dataSet] ?? '', tried?.days[one.dataSet])}
            onChange={(text) => setDays({ ...days, [one.dataSet]: text })}
          />
        ))}
        <RetentionPreviewBox days={days} />
      </fieldset>
      <TotalsChoice settings={settings} value={keepTotals} onChange={setKeepTotals} />
      <SelfErasureChoice value={selfErasure} onChange={setSelfErasure} />
      <RemovedChoice
        value={removed}
        error={wrong('removedDays', removed, tried?.removed)}
        onChange={setRemoved}
      />
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        <Button type="submit" appearance="primary" isLoading={busy}>
          Save settings
        </Button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}
