import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type ReactNode } from 'react';
import type { Failure } from './call';
import { FailureMessage } from './failure-message';

export interface ConfirmDialogProps {
  /** A question or a command that begins with the verb of the button. */
  title: string;
  /** What the confirming button says: the verb of the title. */
  verb: string;
  /** What will happen, in full. */
  children: ReactNode;
  /** For what ends much at once: the word to type before the button works. */
  typed?: string;
  /** False while something is still missing. */
  ready?: boolean;
  busy: boolean;
  failure: Failure | undefined;
  width?: 'small' | 'medium' | 'large';
  onConfirm: () => void;
  onCancel: () => void;
}

/** The dialog itself; pages use `ConfirmDialog`, which loads it when needed. */
export function ConfirmDialogBody(props: ConfirmDialogProps) {
  const { title, verb, children, typed, ready = true, busy, failure, onConfirm, onCancel } = props;
  const [text, setText] = useState('');
  const confirmed = typed === undefined || text.trim().toUpperCase() === typed;
  return (
    <Modal onClose={busy ? ignore : onCancel} width={props.width ?? 'small'} shouldScrollInViewport>
      <ModalHeader hasCloseButton>
        <ModalTitle appearance="danger">{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="stack">
          {children}
          {typed !== undefined && <TypedWord word={typed} text={text} onChange={setText} />}
          {failure && <FailureMessage failure={failure} />}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onCancel} isDisabled={busy}>
          Cancel
        </Button>
        <Button appearance="danger" onClick={onConfirm} isDisabled={!confirmed || !ready} isLoading={busy}>
          {verb}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function ignore(): void {}

function TypedWord({
  word,
  text,
  onChange,
}: {
  word: string;
  text: string;
  onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="stack-tight">
      <label htmlFor={id}>
        Type <strong>{word}</strong> to confirm
      </label>
      <Textfield
        id={id}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
