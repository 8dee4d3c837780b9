import { useState } from 'react';
import type { SettingsView } from '../../../src/contract';
import { call } from '../../shared/call';
import { isFailure, type Failure } from '../../shared/failure';
import { useAction } from '../../shared/use-action';
import { toSave, typedOf, type TypedSettings } from './typed-settings';

interface SettingsFormState {
  /** As they were last loaded or saved. */
  settings: SettingsView;
  typed: TypedSettings;
  /** What stood in the fields when it was to be saved. */
  tried: TypedSettings | undefined;
  change: (fields: Partial<TypedSettings>) => void;
  save: () => Promise<void>;
  busy: boolean;
  failure: Failure | undefined;
  /** Says that it is saved. */
  said: string;
  /** What another administrator saved since the form was opened; then saving again saves over it. */
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
    setSaid('Saved.');
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
  return { settings, typed, tried, change, save, busy, failure: shown, said, meanwhile, takeSaved };
}
