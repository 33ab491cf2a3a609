// A source a line: what it prints as, or why and where it is refused.
import { parse, print } from 'graphql';
import { answer, refusedOr } from './lines.mjs';

await answer((source) => refusedOr(() => ({ printed: print(parse(source)).toWellFormed() })));
