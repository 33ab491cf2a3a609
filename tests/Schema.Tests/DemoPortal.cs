using Portal.Graph.Testing;

namespace Portal.Graph.Schema.Tests;

/// <summary>One portal with the demo plan for all tests of a class that change nothing others look at.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private TestPortal? _portal;

    public TestPortal Portal => _portal ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync();

    public async Task DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
    }
}
