import type { LanguageName } from '../language-words';

export const dutchName: LanguageName = {
  code: 'nl',
  name: 'Dutch',
  known:
    'dutch niederländisch niederlaendisch neerlandés neerlandes holandés holandes néerlandais neerlandais nederlands olandese holandês neerlandês',
};
