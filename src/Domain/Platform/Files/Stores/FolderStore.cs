using System.Runtime.CompilerServices;

namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>Contents as files below <c>Files:Directory</c>, in folders by the first two digits of their hash.</summary>
public sealed class FolderStore(FileFolders folders) : IFileStore
{
    public string Place => folders.Contents;

    public Task<string?> SettingFaultAsync(CancellationToken ct)
    {
        try
        {
            // A folder, which no listing of contents shows.
            var probe = Path.Combine(folders.Contents, $".probe-{Guid.NewGuid():n}");
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return Task.FromResult<string?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<string?>($"Files:Directory must be a folder that the program may write to: {e.Message}");
        }
    }

    public Task PutAsync(string name, string path, CancellationToken ct)
    {
        var place = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(path, place, overwrite: false);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string name, long from, CancellationToken ct)
    {
        try
        {
            var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            file.Position = from;
            return Task.FromResult<Stream?>(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        if (File.Exists(PathOf(name))) File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(folders.Contents)) yield break;
        foreach (var file in new DirectoryInfo(folders.Contents).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            yield return new(file.Name, file.Length, file.LastWriteTimeUtc);
        }
    }

    private string PathOf(string name) => Path.Combine(folders.Contents, name[..2], name);
}
