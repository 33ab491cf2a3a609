using System.Collections.Frozen;

namespace Portal.Graph.Domain.Imports;

/// <summary>State names and ZIP codes as sources write them, in the plan's form.</summary>
internal static class UsStates
{
    private static readonly FrozenDictionary<string, string> Codes = string.Join('|',
        "Alabama=AL|Alaska=AK|Arizona=AZ|Arkansas=AR|California=CA|Colorado=CO|Connecticut=CT|Delaware=DE|District of Columbia=DC|Florida=FL|Georgia=GA|Hawaii=HI",
        "Idaho=ID|Illinois=IL|Indiana=IN|Iowa=IA|Kansas=KS|Kentucky=KY|Louisiana=LA|Maine=ME|Maryland=MD|Massachusetts=MA|Michigan=MI|Minnesota=MN|Mississippi=MS",
        "Missouri=MO|Montana=MT|Nebraska=NE|Nevada=NV|New Hampshire=NH|New Jersey=NJ|New Mexico=NM|New York=NY|North Carolina=NC|North Dakota=ND|Ohio=OH|Oklahoma=OK",
        "Oregon=OR|Pennsylvania=PA|Rhode Island=RI|South Carolina=SC|South Dakota=SD|Tennessee=TN|Texas=TX|Utah=UT|Vermont=VT|Virginia=VA|Washington=WA",
        "West Virginia=WV|Wisconsin=WI|Wyoming=WY|Puerto Rico=PR")
        .Split('|').Select(pair => pair.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Two letters from a state's name or code; null when it is neither.</summary>
    public static string? Code(string? state) => state?.Trim() switch
    {
        null => null,
        { Length: 2 } code when Codes.Values.Contains(code.ToUpperInvariant()) => code.ToUpperInvariant(),
        var name => Codes.GetValueOrDefault(name),
    };

    /// <summary>Five digits or ZIP+4; null when it is no ZIP code.</summary>
    public static string? Zip(string? zip)
    {
        var digits = string.Concat((zip ?? "").Where(char.IsAsciiDigit));
        return digits.Length switch { 5 => digits, 9 => $"{digits[..5]}-{digits[5..]}", _ => null };
    }
}
