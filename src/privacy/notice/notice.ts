import type { Notice } from '../../contract';
import type { DataMap } from '../../storage/data-set';
import type { Settings } from '../data-sets/settings';
import { sha256 } from '../digest';
import type { Engine } from '../engine';
import { readSettings } from '../settings';
import { describeSet } from './describe';
import { POLICY_DATE, SECTIONS, SUMMARY, VENDOR } from './words';

/** The full notice (GDPR art. 13), with its part on records rendered from the data map and the periods in force. */
export function noticeOf(map: DataMap, settings: Settings): Notice {
  const content = {
    policyDate: POLICY_DATE,
    vendor: { ...VENDOR },
    summary: SUMMARY,
    sections: SECTIONS.map(({ id, title, claims }) => ({
      id,
      title,
      paragraphs: claims.map(({ text }) => text),
    })),
    dataSets: map.filter(({ about }) => about !== 'nobody').map((set) => describeSet(set, settings)),
  };
  return { version: sha256(JSON.stringify(content)).slice(0, 16), ...content };
}

/** The notice as it is under the settings in force. */
export const currentNotice = async (engine: Engine): Promise<Notice> =>
  noticeOf(engine.store.map, await readSettings(engine));

/** The layer the panel shows: what is kept about a person, why and until when, in a line for each counted data set. */
export function shortNotice(
  notice: Notice,
  map: DataMap,
): { version: string; summary: string; points: string[] } {
  const entered = map.filter(
    ({ found, usedFor }) => found?.by === 'index' && usedFor?.includes('time-recording'),
  );
  const points = notice.dataSets
    .filter(({ name }) => entered.some((set) => set.name === name))
    .map(({ title, what, purpose, retention }) => `${title}: ${what} ${purpose} ${retention}`);
  return { version: notice.version, summary: notice.summary, points };
}

/** Digest of the data map: what an erasure and its receipt refer to. */
export const mapVersionOf = (map: DataMap): string => sha256(JSON.stringify(map)).slice(0, 16);
