import * as fc from 'fast-check';
import type { PrivacyRequest } from '../../src/privacy/data-sets/request';
import { WEBHOOK, WEBHOOK_KEY } from '../../src/privacy/data-sets/webhook';
import type { Engine } from '../../src/privacy/engine';
import { seenOnSite } from '../../src/privacy/person/write';
import { withdrawRequest } from '../../src/privacy/requests/withdraw';
import { noteRemoved } from '../../src/privacy/restriction/removal';
import { decide } from '../../src/privacy/requests/decide';
import { openRequest } from '../../src/privacy/requests/open';
import { requestRef } from '../../src/privacy/requests/requests';
import { setRestriction } from '../../src/privacy/restriction/restriction';
import { readSubject } from '../../src/privacy/person/subject';
import { groundsOf } from '../../src/privacy/person/grounds';
import { toInstant } from '../../src/privacy/time';
import { dismissAnnounced } from '../../src/privacy/webhook/announcements';
import { applyOne } from '../../src/privacy/webhook/apply';
import { firstWebhook } from '../../src/privacy/webhook/state';
import { askUndo } from '../../src/privacy/webhook/undo/ask';
import { runUndo } from '../../src/privacy/webhook/undo/run';
import { openMemoryScene, type MemoryScene } from '../privacy/reporting/memory-scene';
import { runCount } from '../setup/run-count';

const ANNA = 'person-anna';
const MINUTE_MS = 60_000;
const DECLINED = { approved: false, reason: 'unfounded' } as const;

const MOVES = [
  ...['announced as closed', 'erasure handed in', 'access handed in'],
  ...['asks for erasure', 'restricts', 'lifts', 'uses', 'removed'],
  ...['restricted by an administrator', 'lifted by an administrator'],
  ...['dismissed', 'erasure declined', 'erasure withdrawn', 'all undone', 'last three undone'],
] as const;
type Move = (typeof MOVES)[number];

interface Asked {
  by: 'webhook' | 'person';
  at: number;
  status: 'open' | 'declined' | 'withdrawn';
}

/** What must be so of Anna, told without any of the app's code. Moments are numbers of moves. */
interface Model {
  own: boolean;
  /** What else restricts: an administrator, or what was said of her and holds by itself. */
  others: 'administrator' | 'said' | undefined;
  removed: boolean;
  announced: number | undefined;
  /** Since when the webhook's request to erase restricts. */
  asked: number | undefined;
  erasure: Asked | undefined;
  access: Asked | undefined;
}

const isSaid = ({ removed, announced, asked }: Model): boolean =>
  removed || announced !== undefined || asked !== undefined;
/** What was said restricts where nothing else does, and no longer when none of it is left. */
const saying = (model: Model): Model =>
  model.own || model.others ? model : { ...model, others: isSaid(model) ? 'said' : undefined };
const unsaying = (model: Model): Model =>
  model.others === 'said' && !isSaid(model) ? { ...model, others: undefined } : model;
const onSite = (model: Model): Model => unsaying({ ...model, removed: false });
const unsaid = { removed: false, announced: undefined, asked: undefined };
const isOpen = (asked: Asked | undefined): asked is Asked => asked?.status === 'open';

const NEXT: Record<Move, (model: Model, now: number) => Model> = {
  'announced as closed': (model, now) => saying({ ...model, announced: model.announced ?? now }),
  'erasure handed in': (model, now) =>
    saying({
      ...model,
      asked: model.asked ?? now,
      erasure: isOpen(model.erasure) ? model.erasure : { by: 'webhook', at: now, status: 'open' },
    }),
  'access handed in': (model, now) =>
    isOpen(model.access) ? model : { ...model, access: { by: 'webhook', at: now, status: 'open' } },
  'asks for erasure': (model, now) => {
    const { at } = isOpen(model.erasure) ? model.erasure : { at: now };
    return onSite({ ...model, erasure: { by: 'person', at, status: 'open' } });
  },
  restricts: (model) => ({ ...onSite(model), own: true }),
  lifts: (model) => {
    const here = onSite(model);
    if (!here.own && here.others) return model;
    return here.own ? saying({ ...here, own: false }) : here;
  },
  uses: onSite,
  removed: (model) => saying({ ...model, removed: true }),
  'restricted by an administrator': (model) => ({ ...model, others: 'administrator' }),
  'lifted by an administrator': (model) => {
    if (model.others) return { ...model, ...unsaid, others: undefined };
    return model.own ? { ...model, ...unsaid, own: false } : model;
  },
  dismissed: (model) => unsaying({ ...model, announced: undefined }),
  'erasure declined': (model) => answered(model, 'declined'),
  'erasure withdrawn': (model) => {
    const status = model.erasure?.status;
    if (status === 'open') return answered(onSite(model), 'withdrawn');
    return status === 'withdrawn' ? onSite(model) : model;
  },
  'all undone': (model) => undone(model, 0),
  'last three undone': (model, now) => undone(model, now - 3),
};

