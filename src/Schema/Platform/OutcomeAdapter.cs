using Portal.Graph.Domain.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Platform;

/// <summary>Lets resolvers answer with the domain's <see cref="Outcome{T}"/>: its refusals fill a mutation's payload, or fail a query's field.</summary>
public sealed class OutcomeAdapter<T> : ResultAdapter
{
    public override object? Value(object result) => ((Outcome<T>)result).Value;

    public override IReadOnlyList<object> Errors(object result) => ((Outcome<T>)result).Refusals;
}
