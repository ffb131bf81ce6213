namespace Optimizer.Embedded.Ledger;

/// <summary>Something asked of the writer, and who waits for the answer.</summary>
/// <param name="rows">Rows it may write, for the size of a change.</param>
internal abstract class LedgerRequest(int rows)
{
    public int Rows => rows;

    /// <summary>Applies it to the open change.</summary>
    public abstract void Apply(LedgerWriter writer);

    /// <summary>The change is durable.</summary>
    public abstract void Succeed();

    /// <summary>Nothing of the change was kept.</summary>
    public abstract void Fail(Exception problem);
}
