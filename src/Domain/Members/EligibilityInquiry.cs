using System.Data.Common;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>That somebody asked for eligibility: how, for which date, with which result. Criteria are kept as a hash, never in clear (PLT-17).</summary>
public sealed class EligibilityInquiry : IEntity, IReadCompanion
{
    private EligibilityInquiry() { }

    public long Id { get; private set; }
    public long? UserId { get; private set; }
    public long? AccountId { get; private set; }
    public Market Market { get; private set; }
    public SearchMode Mode { get; private set; }

    /// <summary>SHA-256 of the normalised criteria, hexadecimal.</summary>
    public string CriteriaHash { get; private set; } = "";

    public DateOnly DateOfService { get; private set; }

    /// <summary>Ids of the members found, comma-separated; empty when nobody was.</summary>
    public string ResultMemberIds { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static EligibilityInquiry Of(
        long? userId, long? accountId, Market market, SearchMode mode, string criteriaHash, DateOnly dateOfService,
        IEnumerable<long> memberIds, DateTimeOffset at) => new()
        {
            UserId = userId,
            AccountId = accountId,
            Market = market,
            Mode = mode,
            CriteriaHash = criteriaHash,
            DateOfService = dateOfService,
            ResultMemberIds = string.Join(',', memberIds),
            At = at,
        };

    // By hand, as the group commit of reads has no context of its own.
    async Task IReadCompanion.InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO "EligibilityInquiries" ("UserId", "AccountId", "Market", "Mode", "CriteriaHash", "DateOfService", "ResultMemberIds", "At")
            VALUES (@user, @account, @market, @mode, @hash, @date, @members, @at)
            """;
        Bind("user", UserId);
        Bind("account", AccountId);
        Bind("market", Market.ToString());
        Bind("mode", Mode.ToString());
        Bind("hash", CriteriaHash);
        Bind("date", DateOfService);
        Bind("members", ResultMemberIds);
        Bind("at", At.UtcDateTime);
        await command.ExecuteNonQueryAsync(ct);

        void Bind(string name, object? value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }
}
