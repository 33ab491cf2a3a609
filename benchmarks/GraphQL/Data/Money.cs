namespace Portal.GraphQL.Comparison.Data;

internal static class Money
{
    /// <summary>Dollars of the cents that columns hold.</summary>
    public static decimal OfCents(long cents) => new((int)cents, (int)(cents >> 32), 0, false, 2);
}
