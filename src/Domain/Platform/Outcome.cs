using System.Diagnostics.CodeAnalysis;

namespace Portal.Graph.Domain.Platform;

/// <summary>The answer of a use case: its value, or all the refusals at once.</summary>
public sealed class Outcome<T>
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>The result; null exactly when <see cref="Refusals"/> is not empty.</summary>
    public T? Value { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Refusals.Count == 0;

    internal static Outcome<T> Succeed(T value) => new(value, []);

    public static implicit operator Outcome<T>(T value) => new(value, []);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);
    public static implicit operator Outcome<T>(List<Refusal> refusals) => Refused(refusals);
    public static implicit operator Outcome<T>(Refusal[] refusals) => Refused(refusals);

    public static Outcome<T> Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    public Outcome<TResult> Map<TResult>(Func<T, TResult> map) =>
        Succeeded ? map(Value) : Outcome<TResult>.Refused(Refusals);
}

public static class Outcome
{
    /// <summary>A successful outcome; needed where the value's type is an interface, from which C# allows no conversion.</summary>
    public static Outcome<T> Of<T>(T value) => Outcome<T>.Succeed(value);
}
