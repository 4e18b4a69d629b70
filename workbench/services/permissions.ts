/** What the person allowed the add-on: consent is given scope by scope, and may lapse as a whole. */

import type { World } from './world';

/** What Google says to a run whose consent lapsed. */
export const authorizationRequired = 'Authorization is required to perform that action.';

const beginning = 'https://www.googleapis.com/auth/';

/** Of the manifest's scopes, or of those asked about, the ones that the person has not allowed; addresses. */
export function missingScopes(
  { bundle, isAllowed, declined }: World,
  wanted: readonly string[] = bundle.scopes,
): readonly string[] {
  return isAllowed ? wanted.filter(scope => declined.has(scope.replace(beginning, ''))) : wanted;
}

/** The scopes in which a run may act: of those that were not allowed it knows nothing. */
export function grantedScopes(world: World): readonly string[] {
  return world.bundle.scopes.filter(scope => !world.declined.has(scope.replace(beginning, '')));
}
