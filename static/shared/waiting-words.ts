import { t } from './words/words';

/** What a button of Atlaskit adds to its name while it waits: `vite.config.mts` puts this in place of its English. */
export const waitingWords = (): string => t('common.button-waits');
