using System.Text.Json;
using Portal.Graph.Driving;

namespace Portal.GraphQL.Comparison.Running;

internal static class Cases
{
    private const int Requests = 1000;
    private const string MemberFields = "number firstName lastName birthDate";
    private const string ClaimFields = $"number status diagnosis serviceDate receivedDate charged paid member {{ {MemberFields} }}";
    private const string Lines = "lines { line procedure description units charged allowed paid }";

    /// <param name="members">How many members the database has.</param>
    public static ComparisonCase[] All(int members) =>
    [
        Make("eligibility", "eligibility by member and date", 1.5, "/eligibility",
            $"query Eligibility($member: String!, $date: Date!) {{ eligibility(member: $member, date: $date) {{ date isEligible member {{ {MemberFields} }} coverage {{ groupNumber startDate endDate plan {{ code name }} }} }} }}",
            i => new { member = Member(i, members), date = $"2025-{1 + i % 12:00}-15" }, i => Member(i, members)),
        Make("claims", "25 claims with member and lines", 1.2, "/claims",
            $"query Claims($provider: Long!, $first: Int!) {{ claims(provider: $provider, first: $first) {{ {ClaimFields} {Lines} }} }}",
            i => new { provider = 1 + i * 37 % 2000, first = 25 }, _ => "\"lines\":["),
        Make("claim", "one whole claim", 1.5, "/claim",
            $"query Claim($number: String!) {{ claim(number: $number) {{ {ClaimFields} provider {{ npi name specialty city }} {Lines} }} }}",
            i => new { number = Claim(i, members) }, i => Claim(i, members)),
        Make("members", "500 members with 10 fields", 1.2, "/members",
            "query Members($after: Long!, $first: Int!) { members(after: $after, first: $first) { number firstName lastName birthDate email phone street city state postalCode } }",
            i => new { after = i * 97 % Math.Max(1, members - 500), first = 500 }, _ => "\"postalCode\":"),
        Same("introspection", "introspection", null, "/introspection", IntrospectionQuery.Text, "\"queryType\""),
        Same("typename", "`{ __typename }`", 1.2, "/typename", "{ __typename }", "\"__typename\":\"Query\""),
        Submit(members),
    ];

    private static string Member(int i, int members) => $"M{1 + i * 7919L % members:00000000}";
    private static string Claim(int i, int members) => $"C{1 + i * 104729L % (10 * members):0000000000}";

    private static ComparisonCase Make(string key, string name, double aim, string path, string query, Func<int, object> asked, Func<int, string> expected)
    {
        var all = Enumerable.Range(0, Requests).ToList();
        return new(key, name, aim,
            [.. all.Select(i => Call.Of("/graphql", JsonSerializer.SerializeToUtf8Bytes(new { query, variables = asked(i) }), expected(i)))],
            [.. all.Select(i => Call.Of(path, JsonSerializer.SerializeToUtf8Bytes(asked(i)), expected(i)))]);
    }

    private static ComparisonCase Same(string key, string name, double? aim, string path, string query, string expected)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
        return new(key, name, aim, [Call.Of("/graphql", body, expected)], [Call.Of(path, body, expected)]);
    }

    private static ComparisonCase Submit(int members) => Make("submit", "durable submit of a 6-line claim", 0, "/submit", "", i => Asked(i, members), _ => "\"number\":\"C") with
    {
        Aim = null,
        GraphQL = [.. Enumerable.Range(0, Requests).Select(i => Call.Of("/graphql", JsonSerializer.SerializeToUtf8Bytes(new
        {
            query = "mutation Submit($input: SubmitClaimInput!) { submitClaim(input: $input) { claim { number status serviceDate charged } errors { ... on UnknownNumberError { number message } } } }",
            variables = new { input = Asked(i, members) },
        }), "\"number\":\"C"))],
    };

    private static object Asked(int i, int members) => new
    {
        member = Member(i, members),
        provider = $"1{(1 + i % 2000) * 7919:000000000}",
        diagnosis = $"E{10 + i % 80}.{i % 10}",
        serviceDate = $"2026-{1 + i % 10:00}-{1 + i % 28:00}",
        lines = Enumerable.Range(1, 6).Select(l => new { procedure = $"{99201 + l}", description = $"Office or other outpatient visit, level {l}", units = 1, charged = 80.25m + l }),
    };
}
