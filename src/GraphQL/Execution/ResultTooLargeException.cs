namespace Portal.GraphQL.Execution;

/// <summary>An answer grew larger (bytes) than it may.</summary>
internal sealed class ResultTooLargeException(int maxBytes) : Exception($"The answer is larger than {maxBytes} bytes.");
