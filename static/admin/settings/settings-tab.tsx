import type { SettingsView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { t } from '../../shared/words/words';
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
    <TabSection id="settings-title" title={t('admin.tab-settings')} intro={t('settings.intro')}>
      <LoadState loaded={loaded} words={t('settings.loading')} />
      {loaded.value && <SettingsForm settings={loaded.value} onSaved={onSaved} />}
    </TabSection>
  );
}
