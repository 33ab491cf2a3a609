using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// The keys of access tokens, kept as PEM files in the data directory's <c>keys</c>, readable by the owner only; the first run
/// makes one. The newest file signs, all of them verify, so a key is changed by adding a file.
/// </summary>
public sealed class SigningKeys
{
    private readonly Lazy<IReadOnlyList<ECDsaSecurityKey>> _keys;

    public SigningKeys(PortalStorage storage) => _keys = new(() => Load(storage));

    public IReadOnlyList<SecurityKey> All => _keys.Value;

    internal SigningCredentials Signer => new(_keys.Value[0], SecurityAlgorithms.EcdsaSha256);

    private static List<ECDsaSecurityKey> Load(PortalStorage storage)
    {
        storage.CreateDirectories();
        if (Files(storage).Length == 0) Create(Path.Combine(storage.KeyDirectory, "token-0001.pem"));
        return [.. Files(storage).Select(Read)];
    }

    private static string[] Files(PortalStorage storage) =>
        [.. Directory.GetFiles(storage.KeyDirectory, "token-*.pem").OrderDescending(StringComparer.Ordinal)];

    private static void Create(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new StreamWriter(path, options);
            file.Write(key.ExportPkcs8PrivateKeyPem());
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made the first key at the same moment: use that one.
        }
    }

    private static ECDsaSecurityKey Read(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new ECDsaSecurityKey(key) { KeyId = Path.GetFileNameWithoutExtension(path) };
    }
}
