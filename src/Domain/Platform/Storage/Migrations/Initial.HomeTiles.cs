using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Graph.Domain.Platform.Storage.Migrations;

public sealed partial class Initial
{
    private static void HomeTiles(MigrationBuilder migration)
    {
        migration.CreateTable("HomeTiles", table => new
        {
            Id = table.Column<long>().Identity(),
            Version = table.Column<int>(),
            Key = table.Column<string>(maxLength: 60),
            Market = table.Column<string>(maxLength: 40, nullable: true),
            Label = table.Column<string>(maxLength: 80),
            PageKey = table.Column<string>(maxLength: 60),
            AnyOf = table.Column<string>(maxLength: 800),
            Position = table.Column<int>(),
            State = table.Column<string>(maxLength: 40),
        },
        constraints: table =>
        {
            table.PrimaryKey("PK_HomeTiles", x => x.Id);
        });
        migration.CreateIndex("IX_HomeTiles_Key_Market", "HomeTiles", ["Key", "Market"], unique: true);
    }
}
