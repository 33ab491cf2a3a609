using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Portal.Graph.Host.Hosting;
using Portal.Graph.Host.Settings;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

public sealed partial class SettingTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(NodeClients.Folder, "..", ".."));

    [Fact]
    public void A_value_that_cannot_be_names_its_key_in_every_section()
    {
        foreach (var setting in SettingCatalogue.All.Where(s => !s.Kind.Accepts("no such value \u0001")))
        {
            var key = setting.Key.Replace("*", "0", StringComparison.Ordinal);
            var fault = Of((key, "no such value \u0001")).Faults.Single(f => f.StartsWith($"{key} must be ", StringComparison.Ordinal));
            if (setting.Kind.IsSecret) fault.ShouldNotContain("no such value");
        }
    }

    [Theory]
    [InlineData("Files:Scanner:TimeoutSeconds", "0", "from 1 to 3600")]
    [InlineData("Telemetry:TraceRatio", "1.5", "from 0 to 1")]
    [InlineData("Markets:Active", "OH,XX", "market codes")]
    [InlineData("Maintenance:From", "2026-01-31T22:00:00Z", "Maintenance:Until come together")]
    [InlineData("Storage:Provider", "PostgreSql", "ConnectionStrings:Portal")]
    [InlineData("Auth:Authority", "https://id.example.org", "Auth:Audience")]
    [InlineData("Files:Store", "S3", "Files:S3:Bucket")]
    [InlineData("Files:Store", "S3", "Files:S3:Region")]
    [InlineData("Files:S3:AccessKey", "AKIA", "Files:S3:SecretKey come together")]
    [InlineData("Mail:Transport", "Smtp", "Mail:Smtp:Host")]
    [InlineData("Files:CurrentKey", "2027", "one of Files:Keys")]
    public void What_does_not_fit_keeps_the_program_from_starting(string key, string value, string told) =>
        Should.Throw<OptionsValidationException>(() => PortalHost.Build([$"--{key}={value}", "--urls=http://127.0.0.1:0"])).Message.ShouldContain(told);

    [Fact]
    public void Every_default_is_a_value_that_is_taken()
    {
        foreach (var setting in SettingCatalogue.All.Where(s => s.Default.Length > 0 && s.Kind != SettingKind.Text)) setting.Fault(setting.Default).ShouldBeNull();
        SettingCatalogue.All.Select(s => s.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(SettingCatalogue.All.Count);
    }

    [Fact]
    public void A_key_that_nobody_reads_is_told_and_those_of_others_are_not()
    {
        var check = Of(("Mail:Form", "a@b.org"), ("GraphQL:Subscriptions:MaxConnection", "1"), ("Logging:LogLevel:Default", "Debug"), ("ConnectionStrings:Other", "x"), ("Mail:From", "a@b.org"));
        check.Unknown.ShouldBe(["GraphQL:Subscriptions:MaxConnection", "Mail:Form"]);
        check.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void The_manual_lists_every_key_with_its_default()
    {
        var listed = Row().Matches(File.ReadAllText(Path.Combine(Root, "docs", "operations.md"))).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim('`', ' '));
        listed.ShouldBe(SettingCatalogue.All.ToDictionary(s => s.Key, s => s.Default.Length == 0 ? "–" : s.Default), ignoreOrder: true);
    }

    // What the code asks for by its whole name is in the catalogue: a new key cannot be forgotten there.
    [Fact]
    public void Every_key_that_the_code_reads_is_known()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Read().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        read.Count.ShouldBeGreaterThan(15);
        read.Except(SettingCatalogue.All.Select(s => s.Key)).ShouldBeEmpty();
    }

    private static SettingCheck Of(params (string Key, string Value)[] values) =>
        SettingCheck.Of(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build());

    [GeneratedRegex(@"(?m)^\| `([A-Z]\w+:[\w:*]+)` \| ([^|]*) \|")]
    private static partial Regex Row();

    [GeneratedRegex("""[cC]onfiguration(?:\[|\.GetValue(?:<[^>]+>)?\()"([A-Z]\w+:[\w:]+)""")]
    private static partial Regex Read();
}
