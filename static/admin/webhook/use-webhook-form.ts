import { useState, type FormEvent } from 'react';
import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { isFailure, type Failure } from '../../shared/failure';
import { useAction } from '../../shared/use-action';

interface WebhookFormOptions<Typed> {
  webhook: WebhookView;
  typedOf: (webhook: WebhookView) => Typed;
  send: (typed: Typed, loaded: WebhookView) => Promise<WebhookView | Failure>;
  onSaved: () => void;
}

interface WebhookForm<Typed> {
  typed: Typed;
  change: (typed: Typed) => void;
  save: (event: FormEvent) => void;
  busy: boolean;
  failure: Failure | undefined;
  /** Says that it is saved. */
  said: string;
  /** What was saved since the form was opened; then saving again saves over it. */
  meanwhile: WebhookView | undefined;
  takeSaved: () => void;
}

/** A form of the webhook's settings: nothing that somebody else saved is overwritten unseen. */
export function useWebhookForm<Typed>(options: WebhookFormOptions<Typed>): WebhookForm<Typed> {
  const { typedOf, send, onSaved } = options;
  const [saved, setSaved] = useState(options.webhook);
  const [typed, setTyped] = useState(() => typedOf(options.webhook));
  const [tried, setTried] = useState(false);
  const [meanwhile, setMeanwhile] = useState<WebhookView>();
  const [said, setSaid] = useState('');
  const { busy, failure, run } = useAction();

  const store = async () => {
    const answer = await send(typed, saved);
    setMeanwhile(undefined);
    if (isFailure(answer) && answer.error.code === 'CONFLICT') await seeSaved();
    return answer;
  };
  const seeSaved = async () => {
    const now = await call('getWebhook', {});
    if (isFailure(now)) return;
    setMeanwhile(now);
    setSaved(now);
  };
  const save = async () => {
    setSaid('');
    setTried(true);
    const answer = await run(store);
    if (!answer) return;
    setSaved(answer);
    setSaid('Saved.');
    onSaved();
  };
  const takeSaved = () => {
    setTyped(typedOf(saved));
    setTried(false);
    setMeanwhile(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  // What is taken over is not called wrong any more.
  const shown = tried ? failure : undefined;
  return { typed, change: setTyped, save: submit, busy, failure: shown, said, meanwhile, takeSaved };
}
