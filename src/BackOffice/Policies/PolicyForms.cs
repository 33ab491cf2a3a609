using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.BackOffice.Policies;

/// <summary>The filter of the table as it stands in the address.</summary>
public sealed class PolicyFilterForm
{
    public string? Key { get; set; }
    public Market? Market { get; set; }
    public Lob? Lob { get; set; }

    /// <summary>A state, <c>awaiting</c>, or empty for all that is not withdrawn.</summary>
    public string? State { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Key) || Market is not null || Lob is not null || !string.IsNullOrEmpty(State);

    public PolicyFilter ToFilter() => new(Key, Market, Lob, Enum.TryParse<PolicyState>(State, true, out var state) ? state : null, State == "awaiting");
}

/// <summary>Whose rule the preview asks for, as it stands in the address.</summary>
public sealed class PolicyPreviewForm
{
    public string? Key { get; set; }
    public Market? Market { get; set; }
    public Lob? Lob { get; set; }
    public string? Program { get; set; }
    public DateOnly? On { get; set; }
}

/// <summary>A row as it is written.</summary>
public sealed class PolicySettingForm
{
    public string? Key { get; set; }
    public Market? Market { get; set; }
    public Lob? Lob { get; set; }
    public string? Program { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public string? Value { get; set; }
    public string? Source { get; set; }
    public int? Version { get; set; }

    public static PolicySettingForm Of(PolicySetting row) => new()
    {
        Key = row.Key, Market = row.Market, Lob = row.Lob, Program = row.Program, From = row.From, To = row.To, Value = row.Value, Source = row.Source, Version = row.Version,
    };

    public PolicyDraft ToDraft() => new(Key ?? "", Market, Lob, Program, From ?? default, To, Value ?? "", Source ?? "");
}

/// <summary>A proposed last day.</summary>
public sealed class PolicyEndForm
{
    public DateOnly? LastDay { get; set; }
    public int Version { get; set; }
}

/// <summary>The keys of the catalogue as options.</summary>
public static class PolicyChoices
{
    public static IEnumerable<SelectListItem> Keys(string none) =>
        [new(none, ""), .. PolicyCatalogue.Keys.Select(key => key.Name).Order(StringComparer.Ordinal).Select(name => new SelectListItem(name, name))];

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
