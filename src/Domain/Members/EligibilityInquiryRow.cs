using System.Data;
using System.Data.Common;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>An inquiry on its way into the database, by hand: the group commit of reads has no context of its own.</summary>
internal sealed class EligibilityInquiryRow(EligibilityInquiry inquiry) : IReadCompanion
{
    private const string Insert = """
        INSERT INTO "EligibilityInquiries" ("UserId", "AccountId", "Market", "Mode", "CriteriaHash", "DateOfService", "ResultMemberIds", "At")
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
        """;

    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        await using var insert = new RowStatement(connection, transaction, Insert,
            DbType.Int64, DbType.Int64, DbType.String, DbType.String, DbType.String, DbType.Date, DbType.String, DbType.DateTime);
        insert[0] = inquiry.UserId;
        insert[1] = inquiry.AccountId;
        insert[2] = inquiry.Market.ToString();
        insert[3] = inquiry.Mode.ToString();
        insert[4] = inquiry.CriteriaHash;
        insert[5] = inquiry.DateOfService;
        insert[6] = inquiry.ResultMemberIds;
        insert[7] = inquiry.At.UtcDateTime;
        await insert.RunAsync(ct);
    }
}
