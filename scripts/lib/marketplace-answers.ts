import { describeSet } from '../../src/privacy/notice/describe';
import { periodOf as choosable } from '../../src/privacy/settings/settings';
import type { DataMap, DataSet } from '../../src/storage/data-set';
import { periodOf, say, STANDARD, table } from './data-set-tables';

/** The script that writes what stands here into docs/marketplace.md. */
export const SCRIPT = 'scripts/marketplace-answers.ts';

const holdsAccountIds = ({ key, fields }: DataSet): boolean =>
  JSON.stringify([key, fields]).includes('"account-id"');

const titles = (sets: readonly DataSet[]): string => sets.map(({ title }) => `_${say(title)}_`).join(', ');

/** By what a record stands for a person. */
export function identifierOf(set: DataSet): string {
  if (!holdsAccountIds(set)) return 'digests and random tokens, no account ID';
  return set.about === 'pseudonym' ? 'account ID, only while it runs' : 'account ID';
}

/** The answers of the Marketplace's privacy and security tab that follow from what is stored. */
export function marketplaceAnswers(map: DataMap): string {
  const personal = map.filter(({ about }) => about !== 'nobody');
  const naming = personal.filter(holdsAccountIds);
  const others = personal.filter((set) => !holdsAccountIds(set));
  const chosen = map.filter((set) => choosable(set));
  return [
    '### Answers',
    table(
      ['Question', 'Answer'],
      [
        [
          'Which personal data of end users is stored?',
          `Atlassian account IDs, in ${naming.length} kinds of record: ${titles(naming)}. No names, e-mail addresses or free text.`,
        ],
        [
          'What is stored that stands for a person without naming them?',
          `Keyed digests and random tokens, in ${others.length} kinds of record: ${titles(others)}.`,
        ],
        [
          'Where?',
          'In Forge hosted storage. What the webhook announced also passes Forge’s queue, encrypted, and stays there for 24 hours at most.',
        ],
        [
          'Do administrators choose how long?',
          `Yes, within limits, for ${titles(chosen)}. Everything else has a period of its own, below.`,
        ],
        [
          'Can people see, export and delete it themselves?',
          `Yes. The export contains ${personal.filter(({ exported }) => exported).length} of ${personal.length} kinds of record about people.`,
        ],
        [
          'What outlives a deletion?',
          `${titles(personal.filter(({ erasure }) => erasure.effect === 'keep'))}: they name nobody once the deletion is done.`,
        ],
      ],
    ),
    '### End-user data stored',
    table(
      ['Record', 'Identifies by', 'How long', 'If everything is deleted'],
      personal.map((set) => [
        `**${say(set.title)}**`,
        identifierOf(set),
        periodOf(set),
        describeSet(set, STANDARD, say).onErasure,
      ]),
    ),
  ].join('\n\n');
}
