import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { WebhookView } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { formatInstant } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { useViewer } from '../../shared/viewer';

interface WebhookControlsProps {
  webhook: WebhookView;
  onChanged: () => void;
}

type Step = 'enableWebhook' | 'rotateWebhookSecret' | 'disableWebhook';

/** Address, keys, and what can be done; a new secret is shown until the tab is left. */
export function WebhookControls({ webhook, onChanged }: WebhookControlsProps) {
  const [busy, setBusy] = useState<Step>();
  const [secret, setSecret] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const take = async (step: Step) => {
    setBusy(step);
    const answer = await call(step, {});
    setBusy(undefined);
    setFailure(isFailure(answer) ? answer : undefined);
    if (!isFailure(answer)) setSecret('secret' in answer ? answer.secret : undefined);
    onChanged();
  };
  const button = (step: Step, words: string) => (
    <Button isLoading={busy === step} isDisabled={busy !== undefined} onClick={() => void take(step)}>
      {words}
    </Button>
  );
  return (
    <div className="stack">
      {webhook.enabled ? (
        <Facts webhook={webhook} />
      ) : (
        <p>It is off. It has no address and takes no calls.</p>
      )}
      {secret !== undefined && <NewSecret secret={secret} />}
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        {webhook.enabled && button('rotateWebhookSecret', 'Make a new secret')}
        {webhook.enabled ? button('disableWebhook', 'Disable') : button('enableWebhook', 'Enable')}
      </div>
    </div>
  );
}

function NewSecret({ secret }: { secret: string }) {
  return (
    <div role="status" className="stack-tight">
      <p>This secret is shown this once. Copy it to the system that is to sign with it.</p>
      <code>{secret}</code>
    </div>
  );
}

function Facts({ webhook: { address, keys } }: { webhook: WebhookView }) {
  const viewer = useViewer();
  return (
    <div className="stack-tight">
      <p>
        Address:{' '}
        {address === undefined ? 'not known at the moment; reload the page.' : <code>{address}</code>}
      </p>
      {keys.map(({ since, endsAt }) => (
        <p key={since}>
          A secret made {formatInstant(since, viewer)}
          {endsAt !== undefined && `, valid until ${formatInstant(endsAt, viewer)}`}.
        </p>
      ))}
    </div>
  );
}
