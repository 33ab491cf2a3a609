using Microsoft.AspNetCore.Mvc;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>A page whose form writes a new record, a new one that begins as another, or a record anew.</summary>
/// <typeparam name="TRecord">What is stored.</typeparam>
/// <typeparam name="TForm">The record as it is written.</typeparam>
public abstract class EditPage<TRecord, TForm> : StaffPage where TRecord : class where TForm : class, new()
{
    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>The record that is written anew; null for a new one.</summary>
    public long? Id { get; private set; }

    /// <param name="id">The record to write anew.</param>
    /// <param name="from">The record that a new one begins as.</param>
    public async Task<IActionResult> OnGetAsync(long? id, long? from, CancellationToken ct)
    {
        Id = id;
        if ((id ?? from) is { } source)
        {
            if (await FindAsync(source, ct) is not { } record) return NotFound();
            Form = FormOf(record);
            if (id is null) Detach();
        }
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(long? id, CancellationToken ct)
    {
        if (!IsSound(id)) return Shown();
        var saved = await SaveAsync(ct);
        if (saved.Succeeded) return Done(saved.Value);
        Refuse(saved.Refusals.Select(OnThePage));
        return Shown();
    }

    /// <summary>The record with what the form needs of it; null when there is none to edit.</summary>
    protected abstract Task<TRecord?> FindAsync(long id, CancellationToken ct);

    protected abstract TForm FormOf(TRecord record);

    protected abstract Task<Outcome<TRecord>> SaveAsync(CancellationToken ct);

    /// <summary>Says that it is saved, and where to go on.</summary>
    protected abstract IActionResult Done(TRecord saved);

    /// <summary>Takes out of the form what a new record does not have from the one that it begins as.</summary>
    protected virtual void Detach() { }

    /// <summary>Finds the faults that the desk is not asked for.</summary>
    protected virtual void Check() { }

    /// <summary>Adds to the form what the page shows beyond the record.</summary>
    protected virtual void Complete() { }

    /// <summary>A refusal by the fields of the page, where the desk saw others.</summary>
    protected virtual Refusal OnThePage(Refusal refusal) => refusal;

    /// <summary>Whether what was sent is worth asking the desk.</summary>
    protected bool IsSound(long? id)
    {
        Id = id;
        Check();
        return ModelState.IsValid;
    }

    protected IActionResult Shown()
    {
        Complete();
        return Page();
    }

    protected IActionResult Leave(string toast, string page, object? values = null)
    {
        Toast = toast;
        return RedirectToPage(page, values);
    }
}
