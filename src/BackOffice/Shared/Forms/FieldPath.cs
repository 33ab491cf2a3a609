using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>From a refusal's path (<c>lines, 0, paid</c>) to the name of a form field (<c>Form.Lines[0].Paid</c>) and its element id.</summary>
public static class FieldPath
{
    public static string ToFormKey(IReadOnlyList<string> path, string form)
    {
        var key = new StringBuilder(form);
        foreach (var part in path)
        {
            if (int.TryParse(part, out var index)) key.Append('[').Append(index).Append(']');
            else if (part.Length > 0) key.Append('.').Append(char.ToUpperInvariant(part[0])).Append(part.AsSpan(1));
        }
        return key.ToString();
    }

    public static string ToId(string formKey) => TagBuilder.CreateSanitizedId(formKey, "_");
}
