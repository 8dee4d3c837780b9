import { useState } from 'react';
import type { SettingsView, WaitingSetting, WhichSetting } from '../../../src/contract';
import { call } from '../../shared/call';
import { isFailure, type Failure } from '../../shared/failure';
import { useAction } from '../../shared/use-action';
import { toSave, typedOf, type TypedSettings } from './typed-settings';

const SAVED_WAITING = 'Saved. What erases more is not in force yet: see above.';
const NOT_SURE = 'We could not tell whether it was taken back. Open this tab again to see how it stands.';

export interface SettingsFormState {
  /** As they were last loaded or saved. */
  settings: SettingsView;
  typed: TypedSettings;
  /** What stood in the fields when it was to be saved. */
  tried: TypedSettings | undefined;
  change: (fields: Partial<TypedSettings>) => void;
  save: () => Promise<void>;
  takeBack: (change: WaitingSetting) => Promise<void>;
  busy: boolean;
  failure: Failure | undefined;
  /** Says that it is saved. */
  said: string;
  /** What was saved since the form was opened; then saving again saves over it. */
  meanwhile: SettingsView | undefined;
  takeSaved: () => void;
}

/** The fields of the settings, and saving them: nothing that somebody else saved is overwritten unseen. */
export function useSettingsForm(loaded: SettingsView, onSaved: () => void): SettingsFormState {
  const [settings, setSettings] = useState(loaded);
  const [typed, setTyped] = useState(() => typedOf(loaded));
  const [tried, setTried] = useState<TypedSettings>();
  const [meanwhile, setMeanwhile] = useState<SettingsView>();
  const [said, setSaid] = useState('');
  const { busy, failure, run } = useAction();

  const store = async () => {
    const answer = await call('saveSettings', toSave(typed, settings));
    setMeanwhile(undefined);
    if (isFailure(answer) && answer.error.code === 'CONFLICT') await seeSaved();
    return answer;
  };
  const seeSaved = async () => {
    const saved = await call('getSettings', {});
    if (isFailure(saved)) return;
    setMeanwhile(saved);
    setSettings(saved);
  };
  const save = async () => {
    setSaid('');
    setTried(typed);
    const answer = await run(store);
    if (!answer) return;
    setSettings(answer);
    // The fields show what is in force.
    setTyped(typedOf(answer));
    setSaid(answer.waiting.length > 0 ? SAVED_WAITING : 'Saved.');
    onSaved();
  };
  const takeBack = async ({ setting, dataSet }: WaitingSetting) => {
    setSaid('');
    const which = { setting, ...(dataSet !== undefined && { dataSet }) } as WhichSetting;
    const answer = await run(() => call('takeBackSetting', which, NOT_SURE));
    if (!answer) return;
    setSettings(answer);
    setSaid('Taken back.');
    onSaved();
  };
  const takeSaved = () => {
    setTyped(typedOf(settings));
    setTried(undefined);
    setMeanwhile(undefined);
  };
  const change = (fields: Partial<TypedSettings>) => setTyped({ ...typed, ...fields });
  // What is taken over is not called wrong any more.
  const shown = tried && failure;
  return { settings, typed, tried, change, save, takeBack, busy, failure: shown, said, meanwhile, takeSaved };
}
