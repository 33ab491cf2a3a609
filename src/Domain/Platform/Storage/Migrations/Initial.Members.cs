using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Members(MigrationBuilder migration)
    {
        migration.CreateTable("EligibilityInquiries", table => new
        {
            Id = table.Column<long>().Identity(),
            UserId = table.Column<long>(nullable: true),
            AccountId = table.Column<long>(nullable: true),
            Market = table.Column<string>(maxLength: 40),
            Mode = table.Column<string>(maxLength: 40),
            CriteriaHash = table.Column<string>(maxLength: 64),
            DateOfService = table.Column<DateOnly>(),
            ResultMemberIds = table.Column<string>(),
            At = table.Column<DateTime>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_EligibilityInquiries", x => x.Id);
        });
        migration.CreateIndex("IX_EligibilityInquiries_UserId_At", "EligibilityInquiries", ["UserId", "At"]);

        migration.CreateTable("Members", table => new
        {
            Id = table.Column<long>().Identity(),
            SubscriberNumber = table.Column<string>(maxLength: 9),
            Suffix = table.Column<string>(maxLength: 2),
            MedicaidId = table.Column<string>(maxLength: 14, nullable: true),
            CaseNumber = table.Column<string>(maxLength: 20, nullable: true),
            FirstName = table.Column<string>(maxLength: 60),
            LastName = table.Column<string>(maxLength: 60),
            NameKey = table.Column<string>(maxLength: 121),
            BirthDate = table.Column<DateOnly>(),
            Gender = table.Column<string>(maxLength: 40),
            Language = table.Column<string>(maxLength: 40),
            Phone = table.Column<string>(maxLength: 20, nullable: true),
            SubscriberId = table.Column<long>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Members", x => x.Id);
            table.ForeignKey("FK_Members_Members_SubscriberId", x => x.SubscriberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Members_CaseNumber", "Members", "CaseNumber");
        migration.CreateIndex("IX_Members_MedicaidId", "Members", "MedicaidId");
        migration.CreateIndex("IX_Members_NameKey_BirthDate", "Members", ["NameKey", "BirthDate"]);
        migration.CreateIndex("IX_Members_SubscriberId", "Members", "SubscriberId");
        migration.CreateIndex("IX_Members_SubscriberNumber_Suffix", "Members", ["SubscriberNumber", "Suffix"], unique: true);

        migration.CreateTable("CaseManagerAssignments", table => new
        {
            Id = table.Column<long>().Identity(),
            MemberId = table.Column<long>(),
            Name = table.Column<string>(maxLength: 120),
            Phone = table.Column<string>(maxLength: 20),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_CaseManagerAssignments", x => x.Id);
            table.ForeignKey("FK_CaseManagerAssignments_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_CaseManagerAssignments_MemberId_From", "CaseManagerAssignments", ["MemberId", "From"]);

        migration.CreateTable("MemberAddresses", table => new
        {
            Id = table.Column<long>().Identity(),
            MemberId = table.Column<long>(),
            Kind = table.Column<string>(maxLength: 40),
            Line1 = table.Column<string>(maxLength: 120),
            City = table.Column<string>(maxLength: 60),
            State = table.Column<string>(maxLength: 2),
            Zip = table.Column<string>(maxLength: 10),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_MemberAddresses", x => x.Id);
            table.ForeignKey("FK_MemberAddresses_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_MemberAddresses_MemberId_From", "MemberAddresses", ["MemberId", "From"]);

        migration.CreateTable("PcpAttributions", table => new
        {
            Id = table.Column<long>().Identity(),
            MemberId = table.Column<long>(),
            PractitionerId = table.Column<long>(),
            AccountId = table.Column<long>(),
            From = table.Column<DateOnly>(),
            To = table.Column<DateOnly>(nullable: true),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_PcpAttributions", x => x.Id);
            table.ForeignKey("FK_PcpAttributions_Members_MemberId", x => x.MemberId, "Members", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_PcpAttributions_AccountId_From_To", "PcpAttributions", ["AccountId", "From", "To"]);
        migration.CreateIndex("IX_PcpAttributions_MemberId_From", "PcpAttributions", ["MemberId", "From"]);
    }
}
