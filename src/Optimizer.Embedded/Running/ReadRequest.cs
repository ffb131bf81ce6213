using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Running;

/// <summary>Reads something from the store, between the writes of others.</summary>
internal sealed class ReadRequest<TAnswer>(Func<IEngineStore, TAnswer> read) : Request<TAnswer>
{
    private TAnswer _read = default!;

    public override bool OnlyReads => true;

    public override void Apply(IEngineStore store) => _read = read(store);

    public override void Durable() => Give(_read);
}
