/** Measures what must be fast, in time of the processor, and what Google counts; prints, asserts nothing. */
import { measureBundle, measureCalls, measureCard, measureMonthEnd } from './bench/calls';
import { measureEdit } from './bench/edit';
import { measureExecutions } from './bench/executions';
import { measureImport } from './bench/importing';
import { measureBooks, measureManyBlocks, measureSettling } from './bench/settling';
import { measureWarehouse } from './bench/warehouse';

measureEdit();
measureSettling();
measureManyBlocks();
measureBooks();
await measureCard();
await measureBundle();
await measureExecutions();
await measureCalls();
await measureMonthEnd();
await measureImport();
measureWarehouse(process.argv.includes('--large'));
