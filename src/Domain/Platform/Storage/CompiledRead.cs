using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// A query that EF Core translates once instead of looking its expression up at every use. One translation per model: SQLite and
/// PostgreSQL have their own, and in tests they meet in one process.
/// </summary>
/// <param name="compile">Gives what <see cref="EF"/>'s <c>CompileAsyncQuery</c> makes.</param>
internal sealed class CompiledRead<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _ofModel = [];

    public TQuery For(PortalDb db) => _ofModel.GetValue(db.Model, _ => compile());
}
