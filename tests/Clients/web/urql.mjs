// urql as a front end uses it: query with variables, its document cache, mutation with a union of errors, an error of the request.
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';

const [url, token, madeUpId] = process.argv.slice(2);
let requests = 0;
const client = new Client({
  url,
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
  fetchOptions: { headers: { authorization: `Bearer ${token}` } },
  // Without its signal: urql aborts a request that is answered, which Node reports as a rejection that nobody handles.
  fetch: (target, { signal, ...options }) => {
    requests++;
    return fetch(target, options);
  },
});

const claims = gql`query ($from: Date!) { claims(first: 2, where: { receivedDates: { from: $from } }) { nodes { id number } } }`;
const first = await client.query(claims, { from: '2025-10-01' }).toPromise();
const again = await client.query(claims, { from: '2025-10-01' }).toPromise();
const afterCache = requests;
const refused = await client
  .mutation(gql`mutation ($input: CreateClaimDraftInput!) { createClaimDraft(input: $input) { draft { id } errors { ... on Error { code } } } }`, { input: { type: 'HCFA', providerId: madeUpId } })
  .toPromise();
const broken = await client.query(gql`{ nope }`, {}).toPromise();

console.log(JSON.stringify({
  claims: first.data.claims.nodes.map((n) => n.number),
  again: again.data.claims.nodes.map((n) => n.number),
  requests: afterCache,
  refused: refused.data.createClaimDraft.errors.map((e) => e.code),
  broken: broken.error.graphQLErrors.map((e) => e.extensions.code),
}));
