namespace Portal.GraphQL.Comparison.Data;

/// <summary>
/// The statements. A resolver sees what is selected below it and joins what there is one of; the lines are a statement of
/// their own for all claims. The hand-written endpoint joins everything and writes while it reads.
/// </summary>
internal static class Sql
{
    private const string MemberColumns = "m.id, m.number, m.first_name, m.last_name, m.birth_date, m.email, m.phone, m.street, m.city, m.state, m.postal_code";
    private const string ClaimColumns = "c.id, c.number, c.status, c.diagnosis, c.service_date, c.received_date, c.charged, c.paid, c.member_id, c.provider_id";

    /// <summary>A member by number, with the coverage on a day.</summary>
    public const string Eligibility = $"""
        SELECT {MemberColumns}, v.group_number, v.start_date, v.end_date, p.code, p.name
        FROM members m
        LEFT JOIN coverages v ON v.member_id = m.id AND v.start_date <= @1 AND (v.end_date IS NULL OR v.end_date >= @1)
        LEFT JOIN plans p ON p.id = v.plan_id
        WHERE m.number = @0 LIMIT 1
        """;

    public const string MembersAfter = $"SELECT {MemberColumns} FROM members m WHERE m.id > @0 ORDER BY m.id LIMIT @1";
    private const string OfProvider = "WHERE c.provider_id = @0 ORDER BY c.service_date DESC, c.id DESC LIMIT @1";

    public const string ClaimsOfProvider = $"SELECT {ClaimColumns} FROM claims c {OfProvider}";
    public const string ClaimsOfProviderWithMember = $"SELECT {ClaimColumns}, {MemberColumns} FROM claims c JOIN members m ON m.id = c.member_id {OfProvider}";

    /// <summary>A claim with what belongs to it once.</summary>
    public const string ClaimByNumber = $"""
        SELECT {ClaimColumns}, {MemberColumns}, p.id, p.npi, p.name, p.specialty, p.city
        FROM claims c JOIN members m ON m.id = c.member_id JOIN providers p ON p.id = c.provider_id WHERE c.number = @0
        """;

    public const string MembersByIds = $"SELECT {MemberColumns} FROM members m WHERE m.id IN (SELECT value FROM json_each(@0))";
    public const string ProvidersByIds = "SELECT id, npi, name, specialty, city FROM providers WHERE id IN (SELECT value FROM json_each(@0))";
    public const string LinesByClaims = "SELECT claim_id, line, procedure, description, units, charged, allowed, paid FROM lines WHERE claim_id IN (SELECT value FROM json_each(@0)) ORDER BY claim_id, line";

    public const string LinesOfClaim = "SELECT claim_id, line, procedure, description, units, charged, allowed, paid FROM lines WHERE claim_id = @0 ORDER BY line";

    /// <summary>Everything of a page of claims, line by line.</summary>
    public const string PageOfClaims = $"""
        SELECT c.id, c.number, c.status, c.diagnosis, c.service_date, c.received_date, c.charged, c.paid, m.number, m.first_name, m.last_name, m.birth_date,
          l.line, l.procedure, l.description, l.units, l.charged, l.allowed, l.paid
        FROM ({ClaimsOfProvider}) c
        JOIN members m ON m.id = c.member_id
        JOIN lines l ON l.claim_id = c.id
        ORDER BY c.service_date DESC, c.id DESC, l.line
        """;

    /// <summary>Everything of one claim, line by line.</summary>
    public const string WholeClaim = """
        SELECT c.number, c.status, c.diagnosis, c.service_date, c.received_date, c.charged, c.paid, m.number, m.first_name, m.last_name, m.birth_date,
          p.npi, p.name, p.specialty, p.city, l.line, l.procedure, l.description, l.units, l.charged, l.allowed, l.paid
        FROM claims c
        JOIN members m ON m.id = c.member_id
        JOIN providers p ON p.id = c.provider_id
        JOIN lines l ON l.claim_id = c.id
        WHERE c.number = @0 ORDER BY l.line
        """;

    public const string MemberIdByNumber = "SELECT id FROM members WHERE number = @0";
    public const string ProviderIdByNpi = "SELECT id FROM providers WHERE npi = @0";
    public const string InsertClaim = "INSERT INTO claims VALUES (@0, @1, @2, @3, 0, @4, @5, @6, @7, 0)";
    public const string InsertLine = "INSERT INTO lines VALUES (@0, @1, @2, @3, @4, @5, 0, 0)";
}
