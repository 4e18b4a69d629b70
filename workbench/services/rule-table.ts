/** Reads the table of emulated methods, and checks a call against it with Google's error texts. */

import type { AuthMode, CallKind } from './execution';

type Right = 'nothing' | 'menu' | 'document' | 'store' | 'user';

export interface MethodRule {
  readonly kind: CallKind;
  readonly writes: boolean;
  readonly right: Right;
  readonly scope: string | null;
  readonly signatures: readonly (readonly string[])[];
}

export interface ServiceRules {
  /** As Google's messages name it, such as `SpreadsheetApp.Range`. */
  readonly path: string;
  readonly name: string;
  readonly methods: Map<string, MethodRule>;
  readonly enumerations: Set<string>;
}

const allowed: Record<Right, readonly AuthMode[]> = {
  nothing: ['NONE', 'LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
  menu: ['NONE', 'LIMITED', 'FULL'],
  document: ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
  store: ['LIMITED', 'CUSTOM_FUNCTION', 'FULL'],
  user: ['FULL'],
};

export function parseRules(table: string): ReadonlyMap<string, ServiceRules> {
  const services = new Map<string, ServiceRules>();
  let group: { service: ServiceRules; right: Right; scope: string | null } | null = null;
  for (const line of table.split('\n').filter(text => text.trim() !== '')) {
    const [first = '', ...rest] = line.trim().split(' ');
    if (!line.startsWith(' ')) {
      const name = first.split('.').at(-1) ?? first;
      const service = services.get(name) ?? {
        path: first,
        name,
        methods: new Map(),
        enumerations: new Set(),
      };
      services.set(name, service);
      group = { service, right: rest[1] as Right, scope: rest[2] ?? null };
    } else if (group && first === 'enum') {
      for (const name of rest) group.service.enumerations.add(name);
    } else if (group) {
      const { service, right, scope } = group;
      const kind: CallKind = first === 'read' || first === 'write' ? 'data' : (first as CallKind);
      for (const text of rest) {
        const [, method = '', types = ''] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
        const before = service.methods.get(method)?.signatures ?? [];
        const signatures = [...before, types === '' ? [] : types.split(',')];
        service.methods.set(method, { kind, writes: first === 'write', right, scope, signatures });
      }
    }
  }
  return services;
}

/** Null, or what Google says where this mode or manifest does not allow the call. */
export function refusal(
  path: string,
  method: string,
  rule: MethodRule,
  mode: AuthMode,
  scopes: readonly string[],
): string | null {
  const held = [rule.scope, rule.scope?.replace('.currentonly', '')].some(scope =>
    scopes.includes(scopeUrl(scope)),
  );
  const readOnly =
    mode === 'CUSTOM_FUNCTION' && rule.right === 'document' && rule.writes && method !== 'flush';
  if (allowed[rule.right].includes(mode) && !readOnly && (rule.scope === null || held)) return null;
  const required = rule.scope === null || readOnly ? '' : ` Required permissions: ${scopeUrl(rule.scope)}`;
  return `You do not have permission to call ${path.replace(/^SpreadsheetApp\./, '')}.${method}.${required}`;
}

function scopeUrl(scope: string | null | undefined): string {
  return `https://www.googleapis.com/auth/${scope}`;
}

/** Whether the arguments fit one of the signatures; `nameOf` tells service objects and enumeration values. */
export function fits(
  rule: MethodRule,
  args: readonly unknown[],
  typeOf: (value: unknown) => string,
): boolean {
  return rule.signatures.some(types => {
    if (args.length !== types.length) return false;
    // Values of enumerations are plain texts here.
    return types.every((type, index) => {
      return type === 'Any' || typeOf(args[index]) === type.replace('ButtonSet', 'String');
    });
  });
}
