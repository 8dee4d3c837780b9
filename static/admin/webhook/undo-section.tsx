import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { UndoPreview, WebhookUndo } from '../../../src/contract';
import { givenReasons } from '../../shared/access-words';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { ReasonDialog } from '../reason-dialog';
import { momentOf } from './moment';
import '../settings/settings.css';
import { SinceChoice, type Since } from './since-choice';
import { isSomething, previewWords, undoneWords } from './undo-words';

interface UndoSectionProps {
  /** The last time. */
  undo: WebhookUndo | undefined;
  onChanged: () => void;
}

interface Looked {
  asked: { since?: string };
  preview: UndoPreview;
}

/** Undoes what the webhook did, all of it or since a moment: first a preview, then the act, then what it came to. */
export function UndoSection({ undo, onChanged }: UndoSectionProps) {
  const viewer = useViewer();
  const [chosen, setChosen] = useState<Since>({ all: true, typed: '' });
  const [looked, setLooked] = useState<Looked>();
  const [asking, setAsking] = useState(false);
  const { busy, failure, run, corrects } = useAction();
  const since = chosen.all ? undefined : momentOf(chosen.typed, viewer.timeZone);
  const choose = (next: Since) => {
    corrects(setChosen)(next);
    setLooked(undefined);
  };
  const look = async (event: FormEvent) => {
    event.preventDefault();
    const asked = since === undefined ? {} : { since };
    const preview = await run(() => call('previewWebhookUndo', asked));
    if (preview) setLooked({ asked, preview });
  };
  const done = () => {
    setAsking(false);
    setLooked(undefined);
    onChanged();
  };
  return (
    <section className="stack-tight" aria-labelledby="undo-title">
      <h3 className="title-xsmall" id="undo-title">
        {t('webhook.undo-title')}
      </h3>
      <p className="quiet small readable">{t('webhook.undo-about')}</p>
      <div role="status">{undo && <LastUndo undo={undo} onLook={onChanged} />}</div>
      <form className="stack-tight settings-form" noValidate onSubmit={(event) => void look(event)}>
        <SinceChoice since={chosen} onChosen={choose} />
        <div>
          <Button type="submit" isLoading={busy} isDisabled={!chosen.all && since === undefined}>
            {t('webhook.preview')}
          </Button>
        </div>
      </form>
      {failure && <FailureMessage failure={failure} />}
      <div role="status">{looked && <Preview looked={looked} onUndo={() => setAsking(true)} />}</div>
      {asking && looked && <UndoDialog looked={looked} onDone={done} onCancel={() => setAsking(false)} />}
    </section>
  );
}

function LastUndo({ undo, onLook }: { undo: WebhookUndo; onLook: () => void }) {
  const viewer = useViewer();
  const words = undoneWords(undo, viewer);
  if (undo.endedAt !== undefined) return <p>{words}</p>;
  return (
    <Message tone="info" actions={<Button onClick={onLook}>{t('erasure.look-again')}</Button>}>
      {words}
    </Message>
  );
}

function Preview({ looked: { preview }, onUndo }: { looked: Looked; onUndo: () => void }) {
  if (!isSomething(preview)) return <p>{t('webhook.preview-none')}</p>;
  return (
    <Message
      tone="warning"
      title={t('webhook.preview-title')}
      actions={<Button onClick={onUndo}>{t('webhook.undo-it')}</Button>}
    >
      <WhatIsUndone preview={preview} />
    </Message>
  );
}

interface UndoDialogProps {
  looked: Looked;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks for the reason before it undoes what the webhook did. */
const UndoDialog = ({ looked: { asked, preview }, onDone, onCancel }: UndoDialogProps) => (
  <ReasonDialog
    title={t('webhook.undo-question')}
    verb={t('webhook.undo-it')}
    question={t('webhook.undo-why')}
    reasons={givenReasons}
    act={(reason) => call('undoWebhook', { ...asked, reason })}
    onDone={onDone}
    onCancel={onCancel}
  >
    <WhatIsUndone preview={preview} />
    <p>{t('webhook.undo-takes')}</p>
  </ReasonDialog>
);

function WhatIsUndone({ preview }: Pick<Looked, 'preview'>) {
  const viewer = useViewer();
  return (
    <ul className="points">
      {previewWords(preview, viewer).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
