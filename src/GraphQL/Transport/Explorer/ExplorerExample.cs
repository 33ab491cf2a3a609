namespace Portal.GraphQL.Transport.Explorer;

/// <summary>A saved operation that the explorer page offers.</summary>
/// <param name="Group">The heading it is listed under; empty for none.</param>
/// <param name="Name">What it is called in the list.</param>
/// <param name="Description">What it answers, in a line or two; may be empty.</param>
/// <param name="Document">The document, as it is put into the editor.</param>
/// <param name="Variables">Its variables as JSON; empty for none. The page writes dates for <c>{{today}}</c> and <c>{{today-30}}</c>.</param>
public sealed record ExplorerExample(string Group, string Name, string Description, string Document, string Variables = "")
{
    /// <summary>An example from a file: the folder is its group, the first comment line its name, the comment lines after it the description.</summary>
    internal static ExplorerExample Parse(string path, string document, string variables)
    {
        var comment = document.ReplaceLineEndings("\n").Split('\n').TakeWhile(l => l.StartsWith('#')).Select(l => l.TrimStart('#').Trim()).ToList();
        var file = path[(path.LastIndexOf('/') + 1)..];
        return new(
            path.Contains('/') ? path[..path.LastIndexOf('/')] : "",
            comment is [{ Length: > 0 } name, ..] ? name : Path.GetFileNameWithoutExtension(file),
            string.Join(' ', comment.Skip(1)), document, variables);
    }
}
