/** The functions of the script that Google, menus and pages call by name. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** The functions that main.ts exports, or a file of which it exports all: name, parameters, documentation above. */
export function findEntryPoints(root, path) {
  const source = readFileSync(path, 'utf8');
  const file = relative(root, path).split(sep).join('/');
  const { program, comments } = parse(file, source);
  return program.body.filter(isExport).flatMap(statement => {
    if (statement.type === 'ExportAllDeclaration' && !statement.exported)
      return findEntryPoints(root, join(dirname(path), `${statement.source.value}.ts`));
    const declared = statement.declaration;
    if (declared?.type !== 'FunctionDeclaration' || !declared.id) {
      fail(
        `${file} may export only functions declared there, not: ${firstLine(source.slice(statement.start))}`,
      );
    }
    const { name } = declared.id;
    if (name.endsWith('_')) fail(`Apps Script hides functions whose names end in "_": rename ${name}.`);
    const above = comments.filter(each => each.end <= statement.start).pop();
    const documented = above?.value.startsWith('*') && source.slice(above.end, statement.start).trim() === '';
    return {
      name,
      parameters: declared.params.map(parameter => parameterName(`${name} in ${file}`, parameter)),
      documentation: documented && above.value.includes('@customfunction') ? `/*${above.value}*/\n` : '',
    };
  });
}

function isExport(statement) {
  return statement.type.startsWith('Export');
}

function parameterName(owner, parameter) {
  if (parameter.type === 'RestElement') return `...${parameterName(owner, parameter.argument)}`;
  const named = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (named.type !== 'Identifier') fail(`${owner} needs plain parameter names.`);
  return named.name;
}

/** Every function that a menu, a trigger or a dialog calls by name must be there, and every dialog that is shown. */
export function checkNames(files, functions, dialogs) {
  for (const { path, name: file } of files) {
    const need = (known, called, where) => {
      if (typeof called !== 'string')
        fail(`${file}: ${where} needs a name written out as text, so that it can be checked.`);
      if (!known.has(called)) fail(`${file}: ${where} names "${called}", which does not exist.`);
    };
    const visitor = new Visitor({
      CallExpression({ callee, arguments: given }) {
        const member = callee.type === 'MemberExpression' ? callee.property.name : undefined;
        if (member === 'addItem') need(functions, given[1]?.value, 'addItem');
        if (member === 'newTrigger') need(functions, given[0]?.value, 'newTrigger');
        if (member === 'createHtmlOutputFromFile') need(dialogs, given[0]?.value, member);
        // src/entry has an `ask` of its own, for menus.
        if (callee.name === 'ask' && file.startsWith('dialogs/')) need(functions, given[0]?.value, 'ask');
      },
    });
    visitor.visit(parse(file, readFileSync(path, 'utf8')).program);
  }
}

function parse(file, source) {
  const result = parseSync(file, source);
  if (result.errors.length > 0) fail(`${file}: ${result.errors[0].message}`);
  return result;
}

function firstLine(text) {
  return text.split('\n', 1)[0];
}

function fail(message) {
  throw new Error(message);
}
