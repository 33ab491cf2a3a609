namespace Portal.Graph.Domain.Platform;

// Section 0.1: the codes any operation may give.

public sealed record NotSignedIn() : Refusal("Sign in to continue.");

public sealed record Forbidden(string Permission)
    : Refusal($"The permission {Permission} is missing. Ask your administrator to grant it.");

/// <summary>Also for records outside the caller's scope, so that existence is not revealed.</summary>
public sealed record NotFound(string What) : Refusal($"There is no {What} by that number in your accounts.");

/// <summary>One required field that was left out; a submission answers with one of these for every missing field.</summary>
public sealed record RequiredFieldMissing(string Label, string? Box = null)
    : Refusal(Box is null ? $"{Label} is required." : $"{Label} (box {Box}) is required.");

public sealed record InvalidFormat(string Label, string Expected, string Example)
    : Refusal($"{Label} must be {Expected}, for example {Example}.");

public sealed record ConcurrentChange(string What)
    : Refusal($"The {What} was changed by someone else since you read it. Reload it and try again.");

public sealed record IdempotencyMismatch()
    : Refusal("The same clientRequestId was already used with other content. Use a new one for a new request.");

public sealed record InvalidStateTransition(string What, string State, IReadOnlyList<string> AllowedNextStates)
    : Refusal($"The {What} is {State}. From there it can go to {(AllowedNextStates.Count == 0 ? "no other state" : string.Join(", ", AllowedNextStates))}.");

public sealed record RateLimited(int RetryAfterSeconds) : Refusal($"Too many requests. Try again after {RetryAfterSeconds} seconds.");

public sealed record MaintenanceMode(DateTimeOffset Until) : Refusal($"Changes are closed for maintenance until {Until:u}. Nothing was saved.");

public sealed record TermsNotAccepted(string TermsVersion) : Refusal($"Accept version {TermsVersion} of the terms first.");

public sealed record ImpersonationReadOnly() : Refusal("This session only looks on. End the impersonation to make changes.");
