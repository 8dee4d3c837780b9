import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { WebhookView } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { formatInstant } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useCopy } from '../../shared/use-copy';
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
      {webhook.enabled && (
        <p className="quiet small readable">
          After a new secret, the one before it stays valid for seven days. Disabling ends every secret and
          the address at once.
        </p>
      )}
      <div className="row">
        {webhook.enabled && button('rotateWebhookSecret', 'Make a new secret')}
        {webhook.enabled ? button('disableWebhook', 'Disable') : button('enableWebhook', 'Enable')}
      </div>
    </div>
  );
}

function NewSecret({ secret }: { secret: string }) {
  const { copy, said } = useCopy(secret, 'Mark the secret and copy it.');
  return (
    <div role="status">
      <Message
        tone="warning"
        title="This secret is shown this once"
        actions={
          <>
            <Button spacing="compact" onClick={copy}>
              Copy the secret
            </Button>
            <span className="small">{said}</span>
          </>
        }
      >
        <div className="stack-tight">
          <p>Copy it to the system that is to sign with it.</p>
          <code>{secret}</code>
        </div>
      </Message>
    </div>
  );
}

function Facts({ webhook }: { webhook: WebhookView }) {
  const { address, keys } = webhook;
  const viewer = useViewer();
  return (
    <div className="stack-tight">
      <p>Address: {address === undefined ? withoutAddress(webhook) : <code>{address}</code>}</p>
      {keys.map(({ since, endsAt }) => (
        <p key={since}>
          A secret made {formatInstant(since, viewer)}
          {endsAt !== undefined && `, valid until ${formatInstant(endsAt, viewer)}`}.
        </p>
      ))}
    </div>
  );
}

const withoutAddress = ({ addressNotAnswered }: WebhookView): string =>
  addressNotAnswered
    ? 'Atlassian did not answer when asked for it. It takes calls as before; reload the page to see it.'
    : 'it has none at Atlassian, so no call reaches it. Disable it and enable it again.';
