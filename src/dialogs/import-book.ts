import { foundWords } from '../ledger/importing/plan-book';
import { ask } from './ask';
import { openBookForm } from './book-form';
import { readBookTabs } from './book-run';
import { part } from './page';

openBookForm({
  read: () =>
    readBookTabs({
      listForeignTabs: () => ask('listForeignTabs'),
      listTabRows: (...given) => ask('listTabRows', ...given),
    }),
  found: (plan, tabs) => [
    ...plan.tabs.map(tab => `${foundWords(tab)}.`),
    ...tabs
      .filter(({ name }) => plan.tabs.every(({ tab }) => tab !== name))
      .map(({ name }) => `Tab ${name}: no table of clients, blocks or hours.`),
  ],
  nothing: 'No tab of yours holds a table that can be brought in.',
  opened: () => part('status').focus(),
});
