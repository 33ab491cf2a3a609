// First the SDL of a schema, then a document a line: the errors that validation finds.
import { buildSchema, parse, validate } from 'graphql';
import { answer, errorOf, refusedOr } from './lines.mjs';

let schema;
await answer((line) => {
  if (schema) return refusedOr(() => ({ errors: validate(schema, parse(line)).map(errorOf) }));
  schema = buildSchema(line);
  return {};
});
