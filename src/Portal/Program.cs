using System.CommandLine;
using Portal.Graph.Host.Verbs;

// Whoever ends the program waits for what it has in hand: how long a verb may take to stop, the verb knows.
return await PortalCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Timeout.InfiniteTimeSpan });
