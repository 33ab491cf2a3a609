using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void Content(MigrationBuilder migration)
    {
        migration.CreateTable("ContentLinks", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Key = table.Column<string>(maxLength: 80),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            Group = table.Column<string>(maxLength: 40),
            Label = table.Column<string>(maxLength: 120),
            Body = table.Column<string>(maxLength: 1000, nullable: true),
            Url = table.Column<string>(maxLength: 500, nullable: true),
            PageKey = table.Column<string>(maxLength: 60, nullable: true),
            Position = table.Column<int>(),
            From = table.Column<DateOnly>(nullable: true),
            To = table.Column<DateOnly>(nullable: true),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_ContentLinks", x => x.Id);
        });
        migration.CreateIndex("IX_ContentLinks_Key_Market", "ContentLinks", ["Key", "Market"], unique: true);

        migration.CreateTable("Resources", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Title = table.Column<string>(maxLength: 150),
            Section = table.Column<string>(maxLength: 80),
            Kind = table.Column<string>(maxLength: 40),
            Description = table.Column<string>(maxLength: 500, nullable: true),
            Url = table.Column<string>(maxLength: 500, nullable: true),
            Markets = table.Column<string>(maxLength: 200),
            Position = table.Column<int>(),
            Status = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_Resources", x => x.Id);
        });
    }
}
