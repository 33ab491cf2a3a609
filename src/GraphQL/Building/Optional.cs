namespace Portal.GraphQL.Building;

/// <summary>An input that tells "not given" from "given as null": what is not given stays as it is.</summary>
public readonly record struct Optional<T>(T? Value) : IOptional
{
    public bool HasValue { get; } = true;

    /// <summary>The given value, or what there was before.</summary>
    public T? OrElse(T? current) => HasValue ? Value : current;

    public static implicit operator Optional<T>(T? value) => new(value);
}

/// <summary>An <see cref="Optional{T}"/> of any type.</summary>
public interface IOptional
{
    bool HasValue { get; }
}
