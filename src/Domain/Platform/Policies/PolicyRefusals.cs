namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>Another row of the same key and scope is in force on some of these days.</summary>
/// <param name="RowId">The number of that row.</param>
/// <param name="Days">Its days, in words.</param>
public sealed record PolicyOverlap(long RowId, string Days)
    : Refusal($"This overlaps row {RowId}, in force {Days}. Begin after its first day and end with it, or choose days that it leaves free.");

/// <summary>The value is not one that the key takes.</summary>
/// <param name="Key">The key.</param>
/// <param name="Allowed">What it takes, in words.</param>
public sealed record PolicyValueInvalid(string Key, string Allowed) : Refusal($"{Key} takes {Allowed}.");

/// <summary>The row is a draft and in force for nobody until a second person approves it.</summary>
/// <param name="RowId">The number of the row.</param>
public sealed record PolicyApprovalRequired(long RowId) : Refusal($"Row {RowId} is a draft. A second person must approve it first.");

/// <summary>The program knows no rule by that key.</summary>
/// <param name="Key">The key that was given.</param>
public sealed record PolicyKeyUnknown(string Key) : Refusal($"There is no policy key {Key}. Choose one of the catalogue.");

/// <summary>Every key needs a row for everyone at all times; this one ends only when another takes over.</summary>
/// <param name="Key">The key.</param>
public sealed record PolicyDefaultRequired(string Key)
    : Refusal($"{Key} needs a row for everyone on every day. Enter the row that takes over instead; it ends this one.");
