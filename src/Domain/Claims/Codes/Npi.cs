namespace Portal.Graph.Domain.Claims.Codes;

/// <summary>National Provider Identifier: 10 digits whose last is a Luhn check digit over the prefix 80840 (section 0.1).</summary>
public static class Npi
{
    public static bool IsValid(string npi)
    {
        if (npi.Length != 10 || !npi.All(char.IsAsciiDigit)) return false;
        var sum = 24; // what 80840 adds to the sum
        for (var i = 0; i < 10; i++)
        {
            var digit = npi[i] - '0';
            if (i % 2 == 0) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
