namespace Portal.Graph.Schema.Tests.Platform.TwoProcesses;

/// <summary>Two of the real program on one database and one key directory, as behind a load balancer.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    public TestPortal First { get; private set; } = null!;
    public TestPortal Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        First = await TestPortal.StartAsync();
        Second = await First.AnotherAsync();
    }

    public async Task DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }

    /// <summary>Runs it so many times at once, every other time on the other host.</summary>
    public static Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> run) => Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => run(i))));
}
