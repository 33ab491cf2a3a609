using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

/// <summary>The provider of the acceptance scenarios, and the three steps as a visitor takes them.</summary>
internal static class Registrations
{
    public const string Password = "a-good-long-secret";
    public static readonly ProviderProofs Right = new("BLUE RIVER FAMILY PRACTICE LLC", "123456789", "100000000123", "45401");
    public static readonly ProviderProofs Wrong = Right with { Zip = "45402" };

    public static ProviderAccount BlueRiver(Participation participation = Participation.Par) => new ProviderAccount
    {
        Name = "Blue River Family Practice", TaxId = "123456789", CareSourceProviderId = "100000000123", Npi = "1234567893", Participation = participation,
    }
        .Enroll(Market.OH, Lob.Medicaid, new(2020, 1, 1))
        .At(Address(AddressKind.Service, "45401-1947", new(2020, 1, 1)))
        .At(Address(AddressKind.Mailing, "45403", new(2020, 1, 1)))
        .At(Address(AddressKind.Billing, "45404", new(2020, 1, 1), new(2025, 12, 1)));

    private static ProviderAddress Address(AddressKind kind, string zip, DateOnly from, DateOnly? to = null) =>
        new() { Kind = kind, Line1 = "1 River Road", City = "Dayton", State = "OH", Zip = zip, EffectiveFrom = from, EffectiveTo = to };

    public static async Task<TestDatabase> WithBlueRiverAsync(Participation participation = Participation.Par)
    {
        var database = await TestDatabase.CreateAsync();
        await database.AddAsync(BlueRiver(participation));
        return database;
    }

    public static async Task<Outcome<ProvedRegistration>> VerifyAsync(this TestDatabase database, ProviderProofs proofs, string? ip = "10.0.0.1")
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Get<RegistrationDesk>().VerifyAsync(proofs, Market.OH, ip, default);
    }

    public static NewSignIn SignIn(string token, string username = "jane.doe") =>
        new(token, "2025-1", true, username, Password, "Jane Doe", $"{username}@example.org", "937-555-0142");

    public static async Task<Outcome<CreatedSignIn>> CreateAsync(this TestDatabase database, NewSignIn input)
    {
        await using var scope = database.Scope(Actor.Anonymous);
        return await scope.Get<RegistrationDesk>().CreateAsync(input, "10.0.0.1", default);
    }

    public static async Task<CreatedSignIn> RegisterAsync(this TestDatabase database, string username = "jane.doe") =>
        (await database.CreateAsync(SignIn((await database.VerifyAsync(Right)).Value.ShouldNotBeNull().RegistrationToken, username))).Value.ShouldNotBeNull();

    public static Task<MailFile> LastMailAsync(this TestDatabase database, string username) => new Mailbox(database.Services).LastToAsync($"{username}@example.org");

    public static async Task<int> MailsAsync(this TestDatabase database, string username) => (await new Mailbox(database.Services).ToAsync($"{username}@example.org")).Count;
}
