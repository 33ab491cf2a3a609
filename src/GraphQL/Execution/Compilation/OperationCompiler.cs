using Portal.GraphQL.Execution.Coercion;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Compilation;

/// <summary>Turns a valid operation into flat selection sets.</summary>
internal sealed class OperationCompiler
{
    private const int MaxConditionVariables = 64;

    // Fragments that use one another can select exponentially much in few words; validation limits count too, this is the last wall.
    private const int MaxSelections = 100_000;

    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly List<string> _conditions;
    private readonly Requirements _requirements;
    private readonly LiteralCoercion _coercion;
    private int _selections;

    private OperationCompiler(Schema schema, DocumentNode document, OperationDefinitionNode operation, Requirements requirements, LiteralCoercion coercion)
    {
        Schema = schema;
        _requirements = requirements;
        _coercion = coercion;
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value, StringComparer.Ordinal);
        _conditions = [.. operation.Variables.Where(v => Named(v.Type) == "Boolean").Select(v => v.Variable.Name.Value).Take(MaxConditionVariables)];
    }

    public Schema Schema { get; }

    /// <exception cref="GraphQLException">The operation is of a kind that the schema does not have, or is too large.</exception>
    public static CompiledOperation Compile(
        Schema schema, DocumentNode document, OperationDefinitionNode operation, Requirements requirements, LiteralCoercion coercion)
    {
        var root = operation.Operation switch
        {
            OperationKind.Query => schema.Query,
            OperationKind.Mutation => schema.Mutation,
            OperationKind.Subscription => schema.Subscription,
        } ?? throw new GraphQLException(new GraphQLError(
            $"The schema has no {operation.Operation.ToString().ToLowerInvariant()} type.", ErrorCodes.OperationNotSupported, [operation.Location]));
        var compiler = new OperationCompiler(schema, document, operation, requirements, coercion);
        var variables = new VariableCoercion(schema, operation, coercion);
        var set = compiler.Compile(root, [(operation.SelectionSet, Inclusion.Case.Always)]);
        return new CompiledOperation(operation, set, variables, compiler._conditions, new CostEstimate(schema, document, operation));
    }

    public SelectionSet Compile(ObjectType type, IReadOnlyList<(SelectionSetNode Node, Inclusion.Case Case)> nodes)
    {
        var collected = new OrderedDictionary<string, Collected>(StringComparer.Ordinal);
        foreach (var (node, @case) in nodes)
            Collect(type, node, @case, collected, []);
        return new SelectionSet(type, [.. collected.Values.Select(Finish)]);
    }

    /// <summary>A selection in the making, with the places it was found in.</summary>
    private sealed record Collected(FieldSelection Selection, List<(FieldNode Node, Inclusion.Case Case)> Places);

    private void Collect(
        ObjectType type, SelectionSetNode set, Inclusion.Case @case, OrderedDictionary<string, Collected> into, HashSet<(string, Inclusion.Case)> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (Narrow(@case, selection.Directives) is not { } here)
                continue;
            switch (selection)
            {
                case FieldNode field:
                    Add(type, field, here, into);
                    break;
                case InlineFragmentNode fragment when fragment.TypeCondition is null || Applies(type, fragment.TypeCondition):
                    Collect(type, fragment.SelectionSet, here, into, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add((spread.Name.Value, here)) && _fragments.TryGetValue(spread.Name.Value, out var fragment):
                    if (Applies(type, fragment.TypeCondition))
                        Collect(type, fragment.SelectionSet, here, into, visited);
                    break;
            }
        }
    }

    private void Add(ObjectType type, FieldNode node, Inclusion.Case @case, OrderedDictionary<string, Collected> into)
    {
        if (Interlocked.Increment(ref _selections) > MaxSelections)
            throw new GraphQLException(new GraphQLError("The operation selects too many fields.", SyntaxException.TooComplexCode, [node.Location]));
        if (!into.TryGetValue(node.ResponseName, out var collected))
        {
            if (Schema.FindField(type, node.Name.Value) is not { } field)
                return;
            collected = new(new FieldSelection(node.ResponseName, type, field, new Inclusion()), []);
            into.Add(node.ResponseName, collected);
        }
        collected.Selection.Add(node, @case, _selections);
        collected.Places.Add((node, @case));
    }

    private FieldSelection Finish(Collected collected)
    {
        var (selection, places) = collected;
        selection.Arguments = ArgumentPlan.Of(selection.Field, places[0].Node.Arguments, _coercion);
        selection.Requirements = _requirements.Of(selection.Field.Authorize);
        if (selection.Type.Named is CompositeType composite)
        {
            // What is below is asked only when the field takes part: its own condition is repeated there only if there are several.
            var single = selection.Inclusion.IsSingle && places.All(p => p.Case == places[0].Case);
            selection.Children = new SelectionSource(this, composite,
                [.. places.Select(p => (p.Node.SelectionSet!, single ? Inclusion.Case.Always : p.Case))]);
        }
        return selection;
    }

    /// <summary>The case with what <c>@skip</c> and <c>@include</c> add; null when the selection never takes part.</summary>
    private Inclusion.Case? Narrow(Inclusion.Case @case, IReadOnlyList<DirectiveNode> directives)
    {
        Inclusion.Case? narrowed = @case;
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not ("skip" or "include") || narrowed is not { } current)
                continue;
            var wanted = directive.Name.Value == "include";
            narrowed = directive.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value switch
            {
                BooleanValueNode literal => literal.Value == wanted ? current : null,
                VariableNode variable => current.And(ConditionBit(variable), wanted),
                _ => throw new GraphQLException(new GraphQLError(
                    $"@{directive.Name.Value} needs a Boolean 'if'.", ErrorCodes.InvalidArgument, [directive.Location])),
            };
        }
        return narrowed;
    }

    private int ConditionBit(VariableNode variable) => _conditions.IndexOf(variable.Name.Value) is >= 0 and var bit ? bit
        : throw new GraphQLException(new GraphQLError(
            $"Of its Boolean variables an operation can use the first {MaxConditionVariables} in @skip and @include.", SyntaxException.TooComplexCode, [variable.Location]));

    private bool Applies(ObjectType type, NamedTypeNode condition) => Schema.FindType(condition.Name.Value) switch
    {
        ObjectType o => o == type,
        InterfaceType i => type.Interfaces.Contains(i),
        UnionType u => u.Members.Contains(type),
        _ => false,
    };

    private static string Named(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name.Value,
        NonNullTypeNode nonNull => Named(nonNull.InnerType),
        _ => "",
    };
}
