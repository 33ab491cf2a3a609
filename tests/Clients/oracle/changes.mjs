// A line has an old and a new schema in SDL: the breaking and dangerous changes.
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';
import { answer } from './lines.mjs';

await answer(([before, after]) => {
  const schemas = [buildSchema(before), buildSchema(after)];
  return { breaking: findBreakingChanges(...schemas), dangerous: findDangerousChanges(...schemas) };
});
