using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Changes something in the store that nobody has in memory, and gives what comes of it.</summary>
internal sealed class StoreRequest<TAnswer>(Func<IEngineStore, TAnswer> change) : Request<TAnswer>
{
    private TAnswer _given = default!;

    public override void Apply(IEngineStore store) => _given = change(store);

    public override void Durable() => Give(_given);
}
