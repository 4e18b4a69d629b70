/** Which blocks the sample firm has had signed: the newest of every client but one, so that the check has something to say. */

type Row = Readonly<Record<string, string>>;

const unsigned = 'Delta Law';
/** Older ones are used up, and nobody asks for their papers any more. */
const newest = 3;

/** `rows` is the tab Blocks as it is printed, headers first. */
export function signedAgreements([headers = [], ...rows]: readonly (readonly unknown[])[]): Row[] {
  const cell = (row: readonly unknown[], name: string) => String(row[headers.indexOf(name)] ?? '');
  const sold = rows.filter(row => ['', 'Purchase'].includes(cell(row, 'Kind')) && cell(row, 'Block') !== '');
  const clients = new Set(sold.map(row => cell(row, 'Client')));
  clients.delete(unsigned);
  return [...clients].flatMap(client =>
    sold
      .filter(row => cell(row, 'Client') === client)
      .slice(-newest)
      .map(row => ({ Client: client, Block: cell(row, 'Block'), Signed: cell(row, 'Date') })),
  );
}
