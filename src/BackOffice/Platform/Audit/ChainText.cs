using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Platform.Audit;

/// <summary>What differs at the first broken row, in words.</summary>
public static class ChainText
{
    public static string Of(ChainReport report) => report.Fault switch
    {
        ChainFault.RowMissing => "There is no row of that number.",
        ChainFault.Fields => "A field of it is not what was written.",
        ChainFault.Hash => "Its own hash was changed; its fields are as they were written.",
        ChainFault.PreviousHash => "The hash of the row before, as it stands in it, was changed.",
        ChainFault.RowBefore => $"It is whole; row {report.FirstBroken - 1} was replaced together with its hash.",
        null => "",
    };
}
