import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { MyRequest, RequestType } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { requestWords } from '../../shared/request-words';
import { offsetOf } from '../../shared/today';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';

interface AskFormProps {
  /** What is asked for already cannot be asked for twice. */
  pending: readonly MyRequest[];
  onAsked: () => void;
}

/**
 * What is asked for with nothing further to say. “Delete everything” asks for an erasure and hands over a receipt code; the
 * row of an entry asks for its correction.
 */
type Askable = Exclude<RequestType, 'erasure' | 'correction'>;
const askable = (Object.keys(requestWords) as RequestType[]).filter(
  (type): type is Askable => type !== 'erasure' && type !== 'correction',
);

/** Asks the administrators for what one cannot do alone. */
export function AskForm({ pending, onAsked }: AskFormProps) {
  const id = useId();
  const open = askable.filter((type) => !pending.some((request) => request.type === type));
  const [chosen, setChosen] = useState<Askable>();
  const [restricts, setRestricts] = useState(true);
  const { timeZone } = useViewer();
  const { busy, failure, run, corrects } = useAction();
  // Nothing is chosen for anybody: a second press on the button would ask for the next kind.
  const type = chosen && open.includes(chosen) ? chosen : undefined;
  if (open.length === 0) return null;
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (!type) return;
    const asked = { timezoneOffset: offsetOf(timeZone, new Date()) };
    await run(() =>
      call('openRequest', type === 'objection' ? { type, restricts, ...asked } : { type, ...asked }),
    );
    onAsked();
  };
  return (
    <form className="stack-tight ask-form" onSubmit={(event) => void ask(event)}>
      <h2 className="title-small">{t('requests.ask')}</h2>
      <p>{t('requests.about')}</p>
      <p>{t('requests.about-corrections')}</p>
      <label htmlFor={id}>{t('requests.what')}</label>
      <select
        id={id}
        required
        value={type ?? ''}
        onChange={(event) => corrects(setChosen)(event.target.value as Askable)}
      >
        <option value="">{t('requests.choose')}</option>
        {open.map((one) => (
          <option key={one} value={one}>
            {wordOf(requestWords, one)}
          </option>
        ))}
      </select>
      {type === 'objection' && (
        <label className="choice">
          <input
            type="checkbox"
            checked={restricts}
            onChange={(event) => corrects(setRestricts)(event.target.checked)}
          />
          {t('entries.not-used')}
        </label>
      )}
      {failure && <FailureMessage failure={failure} />}
      <Button type="submit" isLoading={busy}>
        {t('entries.send-request')}
      </Button>
    </form>
  );
}
