import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState, type FormEvent, type ReactNode } from 'react';
import type { SettingChange } from '../../../src/contract';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useFocusOn } from '../../shared/use-focus-on';
import { t } from '../../shared/words/words';
import { ChangeList } from '../change-list';
import './settings.css';
import type { SavedFormState } from './use-saved-form';

const ErasingDialog = lazy(() => import('./erasing-dialog'));

/** What the dialog asks about. `save` saves the fields as they were then, even if somebody typed until the dialog came. */
type Asked = Pick<SavedFormState, 'differences' | 'toConfirm' | 'save'>;

interface SavedFormProps {
  form: SavedFormState;
  /** Titles of data sets. */
  titles?: ReadonlyMap<string, string>;
  verb: string;
  appearance?: 'primary' | 'default';
  /** What waits to be in force, or to be decided. */
  waiting: ReactNode;
  /** The fields. */
  children: ReactNode;
}

/** A form over saved settings, which asks before it saves changes that delete more. */
export function SavedForm({ form, titles, verb, appearance = 'default', waiting, children }: SavedFormProps) {
  const { differences, toConfirm, begin, save, busy, failure } = form;
  const [asked, setAsked] = useState<Asked>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (toConfirm.length === 0) return void save();
    begin();
    setAsked({ differences, toConfirm, save });
  };
  const confirmed = async () => {
    await asked?.save();
    setAsked(undefined);
  };
  return (
    <>
      <form className="stack settings-form" noValidate onSubmit={submit}>
        {waiting}
        {form.takenBack && <TakenBack news={form.takenBack} />}
        {children}
        {failure && <FailureMessage failure={failure} />}
        {form.isSavedSince && differences.length > 0 && (
          <SavedSince changes={differences} titles={titles} onTake={form.takeSaved} />
        )}
        <div className="row">
          <Button type="submit" appearance={appearance} isLoading={busy}>
            {verb}
          </Button>
          <span>{form.said}</span>
        </div>
      </form>
      {/* Beside the form: the dialog has one of its own. */}
      {asked && (
        <Suspense fallback={null}>
          <ErasingDialog
            changes={asked.toConfirm}
            titles={titles}
            withOthers={asked.toConfirm.length < asked.differences.length}
            busy={busy}
            onConfirm={() => void confirmed()}
            onCancel={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Takes the focus from the button to take back, which is gone. */
function TakenBack({ news }: { news: object }) {
  const words = useFocusOn<HTMLParagraphElement>(news);
  return (
    <p tabIndex={-1} ref={words}>
      {t('admin.taken-back')}
    </p>
  );
}

interface SavedSinceProps {
  /** From what is saved to what is in the form. */
  changes: readonly SettingChange[];
  titles: ReadonlyMap<string, string> | undefined;
  onTake: () => void;
}

/** Where the form differs from what somebody else saved since. */
const SavedSince = ({ changes, titles, onTake }: SavedSinceProps) => (
  <Message
    tone="warning"
    title={t('settings.differs-title')}
    actions={<Button onClick={onTake}>{t('settings.use-saved')}</Button>}
  >
    <ChangeList changes={changes} titles={titles} />
    <p>{t('settings.save-over')}</p>
  </Message>
);
