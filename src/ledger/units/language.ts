/** In which a client is written to, by its code: one of those that words/languages.ts lists. */
export type Language = string;
