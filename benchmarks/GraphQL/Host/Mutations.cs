using System.Globalization;
using Portal.GraphQL.Building;
using Portal.GraphQL.Comparison.Data;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>A claim that is handed in.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Provider">The provider's NPI.</param>
public sealed record SubmitClaimInput(string Member, string Provider, string Diagnosis, DateOnly ServiceDate, IReadOnlyList<ClaimLineInput> Lines);

public sealed record ClaimLineInput(string Procedure, string Description, int Units, decimal Charged);

/// <summary>The number is nobody's.</summary>
public sealed record UnknownNumber(string Number, string Message);

[MutationType]
public static class Mutations
{
    /// <summary>Hands in a claim. When the answer arrives it is kept.</summary>
    [Error<UnknownNumber>]
    public static async Task<FieldResult<Claim>> SubmitClaimAsync(SubmitClaimInput input, [Service] Source source)
    {
        if (source.Find(Sql.MemberIdByNumber, input.Member) is not { } member)
            return FieldErrors.Of(new UnknownNumber(input.Member, "No member has this number."));
        if (source.Find(Sql.ProviderIdByNpi, input.Provider) is not { } provider)
            return FieldErrors.Of(new UnknownNumber(input.Provider, "No provider has this NPI."));
        var today = DateOnly.FromDateTime(source.Time.GetUtcNow().UtcDateTime);
        var claim = new NewClaim(member, provider, input.Diagnosis, Text(input.ServiceDate), Text(today),
            [.. input.Lines.Select(l => new NewLine(l.Procedure, l.Description, l.Units, (long)(l.Charged * 100)))]);
        var id = await source.Claims.StoreAsync(claim);
        return new Claim
        {
            Id = id, MemberId = member, ProviderId = provider, Number = (Utf8Text)ClaimWriter.NumberOf(id), Status = ClaimStatus.Received,
            Diagnosis = (Utf8Text)claim.Diagnosis, ServiceDate = input.ServiceDate, ReceivedDate = today, ChargedCents = claim.Charged,
        };
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
