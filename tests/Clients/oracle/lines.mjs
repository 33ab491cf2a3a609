// Reads one JSON value a line from standard input and writes the answer to each, one a line.
import { createInterface } from 'node:readline';

export async function answer(reply) {
  const out = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line === '') continue;
    const result = reply(JSON.parse(line));
    out.push(JSON.stringify(result instanceof Promise ? await result : result));
  }
  process.stdout.write(out.join('\n') + '\n');
}

// A lone surrogate cannot be written as UTF-8.
const text = (value) => value.toWellFormed();

export const errorOf = (error) => ({
  message: text(error.message),
  locations: (error.locations ?? []).map(({ line, column }) => `${line}:${column}`),
  ...(error.path ? { path: error.path } : {}),
});

export const refusedOr = (attempt) => {
  try {
    return attempt();
  } catch (error) {
    if (error.name !== 'GraphQLError') throw error;
    return { errors: [errorOf(error)] };
  }
};
