using System.Data.Common;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.Domain.Members;

/// <summary>An inquiry on its way into the database, by hand: the group commit of reads has no context of its own.</summary>
internal sealed class EligibilityInquiryRow(EligibilityInquiry inquiry) : IReadCompanion
{
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO "EligibilityInquiries" ("UserId", "AccountId", "Market", "Mode", "CriteriaHash", "DateOfService", "ResultMemberIds", "At")
            VALUES (@user, @account, @market, @mode, @hash, @date, @members, @at)
            """;
        Bind("user", inquiry.UserId);
        Bind("account", inquiry.AccountId);
        Bind("market", inquiry.Market.ToString());
        Bind("mode", inquiry.Mode.ToString());
        Bind("hash", inquiry.CriteriaHash);
        Bind("date", inquiry.DateOfService);
        Bind("members", inquiry.ResultMemberIds);
        Bind("at", inquiry.At.UtcDateTime);
        await command.ExecuteNonQueryAsync(ct);

        void Bind(string name, object? value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }
}
