// Apollo Client as a front end uses it: query with variables, mutation with a union of errors, normalised cache, persisted queries.
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const [url, token, madeUpId] = process.argv.slice(2);
const bodies = [];
const http = new HttpLink({
  uri: url,
  headers: { authorization: `Bearer ${token}` },
  fetch: (target, options) => {
    bodies.push(options.body ?? '');
    return fetch(target, options);
  },
});

const introspect = new ApolloClient({ link: http, cache: new InMemoryCache() });
const { data: types } = await introspect.query({ query: gql`{ __schema { types { name possibleTypes { name } } } }` });
const possibleTypes = Object.fromEntries(types.__schema.types.filter((t) => t.possibleTypes).map((t) => [t.name, t.possibleTypes.map((p) => p.name)]));
const client = new ApolloClient({ link: http, cache: new InMemoryCache({ possibleTypes }) });

const claims = gql`
  query Claims($from: Date!, $first: Int = 2) {
    claims(first: $first, where: { receivedDates: { from: $from } }) { pageInfo { hasNextPage endCursor } edges { cursor node { id number status lines { no } } } }
  }`;
const variables = { from: '2025-10-01' };
const first = await client.query({ query: claims, variables });
const node = first.data.claims.edges[0].node;
const cached = await client.query({ query: claims, variables, fetchPolicy: 'cache-only' });
const before = bodies.length;
const fragment = client.readFragment({ id: client.cache.identify(node), fragment: gql`fragment C on Claim { number }` });

const create = gql`
  mutation Create($input: CreateClaimDraftInput!) {
    createClaimDraft(input: $input) { draft { id type version } errors { __typename ... on Error { code message } } }
  }`;
const made = await client.mutate({ mutation: create, variables: { input: { type: 'HCFA' } } });
const refused = await client.mutate({ mutation: create, variables: { input: { type: 'HCFA', providerId: madeUpId } } });
const broken = await client.query({ query: gql`{ nope }` }).then(() => [], (error) => error.errors.map((e) => e.extensions.code));

const hashed = new ApolloClient({
  link: ApolloLink.from([new PersistedQueryLink({ sha256: (text) => createHash('sha256').update(text).digest('hex') }), http]),
  cache: new InMemoryCache({ possibleTypes }),
});
const viewer = gql`query Viewer { viewer { market } }`;
bodies.length = 0;
const learnt = await hashed.query({ query: viewer, fetchPolicy: 'no-cache' });
const known = await hashed.query({ query: viewer, fetchPolicy: 'no-cache' });

console.log(JSON.stringify({
  claims: first.data.claims.edges.map((e) => e.node.number),
  sameFromCache: JSON.stringify(cached.data) === JSON.stringify(first.data),
  requests: before,
  fragment: fragment.number,
  draft: made.data.createClaimDraft.draft.type,
  refused: refused.data.createClaimDraft.errors.map((e) => e.code),
  broken,
  viewers: [learnt.data.viewer.market, known.data.viewer.market],
  withQuery: bodies.map((body) => 'query' in JSON.parse(body)),
}));
