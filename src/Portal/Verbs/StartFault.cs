using System.Data.Common;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Files.Sealing;

namespace Portal.Graph.Host.Verbs;

/// <summary>What whoever starts the program can mend, told in lines; all else is a bug and keeps its stack.</summary>
internal static class StartFault
{
    /// <summary>Null for what is no fault of the surroundings.</summary>
    public static IReadOnlyList<string>? LinesOf(Exception fault) => fault switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        DemoPlanCutShortException or FileKeyMissingException => [fault.Message],
        IOException { InnerException: AddressInUseException } => [$"{fault.Message} Another program serves there: stop it, or name another address with --urls."],
        DbException => [$"The database cannot be used: {fault.Message.TrimEnd('.')}. It is what Storage:Provider, Data:Directory and ConnectionStrings:Portal name."],
        IOException or UnauthorizedAccessException => [fault.Message],
        _ => null,
    };
}
