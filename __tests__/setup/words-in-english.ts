import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { speak } from '../../static/shared/words/words';

speak(compiledCatalogues()['en'] ?? {}, 'en', 'en-GB');

export * from '../../static/shared/words/words';
