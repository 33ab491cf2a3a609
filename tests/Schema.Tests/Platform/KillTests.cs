using Portal.Graph.Testing;

namespace Portal.Graph.Schema.Tests.Platform;

public sealed class KillTests
{
    [SqliteFact]
    public async Task Kill_during_submits_loses_no_acknowledged_claim()
    {
        var report = await KillDrill.RunAsync(rounds: 2);

        report.Losses.ShouldBeEmpty();
        report.Acknowledged.ShouldBeGreaterThan(1);
        report.AuditRows.ShouldBeGreaterThan(report.Acknowledged);
    }
}
