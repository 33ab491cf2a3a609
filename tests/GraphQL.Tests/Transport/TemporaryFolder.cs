namespace Portal.GraphQL.Tests.Transport;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("graphql-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
