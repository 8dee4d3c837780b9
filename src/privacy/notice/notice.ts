import type { Notice, NoticeParagraph, NoticeSection } from '../../contract';
import type { DataMap } from '../../storage/data-set';
import { sha256 } from '../digest';
import type { Engine } from '../engine';
import { textOf, type Section } from './claim';
import { describeSet } from './describe';
import { factsOf, type Facts } from './facts';
import { readInForce, type InForce } from './in-force';
import { SECTIONS } from './text';
import { lineOf, QUESTIONS } from './text/one-screen';
import { POLICY_DATE, VENDOR } from './words';

/**
 * The notice (GDPR art. 13) in its three layers: a line, a screen, and the full text with the table of the data map. It says
 * what is in force. Its version changes with everything it says.
 */
export function noticeOf(map: DataMap, inForce: InForce): Notice {
  const { settings } = inForce;
  const facts = factsOf(map, inForce);
  const content = {
    policyDate: POLICY_DATE,
    vendor: { ...VENDOR },
    ...(settings.controllerPage !== undefined && { controllerPage: settings.controllerPage }),
    line: lineOf(facts),
    screen: QUESTIONS.map(({ id, asks, ...question }) => ({
      id,
      asks,
      answer: textOf({ id, ...question }, facts) ?? '',
    })),
    sections: SECTIONS.map((section) => sectionOf(section, facts)),
    dataSets: map.filter(({ about }) => about !== 'nobody').map((set) => describeSet(set, settings)),
  };
  return { version: digestOf(content), ...content };
}

const digestOf = (content: unknown): string => sha256(JSON.stringify(content)).slice(0, 16);

const sectionOf = ({ id, title, claims }: Section, facts: Facts): NoticeSection => ({
  id,
  title,
  paragraphs: claims.flatMap((claim): NoticeParagraph[] => {
    const text = textOf(claim, facts);
    const { source } = claim;
    return text === undefined ? [] : [{ text, ...(source !== undefined && { source }) }];
  }),
});

/** The notice as it is under what is in force. */
export const currentNotice = async (engine: Engine): Promise<Notice> =>
  noticeOf(engine.store.map, await readInForce(engine));

/** Digest of the data map: what an erasure and its receipt refer to. */
export const mapVersionOf = (map: DataMap): string => sha256(JSON.stringify(map)).slice(0, 16);
