import type { Notice, NoticeChange } from '../../contract';
import { sayIn } from '../../words';
import type { NoticeLanguage } from '../data-sets/languages';
import type { Engine } from '../engine';
import { noticeOfVersion } from './archive';
import type { Notices } from './notice';

type Part = Pick<NoticeChange, 'kind' | 'id' | 'title'> & { said: unknown };

/** What people are told to look at: the summary, each section, each kind of record in the table, and what it rests on. */
const partsOf = ({ language, line, screen, sections, dataSets, ...notice }: Notice): Part[] => {
  const { controllerPage, policyDate, vendor } = notice;
  const say = sayIn(language);
  return [
    {
      kind: 'summary',
      id: 'summary',
      title: say('notice.part-summary'),
      said: [line, screen, controllerPage],
    },
    ...sections.map((section): Part => {
      const page = section.id === 'responsible' && controllerPage;
      return { kind: 'section', id: section.id, title: section.title, said: [section, page] };
    }),
    ...dataSets.map((set): Part => ({ kind: 'data-set', id: set.name, title: set.title, said: set })),
    { kind: 'policy', id: 'policy', title: say('notice.part-policy'), said: [policyDate, vendor] },
  ];
};

const keyOf = ({ kind, id }: Pick<Part, 'kind' | 'id'>): string => `${kind} ${id}`;

const asChange = ({ kind, id, title }: Part, change: NoticeChange['change']): NoticeChange => {
  return { kind, id, title, change };
};

/**
 * Which parts differ between two versions in one language, in the order of the later one; those that are gone come last.
 */
function changesBetween(before: Notice, after: Notice): NoticeChange[] {
  const left = new Map(partsOf(before).map((part) => [keyOf(part), part]));
  const changes: NoticeChange[] = [];
  for (const part of partsOf(after)) {
    const was = left.get(keyOf(part));
    left.delete(keyOf(part));
    if (!was) changes.push(asChange(part, 'added'));
    else if (JSON.stringify(was.said) !== JSON.stringify(part.said)) changes.push(asChange(part, 'changed'));
  }
  return [...changes, ...[...left.values()].map((part) => asChange(part, 'removed'))];
}

/**
 * What changed since the version that somebody read, with titles in their language; nothing where they read none or this
 * one, or its text is not kept. It is compared in the language in which the text of before can be shown.
 */
export async function changesSince(
  engine: Engine,
  read: string | undefined,
  notices: Notices,
  language: NoticeLanguage,
): Promise<NoticeChange[] | undefined> {
  if (read === undefined || read === notices.version) return undefined;
  const before = await noticeOfVersion(engine, read, language);
  if (!before) return undefined;
  const titles = new Map(partsOf(notices.in(language)).map((part) => [keyOf(part), part.title]));
  return changesBetween(before, notices.in(before.language)).map((change) => ({
    ...change,
    title: titles.get(keyOf(change)) ?? change.title,
  }));
}
