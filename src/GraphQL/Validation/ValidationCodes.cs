using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation;

/// <summary>What <c>extensions.code</c> of a validation error can be.</summary>
public static class ValidationCodes
{
    /// <summary>The document breaks a rule of section 5 of the specification.</summary>
    public const string ValidationError = "VALIDATION_ERROR";

    /// <summary>A document of type definitions breaks a rule of section 3 of the specification.</summary>
    public const string InvalidSchema = "INVALID_SCHEMA";

    /// <summary>The document is valid, but asks for more than <see cref="ComplexityLimits"/> allow.</summary>
    public const string TooComplex = SyntaxException.TooComplexCode;
}
