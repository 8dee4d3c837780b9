import type { ReportingCycle } from '../../../src/contract';
import { countOf } from '../../shared/count-words';
import { formatInstantDay } from '../../shared/dates';
import { useViewer, type Viewer } from '../../shared/viewer';
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
        Account IDs reported, by cycle
      </h3>
      {called.length === 0 ? (
        <p className="quiet">There has been no cycle yet. Each will be a bar here, for a year.</p>
      ) : (
        <>
          <div className="cycles" role="img" aria-label={summaryOf(called, viewer)}>
            <span className="cycles-scale quiet small number">
              <span>{mostAccounts(called).toLocaleString(viewer.locale)}</span>
              <span>0</span>
            </span>
            <Bars columns={columns} width={width} viewer={viewer} />
            <span className="quiet small">Closed</span>
            <Marks columns={columns} width={width} count="closed" />
            <span className="quiet small">Failed</span>
            <Marks columns={columns} width={width} count="failures" />
            <Ends called={called} viewer={viewer} />
          </div>
          <CyclesTable cycles={called} presentFrom={cycles.at(-1)?.from} />
        </>
      )}
    </section>
  );
}

function summaryOf(called: readonly ReportingCycle[], { locale }: Viewer): string {
  const sum = (count: 'closed' | 'failures'): number =>
    called.reduce((total, cycle) => total + cycle[count], 0);
  const most = countOf(mostAccounts(called), 'account ID', 'account IDs', locale);
  return [
    `${countOf(called.length, 'cycle', 'cycles', locale)}, at most ${most} in one`,
    `${countOf(sum('closed'), 'closed account', 'closed accounts', locale)}`,
    `${countOf(sum('failures'), 'failed call', 'failed calls', locale)}. The table below has each cycle.`,
  ].join(', ');
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
          <title>{`${formatInstantDay(cycle.from, viewer)}: ${cycle.accounts.toLocaleString(viewer.locale)}`}</title>
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
      <span>Outlined: the present cycle so far</span>
    </span>
  );
}
