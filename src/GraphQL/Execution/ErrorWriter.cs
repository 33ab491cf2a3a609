using System.Collections;

namespace Portal.GraphQL.Execution;

/// <summary>Writes errors as section 7.1.2 of the specification has them.</summary>
internal static class ErrorWriter
{
    // One broken field of a long list fails as often as the list is long: what is wrong shows in the first ones.
    private const int MaxErrors = 1000;

    /// <summary>Writes the name <c>errors</c> and the list, of which the end is left out when it is very long.</summary>
    public static void WriteErrors(ResultWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteName("errors");
        WriteList(writer, errors);
    }

    /// <summary>Writes the list alone.</summary>
    public static void WriteList(ResultWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.StartArray();
        for (var i = 0; i < errors.Count && i < MaxErrors; i++)
            Write(writer, errors[i]);
        if (errors.Count > MaxErrors)
            Write(writer, new GraphQLError($"{errors.Count - MaxErrors} more errors were left out.", ErrorCodes.TooManyErrors));
        writer.EndArray();
    }

    private static void Write(ResultWriter writer, GraphQLError error)
    {
        writer.StartObject();
        writer.WriteName("message");
        writer.WriteString(error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.WriteName("locations");
            writer.StartArray();
            foreach (var location in locations)
            {
                writer.StartObject();
                writer.WriteName("line");
                writer.WriteNumber(location.Line);
                writer.WriteName("column");
                writer.WriteNumber(location.Column);
                writer.EndObject();
            }
            writer.EndArray();
        }
        if (error.Path is { } path)
        {
            writer.WriteName("path");
            WriteValue(writer, path);
        }
        writer.WriteName("extensions");
        writer.StartObject();
        writer.WriteName("code");
        writer.WriteString(error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            if (name == "code")
                continue;
            writer.WriteName(name);
            WriteValue(writer, value);
        }
        writer.EndObject();
        writer.EndObject();
    }

    /// <summary>Writes a value of extensions: text, numbers, lists and dictionaries of them; anything else as its text.</summary>
    public static void WriteValue(ResultWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case string text: writer.WriteString(text); break;
            case bool flag: writer.WriteBoolean(flag); break;
            case int number: writer.WriteNumber(number); break;
            case long number: writer.WriteNumber(number); break;
            case double number: writer.WriteNumber(number); break;
            case decimal number: writer.WriteNumber(number); break;
            case IReadOnlyDictionary<string, object?> map:
                writer.StartObject();
                foreach (var (name, item) in map)
                {
                    writer.WriteName(name);
                    WriteValue(writer, item);
                }
                writer.EndObject();
                break;
            case IEnumerable list:
                writer.StartArray();
                foreach (var item in list)
                    WriteValue(writer, item);
                writer.EndArray();
                break;
            default: writer.WriteString(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""); break;
        }
    }
}
