using Portal.Graph.Clients;
using Portal.Graph.Clients.Reference;
using Portal.GraphQL.Language;
using Portal.GraphQL.Tests.Building.Library;
using Portal.GraphQL.Tests.Validation;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Tests.Reference;

/// <summary>Generated documents, valid and broken, get the same errors at the same places as from the reference.</summary>
public sealed class ValidationReferenceTests
{
    private static readonly int Documents = 2000 * Oracle.Scale;

    [NodeFact]
    public Task Documents_for_the_schema_of_pets_get_the_same_verdict() => CompareAsync(PetSchema.Schema, kindsOfErrors: 45);

    [NodeFact]
    public Task Documents_for_the_sample_library_get_the_same_verdict() => CompareAsync(LibrarySchema.Schema, kindsOfErrors: 30);

    private static async Task CompareAsync(Schema schema, int kindsOfErrors)
    {
        var verdicts = await Verdicts.CompareAsync(schema, Documents);
        verdicts.Valid.ShouldBeInRange(Documents / 4, Documents * 3 / 4, "both sides must be common");
        verdicts.Kinds.Count.ShouldBeGreaterThanOrEqualTo(kindsOfErrors, string.Join('\n', verdicts.Kinds));
    }
}
