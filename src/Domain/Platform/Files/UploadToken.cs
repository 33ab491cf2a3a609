using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portal.Graph.Domain.Platform.Files;

/// <summary>Names that cannot be guessed.</summary>
internal static class UploadToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
