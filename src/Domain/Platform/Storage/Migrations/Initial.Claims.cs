using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Claims(MigrationBuilder migration)
    {
        migration.CreateTable("Claims", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Number = table.Column<string>(maxLength: 20),
            Type = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
            Market = table.Column<string>(maxLength: 40),
            Lob = table.Column<string>(maxLength: 40, nullable: true),
            MemberId = table.Column<long>(nullable: true),
            MemberIdGiven = table.Column<string>(maxLength: 20),
            BillingAccountId = table.Column<long>(),
            BillingNpi = table.Column<string>(maxLength: 10),
            RenderingAccountId = table.Column<long>(nullable: true),
            RenderingNpi = table.Column<string>(maxLength: 10, nullable: true),
            PatientAccountNumber = table.Column<string>(maxLength: 38, nullable: true),
            FirstServiceDate = table.Column<DateOnly>(),
            LastServiceDate = table.Column<DateOnly>(),
            AdmissionDate = table.Column<DateOnly>(nullable: true),
            DischargeDate = table.Column<DateOnly>(nullable: true),
            Frequency = table.Column<string>(maxLength: 40),
            DocumentControlNumber = table.Column<string>(maxLength: 40, nullable: true),
            ReplacesClaimId = table.Column<long>(nullable: true),
            ResubmissionOfId = table.Column<long>(nullable: true),
            ReceivedDate = table.Column<DateOnly>(),
            ReceivedAt = table.Column<DateTime>(),
            TotalCharge = table.Column<decimal>(type: migration.Money()),
            Allowed = table.Column<decimal>(type: migration.Money()),
            Paid = table.Column<decimal>(type: migration.Money()),
            PatientShare = table.Column<decimal>(type: migration.Money()),
            DenialCategory = table.Column<string>(maxLength: 40, nullable: true),
            PendReason = table.Column<string>(maxLength: 40, nullable: true),
            ReviewKind = table.Column<string>(maxLength: 40, nullable: true),
            StateSince = table.Column<DateTime>(),
            DecidedBy = table.Column<long>(nullable: true),
            DecidedDate = table.Column<DateOnly>(nullable: true),
            PaidDate = table.Column<DateOnly>(nullable: true),
            NoticeMailedDate = table.Column<DateOnly>(nullable: true),
            CheckNumber = table.Column<string>(maxLength: 40, nullable: true),
            CheckNumberKey = table.Column<string>(maxLength: 40, nullable: true),
            LineCount = table.Column<int>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Claims", x => x.Id);
            table.ForeignKey("FK_Claims_Claims_ReplacesClaimId", x => x.ReplacesClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Claims_Claims_ResubmissionOfId", x => x.ResubmissionOfId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Claims_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Claims_ProviderAccounts_BillingAccountId", x => x.BillingAccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_Claims_ProviderAccounts_RenderingAccountId", x => x.RenderingAccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Claims_BillingAccountId_FirstServiceDate", "Claims", ["BillingAccountId", "FirstServiceDate"]);
        migration.CreateIndex("IX_Claims_BillingAccountId_PatientAccountNumber", "Claims", ["BillingAccountId", "PatientAccountNumber"]);
        migration.CreateIndex("IX_Claims_BillingAccountId_ReceivedDate", "Claims", ["BillingAccountId", "ReceivedDate"]);
        migration.CreateIndex("IX_Claims_CheckNumberKey", "Claims", "CheckNumberKey");
        migration.CreateIndex("IX_Claims_FirstServiceDate_Id", "Claims", ["FirstServiceDate", "Id"]);
        migration.CreateIndex("IX_Claims_MemberId_FirstServiceDate", "Claims", ["MemberId", "FirstServiceDate"]);
        migration.CreateIndex("IX_Claims_Number", "Claims", "Number", unique: true);
        migration.CreateIndex("IX_Claims_ReceivedDate", "Claims", "ReceivedDate");
        migration.CreateIndex("IX_Claims_RenderingAccountId_FirstServiceDate", "Claims", ["RenderingAccountId", "FirstServiceDate"]);
        migration.CreateIndex("IX_Claims_RenderingAccountId_ReceivedDate", "Claims", ["RenderingAccountId", "ReceivedDate"]);
        migration.CreateIndex("IX_Claims_ReplacesClaimId", "Claims", "ReplacesClaimId");
        migration.CreateIndex("IX_Claims_ResubmissionOfId", "Claims", "ResubmissionOfId");
        migration.CreateIndex("IX_Claims_State_FirstServiceDate", "Claims", ["State", "FirstServiceDate"]);

        migration.CreateTable("ClaimDiagnoses", table => new
        {
            Id = table.Column<long>().Identity(),
            ClaimId = table.Column<long>(),
            No = table.Column<int>(),
            Code = table.Column<string>(maxLength: 7),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimDiagnoses", x => x.Id);
            table.ForeignKey("FK_ClaimDiagnoses_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimDiagnoses_ClaimId_No", "ClaimDiagnoses", ["ClaimId", "No"], unique: true);

        migration.CreateTable("ClaimDrafts", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            AccountId = table.Column<long>(),
            Market = table.Column<string>(maxLength: 40),
            Type = table.Column<string>(maxLength: 40),
            State = table.Column<string>(maxLength: 40),
            CreatedBy = table.Column<long>(),
            CreatedAt = table.Column<DateTime>(),
            ChangedAt = table.Column<DateTime>(),
            ClaimId = table.Column<long>(nullable: true),
            MemberIdGiven = table.Column<string>(maxLength: 20, nullable: true),
            FirstServiceDate = table.Column<DateOnly>(nullable: true),
            LastServiceDate = table.Column<DateOnly>(nullable: true),
            TotalCharge = table.Column<decimal>(type: migration.Money(), nullable: true),
            Form = table.Column<string>(),
            OtherPayers = table.Column<string>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimDrafts", x => x.Id);
            table.ForeignKey("FK_ClaimDrafts_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_ClaimDrafts_ProviderAccounts_AccountId", x => x.AccountId, "ProviderAccounts", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimDrafts_AccountId_State_ChangedAt", "ClaimDrafts", ["AccountId", "State", "ChangedAt"]);
        migration.CreateIndex("IX_ClaimDrafts_ClaimId", "ClaimDrafts", "ClaimId");

        migration.CreateTable("ClaimEvents", table => new
        {
            Id = table.Column<long>().Identity(),
            ClaimId = table.Column<long>(),
            At = table.Column<DateTime>(),
            From = table.Column<string>(maxLength: 40),
            To = table.Column<string>(maxLength: 40),
            ActorKind = table.Column<string>(maxLength: 40),
            ActorUserId = table.Column<long>(nullable: true),
            Note = table.Column<string>(maxLength: 4000, nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimEvents", x => x.Id);
            table.ForeignKey("FK_ClaimEvents_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimEvents_ClaimId_At", "ClaimEvents", ["ClaimId", "At"]);

        migration.CreateTable("ClaimForms", table => new
        {
            ClaimId = table.Column<long>(),
            Form = table.Column<string>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimForms", x => x.ClaimId);
            table.ForeignKey("FK_ClaimForms_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });

        migration.CreateTable("ClaimLines", table => new
        {
            Id = table.Column<long>().Identity(),
            ClaimId = table.Column<long>(),
            No = table.Column<int>(),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(),
            Code = table.Column<string>(maxLength: 10),
            RevenueCode = table.Column<string>(maxLength: 4, nullable: true),
            Modifiers = table.Column<string>(maxLength: 20),
            DiagnosisPointer = table.Column<string>(maxLength: 4),
            PlaceOfService = table.Column<string>(maxLength: 2, nullable: true),
            Tooth = table.Column<string>(maxLength: 4, nullable: true),
            Surface = table.Column<string>(maxLength: 6, nullable: true),
            Units = table.Column<decimal>(type: migration.Money()),
            Charge = table.Column<decimal>(type: migration.Money()),
            Allowed = table.Column<decimal>(type: migration.Money()),
            Paid = table.Column<decimal>(type: migration.Money()),
            PatientShare = table.Column<decimal>(type: migration.Money()),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimLines", x => x.Id);
            table.ForeignKey("FK_ClaimLines_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimLines_ClaimId_No", "ClaimLines", ["ClaimId", "No"], unique: true);

        migration.CreateTable("ClaimOtherPayers", table => new
        {
            Id = table.Column<long>().Identity(),
            ClaimId = table.Column<long>(),
            No = table.Column<int>(),
            Name = table.Column<string>(maxLength: 120),
            PolicyNumber = table.Column<string>(maxLength: 60, nullable: true),
            PaidDate = table.Column<DateOnly>(nullable: true),
            Allowed = table.Column<decimal>(type: migration.Money(), nullable: true),
            Paid = table.Column<decimal>(type: migration.Money(), nullable: true),
            PatientShare = table.Column<decimal>(type: migration.Money(), nullable: true),
            Detail = table.Column<string>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimOtherPayers", x => x.Id);
            table.ForeignKey("FK_ClaimOtherPayers_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimOtherPayers_ClaimId_No", "ClaimOtherPayers", ["ClaimId", "No"], unique: true);

        migration.CreateTable("ClaimReasons", table => new
        {
            Id = table.Column<long>().Identity(),
            ClaimId = table.Column<long>(),
            LineNo = table.Column<int>(nullable: true),
            Kind = table.Column<string>(maxLength: 40),
            Code = table.Column<string>(maxLength: 10),
            Text = table.Column<string>(nullable: true),
            Group = table.Column<string>(maxLength: 40, nullable: true),
            Amount = table.Column<decimal>(type: migration.Money(), nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ClaimReasons", x => x.Id);
            table.ForeignKey("FK_ClaimReasons_Claims_ClaimId", x => x.ClaimId, "Claims", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_ClaimReasons_ClaimId_LineNo", "ClaimReasons", ["ClaimId", "LineNo"]);
    }
}
