using static Portal.GraphQL.Tests.Attacks.Attack;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>Fragments in chains, circles and doublings, and selections that must be compared with one another.</summary>
internal static class FragmentAttacks
{
    private const string TooComplex = "QUERY_TOO_COMPLEX";
    private const string Invalid = "VALIDATION_ERROR";

    public static IEnumerable<Attack> All =>
    [
        Document("a chain of 5,000 fragments", TooComplex, () => "{...F0}" + Each(5_000, i => $"fragment F{i} on Query{{...F{i + 1}}}")),
        Document("a chain of 1,500 fragments", TooComplex, () => "{...F0}" + Each(1_500, i => $"fragment F{i} on Query{{...F{i + 1}}}") + "fragment F1500 on Query{hello}"),
        Document("a chain of 99 fragments", null, () => "{...F0}" + Each(99, i => $"fragment F{i} on Query{{...F{i + 1}}}") + "fragment F99 on Query{hello}"),
        Document("fragments that double", TooComplex, () => "{...F0}" + Each(90, i => $"fragment F{i} on Query{{...F{i + 1} ...F{i + 1}}}") + "fragment F90 on Query{hello}"),
        Document("fragments that double below fields", TooComplex, () => "{thing{...F0}}" + Each(13, i => $"fragment F{i} on Thing{{self{{...F{i + 1}}} self{{...F{i + 1}}}}}") + "fragment F13 on Thing{id}"),
        Document("fragments that double below other fields", TooComplex, () => "{named{...F0}}" + Each(12, i => $"fragment F{i} on Named{{other{{...F{i + 1}}} ...on Thing{{other{{...F{i + 1}}}}} ...on OtherThing{{other{{...F{i + 1}}}}}}}") + "fragment F12 on Named{name}"),
        Document("a fragment in itself", Invalid, () => "{...F}fragment F on Query{...F}"),
        Document("a circle of 100 fragments", Invalid, () => "{...F0}" + Each(100, i => $"fragment F{i} on Query{{...F{(i + 1) % 100}}}")),
        Document("80 fragments that all contain all", Invalid, () => "{...F0}" + Each(80, i => $"fragment F{i} on Query{{{Each(80, j => $"...F{j}")}}}")),
        Document("80 fragments that contain all later ones", TooComplex, () => "{...F0}" + Each(80, i => $"fragment F{i} on Query{{{Each(79 - i, j => $"...F{i + 1 + j}")} hello}}")),
        Document("500 operations over 80 fragments", "UNKNOWN_OPERATION", () => Each(500, i => $"query Q{i}{{...F0}}") + Each(80, i => $"fragment F{i} on Query{{{(i < 79 ? $"...F{i + 1}" : "hello")}}}")),
        Document("1,000 operations over fragments that contain all later ones", TooComplex, () => Each(1_000, i => $"query Q{i}{{...F0}}") + Each(70, i => $"fragment F{i} on Query{{{Each(69 - i, j => $"...F{i + 1 + j}")} hello}}")),
        Document("10,000 equal fields", TooComplex, () => "{" + Repeat("hello ", 10_000) + "}"),
        Document("10,000 equal fields below one", TooComplex, () => "{thing{" + Repeat("id ", 10_000) + "}}"),
        Document("4,900 equal fields below one", TooComplex, () => "{thing{" + Repeat("id ", 4_900) + "}}"),
        Document("400 equal fields below one", null, () => "{thing{" + Repeat("id ", 400) + "}}"),
        Document("19 equal fields with arguments that differ at the end", Invalid, () => "{" + Each(19, i => $"hello(name:\"{Repeat("x", 10_000)}{i}\")") + "}"),
        Document("fields that differ in many fragments", Invalid, () => "{" + Each(10, i => $"...F{i}") + "}" + Each(10, i => $"fragment F{i} on Query{{hello(name:\"{i}\")}}")),
        Document("equal fields in fragments of fragments", TooComplex, () => "{thing{" + Each(90, i => $"...F{i}") + "}}" + Each(90, i => $"fragment F{i} on Thing{{{Repeat("id name self{id} ", 10)}}}")),
        Document("objects nested in equal fields", TooComplex, () => "{" + Repeat("thing{" + Repeat("self{" + Repeat("self{id}", 10) + "}", 20) + "}", 15) + "}"),
    ];
}
