import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Failure } from './call';
import './confirm-dialog.css';
import { DialogBody } from './dialog-body';
import { FailureMessage } from './failure-message';
import { useModalDialog } from './use-modal-dialog';
import { rich, t } from './words/words';

interface ConfirmDialogProps {
  /** A question or a command that begins with the verb of the button. */
  title: string;
  /** What the confirming button says: the verb of the title. */
  verb: string;
  /** What will happen, in full. */
  children: ReactNode;
  /** For what ends much at once: the word to type before the button works. */
  typed?: string;
  /** `primary` for what can still be undone. */
  appearance?: 'danger' | 'primary';
  /** False while something is still missing. */
  ready?: boolean;
  busy: boolean;
  failure: Failure | undefined;
  width?: 'small' | 'medium' | 'large';
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that cannot be undone; the browser's own dialog keeps the focus in it and gives it back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, verb, children, typed, ready = true, busy, failure, width = 'small' } = props;
  const { appearance = 'danger' } = props;
  const [text, setText] = useState('');
  const titleId = useId();
  const cancel = busy ? undefined : props.onCancel;
  const { dialog, heading } = useModalDialog();
  const confirmed = typed === undefined || isTyped(text, typed);
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (confirmed && ready && !busy) props.onConfirm();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-width={width}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        cancel?.();
      }}
    >
      <h2 className="dialog-title title-medium" id={titleId} ref={heading} tabIndex={-1}>
        {appearance === 'danger' && <DangerIcon />}
        {title}
      </h2>
      <DialogBody>{children}</DialogBody>
      {/* Outside what scrolls: what is still to be done, and what went wrong, are never out of sight. */}
      <form className="dialog-end" onSubmit={confirm}>
        {typed !== undefined && <TypedWord word={typed} text={text} onChange={setText} />}
        {failure && <FailureMessage failure={failure} />}
        <div className="dialog-actions">
          <Button appearance="subtle" onClick={() => cancel?.()} isDisabled={busy}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" appearance={appearance} isDisabled={!confirmed || !ready} isLoading={busy}>
            {verb}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

/** A number may be typed with what parts its thousands. */
function isTyped(text: string, typed: string): boolean {
  const given = text.trim().toUpperCase();
  return given === typed || (/^\d+$/.test(typed) && given.replace(/[\s.,'’]/g, '') === typed);
}

function DangerIcon() {
  return (
    <svg
      className="dialog-icon"
      viewBox="0 0 20 20"
      fill="currentColor"
      fillRule="evenodd"
      aria-hidden="true"
    >
      <path d="m7 2-5 5v6l5 5h6l5-5V7l-5-5H7Zm2 4h2v5H9V6Zm0 7h2v2H9v-2Z" />
    </svg>
  );
}

interface TypedWordProps {
  word: string;
  text: string;
  onChange: (text: string) => void;
}

function TypedWord({ word, text, onChange }: TypedWordProps) {
  const id = useId();
  return (
    <div className="stack-tight">
      <label htmlFor={id}>
        {rich('common.type-to-confirm', { word, strong: (inner) => <strong>{inner}</strong> })}
      </label>
      <input
        id={id}
        className="typed-word"
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
