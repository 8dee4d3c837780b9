import type { ReportingCycle } from '../../../src/contract';
import { formatInstantDay } from '../../shared/dates';
import { useViewer, type Viewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { calledIn, columnsOf, HEIGHT, mostAccounts, STEP, widthOf, type Column } from './cycle-columns';
import { CyclesTable } from './cycles-table';

const MARK_HEIGHT = 10;

/** What was reported in each cycle of the last year, and in which something was closed or failed; and as a table. */
export function CyclesChart({ cycles }: { cycles: readonly ReportingCycle[] }) {
  const viewer = useViewer();
  const called = calledIn(cycles);
  const columns = columnsOf(called, cycles.at(-1)?.from);
  const width = widthOf(columns);
  return (
    <section className="stack-tight" aria-labelledby="cycles-title">
      <h3 className="title-xsmall" id="cycles-title">
        {t('reporting.chart')}
      </h3>
      {called.length === 0 ? (
        <p className="quiet">{t('reporting.no-period-yet')}</p>
      ) : (
        <>
          <div className="cycles" role="img" aria-label={summaryOf(called)}>
            <span className="cycles-scale quiet small number">
              <span>{mostAccounts(called).toLocaleString(viewer.locale)}</span>
              <span>0</span>
            </span>
            <Bars columns={columns} width={width} viewer={viewer} />
            <span className="quiet small">{t('reporting.count-closed')}</span>
            <Marks columns={columns} width={width} count="closed" />
            <span className="quiet small">{t('reporting.count-failures')}</span>
            <Marks columns={columns} width={width} count="failures" />
            <Ends called={called} viewer={viewer} />
          </div>
          <CyclesTable cycles={called} presentFrom={cycles.at(-1)?.from} />
        </>
      )}
    </section>
  );
}

function summaryOf(called: readonly ReportingCycle[]): string {
  const sum = (count: 'closed' | 'failures'): number =>
    called.reduce((total, cycle) => total + cycle[count], 0);
  return t('reporting.chart-summary', {
    periods: called.length,
    most: mostAccounts(called),
    closed: sum('closed'),
    failures: sum('failures'),
  });
}

function Bars({ columns, width, viewer }: { columns: readonly Column[]; width: number; viewer: Viewer }) {
  return (
    <svg className="cycles-bars" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none">
      {columns.map(({ cycle, x, height, present }) => (
        <rect
          key={cycle.from}
          className={present ? 'cycles-bar cycles-present' : 'cycles-bar'}
          x={x + 1}
          y={HEIGHT - height}
          width={STEP - 2}
          height={height}
        >
          <title>
            {t('reporting.bar', { day: formatInstantDay(cycle.from, viewer), count: cycle.accounts })}
          </title>
        </rect>
      ))}
    </svg>
  );
}

/** A mark below each cycle in which something of the kind happened. */
function Marks(props: { columns: readonly Column[]; width: number; count: 'closed' | 'failures' }) {
  const { columns, width, count } = props;
  return (
    <svg
      className={`cycles-marks cycles-${count}`}
      viewBox={`0 0 ${width} ${MARK_HEIGHT}`}
      preserveAspectRatio="none"
    >
      {columns
        .filter(({ cycle }) => cycle[count] > 0)
        .map(({ cycle, x }) => (
          <rect key={cycle.from} x={x + 1} y={1} width={STEP - 2} height={MARK_HEIGHT - 2}>
            <title>{cycle[count]}</title>
          </rect>
        ))}
    </svg>
  );
}

function Ends({ called, viewer }: { called: readonly ReportingCycle[]; viewer: Viewer }) {
  const first = called.at(0);
  return (
    <span className="cycles-ends row-apart quiet small">
      <span>{first && formatInstantDay(first.from, viewer)}</span>
      <span>{t('reporting.outlined')}</span>
    </span>
  );
}
