const words: Readonly<Record<string, string>> = {
  'pd:UID': 'Identifier of the account',
  'pd:WorkHistory': 'Work done',
  'pd:PrivacyPreference': 'Privacy choices and requests',
  'pd:ServiceConsumptionBehavior': 'Use of the app',
  'dpv:PseudonymisedData': 'Code that stands for a person',
};

/** A category of the Data Privacy Vocabulary as people read it; one that is not known here goes by its name. */
export const categoryWords = (category: string): string =>
  Object.hasOwn(words, category) ? (words[category] ?? category) : category;
