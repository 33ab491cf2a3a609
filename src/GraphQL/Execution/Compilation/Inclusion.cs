namespace Portal.GraphQL.Execution.Compilation;

/// <summary>
/// When a selection takes part, as <c>@skip</c> and <c>@include</c> on variables say: in any of several cases, each of
/// which wants certain Boolean variables true and others false. Variables are bits, so that a request asks with one comparison.
/// </summary>
internal sealed class Inclusion
{
    private readonly List<Case> _cases = [];

    /// <summary>The selection takes part if the variables under <paramref name="Mask"/> have the bits of <paramref name="Bits"/>.</summary>
    public readonly record struct Case(ulong Mask, ulong Bits)
    {
        public static readonly Case Always = default;

        public bool Holds(ulong variables) => (variables & Mask) == Bits;

        /// <summary>This case and a variable's value; null when they contradict each other.</summary>
        public Case? And(int variable, bool value)
        {
            var bit = 1UL << variable;
            if ((Mask & bit) != 0)
                return (Bits & bit) != 0 == value ? this : null;
            return new(Mask | bit, value ? Bits | bit : Bits);
        }
    }

    public bool IsAlways { get; private set; }

    public void Add(Case @case)
    {
        IsAlways |= @case == Case.Always;
        if (!_cases.Contains(@case))
            _cases.Add(@case);
    }

    public bool Holds(ulong variables)
    {
        if (IsAlways)
            return true;
        foreach (var @case in _cases)
            if (@case.Holds(variables))
                return true;
        return false;
    }

    /// <summary>The only case, when there is one; then what is below the selection need not ask it again.</summary>
    public bool IsSingle => IsAlways || _cases.Count == 1;
}
