import { foundWords } from '../ledger/importing/plan-book';
import { ask } from './ask';
import { openBookForm, takeTables } from './book-form';
import { otherWindow } from './book-run';
import { onClick, part, say, sayFailure } from './page';
import { createTableInput } from './table-input';

const input = createTableInput(({ table, name }) => {
  takeTables(table.problem ? [] : [{ name, rows: table.rows }]);
  if (table.problem) say(table.problem, true);
});

openBookForm({
  title: 'Import sold blocks',
  read: async () => [],
  found: ({ tabs }) => tabs.map(tab => `${foundWords(tab, 'In')}.`),
  nothing: '',
  refuses(plan) {
    const { kind, message } = otherWindow(plan) ?? {};
    part('clients').hidden = kind !== 'clients';
    part('hours').hidden = kind !== 'hours';
    return message;
  },
  opened() {
    ask('importHoursForm').then(({ here }) => input.offerTab(here), sayFailure);
    part('text').focus();
  },
});
onClick('clients', () => void ask('importClients').catch(sayFailure));
onClick('hours', () => void ask('importHours').catch(sayFailure));