function answered(model: Model, status: 'declined' | 'withdrawn'): Model {
  if (!isOpen(model.erasure)) return model;
  return unsaying({ ...model, asked: undefined, erasure: { ...model.erasure, status } });
}

function undone(model: Model, since: number): Model {
  const goes = (at: number | undefined): boolean => at !== undefined && at >= since;
  const left = (asked: Asked | undefined): Asked | undefined =>
    isOpen(asked) && asked.by === 'webhook' && goes(asked.at) ? { ...asked, status: 'withdrawn' } : asked;
  const erasure = left(model.erasure);
  const isWithdrawn = erasure !== model.erasure;
  return unsaying({
    ...model,
    announced: goes(model.announced) ? undefined : model.announced,
    asked: goes(model.asked) || isWithdrawn ? undefined : model.asked,
    erasure,
    access: left(model.access),
  });
}

async function play({ engine }: MemoryScene, move: Move, momentOf: (moves: number) => string, at: number) {
  const handIn = (what: 'closed' | 'erasure' | 'access') =>
    applyOne(engine, { what, accountId: ANNA }, toInstant(engine.now()));
  const undo = async (since?: string): Promise<void> => {
    await askUndo(engine, { reason: 'security', since });
    await runUndo(engine);
  };
  const erasure = async () => ({ accountId: ANNA, type: 'erasure' as const, id: await idOf(engine) });
  const restrict = (by: 'person' | 'administrator', restricted: boolean) =>
    setRestriction(engine, ANNA, by, restricted, by === 'person' ? {} : { reason: 'person-asked' });
  const acts: Record<Move, () => Promise<unknown>> = {
    'announced as closed': () => handIn('closed'),
    'erasure handed in': () => handIn('erasure'),
    'access handed in': () => handIn('access'),
    'asks for erasure': () => openRequest(engine, { accountId: ANNA, type: 'erasure' }),
    restricts: () => restrict('person', true),
    lifts: () => restrict('person', false),
    uses: async () => seenOnSite(engine, (await readSubject(engine, ANNA)).subject),
    removed: () => noteRemoved(engine, ANNA),
    'restricted by an administrator': () => restrict('administrator', true),
    'lifted by an administrator': () => restrict('administrator', false),
    dismissed: () => dismissAnnounced(engine, ANNA, 'support'),
    'erasure declined': async () => decide(engine, await erasure(), DECLINED),
    'erasure withdrawn': async () => withdrawRequest(engine, ANNA, await erasure()),
    'all undone': () => undo(),
    'last three undone': () => undo(momentOf(Math.max(at - 3, 0))),
  };
  await acts[move]().catch(() => undefined);
}

const requestOf = async (engine: Engine, type: 'erasure' | 'access'): Promise<PrivacyRequest | undefined> => {
  const { dataSet, key } = requestRef(ANNA, type);
  return engine.store.get(dataSet, key);
};
const idOf = async (engine: Engine): Promise<string> => (await requestOf(engine, 'erasure'))?.id ?? 'none';

async function expectAsModel({ engine }: MemoryScene, model: Model): Promise<void> {
  const { subject } = await readSubject(engine, ANNA);
  if (!subject) throw new Error('Anna is gone');
  const { own, others } = groundsOf(subject.standing);
  expect({
    own: own !== undefined,
    others: others?.by === 'administrator' ? others.by : others && 'said',
  }).toEqual({
    own: model.own,
    others: model.others,
  });
  for (const type of ['erasure', 'access'] as const) {
    const request = await requestOf(engine, type);
    expect(request && [request.status, request.madeBy ?? 'person']).toEqual(
      model[type] && [model[type].status, model[type].by],
    );
  }
}

it('Whatever is said, asked, answered and undone, a restriction lasts as long as what it came of, and no longer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MOVES), { minLength: 2, maxLength: 20 }), async (moves) => {
      const scene = openMemoryScene();
      const { engine } = scene;
      await engine.store.putIfAbsent(WEBHOOK, WEBHOOK_KEY, firstWebhook(engine.now()));
      await scene.register(ANNA);
      let model: Model = { ...unsaid, own: false, others: undefined, erasure: undefined, access: undefined };
      const moments: string[] = [];
      for (const [at, move] of moves.entries()) {
        scene.pass(MINUTE_MS);
        moments.push(toInstant(engine.now()));
        await play(scene, move, (nth) => moments[nth] ?? '', at);
        model = NEXT[move](model, at);
        await expectAsModel(scene, model);
      }
    }),
    { numRuns: runCount(500, 20_000) },
  );
}, 600_000);
