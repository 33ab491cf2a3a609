using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Platform.Files.Stores;

namespace Portal.Graph.Host.Settings;

/// <summary>What the configuration says about the portal's own sections: values that cannot be, and keys that nobody reads.</summary>
/// <param name="Faults">Each names its key.</param>
/// <param name="Unknown">Keys below our sections that are none of ours: mostly slips of the pen.</param>
internal sealed record SettingCheck(IReadOnlyList<string> Faults, IReadOnlyList<string> Unknown)
{
    private static readonly FrozenDictionary<string, Setting> Known = SettingCatalogue.All.ToFrozenDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);

    // Connection strings may be others' too.
    private static readonly string[] Sections = [.. SettingCatalogue.All.Select(s => s.Key.Split(':')[0]).Distinct().Where(s => s != "ConnectionStrings")];

    public static SettingCheck Of(IConfiguration configuration)
    {
        List<string> faults = [], unknown = [];
        foreach (var (key, value) in Sections.SelectMany(s => configuration.GetSection(s).AsEnumerable()).Where(e => e.Value is { Length: > 0 }))
        {
            if (Find(key) is not { } setting) unknown.Add(key);
            else if ((setting with { Key = key }).Fault(value!) is { } fault) faults.Add(fault);
        }
        faults.AddRange(Together(configuration));
        return new([.. faults.Order(StringComparer.Ordinal)], [.. unknown.Order(StringComparer.Ordinal)]);
    }

    /// <exception cref="OptionsValidationException">A value cannot be; the program does not start with it.</exception>
    public void Demand()
    {
        if (Faults.Count > 0) throw new OptionsValidationException("configuration", typeof(Setting), Faults);
    }

    /// <summary>What only the file store itself can tell: whether it takes the keys that it is given.</summary>
    /// <exception cref="OptionsValidationException">It does not.</exception>
    public static async Task DemandAsync(IFileStore store, CancellationToken ct)
    {
        if (await store.SettingFaultAsync(ct) is { } fault) throw new OptionsValidationException("configuration", typeof(Setting), [fault]);
    }

    private static Setting? Find(string key) =>
        Known.GetValueOrDefault(key) ?? (key.LastIndexOf(':') is var at and > 0 ? Known.GetValueOrDefault($"{key[..at]}:{SettingCatalogue.AnyName}") : null);

    private static IEnumerable<string> Together(IConfiguration configuration)
    {
        bool Is(string key, string value) => string.Equals(configuration[key], value, StringComparison.OrdinalIgnoreCase);
        bool Lacks(string key) => string.IsNullOrWhiteSpace(configuration[key]);
        if (Is("Storage:Provider", "PostgreSql") && Lacks("ConnectionStrings:Portal")) yield return "ConnectionStrings:Portal must name the server when Storage:Provider is PostgreSql.";
        if (!Lacks("Auth:Authority") && Lacks("Auth:Audience")) yield return "Auth:Audience must name this API when Auth:Authority is set.";
        if (Is("Mail:Transport", "Smtp") && Lacks("Mail:Smtp:Host")) yield return "Mail:Smtp:Host must name the mail server when Mail:Transport is Smtp.";
        if (Is("Files:Store", "S3") && Lacks("Files:S3:Bucket")) yield return "Files:S3:Bucket must be set when Files:Store is S3.";
        if (Is("Files:Store", "S3") && Lacks("Files:S3:Region") && Lacks("Files:S3:ServiceUrl")) yield return "Files:S3:Region, or Files:S3:ServiceUrl of another server, must be set when Files:Store is S3.";
        if (Lacks("Files:S3:AccessKey") != Lacks("Files:S3:SecretKey")) yield return "Files:S3:AccessKey and Files:S3:SecretKey come together.";
        if (Lacks("Maintenance:From") != Lacks("Maintenance:Until")) yield return "Maintenance:From and Maintenance:Until come together.";
        if (!Lacks("Files:CurrentKey") && !Is("Files:CurrentKey", "own") && Lacks($"Files:Keys:{configuration["Files:CurrentKey"]}"))
            yield return "Files:CurrentKey must name one of Files:Keys.";
    }
}
