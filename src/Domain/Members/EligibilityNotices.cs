using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Contacts;

namespace Portal.Graph.Domain.Members;

/// <summary>Content shown around eligibility answers; texts per market, kept as data.</summary>
public sealed class EligibilityNotices(ContactTexts texts)
{
    // MBR-10: check eligibility before giving service, emergencies excepted.
    public ValueTask<string> VerifyBeforeServiceAsync(Market? market, CancellationToken ct) =>
        texts.TextAsync("content.verifyBeforeService", market, ct);
}
