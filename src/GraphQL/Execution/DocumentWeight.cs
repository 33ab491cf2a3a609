namespace Portal.GraphQL.Execution;

/// <summary>An estimate, on the high side, of the memory (bytes) that a kept document takes.</summary>
internal static class DocumentWeight
{
    private const int PerString = 64;
    private const int PerCharacterOfTree = 40;
    private const int PerSelection = 600;

    public static long OfText(string text) => 2L * text.Length + PerString;

    /// <param name="selections">Fields, counted where fragments put them: so many are compiled.</param>
    public static long OfPrepared(string text, double selections) => OfText(text) + (long)PerCharacterOfTree * text.Length + (long)(PerSelection * selections);
}
