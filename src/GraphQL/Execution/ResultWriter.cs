namespace Portal.GraphQL.Execution;

/// <summary>
/// Writes JSON as UTF-8 into one growing pooled buffer. It can go back to an earlier position, which is how a null
/// propagates to its nearest nullable ancestor after part of that ancestor was already written.
/// </summary>
public sealed partial class ResultWriter;
