namespace Portal.GraphQL.Execution;

/// <summary>
/// What a resolver answers that may refuse: a value, or why there is none. In a mutation the errors fill its payload;
/// in a query each becomes a GraphQL error through <see cref="IErrorMapper"/>.
/// </summary>
public readonly struct FieldResult<T> : IFieldResult
{
    private readonly IReadOnlyList<object>? _errors;

    public FieldResult(T value) => Value = value;

    public FieldResult(IReadOnlyList<object> errors) => _errors = errors.Count > 0 ? errors : throw new ArgumentException("A refusal needs at least one error.", nameof(errors));

    /// <summary>The value; meaningless when <see cref="Errors"/> is not empty.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; empty when there is one.</summary>
    public IReadOnlyList<object> Errors => _errors ?? [];

    object? IFieldResult.Value => Value;

    public static implicit operator FieldResult<T>(T value) => new(value);

    public static implicit operator FieldResult<T>(FieldErrors errors) => new(errors.Items);
}

/// <summary>A <see cref="FieldResult{T}"/> of any type.</summary>
public interface IFieldResult
{
    object? Value { get; }
    IReadOnlyList<object> Errors { get; }
}

/// <summary>Errors on their way into a <see cref="FieldResult{T}"/>: <c>return FieldErrors.Of(new TooLate(day));</c></summary>
public readonly record struct FieldErrors(IReadOnlyList<object> Items)
{
    public static FieldErrors Of(params IReadOnlyList<object> errors) => new(errors);
}

/// <summary>Turns an error object of a <see cref="FieldResult{T}"/> into the GraphQL error of a query field.</summary>
public interface IErrorMapper
{
    GraphQLError ToGraphQLError(object error);
}
