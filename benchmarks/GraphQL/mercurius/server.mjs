// The same data served by mercurius with its JIT: node server.mjs DATABASE PORT
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import mercurius from 'mercurius'

const [file, port] = process.argv.slice(2)
const db = new Database(file)
for (const pragma of ['synchronous = FULL', 'cache_size = -8000', 'mmap_size = 1073741824', 'wal_autocheckpoint = 1000']) db.pragma(pragma)

const schema = `
  scalar Date
  scalar Decimal
  scalar Long
  type Query {
    eligibility(member: String!, date: Date!): Eligibility
    claims(provider: Long!, first: Int!): [Claim!]!
    claim(number: String!): Claim
    members(after: Long!, first: Int!): [Member!]!
  }
  type Mutation { submitClaim(input: SubmitClaimInput!): SubmitClaimPayload! }
  type Eligibility { date: Date! isEligible: Boolean! member: Member! coverage: Coverage }
  type Coverage { groupNumber: String! startDate: Date! endDate: Date plan: Plan! }
  type Plan { code: String! name: String! }
  type Member {
    number: String! firstName: String! lastName: String! birthDate: Date! email: String
    phone: String! street: String! city: String! state: String! postalCode: String!
  }
  type Provider { npi: String! name: String! specialty: String! city: String! }
  enum ClaimStatus { RECEIVED IN_PROCESS PAID DENIED VOIDED }
  type Claim {
    number: String! status: ClaimStatus! diagnosis: String! serviceDate: Date! receivedDate: Date! charged: Decimal! paid: Decimal!
    member: Member! provider: Provider! lines: [ClaimLine!]!
  }
  type ClaimLine { line: Int! procedure: String! description: String! units: Int! charged: Decimal! allowed: Decimal! paid: Decimal! }
  input SubmitClaimInput { member: String! provider: String! diagnosis: String! serviceDate: Date! lines: [ClaimLineInput!]! }
  input ClaimLineInput { procedure: String! description: String! units: Int! charged: Decimal! }
  type SubmitClaimPayload { claim: Claim errors: [SubmitClaimError!] }
  type UnknownNumberError { number: String! message: String! }
  union SubmitClaimError = UnknownNumberError
`

const member = 'm.id, m.number, m.first_name firstName, m.last_name lastName, m.birth_date birthDate, m.email, m.phone, m.street, m.city, m.state, m.postal_code postalCode'
const claim = 'c.id, c.number, c.status, c.diagnosis, c.service_date serviceDate, c.received_date receivedDate, c.charged / 100.0 charged, c.paid / 100.0 paid, c.member_id memberId, c.provider_id providerId'
const eligibility = db.prepare(`
  SELECT ${member}, v.group_number groupNumber, v.start_date startDate, v.end_date endDate, p.code planCode, p.name planName
  FROM members m
  LEFT JOIN coverages v ON v.member_id = m.id AND v.start_date <= @date AND (v.end_date IS NULL OR v.end_date >= @date)
  LEFT JOIN plans p ON p.id = v.plan_id
  WHERE m.number = @member LIMIT 1`)
const membersAfter = db.prepare(`SELECT ${member} FROM members m WHERE m.id > ? ORDER BY m.id LIMIT ?`)
const claimsOfProvider = db.prepare(`SELECT ${claim} FROM claims c WHERE c.provider_id = ? ORDER BY c.service_date DESC, c.id DESC LIMIT ?`)
const claimByNumber = db.prepare(`SELECT ${claim} FROM claims c WHERE c.number = ?`)
const membersByIds = db.prepare(`SELECT ${member} FROM members m WHERE m.id IN (SELECT value FROM json_each(?))`)
const providersByIds = db.prepare('SELECT id, npi, name, specialty, city FROM providers WHERE id IN (SELECT value FROM json_each(?))')
const linesByClaims = db.prepare('SELECT claim_id claimId, line, procedure, description, units, charged / 100.0 charged, allowed / 100.0 allowed, paid / 100.0 paid FROM lines WHERE claim_id IN (SELECT value FROM json_each(?)) ORDER BY claim_id, line')
const memberId = db.prepare('SELECT id FROM members WHERE number = ?').pluck()
const providerId = db.prepare('SELECT id FROM providers WHERE npi = ?').pluck()
const insertClaim = db.prepare('INSERT INTO claims VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, 0)')
const insertLine = db.prepare('INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, 0, 0)')
let last = db.prepare('SELECT MAX(id) FROM claims').pluck().get()

const statuses = ['RECEIVED', 'IN_PROCESS', 'PAID', 'DENIED', 'VOIDED']
const withStatus = row => { row.status = statuses[row.status]; return row }
const byKey = (queries, rows, key, id) => {
  const map = new Map(rows.map(r => [r[id], r]))
  return queries.map(q => map.get(q.obj[key]))
}

// better-sqlite3 is synchronous: one durable transaction each, nothing else can run meanwhile.
const store = db.transaction((id, number, member, provider, input, charged, today) => {
  insertClaim.run(id, number, member, provider, input.diagnosis, input.serviceDate, today, charged)
  input.lines.forEach((l, i) => insertLine.run(id, i + 1, l.procedure, l.description, l.units, Math.round(l.charged * 100)))
})

const resolvers = {
  Query: {
    eligibility: (_, { member, date }) => {
      const row = eligibility.get({ member, date })
      return row && {
        date, isEligible: row.groupNumber !== null, member: row,
        coverage: row.groupNumber === null ? null : { groupNumber: row.groupNumber, startDate: row.startDate, endDate: row.endDate, plan: { code: row.planCode, name: row.planName } }
      }
    },
    claims: (_, { provider, first }) => claimsOfProvider.all(provider, first).map(withStatus),
    claim: (_, { number }) => { const row = claimByNumber.get(number); return row && withStatus(row) },
    members: (_, { after, first }) => membersAfter.all(after, first)
  },
  Mutation: {
    submitClaim: (_, { input }) => {
      const member = memberId.get(input.member)
      const provider = providerId.get(input.provider)
      if (member === undefined) return { errors: [{ __typename: 'UnknownNumberError', number: input.member, message: 'No member has this number.' }] }
      if (provider === undefined) return { errors: [{ __typename: 'UnknownNumberError', number: input.provider, message: 'No provider has this NPI.' }] }
      const id = ++last
      const number = 'C' + String(id).padStart(10, '0')
      const charged = input.lines.reduce((sum, l) => sum + Math.round(l.charged * 100), 0)
      store(id, number, member, provider, input, charged, new Date().toISOString().slice(0, 10))
      return { claim: { id, number, status: 'RECEIVED', serviceDate: input.serviceDate, charged: charged / 100, memberId: member, providerId: provider } }
    }
  }
}

const loaders = {
  Claim: {
    member: async queries => byKey(queries, membersByIds.all(JSON.stringify(queries.map(q => q.obj.memberId))), 'memberId', 'id'),
    provider: async queries => byKey(queries, providersByIds.all(JSON.stringify(queries.map(q => q.obj.providerId))), 'providerId', 'id'),
    lines: async queries => {
      const map = new Map()
      for (const row of linesByClaims.all(JSON.stringify(queries.map(q => q.obj.id)))) {
        const list = map.get(row.claimId)
        if (list) list.push(row); else map.set(row.claimId, [row])
      }
      return queries.map(q => map.get(q.obj.id) ?? [])
    }
  }
}

const app = Fastify()
app.register(mercurius, { schema, resolvers, loaders, jit: 1 })
app.get('/usage', async () => {
  const { user, system } = process.cpuUsage()
  return { cpuMilliseconds: (user + system) / 1000, allocatedBytes: 0 }
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
