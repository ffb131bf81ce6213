using Optimizer.Embedded.Running;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Tests.Embedded.Running;

public class StatusCacheTests
{
    private readonly StatusCache _cache = new();
    private readonly object _reader = new();

    [Fact]
    public void Find_Kept_GivesTheSameObjectUntilItChanges()
    {
        var status = Of("a");
        _cache.Read(1, _reader);
        _cache.Keep(1, _reader, status);
        Assert.Same(status, _cache.Find("a"));
        Assert.Same(status, _cache.Find("a"));

        _cache.Changed(2);
        Assert.Same(status, _cache.Find("a"));
        _cache.Changed(1);
        Assert.Null(_cache.Find("a"));
    }

    [Fact]
    public void Keep_ChangedAfterItWasRead_KeepsNothing()
    {
        _cache.Read(1, _reader);
        _cache.Changed(1);
        _cache.Keep(1, _reader, Of("a"));
        Assert.Null(_cache.Find("a"));
    }

    [Fact]
    public void Keep_OlderOfTwoReaders_KeepsNothing()
    {
        var (older, newer) = (Of("a"), Of("a"));
        _cache.Read(1, _reader);
        _cache.Changed(1);
        _cache.Read(1, newer);
        _cache.Keep(1, _reader, older);
        Assert.Null(_cache.Find("a"));
        _cache.Keep(1, newer, newer);
        Assert.Same(newer, _cache.Find("a"));
    }

    [Fact]
    public void Deleted_ForgetsAll()
    {
        _cache.Read(1, _reader);
        _cache.Keep(1, _reader, Of("a"));
        _cache.Read(2, _reader);
        _cache.Deleted();
        _cache.Keep(2, _reader, Of("b"));
        Assert.Null(_cache.Find("a"));
        Assert.Null(_cache.Find("b"));
    }

    [Fact]
    public void Keep_MoreThanItHolds_ForgetsTheOthers()
    {
        for (var number = 1; number <= 80; number++)
        {
            _cache.Read(number, _reader);
            _cache.Keep(number, _reader, Of($"{number}", bytes: 1 << 20));
        }

        Assert.Null(_cache.Find("1"));
        Assert.NotNull(_cache.Find("80"));
    }

    private static InstanceStatus Of(string id, int bytes = 2) => new()
    {
        CreatedAt = default,
        Generation = 1,
        Input = new Payload(new byte[bytes]),
        InstanceId = id,
        State = RunState.Running,
        Tags = new Dictionary<string, string>(),
        UpdatedAt = default,
        Version = 1,
        Workflow = "x",
    };
}
