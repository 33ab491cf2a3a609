using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Imports;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain;

public static class DomainServices
{
    /// <summary>Everything the domain offers, one line per capability.</summary>
    public static IServiceCollection AddDomain(this IServiceCollection services, IConfiguration configuration) => services
        .AddPlatform(configuration)
        .AddAccounts()
        .AddMembers()
        .AddCoverage()
        .AddClaims()
        .AddImports()
        .AddDemo();
}
