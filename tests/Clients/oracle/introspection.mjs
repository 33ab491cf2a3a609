// The data of an introspection query a line: what is wrong with the schema that a client builds from it, else what it prints as.
import { buildClientSchema, validateSchema } from 'graphql';
import { answer, errorOf } from './lines.mjs';
import { printInOrder } from './print.mjs';

await answer((data) => {
  const schema = buildClientSchema(data);
  const errors = validateSchema(schema);
  return errors.length > 0 ? { errors: errors.map(errorOf) } : { printed: printInOrder(schema) };
});
