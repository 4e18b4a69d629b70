/** The entry points of the add-on, by what they are for: menu, triggers, functions in cells, and calls of its pages. */

export * from './entry/agreements';
export * from './entry/blocks';
export * from './entry/book';
export * from './entry/books';
export * from './entry/card';
export * from './entry/care';
export * from './entry/cells';
export * from './entry/notices';
export * from './entry/papers';
export * from './entry/start';
export * from './entry/triggers';
export * from './entry/workbook';
