using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.Domain.Accounts;

internal static class AccountsServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<User>().AddUserStore<UserStore>();
        // ACC-04: its own rules instead of Identity's.
        services.RemoveAll<IPasswordValidator<User>>().RemoveAll<IUserValidator<User>>();
        services.AddScoped<IPasswordValidator<User>, IdentityRules>().AddScoped<IUserValidator<User>, IdentityRules>();

        services.AddSingleton<SigningKeys>().AddSingleton<SessionActivity>().AddSingleton<SessionRules>();
        services.AddSingleton<IOutboxListener, SessionChanges>();
        services.AddSingleton<TokenIssuer>().AddSingleton<RememberedTokens>();
        services.AddScoped<CredentialCheck>().AddScoped<SignInDesk>().AddScoped<StaffSignInDesk>();
        services.AddScoped<SecondFactorCheck>().AddScoped<SecondFactorDesk>().AddScoped<StaffEnrolmentDesk>();
        services.AddScoped<UserDesk>().AddScoped<ActorFactory>().AddScoped<AccountReads>().AddScoped<ViewerReads>();
        services.AddScoped<TermsReads>().AddScoped<TermsDesk>();
        services.AddSingleton<IdentityLimits>().AddSingleton<RegistrationTokens>();
        services.AddScoped<ProofCheck>().AddScoped<RegistrationWork>().AddScoped<RegistrationDesk>().AddScoped<RegistrationReviewDesk>().AddScoped<IDecidedSubject, RegistrationDecided>();
        services.AddScoped<MailedTokens>().AddScoped<EmailVerificationDesk>().AddScoped<PasswordResetDesk>().AddScoped<PendingUserDesk>();
        services.AddScoped<ContentWriter>().AddScoped<HomeTileDesk>().AddScoped<HomeTileReads>();
        services.AddScoped<ContentLinkDesk>().AddScoped<ContentLinkReads>().AddScoped<ResourceDesk>().AddScoped<ResourceReads>();
        services.AddTeam();
        services.AddScoped<TrainingDesk>().AddScoped<TrainingReads>().AddScoped<AttestationOversight>();
        services.AddScoped<FeeDesk>().AddScoped<FeeReads>().AddScoped<ProcedureDesk>().AddScoped<ProcedureReads>();
        services.AddScoped<GrievanceDesk>().AddScoped<GrievanceReviewDesk>().AddScoped<GrievanceReads>().AddScoped<IDecidedSubject, GrievanceDecided>().AddScoped<IFileSubject, GrievanceFiles>().AddScoped<IInformationSubject, GrievanceInformation>();
        services.AddScoped<SurveyDesk>().AddScoped<SurveyReads>().AddScoped<SurveyResults>();
        return services;
    }
}
