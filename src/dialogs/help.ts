import { compareVersions } from '../ledger/start/versions';
import { ask } from './ask';
import { closeOnRequest, part, say } from './page';

/** A workbook keeps what its version made: what a newer one brings comes with its next set up. */
async function sayWhereOlder(): Promise<void> {
  const setUp = await ask('versionSetUp');
  if (setUp === null) return;
  const order = compareVersions(setUp, part('version').textContent ?? '');
  if (order === 0) return;
  const by = setUp ? `by version ${setUp}` : 'by an earlier version';
  say(
    order < 0
      ? `This workbook was set up ${by}: More > Set up > Set up workbook adds what is new, and changes nothing that you typed.`
      : `This workbook was set up ${by}, which is newer: update Block Ledger here too.`,
  );
}

closeOnRequest();
// Help is there without it.
sayWhereOlder().catch((error: unknown) => console.warn(error));
