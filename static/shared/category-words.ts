import { wordOf } from './word-of';

const CATEGORIES = {
  'pd:UID': 'processing.account-identifier',
  'pd:WorkHistory': 'processing.work-done',
  'pd:PrivacyPreference': 'processing.privacy-choices',
  'pd:ServiceConsumptionBehavior': 'processing.use-of-app',
  'dpv:PseudonymisedData': 'processing.code-for-person',
  'dpv:NonPersonalData': 'processing.no-personal-data',
} as const;

/** A category of the Data Privacy Vocabulary as people read it; one that is not known here goes by its name. */
export const categoryWords = (category: string): string => wordOf<string>(CATEGORIES, category, category);
