using System.Globalization;

namespace Portal.GraphQL.Comparison.Running;

/// <summary>What a run was asked for.</summary>
internal sealed record Settings(int Members, int Rounds, double Seconds, string[] Keys, bool WithMercurius)
{
    public const string Usage = "usage: Comparison [--members N] [--rounds N] [--seconds S] [--cases KEY,KEY] [--without-mercurius]";

    /// <summary>Null when the arguments are not understood.</summary>
    public static Settings? Of(string[] args)
    {
        var settings = new Settings(50_000, 5, 2, [], true);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--members" when int.TryParse(value, out var members) && members >= 100: settings = settings with { Members = members }; i++; break;
                case "--rounds" when int.TryParse(value, out var rounds) && rounds > 0: settings = settings with { Rounds = rounds }; i++; break;
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0: settings = settings with { Seconds = seconds }; i++; break;
                case "--cases" when value.Length > 0: settings = settings with { Keys = value.Split(',') }; i++; break;
                case "--without-mercurius": settings = settings with { WithMercurius = false }; break;
                default: return null;
            }
        }
        return settings;
    }
}
