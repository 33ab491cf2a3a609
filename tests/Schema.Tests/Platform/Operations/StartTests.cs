using Portal.Graph.Testing;

namespace Portal.Graph.Schema.Tests.Platform.Operations;

/// <summary>The program as its users start it: again, and wrongly.</summary>
public sealed class StartTests
{
    [Fact, Requirement("PLT-23")]
    public async Task The_demo_starts_again_on_the_data_of_the_day_before()
    {
        await using var data = await TestData.CreateAsync(demo: true);
        using var portal = await PortalProcess.StartAsync(data.Directory, [.. data.Arguments, "--environment=Development"]);
        using var http = new HttpClient { BaseAddress = portal.Address };
        await ApiClient.SignInAsync(http, "demo.billing", Domain.Platform.Market.OH, Domain.Demo.DemoCast.Password);
    }

    [Fact, Requirement("PLT-23")]
    public async Task A_command_makes_the_made_up_plan_where_there_is_none()
    {
        await using var data = await TestData.CreateAsync();
        var first = await PortalVerb.RunAsync(["demo", .. data.Arguments]);
        first.Code.ShouldBe(0, first.Error);
        first.Output.ShouldContain("2200 members, 44 provider accounts,");
        // Where it is already nothing is added.
        (await PortalVerb.RunAsync(["demo", .. data.Arguments])).Output.ShouldBe(first.Output);
    }

    [Theory]
    [InlineData("'bakcup' is neither a verb nor a setting", "bakcup", "/tmp/somewhere")]
    [InlineData("DIR is missing", "backup")]
    [InlineData("DIR is missing", "import", "synthea")]
    [InlineData("'--verbose' is neither a verb nor a setting", "migrate", "--verbose")]
    [InlineData("Storage:Provider must be", "files", "check", "--Storage:Provider", "Paper")]
    public async Task What_was_mistyped_is_told_in_a_line_and_nothing_starts(string told, params string[] words)
    {
        await using var data = await TestData.CreateAsync();
        var (code, output, error) = await PortalVerb.RunAsync([.. words, .. data.Arguments.Where(a => !a.StartsWith("--Storage:Provider", StringComparison.Ordinal))]);
        code.ShouldBe(2);
        error.Trim().ShouldStartWith(told);
        error.Trim().Split('\n').ShouldHaveSingleItem();
        output.ShouldBeEmpty();
    }

    [SqliteTheory, Requirement("PLT-16")]
    [InlineData("files", "check")]
    [InlineData("files", "clean")]
    [InlineData("files", "rewrap")]
    [InlineData("backup", "/tmp/never-made")]
    public async Task A_verb_about_a_store_that_is_not_there_says_so_and_makes_none(params string[] words)
    {
        var nowhere = Path.Combine(Path.GetTempPath(), $"portal-none-{Guid.NewGuid():n}");
        var (code, output, error) = await PortalVerb.RunAsync([.. words, $"--Data:Directory={nowhere}"]);
        (code, output, error.Trim()).ShouldBe((2, "", $"There is no {nowhere}/portal.db: give the configuration that the program serves with (Data:Directory)."));
        Directory.Exists(nowhere).ShouldBeFalse();
    }

    [Fact]
    public async Task A_taken_address_and_a_file_that_is_no_database_are_told_without_a_stack()
    {
        await using var data = await TestData.CreateAsync();
        using var first = await PortalProcess.StartAsync(data.Directory, data.Arguments);
        var taken = await PortalVerb.RunAsync([.. data.Arguments, $"--urls={first.Address}"]);
        taken.Code.ShouldBe(2);
        taken.Error.ShouldContain("name another address with --urls");
        taken.Error.ShouldNotContain("   at ");

        var elsewhere = Path.Combine(data.Directory, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        await File.WriteAllTextAsync(Path.Combine(elsewhere, "portal.db"), "This is a letter to the editor, and no database at all.");
        var broken = await PortalVerb.RunAsync($"--Data:Directory={elsewhere}");
        broken.Code.ShouldBe(2);
        broken.Error.ShouldContain("The database cannot be used");
        broken.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task The_data_directory_that_it_makes_is_for_its_user_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var data = await TestData.CreateAsync();
        var made = Path.Combine(data.Directory, "made");
        (await PortalVerb.RunAsync("migrate", $"--Data:Directory={made}")).Code.ShouldBe(0);
        File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
