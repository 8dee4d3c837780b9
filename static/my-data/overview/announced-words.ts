import type { Announced } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import { said } from '../../shared/said';
import { unknownWord } from '../../shared/word-of';

/** What was announced about the person, and on which day. */
export const announcedWords = ({ what, at }: Announced, viewer: ForViewer): string =>
  said(`my-data.announced-${what}`, { day: formatInstantDay(at, viewer) }) ?? unknownWord();
