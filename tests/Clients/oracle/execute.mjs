// First the SDL of a schema, then a document with its variables a line: what executing it answers. Values come from hashes of
// where they are, as ReferenceValues.cs makes them too.
import { buildSchema, execute, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType, parse } from 'graphql';
import { answer } from './lines.mjs';

const hash = (text) => {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
};

const shown = (value) =>
  value === null || value === undefined ? 'null'
  : Array.isArray(value) ? `[${value.map(shown).join(',')}]`
  : typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${key}:${shown(value[key])}`).join(',')}}`
  : String(value);

let schema;

function valueOf(type, seed, nullEvery) {
  if (isNonNullType(type)) return valueOf(type.ofType, seed, 29);
  if (seed % nullEvery === 0) return null;
  if (isListType(type)) return Array.from({ length: (seed >>> 3) % 4 }, (_, i) => valueOf(type.ofType, hash(`${seed}/${i}`), 7));
  if (isAbstractType(type)) {
    const names = schema.getPossibleTypes(type).map((t) => t.name).sort();
    return { type: names[(seed >>> 5) % names.length], seed };
  }
  if (isObjectType(type)) return { type: type.name, seed };
  if (isEnumType(type)) return seed % 37 === 1 ? 'NOT_THERE' : type.getValues()[(seed >>> 4) % type.getValues().length].name;
  switch (type.name) {
    case 'Int': return seed % 31 === 1 ? 'no number' : (seed >>> 2) % 1000;
    case 'Float': return ((seed >>> 2) % 1000) / 8;
    case 'Boolean': return (seed & 4) !== 0;
    default: return `${type.name}${(seed >>> 2) % 1000}`;
  }
}

function fieldResolver(source, args, _, info) {
  const field = info.parentType.getFields()[info.fieldName];
  const given = field.args.filter((a) => a.name in args).map((a) => `${a.name}=${shown(args[a.name])}`);
  const seed = hash(`${source.seed}/${info.fieldName}(${given.join(',')})`);
  if (seed % 19 === 3) throw new Error('boom');
  return valueOf(field.type, seed, 7);
}

await answer((line) => {
  if (!schema) {
    schema = buildSchema(line);
    return {};
  }
  const { data, errors = [] } = execute({
    schema, document: parse(line.query), variableValues: line.variables, rootValue: { seed: 1 }, fieldResolver, typeResolver: (value) => value.type,
  });
  return { data: data === undefined ? 'none' : JSON.stringify(data), errors: errors.map((e) => `${JSON.stringify(e.path ?? null)} @ ${(e.locations ?? []).map((l) => `${l.line}:${l.column}`)}`).sort() };
});
