namespace Portal.Graph.Host.Verbs;

/// <summary>Verbs about files end with 2 when they are used wrongly or cannot read one; 1 is for what they found.</summary>
internal static class FileFaults
{
    public const int Fault = 2;

    public static int Usage(string usage)
    {
        Console.Error.WriteLine($"usage: {usage}");
        return Fault;
    }

    public static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Failed(e.Message);
        }
    }

    public static int Failed(string message)
    {
        Console.Error.WriteLine(message);
        return Fault;
    }
}
