using System.Globalization;
using Portal.GraphQL.Building;
using Portal.GraphQL.Comparison.Data;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Comparison.Host;

[QueryType]
public static class Queries
{
    /// <summary>Whether a member is insured on a day; null when there is no such member.</summary>
    public static Eligibility? GetEligibility(string member, DateOnly date, [Service] Source source)
    {
        using var statement = source.Database.Rent(Sql.Eligibility, 2);
        using var row = statement.Read(member, date.ToString("O", CultureInfo.InvariantCulture));
        return Rows.First(row, r => new Eligibility(date, Rows.Member(r), Rows.Coverage(r, 11)));
    }

    /// <summary>The claims of a provider, last day of service first.</summary>
    public static IReadOnlyList<Claim> GetClaims(long provider, int first, [Service] Source source, ResolverContext context)
    {
        var withMember = context.IsSelected("member");
        using var statement = source.Database.Rent(withMember ? Sql.ClaimsOfProviderWithMember : Sql.ClaimsOfProvider, 2);
        using var row = statement.Read(provider, first);
        return Rows.All(row, r => Rows.Claim(r, withMember ? 10 : null));
    }

    /// <summary>A claim by its number.</summary>
    public static Claim? GetClaim(string number, [Service] Source source, ResolverContext context)
    {
        using var statement = source.Database.Rent(Sql.ClaimByNumber, 1);
        using var row = statement.Read(number);
        int? Selected(string field, int column) => context.IsSelected(field) ? column : null;
        return Rows.First(row, r => Rows.Claim(r, Selected("member", 10), Selected("provider", 21)));
    }

    /// <summary>Members in the order of their keys.</summary>
    /// <param name="after">The key before the first.</param>
    public static IReadOnlyList<Member> GetMembers(long after, int first, [Service] Source source)
    {
        using var statement = source.Database.Rent(Sql.MembersAfter, 2);
        using var row = statement.Read(after, first);
        return Rows.All(row, Rows.Member);
    }
}
