import { DirectiveLocation, printSchema } from 'graphql';

// The reference prints types in the order it came upon them, and locations as written; here types stand in order of name, locations in the specification's.
export function printInOrder(schema) {
  const order = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
  schema._typeMap = Object.fromEntries(Object.entries(schema.getTypeMap()).sort(order));
  for (const directive of schema.getDirectives())
    directive.locations = Object.values(DirectiveLocation).filter((location) => directive.locations.includes(location));
  return printSchema(schema);
}
