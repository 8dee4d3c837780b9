import type { SettingsView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
import { SettingsForm } from './settings-form';
import './settings.css';

const loadSettings = (): ReturnType<typeof call<'getSettings'>> => call('getSettings', {});

interface SettingsTabProps {
  onSaved: () => void;
}

/** What administrators decide for the whole site. */
export default function SettingsTab({ onSaved }: SettingsTabProps) {
  const loaded = useLoaded<SettingsView>(loadSettings);
  return (
    <TabSection
      id="settings-title"
      title="Settings"
      intro="They hold for everyone on this site, and the notice that people read changes with them. Each change is written to the audit log."
    >
      <LoadState loaded={loaded} what="the settings" />
      {loaded.value && <SettingsForm settings={loaded.value} onSaved={onSaved} />}
    </TabSection>
  );
}
