/** How a language writes dates, hours and money; a language that says nothing of figures writes them as English does. */
export interface FigureRules {
  readonly months: string;
  readonly day: (day: number, month: string, year: number) => string;
  /** Between day, month and year in a narrow column. */
  readonly slash: string;
  readonly thousands: string;
  /** From how many digits on thousands are set apart. */
  readonly apartFrom: number;
  /** No space stands between a figure and its %. */
  readonly percentIsClose?: true;
  /** Signs of currencies; what is missing is written as its code. */
  readonly signs: Readonly<Record<string, string>>;
  /** Where the sign of the currency stands; blank: behind the amount. */
  readonly money?: (minus: string, amount: string, sign: string) => string;
}
