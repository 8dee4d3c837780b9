import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { ProcessingRecord } from '../../../src/contract';
import { call } from '../../shared/call';
import { ControllerPage } from '../../shared/controller-page';
import { dayOf, formatInstant } from '../../shared/dates';
import { lookUpIssues } from '../../shared/issues';
import { useLoaded } from '../../shared/use-loaded';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { inLanguage, rich, t } from '../../shared/words/words';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
import { ActivitiesTable } from './activities-table';
import { Points } from './points';
import { toProcessingCsv } from './processing-csv';
import { pageOf, withController } from './with-controller';
import './processing.css';

const loadRecord = () => call('getRecordOfProcessing', {});

/** The record of processing activities (GDPR art. 30), made from what the app declares that it keeps. */
export default function ProcessingTab() {
  const loaded = useLoaded(loadRecord);
  const { value } = loaded;
  return (
    <TabSection
      id="processing-title"
      title={t('processing.title')}
      actions={value && <Downloads record={value} />}
      intro={t('processing.about')}
    >
      <LoadState loaded={loaded} words={t('processing.loading')} />
      {value && <Parties record={value} />}
      {value && <ActivitiesTable {...value} />}
    </TabSection>
  );
}

function Parties({ record }: { record: ProcessingRecord }) {
  const viewer = useViewer();
  const facts = [
    [t('processing.controller'), controllerOf(record)],
    [t('processing.processor'), `${record.processor.name}, ${record.processor.contact}`],
    [t('processing.recipients'), <Points key="recipients" of={record.recipients} />],
    [t('processing.transfers'), record.transfers],
    [t('common.notice-version'), record.noticeVersion],
  ] satisfies Array<[string, ReactNode]>;
  return (
    <>
      <p className="quiet">
        {t('processing.made-on', { moment: formatInstant(record.generatedAt, viewer) })}
      </p>
      <dl className="fact-row">
        {facts.map(([title, text]) => (
          <div key={title}>
            <dt className="quiet">{title}</dt>
            <dd {...inLanguage(record.language)}>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function controllerOf({ controller, controllerPage }: ProcessingRecord): ReactNode {
  if (controllerPage === undefined) return controller;
  return rich('processing.controller-page', { controller, page: <ControllerPage id={controllerPage} /> });
}

function Downloads({ record }: { record: ProcessingRecord }) {
  const { locale, timeZone, siteUrl } = useViewer();
  const { save, noFile } = useTextFile();
  const stem = `record-of-processing-${dayOf(new Date(record.generatedAt), timeZone)}`;
  const named = async () => withController(record, siteUrl, await lookUpIssues(pageOf(record)));
  const saveJson = async () => {
    const content = `${JSON.stringify((await named()).jsonLd, null, 2)}\n`;
    save({ name: `${stem}.jsonld`, type: 'application/ld+json', content });
  };
  const saveCsv = async () =>
    save({ name: `${stem}.csv`, type: 'text/csv', content: toProcessingCsv(await named(), locale) });
  return (
    <div className="stack-tight">
      <div className="row">
        <Button onClick={() => void saveJson()}>{t('processing.save-json')}</Button>
        <Button onClick={() => void saveCsv()}>{t('common.save-as-csv')}</Button>
      </div>
      {noFile}
    </div>
  );
}
