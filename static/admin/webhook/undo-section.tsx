import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import type { UndoPreview, WebhookUndo } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { momentOf } from './moment';
import '../settings/settings.css';
import { SinceChoice, type Since } from './since-choice';
import { isSomething, previewWords, undoneWords } from './undo-words';

const UndoDialog = lazy(() => import('./undo-dialog'));

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
  const { busy, failure, run } = useAction();
  const since = chosen.all ? undefined : momentOf(chosen.typed, viewer.timeZone);
  const choose = (next: Since) => {
    setChosen(next);
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
        Undo what it did
      </h3>
      <p className="quiet small readable">
        If somebody misused the secret, disable the webhook first. Undoing lifts the restrictions that only
        came of its word, withdraws the requests that it handed in and nobody has answered, and drops what
        still waits. What people and administrators set stays. It can’t restore what was erased.
      </p>
      <div role="status">{undo && <LastUndo undo={undo} onLook={onChanged} />}</div>
      <form className="stack-tight settings-form" noValidate onSubmit={(event) => void look(event)}>
        <SinceChoice since={chosen} onChosen={choose} />
        <div>
          <Button type="submit" isLoading={busy} isDisabled={!chosen.all && since === undefined}>
            Preview
          </Button>
        </div>
      </form>
      {failure && <FailureMessage failure={failure} />}
      <div role="status">{looked && <Preview looked={looked} onUndo={() => setAsking(true)} />}</div>
      <Suspense fallback={null}>
        {asking && looked && (
          <UndoDialog
            asked={looked.asked}
            words={previewWords(looked.preview, viewer)}
            onDone={done}
            onCancel={() => setAsking(false)}
          />
        )}
      </Suspense>
    </section>
  );
}

function LastUndo({ undo, onLook }: { undo: WebhookUndo; onLook: () => void }) {
  const viewer = useViewer();
  const words = undoneWords(undo, viewer);
  if (undo.endedAt !== undefined) return <p>{words}</p>;
  return (
    <Message tone="info" actions={<Button onClick={onLook}>Look again</Button>}>
      {words}
    </Message>
  );
}

function Preview({ looked: { preview }, onUndo }: { looked: Looked; onUndo: () => void }) {
  const viewer = useViewer();
  if (!isSomething(preview)) return <p>There is nothing to undo.</p>;
  return (
    <Message
      tone="warning"
      title="Undoing would change this"
      actions={<Button onClick={onUndo}>Undo it</Button>}
    >
      <ul className="points">
        {previewWords(preview, viewer).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Message>
  );
}
