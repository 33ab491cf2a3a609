import { printSchema } from 'graphql';

// The reference prints types in the order it came upon them; here they stand in order of name.
export function printInOrder(schema) {
  const order = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
  schema._typeMap = Object.fromEntries(Object.entries(schema.getTypeMap()).sort(order));
  return printSchema(schema);
}
