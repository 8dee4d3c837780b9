import Button from '@atlaskit/button/new';
import type { ProcessingRecord } from '../../../src/contract';
import { call } from '../../shared/call';
import { ControllerPage } from '../../shared/controller-page';
import { dayOf, formatInstant } from '../../shared/dates';
import { lookUpIssues } from '../../shared/issues';
import { useLoaded } from '../../shared/use-loaded';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
import { ActivitiesTable } from './activities-table';
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
      title="Record of processing activities"
      actions={value && <Downloads record={value} />}
      intro="The app’s lines for your own record under article 30 of the GDPR, one for each purpose. They are made from the declaration that decides what the app can store at all."
    >
      <LoadState loaded={loaded} what="the record of processing" />
      {value && <Parties record={value} />}
      {value && <ActivitiesTable activities={value.activities} />}
    </TabSection>
  );
}

function Parties({ record }: { record: ProcessingRecord }) {
  const viewer = useViewer();
  const { controllerPage } = record;
  const facts = [
    [
      'Controller',
      controllerPage === undefined ? (
        record.controller
      ) : (
        <>
          {record.controller}: <ControllerPage id={controllerPage} />
        </>
      ),
    ],
    ['Processor', `${record.processor.name}, ${record.processor.contact}`],
    ['Recipients', record.recipients.join('; ')],
    ['Transfers to third countries', record.transfers],
  ] as const;
  return (
    <>
      <p className="quiet">Made on {formatInstant(record.generatedAt, viewer)}.</p>
      <dl className="fact-row">
        {facts.map(([title, text]) => (
          <div key={title}>
            <dt className="quiet">{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
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
        <Button onClick={() => void saveJson()}>Save as JSON-LD</Button>
        <Button onClick={() => void saveCsv()}>Save as CSV</Button>
      </div>
      {noFile}
    </div>
  );
}
