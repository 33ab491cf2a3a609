using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Outbox.Tasks;

namespace Portal.Graph.Domain.Platform.Letters;

internal static class LettersServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddScoped<ServerFiles>().AddScoped<LetterBox>().AddScoped<LetterFacts>().AddScoped<LetterReads>().AddScoped<LetterDesk>().AddScoped<FreeLetterDesk>().AddScoped<TemplateDesk>()
        .AddScoped<IFileSubject, LetterFiles>().AddOutboxHandler<LetterIssue>(LetterIssue.Kind);
}
