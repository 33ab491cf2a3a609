namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>Implemented by an interceptor of <see cref="PortalDb"/> that wants to know the reads by hand too: EF Core does not see them.</summary>
public interface IStatementObserver
{
    void Reading(string text);
}
