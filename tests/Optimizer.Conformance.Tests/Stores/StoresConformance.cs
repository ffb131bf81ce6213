namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every topic of the suite shares: stores that begin empty, and others on the same records.</summary>
public abstract class StoresConformance<THosting> : IAsyncLifetime
    where THosting : IStoreHosting, new()
{
    private readonly THosting _hosting = new();
    private readonly List<IStores> _open = [];

    protected IStores Stores => _open.Count > 0 ? _open[0] : throw new InvalidOperationException("the stores are not open");

    public Task InitializeAsync() => OtherAsync();

    public async Task DisposeAsync()
    {
        foreach (var each in _open)
        {
            await each.DisposeAsync();
        }

        await _hosting.DisposeAsync();
    }

    /// <summary>The same records from another process.</summary>
    protected async Task<IStores> OtherAsync()
    {
        var other = await _hosting.OpenAsync();
        _open.Add(other);
        return other;
    }

    protected async Task<IReadOnlyList<IStores>> OthersAsync(int count)
    {
        var others = new List<IStores>();
        while (others.Count < count)
        {
            others.Add(await OtherAsync());
        }

        return others;
    }

    /// <summary>Does something many times at the same moment, from as many threads as there are.</summary>
    protected static Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, times).Select(number => Task.Run(() => act(number))));
}
