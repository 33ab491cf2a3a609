// The SDL of a schema a line: what is wrong with it, else what it prints as.
import { buildASTSchema, parse, validateSchema } from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import { answer, errorOf, refusedOr } from './lines.mjs';
import { printInOrder } from './print.mjs';

await answer((sdl) =>
  refusedOr(() => {
    const document = parse(sdl);
    const broken = validateSDL(document);
    if (broken.length > 0) return { errors: broken.map(errorOf) };
    const schema = buildASTSchema(document, { assumeValidSDL: true });
    const errors = validateSchema(schema);
    return errors.length > 0 ? { errors: errors.map(errorOf) } : { printed: printInOrder(schema) };
  }),
);
