namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Makes the stores of one host in one setting: all that a host must supply to run the suite. What was kept goes when it is disposed.</summary>
public interface IStoreHosting : IAsyncDisposable
{
    /// <summary>Opens the stores; again, as another process on the same records would.</summary>
    Task<IStores> OpenAsync();
}
