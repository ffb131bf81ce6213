namespace Optimizer.Embedded.Storage;

/// <summary>The store could not read or write.</summary>
/// <param name="problem">What, in words: disk full, file read-only, file damaged.</param>
/// <param name="mayPass">Whether trying again later may help, as when the disk is full; false for a damaged file or a fault in a change.</param>
/// <param name="inner">What the database said.</param>
internal sealed class StoreException(string problem, bool mayPass, Exception? inner = null) : Exception(problem, inner)
{
    public bool MayPass { get; } = mayPass;
}
