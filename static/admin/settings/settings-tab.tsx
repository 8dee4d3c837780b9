import type { SettingsView } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useLoaded } from '../../shared/use-loaded';
import { Loading } from '../loading';
import { SettingsForm } from './settings-form';
import './settings.css';

const loadSettings = (): ReturnType<typeof call<'getSettings'>> => call('getSettings', {});

interface SettingsTabProps {
  onSaved: () => void;
}

/** What administrators decide for the whole site. */
export default function SettingsTab({ onSaved }: SettingsTabProps) {
  const { value, failure, reload } = useLoaded<SettingsView>(loadSettings);
  return (
    <section className="stack" aria-labelledby="settings-title">
      <h2 className="title-small" id="settings-title">
        Settings
      </h2>
      <p className="quiet readable">
        They hold for everyone on this site, and the notice that people read changes with them. Each change is
        written to the audit log.
      </p>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading what="the settings" />}
      {value && <SettingsForm settings={value} onSaved={onSaved} />}
    </section>
  );
}
