using System.Text.Json;
using Portal.Graph.Clients;

namespace Portal.Graph.Schema.Tests.Clients;

/// <summary>The compilers that front ends are built with take schema.graphql and documents for it.</summary>
public sealed class CompilerTests : IDisposable
{
    private static readonly string Schema = Path.GetFullPath(Path.Combine(NodeClients.Folder, "..", "..", "schema.graphql"));

    // Inside the folder of the packages, where compilers look for them.
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(NodeClients.Folder, "obj", $"compile-{Guid.NewGuid():n}"));

    [NodeFact]
    public async Task Relay_compiles_connections_nodes_and_refetchable_fragments()
    {
        Write("Claims.js", """
            import { graphql } from 'react-relay';
            graphql`
              query ClaimsQuery($where: ClaimSearchInput!, $count: Int = 10, $cursor: String) { ...Claims_list @arguments(where: $where) }
            `;
            graphql`
              fragment Claims_list on Query @refetchable(queryName: "ClaimsListPaginationQuery")
              @argumentDefinitions(where: { type: "ClaimSearchInput!" }) {
                claims(first: $count, after: $cursor, where: $where) @connection(key: "Claims_claims") { edges { node { id ...Claims_claim } } }
              }
            `;
            graphql`
              fragment Claims_claim on Claim @refetchable(queryName: "ClaimsClaimRefetchQuery") { number status lines { no } }
            `;
            graphql`
              query ClaimsNodeQuery($id: ID!) { node(id: $id) { __typename ... on Claim { number } } }
            `;
            graphql`
              mutation ClaimsCreateMutation($input: CreateClaimDraftInput!) {
                createClaimDraft(input: $input) { draft { id version } errors { __typename ... on Error { code message } } }
              }
            `;
            """);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "made"));
        File.Copy(Schema, Path.Combine(_folder.FullName, "schema.graphql"));
        var config = Write("relay.config.json", JsonSerializer.Serialize(new { src = Relative(""), schema = Relative("schema.graphql"), language = "typescript", artifactDirectory = Relative("made"), eagerEsModules = true }));
        await NodeClients.RunToolAsync("relay-compiler", [config]);
        var made = Directory.EnumerateFiles(Path.Combine(_folder.FullName, "made")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);
        made.ShouldBe(
        [
            "ClaimsClaimRefetchQuery.graphql.ts", "ClaimsCreateMutation.graphql.ts", "ClaimsListPaginationQuery.graphql.ts", "ClaimsNodeQuery.graphql.ts",
            "ClaimsQuery.graphql.ts", "Claims_claim.graphql.ts", "Claims_list.graphql.ts",
        ]);
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "made", "ClaimsClaimRefetchQuery.graphql.ts"))).ShouldContain("node(id: $id)");
    }

    [NodeFact]
    public async Task Generated_types_of_the_schema_and_of_operations_pass_the_type_checker()
    {
        var documents = Write("operations.graphql", """
            query Claims($where: ClaimSearchInput!) {
              claims(first: 10, where: $where) { pageInfo { endCursor } edges { node { id number status } } }
            }
            mutation Create($input: CreateClaimDraftInput!) {
              createClaimDraft(input: $input) { draft { id version } errors { __typename ... on Error { code message } } }
            }
            query Node($id: ID!) { node(id: $id) { id ... on Claim { number } } }
            """);
        var (types, operations) = (Path.Combine(_folder.FullName, "types.ts"), Path.Combine(_folder.FullName, "operations.ts"));
        var scalars = new { strictScalars = true, scalars = new { Date = "string", DateTime = "string", Decimal = "number", Long = "number", Uuid = "string" } };
        var config = Write("codegen.json", JsonSerializer.Serialize(new
        {
            schema = Schema,
            documents,
            generates = new Dictionary<string, object>
            {
                [types] = new { plugins = new[] { "typescript" }, config = scalars },
                [operations] = new { plugins = new[] { "typescript-operations" }, config = scalars },
            },
        }));
        await NodeClients.RunToolAsync("graphql-codegen", ["--config", config]);
        // A wrong use must fail, or the check would prove nothing.
        var use = Write("use.ts", """
            import type { ClaimsQuery, CreateMutationVariables } from './operations.js';
            export const numbers = (data: ClaimsQuery): (string | undefined)[] => (data.claims?.edges ?? []).map((edge) => edge.node.number);
            export const variables: CreateMutationVariables = { input: { type: 'HCFA' } };
            // @ts-expect-error there is no such type of claim
            export const wrong: CreateMutationVariables = { input: { type: 'NOPE' } };
            """);
        await NodeClients.RunToolAsync("tsc", ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext", types, operations, use]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Relay takes paths from the folder it is started in.
    private string Relative(string name) => "./" + Path.GetRelativePath(NodeClients.Folder, Path.Combine(_folder.FullName, name)).Replace('\\', '/');

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
