namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>What is wrong with the first row that does not fit.</summary>
public enum ChainFault
{
    /// <summary>There is no row of that number.</summary>
    RowMissing,

    /// <summary>A column other than the hashes is not what was written.</summary>
    Fields,

    /// <summary>The stored hash is not the row's, and the next row still names the right one.</summary>
    Hash,

    /// <summary>The stored hash of the row before was changed in this row.</summary>
    PreviousHash,

    /// <summary>This row is whole; the one before it was replaced together with its hash.</summary>
    RowBefore,
}

/// <summary>What checking the audit trail found.</summary>
/// <param name="Rows">How many rows were checked and found whole, before the first broken one.</param>
/// <param name="FirstBroken">The number of the first row that is missing or was changed; null when the chain is whole.</param>
/// <param name="Fault">What is wrong with it; null when the chain is whole.</param>
public sealed record ChainReport(long Rows, long? FirstBroken, ChainFault? Fault = null);
