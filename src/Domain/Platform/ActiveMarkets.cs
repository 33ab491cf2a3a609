using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Portal.Graph.Domain.Platform;

// ACC-07
/// <summary>The markets that can be chosen: <c>Markets:Active</c> as codes with commas between them; all when it is empty.</summary>
public sealed class ActiveMarkets
{
    private readonly HashSet<Market> _active;

    /// <exception cref="OptionsValidationException">A code is no market's; the program must not start with it.</exception>
    public ActiveMarkets(IConfiguration configuration)
    {
        string[] codes = configuration["Markets:Active"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        string[] unknown = [.. codes.Where(c => Of(c) is null)];
        if (unknown.Length > 0)
            throw new OptionsValidationException("Markets", typeof(ActiveMarkets), [$"Markets:Active names no market with {string.Join(", ", unknown)}."]);
        _active = codes.Length == 0 ? [.. Enum.GetValues<Market>()] : [.. codes.Select(c => Of(c)!.Value)];
    }

    public bool Has(Market market) => _active.Contains(market);

    /// <summary>The market that is a part of the path by itself, such as in <c>/OH/claims</c>; null when there is none that can be chosen.</summary>
    public Market? OfPath(string path) =>
        path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Of).FirstOrDefault(m => m is { } market && Has(market));

    private static Market? Of(string code) =>
        Enum.GetValues<Market>().Select(m => (Market?)m).FirstOrDefault(m => m.ToString()!.Equals(code, StringComparison.OrdinalIgnoreCase));
}
