using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Something to read or write, carried out by the writer together with others in one transaction.</summary>
internal abstract class Change
{
    /// <summary>Reads and writes, on the writer's thread. What it changes in memory is only what later changes must see.</summary>
    public abstract void Apply(IEngineStore store);

    /// <summary>It reads only, so it can be carried out while nothing can be written.</summary>
    public virtual bool OnlyReads => false;

    /// <summary>The transaction was dropped: takes back what <see cref="Apply"/> changed in memory; it may be applied again.</summary>
    public virtual void Undo()
    {
    }

    /// <summary>All of it is on disk. On the writer's thread, so it only hands on.</summary>
    public abstract void Durable();

    /// <summary>
    /// Nothing can be written for now. A request of a client gives up and tells so: true. What the engine itself must
    /// write stays and is tried again: false.
    /// </summary>
    public virtual bool GiveUp(Exception fault) => false;

    /// <summary>It can never be applied, for a reason of its own; the others of its transaction were.</summary>
    public abstract void Broken(Exception fault);
}
