using System.Text.Json;

namespace Portal.Graph.Domain.Platform;

// Section 0.1: the codes any operation may give.

/// <summary>Nobody is signed in.</summary>
public sealed record NotSignedIn() : Refusal("Sign in to continue.");

/// <summary>Your role does not allow this.</summary>
/// <param name="Permission">The dotted name of the missing permission, such as <c>claims.submit</c>; <c>in person</c> or <c>administrator</c> where no permission would do.</param>
public sealed record Forbidden(string Permission) : Refusal(Sentence(Permission))
{
    /// <summary>What no permission gives: being there in person, not by an API token.</summary>
    public const string InPerson = "in person";

    /// <summary>What no single permission gives: administering the account.</summary>
    public const string Administrator = "administrator";

    private static string Sentence(string permission) => permission switch
    {
        InPerson => "An API token cannot do this. Sign in yourself.",
        Administrator => "Only an administrator of the account can do this. Ask one.",
        _ => $"The permission {permission} is missing. Ask your administrator to grant it.",
    };
}

/// <summary>There is no such record, or it is outside your accounts or market: the two look the same, so that existence is not revealed.</summary>
/// <param name="What">The kind of record, such as <c>claim</c>.</param>
public sealed record NotFound(string What) : Refusal($"There is no {What} by that number in your accounts.");

/// <summary>One required field that was left out; a submission answers with one of these for every missing field.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Box">Box of the claim form; null for a field that is in none.</param>
public sealed record RequiredFieldMissing(string Label, string? Box = null)
    : Refusal(Box is null ? $"{Label} is required." : $"{Label} (box {Box}) is required.");

/// <summary>A value that is not written as it must be.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Expected">How it must be written, in words.</param>
/// <param name="Example">A value that would do.</param>
public sealed record InvalidFormat(string Label, string Expected, string Example)
    : Refusal($"{Label} must be {Expected}, for example {Example}.");

/// <summary>Somebody changed the record after you read the version that you sent; nothing was saved.</summary>
/// <param name="What">The kind of record, such as <c>claim</c>.</param>
public sealed record ConcurrentChange(string What)
    : Refusal($"The {What} was changed by someone else since you read it. Reload it and try again.");

/// <summary>A <c>clientRequestId</c> came again within 24 hours with other content.</summary>
public sealed record IdempotencyMismatch()
    : Refusal("The same clientRequestId was already used with other content. Use a new one for a new request.");

/// <summary>The record is in a state from which this step does not lead on.</summary>
/// <param name="What">The kind of record, such as <c>claim</c>.</param>
/// <param name="State">Its present state.</param>
/// <param name="AllowedNextStates">The states it can go to from there; empty when its state is final.</param>
public sealed record InvalidStateTransition(string What, string State, IReadOnlyList<string> AllowedNextStates)
    : Refusal($"The {What} is {Named(State)}. From there it can go to {(AllowedNextStates.Count == 0 ? "no other state" : string.Join(", ", AllowedNextStates.Select(Named)))}.")
{
    /// <summary>Its present state.</summary>
    public string State { get; } = Named(State);

    /// <summary>The states it can go to from there; empty when its state is final.</summary>
    public IReadOnlyList<string> AllowedNextStates { get; } = [.. AllowedNextStates.Select(Named)];

    // States are named as the API and the catalogue name them: PARTIALLY_PAID.
    private static string Named(string state) =>
        state.Any(char.IsLower) && state.All(char.IsLetter) ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(state) : state;
}

/// <summary>Too many requests in a short time.</summary>
/// <param name="RetryAfterSeconds">Seconds to wait before the next attempt.</param>
public sealed record RateLimited(int RetryAfterSeconds) : Refusal($"Too many requests. Try again after {RetryAfterSeconds} seconds.");

/// <summary>Changes are closed for planned maintenance; reading goes on.</summary>
/// <param name="Until">When changes open again (UTC).</param>
public sealed record MaintenanceMode(DateTimeOffset Until) : Refusal($"Changes are closed for maintenance until {Until:u}. Nothing was saved.");

/// <summary>The terms of use in force must be accepted first.</summary>
/// <param name="TermsVersion">The version to accept.</param>
public sealed record TermsNotAccepted(string TermsVersion) : Refusal($"Accept version {TermsVersion} of the terms first.");

/// <summary>Staff looking at the portal as another user cannot change anything.</summary>
public sealed record ImpersonationReadOnly() : Refusal("This session only looks on. End the impersonation to make changes.");

/// <summary>The time for which staff could look at the portal as another user is over.</summary>
public sealed record ImpersonationExpired() : Refusal("This impersonation is over. Start a new one, with its reason.");

/// <summary>Two persons are needed, and you wrote it yourself.</summary>
/// <param name="What">The kind of record, such as <c>policy setting</c>.</param>
public sealed record ApprovalByAuthorForbidden(string What) : Refusal($"You wrote this {What}. Another person must approve it.");

/// <summary>A decision needs its reason in words.</summary>
/// <param name="Wanted">What to write, such as <c>the answer that the provider gets</c>.</param>
public sealed record DecisionReasonRequired(string Wanted) : Refusal($"Write {Wanted}.");

/// <summary>A range that ends before it begins.</summary>
/// <param name="Label">The range's label on the form.</param>
/// <param name="From">Its first day as given.</param>
/// <param name="To">Its last day as given.</param>
public sealed record DateRangeReversed(string Label, DateOnly From, DateOnly To)
    : Refusal($"{Label} ends on {To:yyyy-MM-dd}, before it begins on {From:yyyy-MM-dd}.");
