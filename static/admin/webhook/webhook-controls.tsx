import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Instant, WebhookView } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { formatInstant, type ForViewer } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useCopy } from '../../shared/use-copy';
import { useFocusOn } from '../../shared/use-focus-on';
import { useViewer } from '../../shared/viewer';
import { rich, t } from '../../shared/words/words';

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
  // What was done has other buttons: the focus goes to what is new.
  const [news, setNews] = useState<object>();
  const take = async (step: Step) => {
    setBusy(step);
    setFailure(undefined);
    const answer = await call(step, {});
    setBusy(undefined);
    if (isFailure(answer)) setFailure(answer);
    else {
      setSecret('secret' in answer ? answer.secret : undefined);
      setNews({});
    }
    onChanged();
  };
  const button = (step: Step, words: string) => (
    <Button isLoading={busy === step} isDisabled={busy !== undefined} onClick={() => void take(step)}>
      {words}
    </Button>
  );
  return (
    <div className="stack">
      {webhook.enabled ? <Facts webhook={webhook} /> : <Off news={news} />}
      {secret !== undefined && <NewSecret secret={secret} news={news} />}
      {failure && <FailureMessage failure={failure} />}
      {webhook.enabled && <p className="quiet small readable">{t('webhook.controls-about')}</p>}
      <div className="row">
        {webhook.enabled && button('rotateWebhookSecret', t('webhook.new-secret'))}
        {webhook.enabled
          ? button('disableWebhook', t('webhook.disable'))
          : button('enableWebhook', t('webhook.enable'))}
      </div>
    </div>
  );
}

function Off({ news }: { news: object | undefined }) {
  const words = useFocusOn<HTMLParagraphElement>(news);
  return (
    <p tabIndex={-1} ref={words}>
      {t('webhook.off')}
    </p>
  );
}

function NewSecret({ secret, news }: { secret: string; news: object | undefined }) {
  const shown = useFocusOn<HTMLDivElement>(news);
  const { copy, said } = useCopy(secret, t('webhook.mark-secret'));
  return (
    <div role="status" tabIndex={-1} ref={shown}>
      <Message
        tone="warning"
        title={t('webhook.secret-title')}
        actions={
          <>
            <Button spacing="compact" onClick={copy}>
              {t('webhook.copy-secret')}
            </Button>
            <span className="small">{said}</span>
          </>
        }
      >
        <div className="stack-tight">
          <p>{t('webhook.secret-about')}</p>
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
      <p>
        {address === undefined
          ? withoutAddress(webhook)
          : rich('webhook.address', { address: <code>{address}</code> })}
      </p>
      {keys.map(({ since, endsAt }) => (
        <p key={since}>{secretWords(since, endsAt, viewer)}</p>
      ))}
    </div>
  );
}

const withoutAddress = ({ addressNotAnswered }: WebhookView): string =>
  t(addressNotAnswered ? 'webhook.address-unanswered' : 'webhook.address-none');

function secretWords(since: Instant, endsAt: Instant | undefined, viewer: ForViewer): string {
  const made = formatInstant(since, viewer);
  return endsAt === undefined
    ? t('webhook.secret-since', { since: made })
    : t('webhook.secret-until', { since: made, ends: formatInstant(endsAt, viewer) });
}
